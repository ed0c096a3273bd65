"""What a build did: the value that the command turns into a summary and an exit code."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from deroule.build.faults import REFUSED, THE_MACHINES
from deroule.diagnostics import Diagnostic, Note, Severity, Words
from deroule.outputs.artefact import Artefact

_OTHERS = Words(
    "pour la même raison, {count} de plus n'ont pas été écrits", "for the same reason, {count} more were not written"
)


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
    _unwritten: dict[str, tuple[Diagnostic, int]] = field(default_factory=dict)

    def find(self, *found: Diagnostic) -> None:
        """Add findings; the same one found twice is told once."""
        self.diagnostics.update(dict.fromkeys(found))

    def find_unwritten(self, path: str, reason: Words) -> None:
        """Tell that the machine let something not be written. A full disk is one fault, whatever it kept from being made."""
        told, others = self._unwritten.get(reason.en, (REFUSED.at(None, artefact=path, reason=reason), -1))
        notes = (Note(_OTHERS, values=(("count", str(others + 1)),)),) if others >= 0 else ()
        fault = replace(told, notes=notes)
        self.diagnostics = {fault if one == told else one: None for one in self.diagnostics} | {fault: None}
        self._unwritten[reason.en] = (fault, others + 1)

    @property
    def exit_code(self) -> int:
        """0 clean, 1 the author's faults, 2 the machine's or ours."""
        errors = [one for one in self.diagnostics if one.severity is Severity.ERROR]
        if any(one.code.id in THE_MACHINES or one.code.id.startswith("PRG") for one in errors):
            return 2
        return 1 if errors else 0
