"""A template's masters, layouts, themes and pictures, copied into a deck; sample slides and what only they use stay behind."""

from __future__ import annotations

import posixpath
import re

from lxml import etree

from deroule.outputs.deck.package import Package, Part, Relationship
from deroule.outputs.deck.package.archive import parse_xml
from deroule.outputs.deck.reading.opened import R_ID
from deroule.outputs.deck.reading.shapes import P
from deroule.outputs.deck.template.prompts import drop_prompts
from deroule.outputs.deck.template.reading import Template
from deroule.outputs.deck.xml import RELATIONSHIPS
from deroule.programs.png_mending import mended

LEFT_BEHIND = frozenset(
    {"slide", "notesSlide", "presentation", "handoutMaster", "notesMaster", "comments", "officeDocument"}
)
"""Kinds of relationships that lead from a layout to what a deck of ours does not take over."""
_MARK = re.compile(rb'creationId[^>]*\sval="(\d+)"')
_NUMBER = re.compile(r"\d+$")
_REFERENCE = f"{{{RELATIONSHIPS}}}"
_IMPLICIT = ("slideMaster", "slideLayout", "theme", "themeOverride")
"""Kinds of relationships that a layout or a master holds without naming them in its XML."""


class Grafted:
    """The parts of a template inside a deck, by the name that they had in the template."""

    def __init__(self, template: Template, package: Package) -> None:
        self._package = package
        self._taken = {mark for part in package.parts.values() if _is_slide_part(part) for mark in _marks(part.content)}
        self._parts: dict[str, Part] = {}
        self._kept = {part.name for master in template.masters for part in (master, *template.deck.layouts(master))}
        self.masters = tuple(self._copy(master) for master in template.masters)
        for master in self.masters:
            _list_known_layouts(master)

    def part(self, name: str) -> Part:
        """Give the copy of a part of the template."""
        return self._parts[name]

    def _copy(self, part: Part) -> Part:
        if part.name in self._parts:
            return self._parts[part.name]
        made = self._package.new(_pattern(part), part.content_type, _sound(part))
        self._parts[part.name] = made
        dropped = []
        named = _named_in(part) if _is_slide_part(part) else None
        for one in part.relationships:
            unused = named is not None and one.id not in named and one.type.rsplit("/", 1)[-1] not in _IMPLICIT
            if unused or self._is_left(one):
                dropped.append(one.id)
            else:
                target = one.target if isinstance(one.target, str) else self._copy(one.target)
                made.relationships.append(Relationship(one.id, one.type, target))
        if dropped or _is_slide_part(part):
            made.content = _cleaned(part.content, frozenset(dropped), self._taken)
        return made

    def _is_left(self, one: Relationship) -> bool:
        kind = one.type.rsplit("/", 1)[-1]
        if kind in LEFT_BEHIND:
            return True
        unlisted = kind in ("slideLayout", "slideMaster") and isinstance(one.target, Part)
        return unlisted and isinstance(one.target, Part) and one.target.name not in self._kept


def _sound(part: Part) -> bytes:
    """A part's content; a PNG that lost its end is written anew, as a deck of ours holds no broken picture."""
    if part.content_type != "image/png":
        return part.content
    try:
        return mended(part.content)
    except OSError:  # nothing of it can be read
        return part.content


def _is_slide_part(part: Part) -> bool:
    return part.content_type.endswith(("slideMaster+xml", "slideLayout+xml"))


def _named_in(part: Part) -> frozenset[str]:
    root = parse_xml(part.content)
    return frozenset(
        str(value)
        for element in root.iter()
        if isinstance(element.tag, str)
        for name, value in element.attrib.items()
        if str(name).startswith(_REFERENCE)
    )


def _pattern(part: Part) -> str:
    """Keep a part's folder and kind of name; its number is given anew."""
    stem, ending = posixpath.splitext(part.name)
    return f"{_NUMBER.sub('', stem)}#{ending.lower()}"


def _marks(content: bytes) -> list[str]:
    """List the marks by which PowerPoint knows a layout again (`creationId`)."""
    return [mark.decode() for mark in _MARK.findall(content)]


def _cleaned(content: bytes, dropped: frozenset[str], taken: set[str]) -> bytes:
    """Take out what names a relationship that was left behind, prompts of fields that LibreOffice left, and marks that other
    layouts of the deck bear already: a template that a guest wears in other colours is there twice."""
    try:
        root = parse_xml(content)
    except etree.XMLSyntaxError:
        return content
    for element in [one for one in root.iter() if isinstance(one.tag, str)]:
        if any(str(name).startswith(_REFERENCE) and value in dropped for name, value in element.attrib.items()):
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
    for mark in [one for one in root.iter("{*}creationId") if one.get("val") in taken]:
        extension = mark.getparent()
        parent = extension.getparent() if extension is not None else None
        if extension is not None and parent is not None:
            parent.remove(extension)
    drop_prompts(root)
    _tell_shapes_apart(root)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _tell_shapes_apart(root: etree._Element) -> None:
    """Give shapes that share an id one each: LibreOffice counts them twice, and PowerPoint repairs the file."""
    shapes = [one for one in root.iter(f"{P}cNvPr") if one.get("id", "").isdigit()]
    free = max((int(one.get("id", "0")) for one in shapes), default=0) + 1
    seen: set[str] = set()
    for shape in shapes:
        if shape.get("id", "") in seen:
            shape.set("id", str(free))
            free += 1
        seen.add(shape.get("id", ""))


def _list_known_layouts(master: Part) -> None:
    """List in the master exactly the layouts that it leads to: some converters forget the list."""
    root = parse_xml(master.content)
    known = [one.id for one in master.relationships if one.type.rsplit("/", 1)[-1] == "slideLayout"]
    listed = root.find(f"{P}sldLayoutIdLst")
    if listed is None:
        listed = etree.Element(f"{P}sldLayoutIdLst")
        after = root.find(f"{P}clrMap")
        assert after is not None
        after.addnext(listed)
    told = [one.get(R_ID) for one in listed]
    for element in list(listed):
        if element.get(R_ID) not in known:
            listed.remove(element)
    for identity in known:
        if identity not in told:
            etree.SubElement(listed, f"{P}sldLayoutId").set(R_ID, identity)
    master.content = bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def number_layouts(master: Part, first_id: int) -> int:
    """Give the layouts of a master ids from `first_id` on, unique through the deck; give the next free one."""
    root = parse_xml(master.content)
    listed = root.find(f"{P}sldLayoutIdLst")
    for element in listed if listed is not None else ():
        element.set("id", str(first_id))
        first_id += 1
    master.content = bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
    return first_id
