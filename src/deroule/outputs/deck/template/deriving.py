"""From a template to a Theme: colours, fonts, sizes and areas, so that slides are placed within the template's own geometry."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, cast

from lxml import etree

from deroule.layout.page import Box
from deroule.model.theme import Stage, Theme, TitleStyle, TypeSize, contrast
from deroule.outputs.deck.reading.shapes import A
from deroule.outputs.deck.template.clearing import clear_of, holds, plainer, with_air
from deroule.outputs.deck.template.fonts import Measured, measured
from deroule.outputs.deck.template.inks import MOST_HIDDEN, Words, ink_for, inked
from deroule.outputs.deck.template.reading import BODIES, FOOT, Place, Template, TemplateLayout
from deroule.outputs.deck.template.roles import roles
from deroule.outputs.deck.template.scenery import Scene, area_of
from deroule.outputs.deck.template.slots import ENOUGH, ENOUGH_LARGE, INK_ENOUGH, Slots, distance, slots_of
from deroule.outputs.deck.template.veils import hides_words, veiled, veiled_cover

HEIGHT, NARROWEST = 6_858_000, 9_144_000
"""The size that themes are set at: slides of another size are set at this one and scaled, type and all."""
Align = Literal["left", "centre", "right"]
_GAP = 120_000
_MARGIN = 0.02
_LARGEST_FOOTER, _FOOTER = 20.0, 14.0
"""Points above which a footer is as large as what is said on the slide, and what it is then set in."""
_UNDER_TITLE = 200_000
"""The air between a cover's title and the words under it, which are of another size."""
_ROOMY = 0.35
"""Share of a slide's height that content needs at least."""
CHOICES: dict[str, tuple[str, ...]] = {
    "cover": ("title", "secHead", "titleOnly", "obj", "blank"),
    "divider": ("secHead", "title", "titleOnly", "obj", "blank"),
    "closing": ("closing", "title", "secHead", "titleOnly", "obj", "blank"),
    "content": ("obj", "titleOnly", "twoObj", "picTx", "title", "blank"),
}
"""Roles to try for each kind of page, best first."""
_PLAIN = ("title", "secHead", "closing")
"""Roles whose title stands where a cover or a divider wants it."""


@dataclass(frozen=True, slots=True)
class Derived:
    """What was made of a template."""

    template: Template
    theme: Theme
    scale: float
    """The template's lengths over the theme's."""
    roles: dict[str, TemplateLayout]
    used: dict[str, str]
    """By kind of page: the role of the layout that it stands on."""
    shared: frozenset[str]
    """The roles that content may stand on beside its own: same ground, same room."""
    slots: Slots
    fonts: dict[str, Measured]


def derive(template: Template, base: Theme) -> Derived:
    """Derive a theme. Raises LookupError when the template has no layout that words can stand on."""
    found = roles(template)
    used = {kind: next((role for role in choices if role in found), "") for kind, choices in CHOICES.items()}
    if not used["content"]:
        raise LookupError("no layout")
    scale = min(template.height / HEIGHT, template.width / NARROWEST)
    stands = {role: _Stand(template, found[role], scale) for role in CHOICES["content"] if role in found}
    roomy = (role for role, stand in stands.items() if role != "title" and stand.is_roomy)
    used["content"] = next(roomy, used["content"])
    stand = stands[used["content"]]
    content = stand.layout
    slots = slots_of(content, stand.scene.behind(stand.room))
    hardest = stand.scene.hardest(stand.room, slots.colours["ink"])
    if contrast(slots.colours["ink"], hardest) >= INK_ENOUGH:  # else its tints would leave words on them too little
        slots = slots_of(content, hardest)
    if hides_words(stand.scene, stand.area(stand.room), scale, slots.colours["ink"]):
        slots = slots_of(content, content.shown.colours.slot("bg1") or "FFFFFF")  # words get an area of their own
    shared = frozenset(role for role, layout in found.items() if _agrees(role, layout, stand, slots))
    if content.title is None and "titleOnly" in shared:  # the same slide, with a place for its title
        used["content"] = "titleOnly"
    fonts = _fonts(content)
    theme = replace(
        base,
        name=template.name.rsplit("/", 1)[-1] or base.name,
        width=round(template.width / scale),
        height=round(template.height / scale),
        colours=slots.colours,
        sources=slots.sources,
        fonts={**base.fonts, **{role: one.role for role, one in fonts.items()}},
        width_margin=max(one.margin for one in fonts.values()),
        options={**base.options, "band": "none"},
        cover="",
    )
    stages = {"content": veiled(_inked(_content_stage(stand, slots), stand, slots), stand.scene, slots, scale)}
    for kind in ("cover", "divider", "closing"):
        role = used[kind]
        own = _Stand(template, found[role], scale, is_cover=True)
        if role in _PLAIN and not _titled_like(own, stand):
            made = _plain_stage(own)
        elif role in _PLAIN:
            made = _stand_in(_plain_stage(own), stages["content"].room)
        else:
            made = _stand_in(stages["content"], stages["content"].room)
        stages[kind] = veiled_cover(_inked(made, own, slots), own.scene, slots, scale)
    stages |= {"agenda": stages["content"], "picture": stages["content"]}
    theme = replace(
        theme, stages=stages, sizes=_sizes(base, stages), measures=_measures(base, stages["content"], theme.width)
    )
    return Derived(template, theme, scale, found, used, shared, slots, fonts)


