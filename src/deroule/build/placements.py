"""Slide pages placed once for all the outputs of a build, whichever asks first.

The processes of a build place an event together, each a part of its slides, and read the other parts from a folder.
"""

from __future__ import annotations

import contextlib
import pickle
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from deroule.diagnostics import Diagnostic, Outcome
from deroule.layout import Remembered, place, place_part
from deroule.layout.page import SlidePage
from deroule.model.dossier import Dossier
from deroule.model.event import Event
from deroule.model.theme import Theme
from deroule.outputs.deck.template import dress
from deroule.source.themes import load_themes
from deroule.workspace import Recorder, Workspace

Pages = Outcome[tuple[SlidePage, ...]]


@dataclass(slots=True)
class Looks:
    """An event's themes, what was read for them, and what was found wrong."""

    themes: dict[str | None, Theme]
    recorder: Recorder
    diagnostics: tuple[Diagnostic, ...]


@dataclass(slots=True)
class Placements:
    """The memory of one build. Placing is pure, so that each selection of slides is placed once."""

    dossier: Dossier
    workspace: Workspace
    shelf: Path | None = None
    """Where the processes of a build leave what they placed, below a folder an event."""
    _looks: dict[str, Looks] = field(default_factory=dict)
    _pages: dict[tuple[str, str, str, str], Pages] = field(default_factory=dict)
    _remembered: dict[str, Remembered] = field(default_factory=dict)
    _lock: threading.RLock = field(default_factory=threading.RLock)

    def looks(self, event: Event) -> Looks:
        """Load an event's themes once."""
        with self._lock:
            if event.id not in self._looks:
                recorder = Recorder(self.workspace)
                bare = load_themes(recorder, self.dossier.organisation, event)
                dressed = dress(recorder, bare.value, self.dossier.organisation, event)
                found = (*bare.diagnostics, *dressed.diagnostics)
                self._looks[event.id] = Looks(dressed.value, recorder, found)
            return self._looks[event.id]

    def pages(self, event: Event, variant: str, sequence: str, speaker: str) -> Pages:
        """Place a selection of slides once."""
        key = (event.id, variant, sequence, speaker)
        with self._lock:
            if key not in self._pages:
                themes = self.looks(event).themes
                remembered = self._remember(event)
                self._pages[key] = place(
                    event, themes, variant=variant, sequence=sequence, speaker=speaker, remembered=remembered
                )
            return self._pages[key]

    def place_part(self, event: Event, part: int, parts: int) -> None:
        """Place a part of an event's slides and leave it on the shelf for the other processes."""
        assert self.shelf is not None
        remembered = Remembered()
        place_part(event, self.looks(event).themes, remembered, part, parts)
        into = self.shelf / event.id
        into.mkdir(parents=True, exist_ok=True)
        (into / f"{part}.placed").write_bytes(pickle.dumps(remembered.shared(event), pickle.HIGHEST_PROTOCOL))

    def _remember(self, event: Event) -> Remembered:
        """Take what lies on the shelf, the first time; what is missing there is placed again."""
        if event.id not in self._remembered:
            self._remembered[event.id] = Remembered()
            for file in sorted((self.shelf / event.id).glob("*.placed")) if self.shelf else ():
                with contextlib.suppress(OSError, EOFError, pickle.UnpicklingError):
                    self._remembered[event.id].adopt(event, pickle.loads(file.read_bytes()))
        return self._remembered[event.id]


class PlacerFor:
    """The placer of one artefact: notes what it read and found, on the artefact's account."""

    def __init__(self, placements: Placements, recorder: Recorder) -> None:
        self._placements = placements
        self._recorder = recorder
        self.diagnostics: dict[Diagnostic, None] = {}

    def __call__(self, event: Event, *, variant: str = "", sequence: str = "", speaker: str = "") -> Pages:
        """Give the slide pages of the event, or of one variant, sequence or speaker of it."""
        self.themes(event)
        outcome = self._placements.pages(event, variant, sequence, speaker)
        self.diagnostics.update(dict.fromkeys(outcome.diagnostics))
        return outcome

    def themes(self, event: Event) -> Mapping[str | None, Theme]:
        """Give the themes of the event by brand id."""
        looks = self._placements.looks(event)
        self._recorder.read_files.update(looks.recorder.read_files)
        self._recorder.listings.update(looks.recorder.listings)
        self.diagnostics.update(dict.fromkeys(looks.diagnostics))
        return looks.themes
