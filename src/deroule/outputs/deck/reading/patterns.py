"""The colour that a pattern of two is seen as: too fine to tell its lines from its ground, they mix."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from deroule.model.theme import mixed
from deroule.outputs.deck.reading.shapes import A

_HALF = 0.5


def seen_pattern(told: etree._Element, seen: Callable[[etree._Element], str | None]) -> str | None:
    """Give the middle of a `pattFill`; nothing where one of its colours is unknown.

    Only `pct5` to `pct90` tell how much of the pattern is drawn (ECMA-376 part 1, 20.1.10.51): of others it is taken for a half.
    """
    fore, back = told.find(f"{A}fgClr"), told.find(f"{A}bgClr")
    if fore is None or back is None:
        return None
    drawn, ground = seen(fore), seen(back)
    preset = told.get("prst", "")
    share = int(preset[3:5]) / 100 if preset[:3] == "pct" and preset[3:5].isdecimal() else _HALF
    return mixed(ground, drawn, min(share, 1.0)) if drawn and ground else None