def _fonts(layout: TemplateLayout) -> dict[str, Measured]:
    theme = layout.shown.theme
    found = {}
    for role, name in (("heading", "majorFont"), ("body", "minorFont")):
        path = f"{A}themeElements/{A}fontScheme/{A}{name}/{A}latin"
        latin: etree._Element | None = theme.find(path) if theme is not None else None
        found[role] = measured((latin.get("typeface") if latin is not None else "") or "Arial")
    return found


class _Stand:
    """A layout with what is drawn behind it and the room that is left, in the template's own lengths."""

    def __init__(self, template: Template, layout: TemplateLayout, scale: float, *, is_cover: bool = False) -> None:
        self.template, self.layout, self.scale, self.is_cover = template, layout, scale, is_cover
        self.scene = Scene(layout)
        self.foot = tuple(place for place in layout.of(*FOOT) if place.box.y > template.height * 0.7)
        self.body = max(layout.of(*BODIES), key=lambda place: place.box.width * place.box.height, default=None)
        self.title = self._title()
        self.room = self._room()

    def _in_the_way(self, box: Box) -> list[Box]:
        """Whatever is drawn that the box does not stand on."""
        foot = [place.box for place in self.layout.of(*FOOT)]
        return [one for one in (*self.scene.things_in(with_air(box)), *foot) if not holds(one, box)]

    def clear(self, box: Box) -> Box:
        """Give a box cut at the slide's edge and at whatever stands in it."""
        across, down = round(self.template.width * _MARGIN), round(self.template.height * _MARGIN)
        left, top = max(box.x, across), max(box.y, down)
        inside = Box(
            left, top,
            min(box.right, self.template.width - across) - left, min(box.bottom, self.template.height - down) - top,
        )  # fmt: skip
        free = clear_of(inside, self._in_the_way(inside))
        # What a cover's picture shows was chosen with its words, which stand under each other and so stay where they are.
        return free if self.is_cover else plainer(free, self.scene.plain_in(free))

    def _title(self) -> Box:
        place = self.layout.title
        if place is not None:
            return self.clear(place.box)
        width, height = self.template.width, self.template.height
        return self.clear(Box(round(width * 0.06), round(height * 0.06), round(width * 0.88), round(height * 0.12)))

    def _room(self) -> Box:
        """The body's place; without one, or with a poor one, what is left under the title and above the foot."""
        gap = round(_GAP * self.scale)
        floor = min((place.box.y for place in self.foot), default=round(self.template.height * 0.94)) - gap
        under = Box(self.title.x, self.title.bottom + gap, self.title.width, floor - self.title.bottom - gap)
        if self.body is None:
            return self.clear(under)
        body = self.body.box
        top = max(body.y, self.title.bottom) if body.y > self.title.y else body.y
        room = self.clear(Box(body.x, top, body.width, min(body.bottom, floor) - top))
        enough = room.height > self.template.height * _ROOMY and room.width > self.template.width * 0.5
        return room if enough else self.clear(under)

    @property
    def is_roomy(self) -> bool:
        """Whether content has room: not where the title stands in the middle of the slide, as on a cover."""
        return self.room.height > self.template.height * _ROOMY

    def ground(self, box: Box) -> str:
        """Give what a box stands on."""
        return self.scene.behind(box)

    def area(self, box: Box) -> Box:
        """Give a box at the theme's size."""
        return area_of(box, self.scale)


