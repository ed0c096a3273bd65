"""XML of exports: never an entity, never the network; a torn file gives what stands before the tear."""

from __future__ import annotations

from lxml import etree


def read_xml(content: bytes) -> tuple[etree._Element | None, str]:
    """Read a document. Gives its top (nothing when there is none) and the first fault of its writing."""
    if b"<!ENTITY" in content.replace(b"\0", b""):  # no tool writes one, and attributes would be expanded
        return None, "<!ENTITY"
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        top = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        return None, str(fault)[:120]
    errors = [one for one in parser.error_log if one.level_name in ("ERROR", "FATAL")]
    return top, str(errors[0].message)[:120] if errors else ""


def local(element: etree._Element) -> str:
    """Give an element's name without its namespace."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def child_text(element: etree._Element, name: str) -> str:
    """Give the text of a child, or nothing."""
    found = element.find(name)
    return "".join(str(one) for one in found.itertext()).strip() if found is not None else ""


def number(written: str | None) -> float | None:
    """Read a number, with point or comma; nothing for anything else, infinities included."""
    try:
        value = float((written or "").strip().replace(",", "."))
    except ValueError:
        return None
    return value if abs(value) < 1e15 else None


def line_of(element: etree._Element) -> int:
    """Give the line where an element begins."""
    line: object = element.sourceline
    return line if isinstance(line, int) else 1
