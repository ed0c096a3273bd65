"""Parts and their relationships, held by reference: names are only needed when the package is written."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field

PRESENTATION = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"

EXTENSIONS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "svg": "image/svg+xml",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""Types told once by extension; every other part is told by name."""

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/"


@dataclass(eq=False, slots=True)
class Relationship:
    """An arrow from a part to another one, or to an address outside."""

    id: str
    type: str
    target: Part | str

    @property
    def external(self) -> bool:
        """Whether it leads out of the package."""
        return isinstance(self.target, str)


@dataclass(eq=False, slots=True)
class Part:
    """A file of the package: its absolute name, its type, its bytes and where it leads."""

    name: str
    content_type: str
    content: bytes = b""
    relationships: list[Relationship] = field(default_factory=list)
    _known: dict[tuple[str, object], str] = field(default_factory=dict, repr=False)

    def relate(self, kind: str, target: Part | str) -> str:
        """Give the id of the relationship of `kind` to `target`, made on first use.

        The look-up is by hash: a search through the list would make a deck of n pictures cost n².
        """
        key = (kind, target if isinstance(target, str) else id(target))
        if key not in self._known:
            type_ = kind if ":" in kind else OFFICE + kind
            relationship = Relationship(f"rId{len(self.relationships) + 1}", type_, target)
            self.relationships.append(relationship)
            self._known[key] = relationship.id
        return self._known[key]

    def related(self, kind: str) -> list[Part]:
        """List the parts of the package that relationships of `kind` (the type's last word) lead to."""
        return [
            found.target
            for found in self.relationships
            if found.type.rsplit("/", 1)[-1] == kind and isinstance(found.target, Part)
        ]

    @property
    def extension(self) -> str:
        """What the name ends with, in small letters, without the dot."""
        return posixpath.splitext(self.name)[1][1:].lower()

    def relationships_xml(self) -> bytes:
        """Give the content of the part's `.rels` file."""
        base = posixpath.dirname(self.name)
        lines = [_relationship_xml(item, base) for item in self.relationships]
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="'
            f'{PACKAGE.rstrip("/")}">{"".join(lines)}</Relationships>'
        ).encode()


def _relationship_xml(item: Relationship, base: str) -> str:
    from xml.sax.saxutils import quoteattr

    if isinstance(item.target, Part):
        target, mode = posixpath.relpath(item.target.name, base), ""
    else:
        target, mode = item.target, ' TargetMode="External"'
    return f'<Relationship Id="{item.id}" Type="{item.type}" Target={quoteattr(target)}{mode}/>'


class Package:
    """All parts, by name, and the relationships of the package itself (`root`)."""

    def __init__(self) -> None:
        self.root = Part("/", "")
        self.parts: dict[str, Part] = {}
        self._counts: dict[str, int] = {}

    def add(self, part: Part) -> Part:
        """Take a part in. Raises ValueError when the name is taken."""
        if part.name in self.parts:
            raise ValueError(f"two parts named {part.name}")
        self.parts[part.name] = part
        return part

    def new(self, pattern: str, content_type: str, content: bytes = b"") -> Part:
        """Take in a part named after `pattern`, whose `#` becomes the next number."""
        self._counts[pattern] = number = self._counts.get(pattern, 0) + 1
        return self.add(Part(pattern.replace("#", str(number)), content_type, content))

    @property
    def main(self) -> Part:
        """The part that the package is about: the presentation. Raises LookupError when there is none."""
        found = self.root.related("officeDocument")
        if not found:
            raise LookupError("no main part")
        return found[0]

    def content_types_xml(self) -> bytes:
        """Give `[Content_Types].xml`: a default by extension, an override for every other part."""
        used = {part.extension for part in self.parts.values() if EXTENSIONS.get(part.extension) == part.content_type}
        defaults = [
            f'<Default Extension="{extension}" ContentType="{EXTENSIONS[extension]}"/>'
            for extension in sorted(used | {"rels", "xml"})
        ]
        overrides = [
            f'<Override PartName="{part.name}" ContentType="{part.content_type}"/>'
            for part in sorted(self.parts.values(), key=lambda part: part.name)
            if EXTENSIONS.get(part.extension) != part.content_type
        ]
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f"{''.join(defaults)}{''.join(overrides)}</Types>"
        ).encode()
