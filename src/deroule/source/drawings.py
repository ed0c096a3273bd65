"""Drawings (SVG) that are admitted: well formed, of a known size, and that neither run nor fetch anything."""

from __future__ import annotations

import re

from lxml import etree

from deroule.diagnostics import Words

_LENGTH = re.compile(r"^\s*([\d.]+)\s*(px|pt|mm|cm|in|)\s*$")
_PIXELS = {"px": 1.0, "": 1.0, "pt": 4 / 3, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_ACTIVE = frozenset({"script", "foreignObject", "iframe", "object", "embed", "handler", "listener"})
_FETCHING = re.compile(r"@import|url\(\s*['\"]?\s*(?!#|data:image/)[^)\s]", re.IGNORECASE)
_LARGEST = 100_000.0
"""Pixels of a side; beyond, it is a slip of the unit."""


class UnreadablePictureError(ValueError):
    """A picture that cannot be used; `reason` says why in the author's words."""

    def __init__(self, reason: Words) -> None:
        super().__init__(reason.en)
        self.reason = reason


def drawing_size(content: bytes) -> tuple[float, float]:
    """Give width and height of an SVG in CSS pixels. Raises UnreadablePictureError.

    Refused: what is not well formed, bears scripts, or refers to something outside itself: it would run or fetch when
    the file is opened by itself, and no other output would show it.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        top = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as fault:
        raise UnreadablePictureError(_told(fault)) from None
    if etree.QName(top).localname != "svg":
        raise UnreadablePictureError(Words("ce n'est pas un dessin SVG", "it is no SVG drawing"))
    _refuse_entities(top)
    for element in top.iter(etree.Element):
        _refuse_active(element)
    return _size(top)


def _told(fault: etree.XMLSyntaxError) -> Words:
    if "amplification" in str(fault) or "entity" in str(fault).lower():
        return Words("il déclare des entités qui se multiplient", "it declares entities that multiply")
    line, column = fault.position
    return Words(
        f"le XML est mal formé à la ligne {line}, colonne {column}",
        f"its XML is broken at line {line}, column {column}",
    )


def _refuse_entities(top: etree._Element) -> None:
    declared = top.getroottree().docinfo.internalDTD
    if declared is not None and any(entity.content is None for entity in declared.entities()):  # type: ignore[attr-defined]
        raise UnreadablePictureError(
            Words("il fait appel à un fichier du dehors (entité)", "it calls a file from outside (an entity)")
        )


def _refuse_active(element: etree._Element) -> None:
    """Refuse an element that runs or fetches something."""
    name = etree.QName(element).localname
    attributes = {etree.QName(key).localname.lower(): str(value) for key, value in element.attrib.items()}
    if name in _ACTIVE or any(key.startswith("on") for key in attributes):
        raise UnreadablePictureError(
            Words(f"il contient un script ou une page (<{name}>)", f"it holds a script or a page (<{name}>)")
        )
    address = re.sub(r"[\s\x00-\x20]", "", attributes.get("href", "")).lower()
    if name == "a":
        outside = address.startswith(("javascript:", "data:", "vbscript:"))
    else:
        outside = bool(address) and not address.startswith(("#", "data:image/"))
    styles = [attributes.get("style", ""), *(attributes.get(key, "") for key in ("fill", "stroke", "filter", "mask"))]
    if name == "style":
        styles.append("".join(map(str, element.itertext())))
    if outside or any(_FETCHING.search(style) for style in styles):
        raise UnreadablePictureError(
            Words(f"il va chercher quelque chose au dehors (<{name}>)", f"it fetches something from outside (<{name}>)")
        )


def _size(top: etree._Element) -> tuple[float, float]:
    box = [float(part) for part in re.findall(r"-?\d+(?:\.\d+)?", top.get("viewBox", ""))]
    width, height = _length(top.get("width")), _length(top.get("height"))
    if width is None or height is None:
        width, height = (box[2], box[3]) if len(box) == 4 else (0.0, 0.0)
    if not (0 < width <= _LARGEST and 0 < height <= _LARGEST):
        raise UnreadablePictureError(
            Words(
                "il ne dit pas sa taille : il lui faut width et height, ou un viewBox",
                "it does not tell its size: it needs width and height, or a viewBox",
            )
        )
    return width, height


def _length(written: str | None) -> float | None:
    match = _LENGTH.match(written or "")
    try:
        return float(match[1]) * _PIXELS[match[2]] if match else None
    except ValueError:
        return None
