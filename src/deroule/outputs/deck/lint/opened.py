"""A package as it is written, faults and all: reading it as a deck would already mend what the lint looks for."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass, field

from lxml import etree

from deroule.outputs.deck.package.archive import CONTENT_TYPES, parse_xml
from deroule.outputs.deck.xml import DRAWING, PRESENTATION, RELATIONSHIPS

A, P, R = f"{{{DRAWING}}}", f"{{{PRESENTATION}}}", f"{{{RELATIONSHIPS}}}"


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of a package: the rule, the part where it is, and what exactly."""

    rule: str
    part: str
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.rule} ({self.part}{': ' + self.detail if self.detail else ''})"


@dataclass(frozen=True, slots=True)
class Arrow:
    """A relationship as written; `target` is the absolute name of a part, or an address when it leads outside."""

    id: str
    kind: str
    target: str
    outside: bool


@dataclass(slots=True)
class Opened:
    """The members of a package, their trees and their relationships by the name of their part."""

    entries: list[zipfile.ZipInfo]
    content: dict[str, bytes]
    trees: dict[str, etree._Element] = field(default_factory=dict)
    broken: dict[str, str] = field(default_factory=dict)
    arrows: dict[str, list[Arrow]] = field(default_factory=dict)
    defaults: dict[str, str] = field(default_factory=dict)
    overrides: dict[str, str] = field(default_factory=dict)

    def type_of(self, part: str) -> str:
        """Give a part's content type; empty when none is told."""
        return self.overrides.get(part) or self.defaults.get(part.rsplit(".", 1)[-1].lower(), "")

    def parts(self, ending: str) -> list[str]:
        """List the parts whose content type ends so: `slide+xml`."""
        return [name for name in self.content if self.type_of(name).endswith(f".{ending}")]

    def related(self, part: str, kind: str) -> list[str]:
        """List the parts that relationships of a kind lead to."""
        return [one.target for one in self.arrows.get(part, []) if one.kind == kind and not one.outside]

    def by_id(self, part: str) -> dict[str, Arrow]:
        """Give a part's relationships by id."""
        return {one.id: one for one in self.arrows.get(part, [])}

    @property
    def main(self) -> str:
        """The name of the presentation part; empty when there is none."""
        return next(iter(self.related("/", "officeDocument")), "")


def open_package(content: bytes) -> Opened:
    """Open the bytes of a package. Raises zipfile.BadZipFile when it is no zip."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = [one for one in archive.infolist() if not one.filename.endswith("/")]
        opened = Opened(entries, {f"/{one.filename}": archive.read(one) for one in entries})
    for name, one in opened.content.items():
        if name.endswith((".xml", ".rels")):
            try:
                opened.trees[name] = parse_xml(one)
            except etree.XMLSyntaxError as fault:
                opened.broken[name] = str(fault)
    _read_types(opened)
    for name, tree in opened.trees.items():
        if name.endswith(".rels"):
            _read_arrows(opened, name, tree)
    return opened


def _read_types(opened: Opened) -> None:
    tree = opened.trees.get(f"/{CONTENT_TYPES}")
    for one in tree if tree is not None else ():
        if "Extension" in one.attrib:
            opened.defaults[one.get("Extension", "").lower()] = one.get("ContentType", "")
        else:
            opened.overrides[one.get("PartName", "")] = one.get("ContentType", "")


def _read_arrows(opened: Opened, name: str, tree: etree._Element) -> None:
    folder, file = posixpath.split(name)
    owner = posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
    base = posixpath.dirname(owner)
    for one in tree.iter("{*}Relationship"):
        target, outside = one.get("Target", ""), one.get("TargetMode") == "External"
        if not outside:
            target = posixpath.normpath(posixpath.join(base, target))
        kind = one.get("Type", "").rsplit("/", 1)[-1]
        opened.arrows.setdefault(owner, []).append(Arrow(one.get("Id", ""), kind, target, outside))
