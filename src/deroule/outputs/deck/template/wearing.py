"""The look of a deck in a template: its masters and layouts for our slides, its scheme colours behind our slots."""

from __future__ import annotations

from lxml import etree

from deroule.layout.page import SlidePage
from deroule.model.theme import Theme
from deroule.outputs.deck.colours import Palette
from deroule.outputs.deck.look.look import Layout, Look, Placeholder
from deroule.outputs.deck.package import Package
from deroule.outputs.deck.reading.shapes import A
from deroule.outputs.deck.template.deriving import Derived
from deroule.outputs.deck.template.grafting import Grafted
from deroule.outputs.deck.template.reading import TemplateLayout
from deroule.outputs.deck.xml import HEAD

_PAGE_KINDS = {"cover": "cover", "divider": "divider", "closing": "closing"}
PLAIN_TEXT = (
    "<a:lstStyle>"
    + "".join(
        f'<a:lvl{level}pPr rtl="0"><a:defRPr i="0" u="none" strike="noStrike" cap="none" spc="0" baseline="0">'
        f"<a:effectLst/></a:defRPr></a:lvl{level}pPr>"
        for level in range(1, 4)
    )
    + "</a:lstStyle>"
)
"""Takes back what a template's text styles would add to words that were measured without: capitals, spacing, slant."""


class SchemePalette(Palette):
    """Slots as shifts of the template's own scheme colours, so that a change of theme recolours every diagram."""

    def source(self, slot: str) -> tuple[str, str]:
        """Give the template's scheme colour that the slot was derived from."""
        return self.theme.sources[slot]


class TemplateLook(Look):
    """A look whose parts were read: layouts by kind of page, as the derived theme decided."""

    used: dict[str, str]
    shared: frozenset[str]

    def layout(self, page: SlidePage, bodies: int) -> Layout:
        """Choose the layout: by kind of page, and for content by the bodies that it fills."""
        kind = _PAGE_KINDS.get(page.layout)
        if kind:
            return self.layouts[self.used[kind]]
        if not bodies and "titleOnly" in self.shared:
            return self.layouts["titleOnly"]
        if bodies > 1 and "twoObj" in self.shared:
            return self.layouts["twoObj"]
        return self.layouts[self.used["content"]]


def template_look(package: Package, derived: Derived, theme: Theme) -> TemplateLook:
    """Copy a template into a deck and give its look. `theme` is the derived one, or a change of it."""
    grafted = Grafted(derived.template, package)
    layouts = {
        role: Layout(grafted.part(one.part.name), role, one.name, _holders(one)) for role, one in derived.roles.items()
    }
    content = derived.roles[derived.used["content"]]
    master = grafted.part(content.master.name)
    others = tuple(one for one in grafted.masters if one is not master)
    look = TemplateLook(
        theme,
        SchemePalette(theme),
        layouts,
        (master,),
        others=others,
        scale=derived.scale,
        size=(derived.template.width, derived.template.height),
        text_style=PLAIN_TEXT,
        borrowed=True,
        theme_content=_theme_content(content),
    )
    look.used, look.shared = derived.used, derived.shared
    return look


def _holders(layout: TemplateLayout) -> tuple[Placeholder, ...]:
    return tuple(place.holder for place in layout.places)


def _theme_content(layout: TemplateLayout) -> bytes:
    """The theme for the notes: the template's own, without the pictures that only its backgrounds use."""
    found = layout.master.related("theme")
    root = layout.deck.tree(found[0]) if found else None
    if root is None or root.find(f"{A}themeElements") is None:
        return b""
    if any(str(name).endswith("}embed") for one in root.iter() if isinstance(one.tag, str) for name in one.attrib):
        return b""
    return HEAD.encode() + bytes(etree.tostring(root))
