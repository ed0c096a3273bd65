"""From package to zip and back: fixed dates and order when writing, limits and distrust when reading."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib

from lxml import etree

from deroule.diagnostics import Words
from deroule.outputs.deck.package.parts import EXTENSIONS, Package, Part, Relationship

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip can tell; every member carries it, so that the same deck is the same bytes."""

STORED = frozenset({"png", "jpeg", "jpg", "gif", "xlsx"})
"""Already compressed: a second compression costs time and wins nothing."""

LARGEST_PACKAGE = 1024 * 1024 * 1024
MOST_PARTS = 50_000
LEAST_BOMB = 64 * 1024 * 1024
HIGHEST_RATIO = 100
"""How much a package may grow when unpacked: XML shrinks to a twentieth, never to a hundredth."""
CONTENT_TYPES = "[Content_Types].xml"
CORE = "docProps/core.xml"
_MOMENT = re.compile(rb">\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ<")


_FAULTS = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)
"""What zipfile raises on archives that are damaged, encrypted or of a kind that it does not know."""
_NO_ZIP = Words(
    "un .pptx est une archive zip, ce fichier n’en est pas une", "a .pptx is a zip archive, this file is none"
)
_DAMAGED = Words("archive incomplète ou abîmée", "the archive is cut short or damaged")
_BOMB = Words("il se déplierait en {times} fois sa taille", "it would unpack to {times} times its size")
_TOO_LARGE = Words("il dépasse 1 Gio une fois déplié", "it is more than 1 GiB when unpacked")
_TOO_MANY = Words("{count} fichiers dans l’archive", "{count} files in the archive")
_NOT_OFFICE = Words("archive zip, mais pas un fichier Office", "a zip archive, but no Office file")
_BAD_XML = Words("XML abîmé dans {name}", "broken XML in {name}")


class BrokenPackageError(Exception):
    """A file that is no package: not a zip, cut short, a bomb, or without its main part. `reason` says why."""

    def __init__(self, reason: Words, **values: object) -> None:
        filled = {key: str(value) for key, value in values.items()}
        self.reason = Words(reason.in_language("fr", **filled), reason.in_language("en", **filled))
        super().__init__(self.reason.en)


def canonical_zip(members: dict[str, bytes]) -> bytes:
    """Zip `members` with fixed dates, the content types first and the rest by name.

    A member that is itself a package (the workbook of a chart) is written the same way.
    """
    names = sorted(members, key=lambda name: (name != CONTENT_TYPES, name))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            info = zipfile.ZipInfo(name, EPOCH)
            info.create_system = 0
            ending = name.rsplit(".", 1)[-1].lower()
            info.compress_type = zipfile.ZIP_STORED if ending in STORED else zipfile.ZIP_DEFLATED
            content = members[name]
            archive.writestr(info, _rewritten(content) if ending == "xlsx" else content, compresslevel=6)
    return buffer.getvalue()


def _rewritten(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    # XlsxWriter writes the moment of writing into the properties of the workbook
    members = {
        name: _MOMENT.sub(b">1980-01-01T00:00:00Z<", one) if name == CORE else one for name, one in members.items()
    }
    return canonical_zip(members)


def package_bytes(package: Package) -> bytes:
    """Write a package: its parts, their relationships and their types."""
    members = {CONTENT_TYPES: package.content_types_xml(), "_rels/.rels": package.root.relationships_xml()}
    for name, part in package.parts.items():
        members[name[1:]] = part.content
        if part.relationships:
            folder, file = posixpath.split(name[1:])
            members[f"{folder}/_rels/{file}.rels"] = part.relationships_xml()
    return canonical_zip(members)


def parse_xml(content: bytes) -> etree._Element:
    """Read XML without entities, network or limits lifted. Raises etree.XMLSyntaxError."""
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True))


def read_members(content: bytes) -> dict[str, bytes]:
    """Read every member of a zip, within limits. Raises BrokenPackageError."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.filename.endswith("/")]
            _refuse_bombs(entries, len(content))
            # zipfile reads no more of a member than the size that was just judged
            return {entry.filename: archive.read(entry) for entry in entries}
    except _FAULTS as fault:
        raise BrokenPackageError(_DAMAGED if content.startswith(b"PK") else _NO_ZIP) from fault


def _refuse_bombs(entries: list[zipfile.ZipInfo], packed: int) -> None:
    if len(entries) > MOST_PARTS:
        raise BrokenPackageError(_TOO_MANY, count=len(entries))
    size = sum(entry.file_size for entry in entries)
    if size > LARGEST_PACKAGE:
        raise BrokenPackageError(_TOO_LARGE)
    if size > LEAST_BOMB and size > HIGHEST_RATIO * packed:
        raise BrokenPackageError(_BOMB, times=size // packed)


def read_package(content: bytes) -> Package:
    """Read a package: parts that nothing leads to are read too. Raises BrokenPackageError."""
    members = read_members(content)
    types = _content_types(members)
    package = Package()
    for name in members:
        if name != CONTENT_TYPES and not name.endswith(".rels"):
            absolute = "/" + name.lstrip("/")
            if absolute not in package.parts:
                package.add(Part(absolute, types(absolute), members[name]))
    for part in (package.root, *package.parts.values()):
        _read_relationships(package, part, members)
    return package


def _content_types(members: dict[str, bytes]):  # type: ignore[no-untyped-def]
    if CONTENT_TYPES not in members:
        raise BrokenPackageError(_NOT_OFFICE)
    root = _parsed(members[CONTENT_TYPES], CONTENT_TYPES)
    defaults = {item.get("Extension", "").lower(): item.get("ContentType", "") for item in root.iter("{*}Default")}
    overrides = {item.get("PartName", "").lower(): item.get("ContentType", "") for item in root.iter("{*}Override")}

    def type_of(name: str) -> str:
        extension = name.rsplit(".", 1)[-1].lower()
        return overrides.get(name.lower()) or defaults.get(extension) or EXTENSIONS.get(extension, "")

    return type_of


def _read_relationships(package: Package, part: Part, members: dict[str, bytes]) -> None:
    folder, file = posixpath.split(part.name[1:])
    name = posixpath.join(folder, "_rels", f"{file}.rels")
    if name not in members:
        return
    for item in _parsed(members[name], name).iter("{*}Relationship"):
        target: Part | str | None = item.get("Target", "")
        if item.get("TargetMode") != "External":
            target = package.parts.get(posixpath.normpath(posixpath.join("/", folder, str(target))))
        if target is not None:
            part.relationships.append(Relationship(item.get("Id", ""), item.get("Type", ""), target))


def _parsed(content: bytes, name: str) -> etree._Element:
    try:
        return parse_xml(content)
    except etree.XMLSyntaxError as fault:
        raise BrokenPackageError(_BAD_XML, name=name) from fault
