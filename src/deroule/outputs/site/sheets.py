"""The owner's pages: each kind in its own form, indexes of their kind, and where in the events each one serves."""

from __future__ import annotations

import posixpath
from collections import Counter
from dataclasses import replace
from typing import Any

from markupsafe import Markup, escape

from deroule.alphabet import alphabetical
from deroule.model.dossier import Page
from deroule.model.event import Event
from deroule.outputs.site.addresses import event_place, place, relative
from deroule.outputs.site.cards import (
    KINDS,
    event_card,
    page_card,
    tag_id,
    tags_of,
    themes_of,
    tongue,
    written_day,
)
from deroule.outputs.site.dialect import as_engines_read
from deroule.outputs.site.heads import Head
from deroule.outputs.site.moved import built
from deroule.outputs.site.stage import Stage
from deroule.outputs.site.terms import GLOSSARY, defined, entries
from deroule.outputs.site.words import Wording

_FACTS = {
    "experiences": ("place", "region", "since", "date", "actors", "results", "contact", "sources", "checked"),
    "outils": ("duration", "participants", "contact", "checked"),
    "publications": ("authors", "publisher", "year", "language", "address", "checked"),
    "questions": ("checked",),
    "videos": ("date", "duration", "speakers", "credit", "checked"),
}
"""What the front matter of each kind may tell, in the order shown."""
_DAYS = ("checked", "date")
_RECENT, _SHOWN = 24, 4
"""Of how many events the home page chooses, when it is read, the next one and the others that it shows."""


def write_pages(stage: Stage) -> None:
    """Write every page of the owner's but the home page, which has a form of its own."""
    for page in stage.dossier.pages:
        if place(page) != "index.md":
            write_page(stage, page)


def write_page(stage: Stage, page: Page) -> None:
    """Write one page of the owner's in the form of its kind."""
    path = place(page)
    if path == "index.md":
        write_home(stage)
    elif page.made or (page.kind in KINDS and posixpath.basename(path) == "index.md"):
        _write_index(stage, page, path)
    else:
        _write_sheet(stage, page, path)


def _write_sheet(stage: Stage, page: Page, path: str) -> None:
    language = language_of(stage, page)
    wording, glossary = Wording(language), page.id in GLOSSARY
    body = told(page, wording)
    if not glossary:
        body += "\n" + stage.terms(language).abbreviations(body)
    stage.write(
        path, page.kind if page.kind in KINDS else "glossary" if glossary else "page", head_of(stage, page),
        contents=not glossary, **_common(stage, page, path), body=Markup(body),
        facts=_facts(stage, page, path, wording),
        question=str(page.facts.get("question") or ""), answer=str(page.facts.get("short_answer") or ""),
        terms=_slide_terms(stage, page, path) if glossary else [], seen=_seen(stage, page, path),
        index=_index_of(stage, page, path),
    )  # fmt: skip


def _write_index(stage: Stage, page: Page, path: str) -> None:
    wording = Wording(stage.language)
    listed = [one for one in stage.dossier.pages if one.kind == page.kind and one is not page]
    cards = [page_card(path, one, wording) for one in listed]
    replays = [event_card(stage, path, event) for event in stage.dossier.events if event.id in stage.filmed]
    is_empty = page.kind == "videos" and not cards and not replays
    awaited = stage.dossier.events[:_SHOWN] if is_empty else ()
    stage.write(
        path, "index", head_of(stage, page), **_common(stage, page, path), body=Markup(told(page, wording)),
        cards=cards, themes=themes_of(cards),
        events=replays if page.kind == "videos" else [],
        awaited=[event_card(stage, path, event) for event in awaited],
    )  # fmt: skip


def head_of(stage: Stage, page: Page) -> Head:
    """Give the head of a page of the owner's."""
    described = str(page.facts.get("summary") or page.facts.get("short_answer") or "")
    others = page.facts.get("translations")
    found = {
        str(tongue): built(target)
        for tongue, written in (others.items() if isinstance(others, dict) else ())
        if (target := stage.addresses.find(str(written)))
    }
    return Head(
        page.title, language_of(stage, page), " ".join(described.split()), day=page.date,
        changed=stage.latest([page.path]), others=found, picture=_cover(stage, page),
    )  # fmt: skip


def _cover(stage: Stage, page: Page) -> str:
    """Give the cover of the event that a page serves."""
    event = _event_of(stage, page)
    return stage.pictures(event).cover if event else ""


def _event_of(stage: Stage, page: Page) -> Event | None:
    """Give the event that a page serves."""
    named = page.facts.get("event")
    return stage.known.get(named) if isinstance(named, str) else None


def language_of(stage: Stage, page: Page) -> str:
    """Give the language that a page is written in: its `lang`, else the site's. (`language` is that of a work cited.)"""
    return tongue(page) or stage.language


def _common(stage: Stage, page: Page, path: str) -> dict[str, Any]:
    wording, changed = Wording(language_of(stage, page)), stage.latest([page.path])
    return {
        "title": page.title, "lead": str(page.facts.get("summary") or ""), "tags": tags_of(path, page.tags),
        "kind": wording.word(f"kind-{page.kind}") if page.kind in KINDS else "", "kind_id": page.kind or "",
        "changed": wording.word("changed", day=wording.day(changed)) if changed else "",
    }  # fmt: skip


