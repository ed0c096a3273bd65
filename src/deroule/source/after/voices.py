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
    plain = unicodedata.normalize("NFKD", name.casefold())
    words = re.findall(r"[^\W_]+", "".join(sign for sign in plain if not unicodedata.combining(sign)))
    return " ".join(sorted(words))


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
        if not written or _NUMBERED.match(written):
            return written
        known = self.speakers.get(folded(written))
        if known:
            return known
        if self.agreed:
            return written
        self.hidden.add(folded(written))
        return PARTICIPANT


def voices_of(event: Event, aliases: dict[str, str], *, agreed: bool = False) -> Voices:
    """Make the names of an event. `aliases` gives speakers' ids by the names that the tool gave them."""
    names = {one_id: speaker.name.plain for one_id, speaker in event.speakers.items()}
    known = {folded(name): name for name in names.values()}
    known |= {folded(written): names[one_id] for written, one_id in aliases.items() if one_id in names}
    return Voices(known, agreed)
