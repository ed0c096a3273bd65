"""Plain areas under words, where a template draws behind them what would hide them: a photograph, stripes, keys of a piano."""

from __future__ import annotations

from dataclasses import replace

from deroule.layout.page import Box
from deroule.model.theme import Stage, Theme
from deroule.outputs.deck.template.inks import Words
from deroule.outputs.deck.template.scenery import Scene, area_of
from deroule.outputs.deck.template.slots import Slots

_AROUND = 90_000


def veiled(stage: Stage, scene: Scene, slots: Slots, scale: float) -> Stage:
    """Give a stage whose title and room, or title and words under it, are read: on plain areas where it takes any."""
    style = stage.style
    words = stage.subtitle or stage.room
    title = stage.title is not None and hides_words(scene, stage.title, scale, slots.colours[style.colour], large=True)
    under = hides_words(scene, words, scale, slots.colours[style.text])
    if title:
        style = replace(style, colour="ink")
    if under:
        style = replace(style, text="ink")
    hidden = [area for area, is_hidden in ((stage.title, title), (words, under)) if area is not None and is_hidden]
    width, height = (round(length / scale) for length in (scene.width, scene.height))
    veils = tuple(_around(area, width, height) for area in hidden)
    return replace(stage, style=style, veils=veils, ground=slots.colours["paper"] if title else stage.ground)


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
