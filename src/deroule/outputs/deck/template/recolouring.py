"""A template in a guest's colours: the accents of its theme changed, as PowerPoint's own change of colours does."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from deroule.outputs.deck.reading.shapes import A
from deroule.outputs.deck.template.reading import Template


def recolour(template: Template, accents: Mapping[str, str]) -> None:
    """Write accents (`accent1` to `RRGGBB`) into the themes of all the template's masters."""
    for master in template.masters:
        for part in master.related("theme"):
            root = template.deck.tree(part)
            scheme = root.find(f"{A}themeElements/{A}clrScheme") if root is not None else None
            if root is None or scheme is None:
                continue
            for name, value in accents.items():
                slot = scheme.find(f"{A}{name}")
                if slot is not None:
                    for old in list(slot):
                        slot.remove(old)
                    etree.SubElement(slot, f"{A}srgbClr").set("val", value)
            part.content = bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
