"""Rules of the package: names, types, relationships, what nothing leads to, pictures cut short, reproducible dates."""

from __future__ import annotations

import io
import re
import uuid
from collections import Counter
from collections.abc import Callable, Iterator

from lxml import etree
from PIL import Image

from deroule.outputs.deck.lint.opened import Fault, Opened, R
from deroule.outputs.deck.package.archive import CONTENT_TYPES, EPOCH

_ADDRESS = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+$")
_POINTED_AT = ("image", "hyperlink", "chart", "slide", "package", "video", "audio", "media")
"""Kinds of relationship that are there for an element that names their id."""
_identities: Callable[[etree._Element], list[str]] = etree.XPath("//@r:*", namespaces={"r": R.strip("{}")})  # type: ignore[assignment]
_PICTURES = {"png": "PNG", "jpeg": "JPEG", "jpg": "JPEG", "gif": "GIF"}


def members(opened: Opened) -> Iterator[Fault]:
    """Find members of the zip told twice, dated, or in an order that readers of streams stumble over."""
    for name, count in Counter(one.filename.lower() for one in opened.entries).items():
        if count > 1:
            yield Fault("duplicate-member", name)
    if opened.entries and opened.entries[0].filename != CONTENT_TYPES:
        yield Fault("types-not-first", opened.entries[0].filename)
    for one in opened.entries:
        if one.date_time != EPOCH:
            yield Fault("member-date", one.filename, "-".join(map(str, one.date_time)))


def well_formed(opened: Opened) -> Iterator[Fault]:
    """Find XML that cannot be parsed."""
    for name, reason in opened.broken.items():
        yield Fault("broken-xml", name, reason)


def types(opened: Opened) -> Iterator[Fault]:
    """Find parts without a type, and types of parts that are not there."""
    for name in opened.content:
        kind = opened.type_of(name)
        ours = name.endswith(".xml") and name.startswith("/ppt/") and kind == "application/xml"
        if name != f"/{CONTENT_TYPES}" and (not kind or ours):
            yield Fault("no-content-type", name)
    for name in opened.overrides:
        if name not in opened.content:
            yield Fault("type-of-missing-part", name)


def relationships(opened: Opened) -> Iterator[Fault]:
    """Find arrows to nowhere, two of one id, ids that no arrow has, arrows that nothing names, broken addresses."""
    for owner, arrows in opened.arrows.items():
        if owner != "/" and owner not in opened.content:
            yield Fault("relationships-of-missing-part", owner)
        for identity, count in Counter(one.id for one in arrows).items():
            if count > 1:
                yield Fault("duplicate-relationship-id", owner, identity)
        for one in arrows:
            if not one.outside and one.target not in opened.content:
                yield Fault("dangling-relationship", owner, one.target)
            if one.outside and not _ADDRESS.match(one.target):
                yield Fault("invalid-address", owner, one.target)
    for name, tree in opened.trees.items():
        if name.endswith(".rels"):
            continue
        named = {str(value) for value in _identities(tree) if value}
        known = opened.by_id(name)
        for identity in sorted(named - set(known)):
            yield Fault("unknown-relationship", name, identity)
        for identity in sorted(set(known) - named):
            if known[identity].kind in _POINTED_AT and not name.startswith("/ppt/notesSlides/"):
                yield Fault("unused-relationship", name, f"{identity} {known[identity].target}")


def orphans(opened: Opened) -> Iterator[Fault]:
    """Find parts that nothing leads to."""
    reached, waiting = {"/"}, ["/"]
    while waiting:
        for one in opened.arrows.get(waiting.pop(), []):
            if not one.outside and one.target not in reached:
                reached.add(one.target)
                waiting.append(one.target)
    for name in opened.content:
        if name not in reached and not name.endswith(".rels") and name != f"/{CONTENT_TYPES}":
            yield Fault("orphan-part", name)


def properties(opened: Opened) -> Iterator[Fault]:
    """Find a deck without core properties or with two sets of them."""
    count = len(opened.related("/", "core-properties"))
    if count != 1:
        yield Fault("core-properties", "/docProps/core.xml", str(count))


def pictures(opened: Opened) -> Iterator[Fault]:
    """Find pictures that are cut short or are of another kind than their name says."""
    for name, content in opened.content.items():
        wanted = _PICTURES.get(name.rsplit(".", 1)[-1].lower())
        if wanted is None:
            continue
        try:
            with Image.open(io.BytesIO(content)) as picture:
                kind = picture.format
                picture.verify()
            whole = wanted != "PNG" or b"IEND" in content[-12:]
            whole = whole and (wanted != "JPEG" or b"\xff\xd9" in content[-64:])
        except (OSError, SyntaxError, ValueError) as fault:
            yield Fault("broken-picture", name, str(fault))
            continue
        if kind != wanted or not whole:
            yield Fault("broken-picture", name, f"{kind or ''}{'' if whole else ' cut short'}")


def identities(opened: Opened) -> Iterator[Fault]:
    """Find GUIDs that are none, and creation ids that stand twice in a deck (PowerPoint merges such slides wrongly)."""
    seen: dict[tuple[str, str], str] = {}
    for name, tree in opened.trees.items():
        inside: Counter[str] = Counter()
        for one in tree.iter("{*}creationId"):
            value = one.get("id") or one.get("val") or ""
            inside[value] += 1
            if one.get("id") and not _is_guid(value):
                yield Fault("invalid-guid", name, value)
        for value, count in inside.items():
            other = seen.setdefault((name.split("/")[2] if name.count("/") > 2 else "", value), name)
            if count > 1 or (other != name and not value.startswith("{")):
                yield Fault("duplicate-creation-id", name, value)


def _is_guid(value: str) -> bool:
    try:
        return value == f"{{{str(uuid.UUID(value)).upper()}}}"
    except ValueError:
        return False
