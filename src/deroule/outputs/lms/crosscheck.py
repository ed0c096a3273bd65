"""What schemas let through in a package: names that lead nowhere, files that are absent, names that platforms garble."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from urllib.parse import unquote

from lxml import etree

LONGEST = 120
"""Characters of a path: some platforms unpack into deep folders on systems that admit 260."""


def faults(manifest: bytes, files: Collection[str]) -> tuple[str, ...]:
    """Hold a manifest (imsmanifest.xml or cmi5.xml) against the files of its package, the manifest left out."""
    try:
        root = etree.fromstring(manifest, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as fault:
        return (f"not well-formed: {fault}",)
    find = _cmi5 if etree.QName(root).localname == "courseStructure" else _scorm
    return (*find(root, set(files)), *_names(files))


def _scorm(root: etree._Element, files: set[str]) -> Iterator[str]:
    elements = [one for one in root.iter() if isinstance(one.tag, str)]

    def named(tag: str) -> list[etree._Element]:
        return [one for one in elements if etree.QName(one).localname == tag]

    identifiers = [name for one in elements if (name := one.get("identifier"))]
    yield from (
        f"identifier twice: {name}" for name in sorted({one for one in identifiers if identifiers.count(one) > 1})
    )
    resources = {one.get("identifier"): one for one in named("resource")}
    organizations = {one.get("identifier") for one in named("organization")}
    for one in named("organizations"):
        if one.get("default") not in organizations:
            yield f"default organization: {one.get('default')}"
    for one in named("item"):
        if one.get("identifierref") is not None and one.get("identifierref") not in resources:
            yield f"item {one.get('identifier')} refers to {one.get('identifierref')}"
    listed: set[str] = set()
    for name, resource in resources.items():
        own = {unquote(one.get("href") or "") for one in resource if etree.QName(one).localname == "file"}
        listed |= own
        launched = unquote((resource.get("href") or "").split("?")[0].split("#")[0])
        if launched and launched not in own:
            yield f"resource {name} opens {launched}, which is not among its files"
        kinds = [value for key, value in resource.attrib.items() if str(key).lower().endswith("}scormtype")]
        if kinds == ["sco"] and not launched:
            yield f"resource {name} opens nothing"
    yield from (f"absent: {name}" for name in sorted(listed - files))
    yield from (f"not listed: {name}" for name in sorted(files - listed))


def _cmi5(root: etree._Element, files: set[str]) -> Iterator[str]:
    seen: set[str] = set()
    for one in (one for one in root.iter() if isinstance(one.tag, str)):
        tag, name = etree.QName(one).localname, one.get("id")
        if tag in ("course", "au", "block", "objective") and (not name or ":" not in name):
            yield f"{tag}: {name!r} is no IRI"
        if name and name in seen:
            yield f"id twice: {name}"
        seen |= {name} if name else set()
        if tag == "url":
            address = (one.text or "").strip()
            if "://" not in address and unquote(address.split("?")[0]) not in files:
                yield f"absent: {address}"


def _names(files: Collection[str]) -> Iterator[str]:
    for name in sorted(files):
        if not name.isascii() or any(sign in name for sign in ' "<>|?*\\:%#&'):
            yield f"a name that platforms garble: {name}"
        if len(name) > LONGEST:
            yield f"a path of {len(name)} characters: {name}"
