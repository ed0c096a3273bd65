"""The manifests by which learning platforms know a package: SCORM 1.2, SCORM 2004 4th edition, cmi5."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from lxml import etree

from deroule.model.event import Event

LAUNCH = "index.html"
_CP12, _ADL12 = "http://www.imsproject.org/xsd/imscp_rootv1p1p2", "http://www.adlnet.org/xsd/adlcp_rootv1p2"
_CP2004, _ADL2004 = "http://www.imsglobal.org/xsd/imscp_v1p1", "http://www.adlnet.org/xsd/adlcp_v1p3"
_SEQUENCING = "http://www.imsglobal.org/xsd/imsss"
_CMI5 = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"


def scorm12(event: Event, files: Sequence[str]) -> bytes:
    """Write imsmanifest.xml for SCORM 1.2: one organisation, one item, one SCO."""
    root = etree.Element(_name(_CP12, "manifest"), nsmap=_spaces(_CP12, adlcp=_ADL12))
    root.set("identifier", _identifier("manifest", event))
    root.set("version", "1.0")
    _contents(root, _CP12, event, "1.2")
    _resource(root, _CP12, files).set(_name(_ADL12, "scormtype"), "sco")
    return _bytes(root)


def scorm2004(event: Event, files: Sequence[str]) -> bytes:
    """Write imsmanifest.xml for SCORM 2004, 4th edition. Completion and success are what the content says."""
    root = etree.Element(_name(_CP2004, "manifest"), nsmap=_spaces(_CP2004, adlcp=_ADL2004, imsss=_SEQUENCING))
    root.set("identifier", _identifier("manifest", event))
    root.set("version", "1")
    item = _contents(root, _CP2004, event, "2004 4th Edition")
    sequencing = etree.SubElement(item, _name(_SEQUENCING, "sequencing"))
    controls = etree.SubElement(sequencing, _name(_SEQUENCING, "deliveryControls"))
    controls.set("completionSetByContent", "true")
    controls.set("objectiveSetByContent", "true")
    _resource(root, _CP2004, files).set(_name(_ADL2004, "scormType"), "sco")
    return _bytes(root)


def cmi5(event: Event, *, has_quiz: bool) -> bytes:
    """Write cmi5.xml: a course of one assignable unit; with a quiz it is passed at half of the points."""
    root = etree.Element(_name(_CMI5, "courseStructure"), nsmap=_spaces(_CMI5))
    course = etree.SubElement(root, _name(_CMI5, "course"))
    course.set("id", f"urn:deroule:course:{event.id}")
    _told(course, event)
    unit = etree.SubElement(root, _name(_CMI5, "au"))
    unit.set("id", f"urn:deroule:replay:{event.id}")
    unit.set("launchMethod", "AnyWindow")
    unit.set("moveOn", "CompletedOrPassed" if has_quiz else "Completed")
    if has_quiz:
        unit.set("masteryScore", "0.5")
    _told(unit, event)
    etree.SubElement(unit, _name(_CMI5, "url")).text = LAUNCH
    return _bytes(root)


def _contents(root: Any, space: str, event: Event, version: str) -> Any:
    metadata = etree.SubElement(root, _name(space, "metadata"))
    etree.SubElement(metadata, _name(space, "schema")).text = "ADL SCORM"
    etree.SubElement(metadata, _name(space, "schemaversion")).text = version
    organizations = etree.SubElement(root, _name(space, "organizations"))
    organizations.set("default", "organization")
    organization = etree.SubElement(organizations, _name(space, "organization"))
    organization.set("identifier", "organization")
    etree.SubElement(organization, _name(space, "title")).text = event.title.plain
    item = etree.SubElement(organization, _name(space, "item"))
    item.set("identifier", "item")
    item.set("identifierref", "resource")
    item.set("isvisible", "true")
    etree.SubElement(item, _name(space, "title")).text = event.title.plain
    return item


def _resource(root: Any, space: str, files: Iterable[str]) -> Any:
    resources = etree.SubElement(root, _name(space, "resources"))
    resource = etree.SubElement(resources, _name(space, "resource"))
    resource.set("identifier", "resource")
    resource.set("type", "webcontent")
    resource.set("href", LAUNCH)
    for file in sorted(files):
        etree.SubElement(resource, _name(space, "file")).set("href", file)
    return resource


def _told(parent: Any, event: Event) -> None:
    summary = " ".join(event.written.summary.plain.split()) or event.title.plain
    for tag, text in (("title", event.title.plain), ("description", summary)):
        told = etree.SubElement(etree.SubElement(parent, _name(_CMI5, tag)), _name(_CMI5, "langstring"))
        told.set("lang", event.language)
        told.text = text


def _identifier(kind: str, event: Event) -> str:
    """Give an XML name: ids of events begin with a figure."""
    return f"{kind}-{event.id}"


def _spaces(default: str, **others: str) -> Any:
    """Give the name spaces of a root element; the default one has no prefix."""
    return {None: default, **others}


def _name(space: str, tag: str) -> str:
    return f"{{{space}}}{tag}"


def _bytes(root: Any) -> bytes:
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return made