def _agrees(role: str, layout: TemplateLayout, stand: _Stand, slots: Slots) -> bool:
    """Whether slides may use this layout beside the content's: same ground, nothing drawn in the content's room."""
    if role not in ("titleOnly", "twoObj", "picTx", "blank") or layout is stand.layout:
        return layout is stand.layout
    scene = Scene(layout)
    same = distance(scene.behind(stand.room), slots.colours["paper"]) < 0.06
    return same and not _blocked(stand.room, scene) and not _blocked(stand.title, scene)


def _blocked(room: Box, scene: Scene) -> bool:
    free = clear_of(room, [one for one in scene.things_in(room) if not holds(one, room)])
    return plainer(free, scene.plain_in(free)) != room


def _style(stand: _Stand) -> TitleStyle:
    place = stand.layout.title
    return TitleStyle(
        size=round((place.size if place else 28.0) / stand.scale, 1),
        bold=place.bold if place else True,
        align=cast(Align, place.align if place else "left"),
        anchor=cast(Literal["top", "middle", "bottom"], place.anchor if place else "top"),
    )


def _inked(stage: Stage, stand: _Stand, slots: Slots) -> Stage:
    """Give a stage whose words are in colours that suit their ground and what the template asks for."""
    words = _words(stand) if stage.subtitle else None
    wanted = _wanted(stand, stand.layout.title, stand.title), _wanted(stand, words, words.box if words else stand.room)
    return inked(stage, stand.scene, slots, stand.scale, wanted)


def _wanted(stand: _Stand, place: Place | None, box: Box) -> str | None:
    """Give the colour that a place asks for: the one of its sample words where the styles' own is not read there."""
    if place is None or not place.colour:
        return None
    ground = stand.ground(box)
    asked = (colour for colour in (place.colour, *place.samples) if contrast(colour, ground) >= ENOUGH_LARGE)
    return next(asked, place.colour)


def _words(stand: _Stand) -> Place | None:
    """The largest place for words beside the title."""
    return max(stand.layout.of("subTitle", *BODIES), key=lambda one: one.box.width * one.box.height, default=None)


def _foot(stand: _Stand, kind: str) -> Box | None:
    place = next(iter(stand.layout.of(kind)), None)
    return stand.area(place.box) if place is not None and place.box.width > 0 else None


def _foot_size(stand: _Stand, kind: str) -> float:
    place = next(iter(stand.layout.of(kind)), None)
    return round(max((place.size if place is not None else 12.0) / stand.scale, 8.0), 1)


def _foot_align(stand: _Stand, kind: str, usual: Align) -> Align:
    place = next(iter(stand.layout.of(kind)), None)
    return cast(Align, place.align) if place is not None else usual


def _foot_colour(stand: _Stand, kind: str, slots: Slots) -> tuple[str, bool]:
    """Give the colour of footer or number, and whether it has to be written: what it inherits is not read there."""
    place = next(iter(stand.layout.of(kind)), None)
    if place is None:
        return "muted", False
    inherited = place.inherited or stand.layout.shown.colours.slot("tx1") or "000000"
    is_read = stand.scene.unreadable_share(place.box, inherited, ENOUGH) <= MOST_HIDDEN
    words = Words(place.box, inherited if is_read else place.colour)
    return ink_for(words, stand.scene, slots.colours), not is_read


