"""Who is named in a recording: speakers by the name that the event gives them, everybody else by number."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from deroule.model.event import Event

PARTICIPANT = "Participant"
_NUMBERED = re.compile(rf"{PARTICIPANT}(?: \d+)?\Z")


def folded(name: str) -> str:
    """Fold a name so that case, accents, spaces and order of first and last name do not matter."""
    words = re.findall(r"[^\W_]+", level(unicodedata.normalize("NFC", name)).casefold())
    return " ".join(sorted(words))


def level(text: str) -> str:
    """Take accents away sign by sign, so that places in the text stay what they are."""
    return "".join(_level_sign(sign) if ord(sign) > 127 else sign for sign in text)


def _level_sign(sign: str) -> str:
    apart = unicodedata.normalize("NFD", sign)
    return apart[0] if all(unicodedata.combining(one) for one in apart[1:]) else sign


@dataclass(slots=True)
class Voices:
    """Gives the name under which a voice may be published, and counts those that may not be named."""

    speakers: dict[str, str]
    """Folded name, as captions or chat write it, to the speaker's name."""
    agreed: bool = False
    """Whether participants agreed to be named."""
    hidden: set[str] = field(default_factory=set)

    def name(self, written: str) -> str:
        """Give the name to publish for a name that a file holds."""
        known = self.speakers.get(folded(written)) if written else ""
        if known or not written or self.agreed or _NUMBERED.match(written):
            return known or written
        self.hidden.add(folded(written))
        return PARTICIPANT


def voices_of(event: Event, aliases: dict[str, str], *, agreed: bool = False) -> Voices:
    """Make the names of an event. `aliases` gives speakers' ids by the names that the tool gave them."""
    names = {one_id: speaker.name.plain for one_id, speaker in event.speakers.items()}
    known = {folded(name): name for name in names.values()}
    known |= {folded(written): names[one_id] for written, one_id in aliases.items() if one_id in names}
    return Voices(known, agreed)
