"""What a layout is for: by its OOXML type where its places bear it out, by its places otherwise, never by its name."""

from __future__ import annotations

from deroule.layout.page import Box
from deroule.outputs.deck.template.clearing import holds, shared
from deroule.outputs.deck.template.reading import BODIES, Place, Template, TemplateLayout
from deroule.outputs.deck.template.scenery import Scene

TYPES = {
    "title": "title", "obj": "obj", "tx": "obj", "secHead": "secHead", "twoObj": "twoObj", "twoTxTwoObj": "twoObj",
    "titleOnly": "titleOnly", "blank": "blank", "picTx": "picTx", "twoColTx": "twoObj", "objOnly": "",
}  # fmt: skip
"""Types of ECMA-376 part 1, 19.7.15, and the role that each tells."""
ROLES = ("title", "secHead", "obj", "twoObj", "picTx", "titleOnly", "blank", "closing")
"""Every role that a template may offer. `closing` has no type of its own in the format."""
_ROOMY = 0.4
"""Share of a slide's height that the text of a page for content takes at least."""
_ENOUGH, _COMFORT, _MOST_HIDDEN = 4.5, 7.0, 0.05
_SMALL_BODY = 0.28
"""A single text that takes less of the slide than this stands under a divider's title, not under a slide's."""


def role_of(layout: TemplateLayout, width: int, height: int) -> str:
    """Give the role of a layout; empty when it is for something that no slide of ours needs."""
    told = TYPES.get(layout.told)
    seen = _signature(layout, width, height)
    if told is None or told == seen:
        return seen
    # The type is believed only where the places allow what it promises: converters write any type.
    return told if told in _possible(layout) else seen


def _signature(layout: TemplateLayout, width: int, height: int) -> str:
    title = layout.title
    bodies, subtitles = layout.of(*BODIES), layout.of("subTitle")
    if title is None:
        return "blank" if not bodies and not layout.of("pic", "subTitle", "tbl", "chart", "dgm", "media") else ""
    if title.type == "ctrTitle" or subtitles:
        return "title" if _large(title, height) or not bodies else "obj"
    if layout.of("pic") and len(bodies) <= 1:
        return "picTx"
    if not bodies:
        middle = (title.box.y + title.box.height / 2) / height
        return "secHead" if middle > 0.35 and title.box.height > height * 0.15 else "titleOnly"
    if len(bodies) == 1:
        return "secHead" if _is_divider(title, bodies[0], width, height) else "obj"
    return "twoObj" if _beside(bodies) else ""


def _possible(layout: TemplateLayout) -> tuple[str, ...]:
    bodies, title = layout.of(*BODIES), layout.title
    if title is None:
        return ("blank",) if not bodies else ()
    if layout.of("pic"):
        return ("picTx",)
    if layout.of("subTitle"):
        return ("title", "secHead")
    if not bodies:
        return ("title", "secHead", "titleOnly")
    if len(bodies) == 1:
        return ("obj", "secHead", "title")
    return ("twoObj",) if _beside(bodies) else ()


def _large(title: Place, height: int) -> bool:
    return title.type == "ctrTitle" or title.box.y + title.box.height / 2 > height * 0.25


def _is_divider(title: Place, body: Place, width: int, height: int) -> bool:
    share = body.box.width * body.box.height / (width * height)
    return share < _SMALL_BODY and (title.box.y + title.box.height / 2) / height > 0.25


def _beside(bodies: tuple[Place, ...]) -> bool:
    """Whether the two largest texts stand side by side."""
    first, second = sorted(bodies, key=lambda place: -place.box.width * place.box.height)[:2]
    one, other = sorted((first.box, second.box), key=lambda box: box.x)
    shared = min(one.bottom, other.bottom) - max(one.y, other.y)
    return other.x >= one.right - one.width // 10 and shared > min(one.height, other.height) // 2


