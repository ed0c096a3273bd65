"""What the build hands to an output when it asks for an artefact, and what every output offers to the build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from deroule.diagnostics import Diagnostic, Outcome
from deroule.layout.page import SlidePage
from deroule.model.dossier import Dossier
from deroule.model.event import Event
from deroule.model.theme import Theme
from deroule.outputs.artefact import Artefact
from deroule.workspace import Workspace


class Placer(Protocol):
    """Places the slides of an event once, and remembers the pages for the next output that asks."""

    def __call__(
        self, event: Event, *, variant: str = "", sequence: str = "", speaker: str = ""
    ) -> Outcome[tuple[SlidePage, ...]]:
        """Give the slide pages of the event, or of one variant, sequence or speaker of it, numbered from 1."""

    def themes(self, event: Event) -> Mapping[str | None, Theme]:
        """Give the themes that the event's pages wear, by brand id; None is the event's own look."""


@dataclass(frozen=True, slots=True)
class Request:
    """One artefact to make. Everything is written below `into`, a fresh folder that the build renames into place.

    A file artefact is written as `into / <last part of artefact.path>`; a folder artefact is the content of `into`.
    `inputs` gives the true path of each artefact that this one needs, by artefact id.
    """

    artefact: Artefact
    dossier: Dossier
    event: Event | None
    workspace: Workspace
    into: Path
    inputs: Mapping[str, Path]
    place: Placer
    shelf: Path | None = None
    """A folder of the output's own that lasts from build to build, for pieces that are dear to make, named by digest.
    It is no artefact: it may be emptied at any time, and costs time only."""

    @property
    def target(self) -> Path:
        """Where a file artefact is to be written."""
        return self.into / self.artefact.path.rstrip("/").rsplit("/", 1)[-1]


class Planner(Protocol):
    """What every output's package offers: its name and its plan. It is light, since every command plans."""

    NAME: str

    def plan(self, dossier: Dossier) -> tuple[Artefact, ...]:
        """Say what can be made of this dossier, without making it."""


class Maker(Protocol):
    """What every output's module `making` offers. It brings the engines, and is imported by those that make."""

    def render(self, request: Request) -> tuple[Diagnostic, ...]:
        """Make one artefact; return what was found wrong on the way."""
