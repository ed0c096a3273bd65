"""A deck opened for looking at: its members as the zip lists them, its parts, their trees, its slides in order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from deroule.diagnostics import Words
from deroule.outputs.deck.package import BrokenPackageError, Package, Part, read_package
from deroule.outputs.deck.package.archive import parse_xml
from deroule.outputs.deck.xml import PRESENTATION, RELATIONSHIPS

R_ID = f"{{{RELATIONSHIPS}}}id"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
"""How the files of Office before 2007 begin, and those that a password protects (an OLE container)."""
_LOCKED = Words("il est protégé par un mot de passe", "it is protected by a password")
_OLD = Words("c’est l’ancien format d’Office (.ppt)", "it is in Office’s old format (.ppt)")
_NO_PRESENTATION = Words("il ne contient pas de présentation lisible", "it holds no presentation that can be read")
_OTHERS = {
    "wordprocessingml": Words("c’est un document Word", "it is a Word document"),
    "spreadsheetml": Words("c’est un classeur Excel", "it is an Excel workbook"),
}


class OpenedDeck:
    """A deck being looked at. Trees are parsed once; a part whose XML is broken has none."""

    def __init__(self, content: bytes, package: Package) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            self.members = tuple(entry.filename for entry in archive.infolist() if not entry.filename.endswith("/"))
        self.package = package
        self.main = package.main
        self._trees: dict[str, etree._Element | None] = {}
        self._targets: dict[str, dict[str, Part | str]] = {}

    def tree(self, part: Part) -> etree._Element | None:
        """Give the root element of a part; nothing when its XML is broken."""
        if part.name not in self._trees:
            try:
                self._trees[part.name] = parse_xml(part.content)
            except (etree.XMLSyntaxError, ValueError):
                self._trees[part.name] = None
        return self._trees[part.name]

    def target(self, part: Part, identity: str | None) -> Part | str | None:
        """Give what the relationship of that id leads to: a part, an outside address, or nothing."""
        if part.name not in self._targets:
            self._targets[part.name] = {one.id: one.target for one in part.relationships}
        return self._targets[part.name].get(identity or "")

    def listed(self, element: str, parent: str) -> Iterator[tuple[str, Part]]:
        """Give the id and the part of each entry of a list of the presentation: `sldId` of `sldIdLst`."""
        root = self.tree(self.main)
        if root is None:
            return
        for entry in root.iterfind(f"{{{PRESENTATION}}}{parent}/{{{PRESENTATION}}}{element}"):
            part = self.target(self.main, entry.get(R_ID))
            if isinstance(part, Part):
                yield entry.get("id", ""), part

    @property
    def slides(self) -> list[Part]:
        """The slides in the order shown; one that is listed twice is there once."""
        return list({part.name: part for _, part in self.listed("sldId", "sldIdLst")}.values())

    @property
    def masters(self) -> list[Part]:
        """The slide masters in their order."""
        return [part for _, part in self.listed("sldMasterId", "sldMasterIdLst")]

    def layouts(self, master: Part) -> list[Part]:
        """The layouts of a master in the order in which PowerPoint lists them."""
        root = self.tree(master)
        if root is None:
            return []
        listed = root.iterfind(f"{{{PRESENTATION}}}sldLayoutIdLst/{{{PRESENTATION}}}sldLayoutId")
        found = (self.target(master, one.get(R_ID)) for one in listed)
        return [part for part in found if isinstance(part, Part)] or master.related("slideLayout")

    @property
    def has_macros(self) -> bool:
        """Whether the file says of itself that it runs macros (.pptm, .potm)."""
        return "macroEnabled" in self.main.content_type

    def size(self) -> tuple[int, int]:
        """Give width and height of the slides in EMU; those of 4:3, the format's own default, when they are not told."""
        root = self.tree(self.main)
        size = root.find(f"{{{PRESENTATION}}}sldSz") if root is not None else None
        return (
            (whole(size.get("cx"), 9_144_000), whole(size.get("cy"), 6_858_000))
            if size is not None
            else (9_144_000, 6_858_000)
        )


def whole(written: str | None, default: int = 0) -> int:
    """Read a whole number as written in an attribute; the default when it is none."""
    try:
        return int(written) if written is not None else default
    except ValueError:
        return default


def open_deck(content: bytes) -> OpenedDeck:
    """Open a deck or a template. Raises BrokenPackageError with the reason when it is none."""
    if content.startswith(_OLD_OFFICE):
        locked = "EncryptedPackage".encode("utf-16-le") in content
        raise BrokenPackageError(_LOCKED if locked else _OLD)
    try:
        deck = OpenedDeck(content, read_package(content))
    except LookupError as fault:
        raise BrokenPackageError(_NO_PRESENTATION) from fault
    root = deck.tree(deck.main)
    if root is None or root.tag != f"{{{PRESENTATION}}}presentation":
        kind = next((words for mark, words in _OTHERS.items() if mark in deck.main.content_type), _NO_PRESENTATION)
        raise BrokenPackageError(kind)
    return deck
