"""What every reader of captions gives: cues with their lines, and what it stumbled over."""

from __future__ import annotations

from dataclasses import dataclass, field

from deroule.diagnostics import Words
from deroule.model.recording import Cue


@dataclass(frozen=True, slots=True)
class ReadCue:
    """A cue as its file tells it. `mended` tells that the file breaks its format's rules here and was understood."""

    start: float
    end: float
    text: str
    speaker: str = ""
    id: str = ""
    line: int = 1
    mended: bool = False
    settings: str = ""

    @property
    def cue(self) -> Cue:
        """The cue without the facts of its file."""
        return Cue(self.start, self.end, self.text, self.speaker, id=self.id)


@dataclass(frozen=True, slots=True)
class CaptionFault:
    """A place where a file breaks its format's rules. `lost` tells that something could not be kept."""

    line: int
    what: Words
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Captions:
    """A file of captions, read."""

    cues: tuple[ReadCue, ...] = ()
    faults: tuple[CaptionFault, ...] = ()
    form: str = "webvtt"
    notes: tuple[str, ...] = field(default=())
    """The comments of the file."""