def _index_of(stage: Stage, page: Page, path: str) -> dict[str, str] | None:
    """Give the index that a page belongs to."""
    index = stage.indexes.get(page.kind or "")
    return {"title": index.title, "href": relative(path, place(index))} if index else None


def told(page: Page, wording: Wording) -> str:
    """Give a page's Markdown as the engines read it, without the title that opens it: page forms show titles themselves."""
    lines = page.body.lstrip("\n").split("\n")
    below = "\n".join(lines[1:] if lines[0].startswith("# ") else lines).strip("\n")
    return as_engines_read(below, wording) + "\n"


def _facts(stage: Stage, page: Page, path: str, wording: Wording) -> list[dict[str, Any]]:
    told = []
    for name in _FACTS.get(page.kind or "", ()):
        value = page.facts.get(name)
        if value:
            told.append(
                {"name": name, "label": wording.word(name), "values": _values(stage, path, name, value, wording)}
            )
    return told


def _values(stage: Stage, path: str, name: str, value: object, wording: Wording) -> list[Markup]:
    if isinstance(value, dict):
        return [Markup("<br>").join(_value(stage, path, name, one, wording) for one in value.values())]
    listed = value if isinstance(value, list) else [value]
    return [made for one in listed for made in ([_value(stage, path, name, one, wording)]
            if not isinstance(one, dict) else _values(stage, path, name, one, wording))]  # fmt: skip


def _value(stage: Stage, path: str, name: str, value: object, wording: Wording) -> Markup:
    text = str(value)
    if name in _DAYS:
        return escape(written_day(text, wording))
    if name == "language":
        known = f"language-{text[:2]}"
        return escape(wording.word(known) if text[:2] in ("de", "en", "es", "fr", "it") else text)
    href = stage.hand(path, stage.language).link(text) if "/" in text or text.startswith("mailto:") else None
    return Markup('<a href="{}">{}</a>').format(href, text) if href else escape(text)


def _seen(stage: Stage, page: Page, path: str) -> list[dict[str, Any]]:
    """Give the event that a page belongs to, with the slides that it goes with."""
    event, slides = _event_of(stage, page), page.facts.get("slides")
    if event is None:
        return []
    titles = {slide.id: slide.title.plain for slide in event.slides}
    named = [str(one) for one in slides] if isinstance(slides, list) else []
    shown = [{"title": titles[one], "href": relative(path, stage.addresses.slide(event.id, one) or "")}
             for one in named if stage.addresses.slide(event.id, one) and one in titles]  # fmt: skip
    return [{**event_card(stage, path, event), "shown": shown, "href": relative(path, event_place(event))}]


def _slide_terms(stage: Stage, page: Page, path: str) -> list[dict[str, str]]:
    """Give the terms that slides define and the owner's glossary does not."""
    told = {term.casefold() for term, _ in entries(page)}
    found: dict[str, dict[str, str]] = {}
    for event in stage.dossier.events:
        titles = {slide.id: slide.title.plain for slide in event.slides}
        for term, meaning, slide in defined(event):
            target = stage.addresses.slide(event.id, slide)
            if term.casefold() not in told and target:
                found.setdefault(term, {"term": term, "meaning": meaning, "href": relative(path, target),
                                        "where": titles[slide], "language": event.language})  # fmt: skip
    return [found[term] for term in sorted(found, key=alphabetical)]


def indexes(stage: Stage) -> list[Page]:
    """Give the indexes of the kinds: the ways in."""
    return [one for one in stage.dossier.pages if one.made or (one.path.endswith("/index.md") and one.kind in KINDS)]


def write_home(stage: Stage) -> None:
    """Write the home page: the owner's words, the latest event, the ways in."""
    wording, path = Wording(stage.language), "index.md"
    page = next((one for one in stage.dossier.pages if place(one) == path), None)
    cover = next((stage.pictures(event).cover for event in stage.dossier.events), "")
    head = replace(
        head_of(stage, page) if page else Head(stage.material.name, stage.language), kind="website", picture=cover
    )
    kinds = Counter(one.kind for one in stage.dossier.pages)
    body = told(page, wording) if page else ""
    stage.write(
        path, "home", head, title=head.title, lead=head.description,
        body=Markup(body + "\n" + stage.terms(stage.language).abbreviations(body)),
        events=[event_card(stage, path, event) for event in stage.dossier.events[:_RECENT]], shown=_SHOWN,
        ways=[{**page_card(path, one, wording), "count": kinds[one.kind] - 1} for one in indexes(stage)],
    )  # fmt: skip


def write_themes(stage: Stage) -> None:
    """Write the page of themes: under each one, the events and pages that are about it."""
    path, wording = "tags.md", Wording(stage.language)
    found: dict[str, dict[str, Any]] = {}
    events = [(event.written.tags, event_card(stage, path, event)) for event in stage.dossier.events]
    pages = [(page.tags, page_card(path, page, wording)) for page in stage.dossier.pages]
    for tags, card in (*events, *pages):
        for tag in tags:
            found.setdefault(tag_id(tag), {"name": tag, "id": tag_id(tag), "cards": []})["cards"].append(card)
    themes = sorted(found.values(), key=lambda theme: alphabetical(theme["name"]))
    stage.write(path, "themes", Head(wording.word("tags"), stage.language, "", "website"), themes=themes)
