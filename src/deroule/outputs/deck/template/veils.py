"""Plain areas under words, where a template draws behind them what would hide them: a photograph, stripes, keys of a piano."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from deroule.layout.page import Box
from deroule.model.theme import Stage, Theme
from deroule.outputs.deck.template.inks import Words, words_area
from deroule.outputs.deck.template.scenery import Scene, area_of
from deroule.outputs.deck.template.slots import Slots

Kind = Literal["title", "words"]
_AROUND = 90_000
_MOST_TORN = 0.08
"""Share of small words' ground that may be of other colours, though the words are read on them too."""


def veiled(stage: Stage, scene: Scene, slots: Slots, scale: float) -> Stage:
    """Give a page for content whose title and room are read: on plain areas where it takes any."""
    stage, hidden = _inked(stage, scene, slots, scale)
    width, height = (round(length / scale) for length in (scene.width, scene.height))
    areas = {"title": stage.title, "words": stage.room}
    return replace(stage, veils=tuple(_around(area, width, height) for one in hidden if (area := areas[one])))


def veiled_cover(stage: Stage, scene: Scene, slots: Slots, scale: float) -> Stage:
    """Give a cover or divider whose words are read: it tells which need a plain area, as large as they turn out to be."""
    stage, hidden = _inked(stage, scene, slots, scale)
    if "words" not in hidden and scene.torn_share(area_of(words_area(stage, scene, scale), 1 / scale)) > _MOST_TORN:
        stage, hidden = replace(stage, style=replace(stage.style, text="ink")), (*hidden, "words")
    return replace(stage, veils=(), veiled=hidden)


def _inked(stage: Stage, scene: Scene, slots: Slots, scale: float) -> tuple[Stage, tuple[Kind, ...]]:
    """Give the colours that words have upon a plain area to those that need one, and tell which do."""
    inks = {"title": slots.colours[stage.style.colour], "words": slots.colours[stage.style.text]}
    title = stage.title is not None and hides_words(scene, stage.title, scale, inks["title"], large=True)
    under = hides_words(scene, words_area(stage, scene, scale), scale, inks["words"])
    style = replace(
        stage.style, colour="ink" if title else stage.style.colour, text="ink" if under else stage.style.text
    )
    ground = slots.colours["paper"] if title else stage.ground
    told: tuple[tuple[Kind, bool], ...] = (("title", title), ("words", under))
    return replace(stage, style=style, ground=ground), tuple(kind for kind, is_hidden in told if is_hidden)


def is_veiled(theme: Theme) -> bool:
    """Whether slides for content have a plain area under their words."""
    return bool(theme.stages["content"].veils)


def hides_words(scene: Scene, area: Box, scale: float, ink: str, *, large: bool = False) -> bool:
    """Whether what is drawn behind an area, the scene's at that scale, would hide words written in an ink."""
    words = Words(area_of(area, 1 / scale), large=large)
    return words.hidden(scene, ink) > words.most_hidden


def _around(area: Box, width: int, height: int) -> Box:
    """Give an area with some air around it, on the slide."""
    x, y = max(area.x - _AROUND, 0), max(area.y - _AROUND, 0)
    return Box(x, y, min(area.right + _AROUND, width) - x, min(area.bottom + _AROUND, height) - y)
