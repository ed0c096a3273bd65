"""The two colours of a pattern: from afar they mix, close to a letter it is the one or the other that the letter stands on."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from deroule.model.theme import mixed
from deroule.outputs.deck.reading.shapes import A

_HALF = 0.5
Grain = tuple[str, str]
"""What a pattern is drawn in, and what on."""


def grain_of(told: etree._Element, seen: Callable[[etree._Element], str | None]) -> Grain | None:
    """Give the two colours of a `pattFill`; nothing where one is unknown.

    Words are judged on both, the worst counts: of the same preset one program shows mostly the first, another mostly the second.
    """
    fore, back = told.find(f"{A}fgClr"), told.find(f"{A}bgClr")
    if fore is None or back is None:
        return None
    drawn, ground = seen(fore), seen(back)
    return (drawn, ground) if drawn and ground else None


def seen_from_afar(told: etree._Element, grain: Grain) -> str:
    """Give the colour that a pattern is seen as.

    Only `pct5` to `pct90` tell how much of the pattern is drawn (ECMA-376 part 1, 20.1.10.51): of others it is taken for a half.
    """
    preset = told.get("prst", "")
    share = int(preset[3:5]) / 100 if preset[:3] == "pct" and preset[3:5].isdecimal() else _HALF
    drawn, ground = grain
    return mixed(ground, drawn, min(share, 1.0))
