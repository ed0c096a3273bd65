"""What a build did: the value that the command turns into a summary and an exit code."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from deroule.build.faults import THE_MACHINES
from deroule.diagnostics import Diagnostic, Severity
from deroule.outputs.artefact import Artefact


@dataclass(slots=True)
class Made:
    """An artefact that was made, and why."""

    artefact: Artefact
    why: str
    seconds: float


@dataclass(slots=True)
class Report:
    """What was made, kept and refused. `crashed` names artefacts stopped by the machine or by a fault of ours."""

    folder: Path
    made: list[Made] = field(default_factory=list)
    kept: list[Artefact] = field(default_factory=list)
    refused: list[Artefact] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    diagnostics: dict[Diagnostic, None] = field(default_factory=dict)
    seconds: float = 0.0

    def find(self, *found: Diagnostic) -> None:
        """Add findings; the same one found twice is told once."""
        self.diagnostics.update(dict.fromkeys(found))

    @property
    def exit_code(self) -> int:
        """0 clean, 1 the author's faults, 2 the machine's or ours."""
        errors = [one for one in self.diagnostics if one.severity is Severity.ERROR]
        if any(one.code.id in THE_MACHINES or one.code.id.startswith("PRG") for one in errors):
            return 2
        return 1 if errors else 0
