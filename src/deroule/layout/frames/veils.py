"""Plain areas under the words of covers and dividers, where what a template draws there would hide them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from deroule.layout.desk import CENTIMETRE, PAPER
from deroule.layout.lettering import Setting
from deroule.layout.page import Box, PageItem
from deroule.layout.shapes import area
from deroule.model.theme import Stage, Theme

VEIL = "Fond du texte"
_AROUND = CENTIMETRE // 2
_APART = 2 * CENTIMETRE
"""Words that are no farther from each other share one area."""


@dataclass(frozen=True, slots=True)
class Stood:
    """Words as they stand on a cover: whose they are in `Stage.veiled`, where, set how."""

    kind: str
    box: Box
    setting: Setting
    anchor: str
    slot: str

    @property
    def taken(self) -> Box:
        """What the words take of their box, as wide as it is."""
        box, height = self.box, min(self.setting.height, self.box.height)
        free = box.height - height
        top = box.y + {"top": 0, "middle": free // 2}.get(self.anchor, free)
        return Box(box.x, top, box.width, height)


def veils(stage: Stage, theme: Theme, stood: Sequence[Stood]) -> Iterator[PageItem]:
    """Give the areas: one for title and words where they stand together, and as high as the words are."""
    hidden = [one for one in stood if one.kind in stage.veiled]
    if hidden and _stand_together(stood):
        yield _veil([one.taken for one in stood], theme)
    else:
        yield from (_veil([one.taken], theme) for one in hidden)


def _stand_together(stood: Sequence[Stood]) -> bool:
    """Whether one area suits all: they follow each other closely, and none is written in the area's own colour."""
    boxes = sorted((one.taken for one in stood), key=lambda box: box.y)
    gaps = (under.y - over.bottom for over, under in pairwise(boxes))
    return all(gap <= _APART for gap in gaps) and all(one.slot != PAPER.slot for one in stood)


def _veil(taken: Sequence[Box], theme: Theme) -> PageItem:
    left, top = (max(min(sides) - _AROUND, 0) for sides in zip(*((box.x, box.y) for box in taken), strict=True))
    right = min(max(box.right for box in taken) + _AROUND, theme.width)
    bottom = min(max(box.bottom for box in taken) + _AROUND, theme.height)
    return area(Box(left, top, right - left, bottom - top), VEIL, PAPER)