def roles(template: Template) -> dict[str, TemplateLayout]:
    """Give the best layout for each role, those of content all of one master: a deck has one look.

    A cover may stand on a master of its own, as in LibreOffice, where a master is one kind of page.
    """
    found = {master.name: _roles_of(template, template.layouts[master.name]) for master in template.masters}
    best = max(found, key=lambda name: _worth(template, found[name]))
    chosen = dict(found[best])
    cover = _master_of_covers(template)
    if cover != best and "title" in found[cover] and _dressed_alike(found[cover]["title"], chosen):
        chosen.pop("closing", None)
        chosen |= {role: layout for role, layout in found[cover].items() if role in ("title", "closing")}
    return chosen


def _master_of_covers(template: Template) -> str:
    """The master that the first sample slide stands on; without samples, the first one."""
    shown = next(iter(template.deck.slides), None)
    layout = next(iter(shown.related("slideLayout")), None) if shown is not None else None
    masters = layout.related("slideMaster") if layout is not None else []
    known = [master.name for master in template.masters]
    return next((one.name for one in masters if one.name in known), known[0])


def _dressed_alike(cover: TemplateLayout, chosen: dict[str, TemplateLayout]) -> bool:
    """Whether a cover has the colours and fonts of the pages that follow it."""
    return all(layout.dress == cover.dress for layout in chosen.values())


def _worth(template: Template, found: dict[str, TemplateLayout]) -> float:
    weights = {"title": 3, "obj": 4, "titleOnly": 2, "secHead": 2}
    worth = float(sum(weights.get(role, 1) for role in found))
    return worth if "obj" not in found or len(template.masters) == 1 else worth - _lacking(template, found["obj"])


def _lacking(template: Template, content: TemplateLayout) -> float:
    """Say how far a master's page for content is from being one: some masters hold a cover, on all of their layouts."""
    body = max(content.of(*BODIES), key=lambda place: place.box.width * place.box.height).box
    top = max(body.y, content.title.box.bottom) if content.title is not None else body.y
    footless = 2 - len({place.type for place in content.of("ftr", "sldNum")})
    if min(body.bottom, template.height) - top < template.height * _ROOMY or body.width < template.width * 0.5:
        return 4 + footless / 2
    return footless / 2 + _hard_to_read(content, body)


def _hard_to_read(content: TemplateLayout, body: Box) -> float:
    """0 where the whole ground is plain and suits black or white, up to 4 where it hides words under things drawn."""
    scene = Scene(content)
    inks = ("000000", "FFFFFF")
    hidden, faint = (min(scene.unreadable_share(body, ink, wanted) for ink in inks) for wanted in (_ENOUGH, _COMFORT))
    taken = sum(shared(thing, body) for thing in scene.things_in(body) if not holds(thing, body))
    return (2 if hidden > _MOST_HIDDEN else 0) + faint + min(taken / max(body.width * body.height, 1), 1.0)


def _roles_of(template: Template, layouts: tuple[TemplateLayout, ...]) -> dict[str, TemplateLayout]:
    found: dict[str, list[TemplateLayout]] = {}
    for layout in layouts:
        role = role_of(layout, template.width, template.height)
        if role:
            found.setdefault(role, []).append(layout)
    chosen = {role: _chosen(role, found[role]) for role in ROLES if role in found}
    covers = found.get("title", [])
    # The format has no type for the last slide: a second cover, listed after the first, is one.
    if len(covers) > 1 and covers[-1] is not chosen["title"]:
        chosen["closing"] = covers[-1]
    return chosen


def _chosen(role: str, layouts: list[TemplateLayout]) -> TemplateLayout:
    told = [layout for layout in layouts if TYPES.get(layout.told) == role]
    if role != "obj":
        return (told or layouts)[0]
    return max(told or layouts, key=_room)


def _room(layout: TemplateLayout) -> int:
    return sum(place.box.width * place.box.height for place in layout.of(*BODIES))