def _content_stage(stand: _Stand, slots: Slots) -> Stage:
    footer_size, number_size = (_foot_size(stand, kind) for kind in ("ftr", "sldNum"))
    footer, number = (_foot_colour(stand, kind, slots) for kind in ("ftr", "sldNum"))
    return Stage(
        room=stand.area(stand.room),
        ground=slots.colours["paper"],
        backdrop=stand.scene.backdrop,
        style=_style(stand),
        title=stand.area(stand.title),
        footer=_foot(stand, "ftr"),
        number=_foot(stand, "sldNum"),
        footer_size=footer_size if footer_size <= _LARGEST_FOOTER else _FOOTER,
        number_size=number_size,
        footer_resized=footer_size > _LARGEST_FOOTER,
        footer_align=_foot_align(stand, "ftr", "left"),
        number_align=_foot_align(stand, "sldNum", "right"),
        footer_colour=footer[0],
        number_colour=number[0],
        foot_recoloured=tuple(kind for kind, (_, told) in (("ftr", footer), ("sldNum", number)) if told),
        scenery=stand.scene.scenery(stand.template.name, stand.scale),
    )


def _plain_stage(stand: _Stand) -> Stage:
    words = _words(stand)
    return Stage(
        room=stand.area(_plain_room(stand)),
        ground=stand.ground(stand.title),
        backdrop=stand.scene.backdrop,
        style=_style(stand),
        title=stand.area(stand.title),
        subtitle=stand.area(_below(stand.title, stand.clear(words.box))) if words is not None else None,
        scenery=stand.scene.scenery(stand.template.name, stand.scale),
    )


def _below(title: Box, words: Box) -> Box:
    """Give the place of the words under a title, at some distance from it."""
    nearest = title.bottom + _UNDER_TITLE
    return Box(words.x, nearest, words.width, words.bottom - nearest) if title.bottom <= words.y < nearest else words


def _plain_room(stand: _Stand) -> Box:
    """The slide within its margins, down to whatever is drawn under the title."""
    width, height = stand.template.width, stand.template.height
    across, down = round(width * _MARGIN), round(height * _MARGIN)
    under = (one.box.y - round(_GAP * stand.scale) for one in stand.scene.drawn if one.box.y > stand.title.bottom)
    floor = min(under, default=height - down)
    return Box(across, down, width - 2 * across, min(floor, height - down) - down)


def _titled_like(cover: _Stand, content: _Stand) -> bool:
    """Whether a cover has its title where slides have theirs, as LibreOffice saves it, and nothing drawn to hold it."""
    apart = abs(cover.title.y - content.title.y) + abs(cover.title.height - content.title.height)
    held = any(holds(one.box, cover.title) for one in cover.scene.drawn)
    return apart < cover.template.height * 0.03 and not held


def _stand_in(stage: Stage, room: Box) -> Stage:
    """A cover or divider whose title stands too high: large, in the middle of the room."""
    title = Box(room.x, room.y + room.height // 6, room.width, room.height // 3)
    under = _below(title, Box(room.x, title.bottom, room.width, room.bottom - title.bottom))
    style = replace(stage.style, size=max(stage.style.size, 40.0), anchor="bottom")
    return replace(stage, title=title, subtitle=under, style=style, footer=None, number=None)


def _steps(wished: float, floor: float, most: float) -> TypeSize:
    size = min(max(wished, floor), most)
    steps = [float(round(size))]
    while steps[-1] - 2 > floor:
        steps.append(steps[-1] - 2)
    return TypeSize((*steps, floor) if steps[-1] > floor else tuple(steps))


def _sizes(base: Theme, stages: dict[str, Stage]) -> dict[str, TypeSize]:
    return {
        **base.sizes,
        "title": _steps(stages["content"].style.size, 24.0, 36.0),
        "cover": _steps(stages["cover"].style.size, 24.0, 54.0),
        "divider": _steps(stages["divider"].style.size, 24.0, 54.0),
        "footer": TypeSize((round(stages["content"].footer_size, 1),)),
    }


def _measures(base: Theme, content: Stage, width: int) -> dict[str, int]:
    room, title = content.room, content.title or content.room
    foot = min((one.y for one in (content.footer, content.number) if one), default=room.bottom)
    return {
        **base.measures,
        "margin-left": room.x,
        "margin-right": width - room.right,
        "title-top": title.y,
        "body-top": room.y,
        "body-bottom": room.bottom,
        "footer-top": foot,
        "band": 0,
    }
