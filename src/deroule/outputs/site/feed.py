"""The feed of the dossier: its events and dated pages, latest first, for those who follow it in a reader (RSS 2.0)."""

from __future__ import annotations

import datetime as dt
from email.utils import format_datetime

from lxml import etree

from deroule.outputs.site.addresses import event_place, place
from deroule.outputs.site.heads import FEED
from deroule.outputs.site.stage import Stage

_ATOM = "http://www.w3.org/2005/Atom"
_MOST = 50


def write_feed(stage: Stage) -> None:
    """Write the feed, where the site's address is known: those who read feeds follow whole addresses alone."""
    material = stage.material
    if not material.address:
        return
    top = etree.Element("rss", {"version": "2.0"}, nsmap={"atom": _ATOM})
    channel = etree.SubElement(top, "channel")
    home = stage.heads.get("index.md")
    _add(channel, "title", material.name)
    _add(channel, "link", material.address)
    _add(channel, "description", home.description if home and home.description else material.name)
    _add(channel, "language", stage.language)
    facts = {"href": material.address + FEED, "rel": "self", "type": "application/rss+xml"}
    etree.SubElement(channel, f"{{{_ATOM}}}link", facts)
    for day, title, path, told, tags in _entries(stage)[:_MOST]:
        item = etree.SubElement(channel, "item")
        address = material.address + path.removesuffix(".md") + ".html"
        _add(item, "title", title)
        _add(item, "link", address)
        etree.SubElement(item, "guid", {"isPermaLink": "true"}).text = address
        _add(item, "pubDate", format_datetime(dt.datetime.combine(day, dt.time(), dt.UTC)))
        _add(item, "description", told)
        for tag in tags:
            _add(item, "category", tag)
    etree.indent(top)
    stage.save(FEED, etree.tostring(top, xml_declaration=True, encoding="UTF-8"))


def _entries(stage: Stage) -> list[tuple[dt.date, str, str, str, tuple[str, ...]]]:
    found = [
        (event.written.date, event.title.plain, event_place(event), event.written.summary.plain, event.written.tags)
        for event in stage.dossier.events
        if event.written.date
    ]
    for page in stage.dossier.pages:
        if page.date:
            told = str(page.facts.get("summary") or page.facts.get("short_answer") or "")
            found.append((page.date, page.title, place(page), told, page.tags))
    return sorted(found, key=lambda entry: (entry[0], entry[2]), reverse=True)


def _add(parent: etree._Element, name: str, text: str) -> None:
    if text:
        etree.SubElement(parent, name).text = "".join(sign for sign in text if sign.isprintable() or sign in "\n\t")
