"""What the build hands to a workshop, and what it gets back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from deroule.build.store import Reading
from deroule.diagnostics import Diagnostic, Words
from deroule.outputs.artefact import Artefact


@dataclass(frozen=True, slots=True)
class Task:
    """One artefact to make: why, into which scratch folder, and where each artefact that it needs stands."""

    artefact: Artefact
    why: str
    into: Path
    inputs: Mapping[str, Path]
    shelf: Path


@dataclass(slots=True)
class Attempt:
    """What came of one artefact: its files stay in the task's scratch folder until they land."""

    task: Task
    diagnostics: tuple[Diagnostic, ...]
    reading: Reading
    crash: str | None
    seconds: float
    refusal: Words | None = None
    """Why the machine let nothing be written."""
