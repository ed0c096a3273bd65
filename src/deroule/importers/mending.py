"""Captions mended where that is safe, and cut for reading: no word is lost, added or moved."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from deroule.model.recording import Cue
from deroule.source.after.cues import ReadCue
from deroule.source.after.legibility import FASTEST, WIDEST

LONGEST = 2 * WIDEST
"""Characters of a caption."""
SHORTEST = 1.0
"""Seconds: what is shown for less flickers."""
GAP = 0.04
"""Seconds between two captions: one frame."""
NEAR = 0.7
"""Seconds: captions nearer than this are one speech."""
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")
_CLAUSE = re.compile(r"(?<=[,;:–—])\s+")


@dataclass(slots=True)
class Mended:
    """What was done to a file of captions, counted."""

    repeated: int = 0
    overlapping: int = 0
    joined: int = 0
    cut: int = 0
    lengthened: int = 0

    @property
    def total(self) -> int:
        """Everything together."""
        return self.repeated + self.overlapping + self.joined + self.cut + self.lengthened


def mend(cues: Sequence[ReadCue]) -> tuple[list[Cue], Mended]:
    """Put captions in order and cut them for reading."""
    done = Mended()
    ordered = sorted(cues, key=lambda one: (one.start, one.end))
    made = [Cue(one.start, one.end, " ".join(one.text.split()), one.speaker) for one in ordered]
    made = _without_repeats(made, ordered, done)
    made = _apart(made, done)
    made = _joined(made, done)
    made = [part for one in made for part in _cut(one, done)]
    made = _long_enough(made, done)
    return [dataclasses.replace(one, text=in_lines(one.text)) for one in made], done


def _without_repeats(cues: list[Cue], read: Sequence[ReadCue], done: Mended) -> list[Cue]:
    """Drop captions that are there twice, and the lines that roll up: the line above is the caption before."""
    pairs = list(itertools.pairwise(read))
    rolling = sum(after.text.split("\n")[0] == before.text.split("\n")[-1] for before, after in pairs)
    rolls = len(pairs) > 4 and rolling > 0.5 * len(pairs)
    made: list[Cue] = []
    last = ""
    for cue, one in zip(cues, read, strict=True):
        text = cue.text
        if rolls:
            lines = one.text.split("\n")
            kept = lines[1:] if lines[0] == last else lines
            last, text = lines[-1], " ".join(" ".join(kept).split())
        same = made and made[-1].text == text and made[-1].speaker == cue.speaker
        if not text or (same and cue.start <= made[-1].end + GAP):
            done.repeated += 1
            if made:
                made[-1] = dataclasses.replace(made[-1], end=max(made[-1].end, cue.end))
            continue
        made.append(dataclasses.replace(cue, text=text))
    return made


def _apart(cues: list[Cue], done: Mended) -> list[Cue]:
    """End each caption where the next one of the same voice begins; two voices may be heard at once."""
    made = list(cues)
    for at in range(len(made) - 1):
        one, after = made[at], made[at + 1]
        if after.start >= one.end or (after.speaker and one.speaker and after.speaker != one.speaker):
            continue
        done.overlapping += 1
        if after.start > one.start:
            made[at] = dataclasses.replace(one, end=after.start)
        else:  # both begin at once: share the time
            middle = round((one.start + max(one.end, after.end)) / 2, 3)
            made[at] = dataclasses.replace(one, end=middle)
            made[at + 1] = dataclasses.replace(after, start=middle, end=max(after.end, round(middle + 0.1, 3)))
    return made


def _joined(cues: list[Cue], done: Mended) -> list[Cue]:
    """Join scraps of one voice that follow one another, up to a full line."""
    made: list[Cue] = []
    for cue in cues:
        before = made[-1] if made else None
        scrap = before is not None and (min(cue.end - cue.start, before.end - before.start) < SHORTEST)
        if (
            before and scrap and before.speaker == cue.speaker and cue.start - before.end < NEAR
            and cue.start >= before.start and len(before.text) + len(cue.text) < LONGEST and before.text[-1] not in ".!?…"
        ):  # fmt: skip
            done.joined += 1
            made[-1] = dataclasses.replace(before, end=max(cue.end, before.end), text=f"{before.text} {cue.text}")
        else:
            made.append(cue)
    return made


def _cut(cue: Cue, done: Mended) -> list[Cue]:
    """Cut a long caption at the end of a sentence, of a clause, else of a word; time is shared by length."""
    pieces = _pieces(cue.text)
    if len(pieces) == 1:
        return [cue]
    done.cut += 1
    total = sum(map(len, pieces))
    made, passed, start = [], 0, cue.start
    for piece in pieces:
        passed += len(piece)
        end = cue.end if passed == total else round(cue.start + (cue.end - cue.start) * passed / total, 3)
        if end <= start:
            end = round(start + 0.001, 3)
        made.append(dataclasses.replace(cue, start=start, end=end, text=piece))
        start = end
    return made


def _pieces(text: str) -> list[str]:
    if fits(text):
        return [text]
    for mark in (_SENTENCE, _CLAUSE):
        places = [match.start() for match in mark.finditer(text)]
        near = [place for place in places if 0.2 * len(text) < place < 0.8 * len(text)]
        if near:
            place = min(near, key=lambda one: abs(one - len(text) / 2))
            return [*_pieces(text[:place].rstrip()), *_pieces(text[place:].lstrip())]
    spaces = [place for place, sign in enumerate(text) if sign == " "]
    if not spaces:
        return [text]
    place = min(spaces, key=lambda one: abs(one - len(text) / 2))
    return [*_pieces(text[:place]), *_pieces(text[place + 1 :])]


def fits(text: str) -> bool:
    """Whether a text goes on two lines."""
    return len(text) <= WIDEST or any(
        place <= WIDEST and len(text) - place - 1 <= WIDEST for place, sign in enumerate(text) if sign == " "
    )


def in_lines(text: str) -> str:
    """Set a text on two lines of about the same length, better after a comma than before."""
    if len(text) <= WIDEST:
        return text
    places = [
        place for place, sign in enumerate(text) if sign == " " and place <= WIDEST and len(text) - place - 1 <= WIDEST
    ]
    if not places:
        return text
    best = min(places, key=lambda one: abs(one - len(text) / 2) + _ill_placed(text, one))
    return f"{text[:best]}\n{text[best + 1 :]}"


def _ill_placed(text: str, place: int) -> int:
    """Judge a line end: good after a comma, bad after a small word (de, the), which belongs to what follows."""
    last = text[:place].rsplit(" ", 1)[-1]
    if last[-1:] in ",;:.!?":
        return -8
    return 10 if len(last) <= 3 and not last.isdigit() else 0


def _long_enough(cues: list[Cue], done: Mended) -> list[Cue]:
    """Leave a caption that goes too fast on screen until the next one, where there is time."""
    made = list(cues)
    for at, one in enumerate(made):
        room = made[at + 1].start - GAP if at + 1 < len(made) else one.end + 2.0
        wanted = max(len(one.text) / FASTEST * 1.05, SHORTEST)
        if one.end - one.start < wanted and room > one.end:
            done.lengthened += 1
            made[at] = dataclasses.replace(one, end=round(min(room, one.start + wanted), 3))
    return made
