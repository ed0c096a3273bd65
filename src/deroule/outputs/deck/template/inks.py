"""What words are written in where a template places them: the slot nearest to its own colour that is read on every part."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from deroule.layout.page import Box
from deroule.model.theme import Stage, contrast, luminance, shares
from deroule.outputs.deck.template.scenery import Scene, area_of
from deroule.outputs.deck.template.slots import ACCENTS, ENOUGH, ENOUGH_LARGE, Slots, distance

MOST_HIDDEN, MOST_HIDDEN_LARGE = 0.05, 0.1
"""Share of a text's ground that may be hard to read upon, of ordinary and of large type."""
_PLAIN = ("ink", "paper", "muted")
_GREY = 0.1
_FROM_GROUND = 1.3
"""A colour with less contrast was meant for another ground: white words of a band, on a page without it."""
_FEW_LINES = 0.25
"""Share of a slide's height that what stands under the title of a cover takes: its place is often larger by far."""
_ALIKE = 0.1
"""Colours of title and words that are nearer than this were meant as one."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand somewhere in a scene: where, in which colour a template writes them, whether they are large."""

    box: Box
    wanted: str | None = None
    large: bool = False

    @property
    def most_hidden(self) -> float:
        """The share of their ground that may be hard to read upon."""
        return MOST_HIDDEN_LARGE if self.large else MOST_HIDDEN

    def hidden(self, scene: Scene, ink: str) -> float:
        """Give the share of their ground on which an ink is hard to read."""
        return scene.unreadable_share(self.box, ink, ENOUGH_LARGE if self.large else ENOUGH)


def inked(stage: Stage, scene: Scene, slots: Slots, scale: float, wanted: tuple[str | None, str | None]) -> Stage:
    """Give a stage whose title and other words are written in what is read where they stand, as far as any colour is."""
    title = Words(area_of(stage.title or stage.room, 1 / scale), wanted[0], large=True)
    under = Words(area_of(words_area(stage, scene, scale), 1 / scale), wanted[1])
    colour, text = inks_for(title, under, scene, slots.colours)
    return replace(stage, style=replace(stage.style, colour=colour, text=text))


def words_area(stage: Stage, scene: Scene, scale: float) -> Box:
    """Give where words other than the title stand: in the room, or at the end of the subtitle's place that is nearer to the title."""
    place = stage.subtitle
    if place is None:
        return stage.room
    height = min(place.height, round(scene.height / scale * _FEW_LINES))
    is_above = stage.title is not None and place.bottom <= stage.title.y
    return Box(place.x, place.bottom - height if is_above else place.y, place.width, height)


def ink_for(words: Words, scene: Scene, colours: dict[str, str]) -> str:
    """Give the slot for some words; ink or paper, whichever is read on more of their ground, when none is read."""
    fit = fit_inks(words, scene, colours)
    if not fit:
        return min(("ink", "paper"), key=lambda name: words.hidden(scene, colours[name]))
    return _nearest(words.wanted, scene.behind(words.box), colours, fit)


def inks_for(title: Words, under: Words, scene: Scene, colours: dict[str, str]) -> tuple[str, str]:
    """Give the slots for a title and the words under it: one for both where the template has one colour for both."""
    found = ink_for(title, scene, colours), ink_for(under, scene, colours)
    if found[0] == found[1] or not title.wanted or not under.wanted or distance(title.wanted, under.wanted) > _ALIKE:
        return found
    fit = fit_inks(title, scene, colours), fit_inks(under, scene, colours)
    return next(((one, one) for one in found if one in fit[0] and one in fit[1]), found)


def fit_inks(words: Words, scene: Scene, colours: dict[str, str]) -> list[str]:
    """Give the slots that are read on the whole of the words' ground; where none is, those that are read on nearly all."""
    hidden = {name: words.hidden(scene, colours[name]) for name in _PLAIN}
    # An accent is for looks: it has to be read as if it were small.
    hidden |= {name: scene.unreadable_share(words.box, colours[name], ENOUGH) for name in ACCENTS}
    whole = [name for name, share in hidden.items() if share == 0]
    return whole or [name for name, share in hidden.items() if share <= words.most_hidden]


def _nearest(wanted: str | None, ground: str, colours: dict[str, str], fit: list[str]) -> str:
    if wanted is None or contrast(wanted, ground) < _FROM_GROUND:
        return next((name for name in ("ink", "paper") if name in fit), fit[0])
    alike = [name for name in fit if _is_lighter(colours[name], ground) == _is_lighter(wanted, ground)]
    if not alike:  # what was to be white has to be dark: as dark as it can be
        return max(_plain_among(fit) or fit, key=lambda name: contrast(colours[name], ground))
    grey = max(shares(wanted)) - min(shares(wanted)) < _GREY
    # A grey that is too faint here becomes a stronger grey, never the accent that happens to be near.
    near = _plain_among(alike) or alike if grey else alike
    return min(near, key=lambda name: distance(colours[name], wanted))


def _is_lighter(colour: str, ground: str) -> bool:
    return luminance(colour) > luminance(ground)


def _plain_among(names: Iterable[str]) -> list[str]:
    return [name for name in names if name in _PLAIN]
