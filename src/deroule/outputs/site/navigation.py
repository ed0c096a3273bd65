"""The navigation: the owner's, without the pages that are not there, which are told; else the indexes."""

from __future__ import annotations

from collections.abc import Set
from difflib import get_close_matches
from typing import Any

from deroule.diagnostics import Diagnostic
from deroule.model.dossier import Dossier
from deroule.outputs.site.addresses import (
    EVENTS,
    SPEAKERS,
    STATEMENT,
    TAGS,
    event_place,
    place,
    replay_place,
    sequence_place,
)
from deroule.outputs.site.cleaning import shield
from deroule.outputs.site.codes import PAGE_NOT_THERE
from deroule.outputs.site.owner import Owner, is_address
from deroule.outputs.site.words import Wording
from deroule.workspace import Workspace


def navigation_of(owner: Owner, known: Set[str], wording: Wording) -> tuple[list[Any], tuple[Diagnostic, ...]]:
    """Give the owner's navigation without the pages that are not among the known ones, and these; else the indexes.

    It stays short: a list of all events would be three quarters of each page's weight.
    """
    missing: dict[str, None] = {}
    kept = _kept(owner.values.get("nav"), known, missing) or _usual(known, wording)
    return kept, tuple(
        PAGE_NOT_THERE.at(
            owner.at(page), page=page, near="".join(f" : {one} ?" for one in get_close_matches(page, known, 1))
        )
        for page in missing
    )


def missing_pages(owner: Owner, dossier: Dossier, workspace: Workspace) -> tuple[Diagnostic, ...]:
    """Tell the pages that the owner's navigation names and that no build would make; no page is made to know it.

    A page of content/ that cannot be read is told where it stands; a replay is there once it was recorded or rehearsed.
    """
    known = pages_of(dossier) | {replay_place(event) for event in dossier.events}
    known |= {path.removeprefix("content/") for path in workspace.files("content") if path.endswith(".md")}
    return navigation_of(owner, known, Wording(dossier.organisation.language))[1]


def pages_of(dossier: Dossier) -> set[str]:
    """Give the path of every page that the site has before anything was recorded."""
    found = {"index.md", f"{EVENTS}/index.md", TAGS, STATEMENT, *map(place, dossier.pages)}
    for event in dossier.events:
        found |= {event_place(event), *(sequence_place(event, one) for one in event.sequences)}
    return found | ({SPEAKERS} if any(event.speakers for event in dossier.events) else set())


def _kept(entries: object, known: Set[str], missing: dict[str, None]) -> list[Any]:
    kept: list[Any] = []
    for entry in entries if isinstance(entries, list) else ():
        for title, target in entry.items() if isinstance(entry, dict) else ((None, entry),):
            if isinstance(target, list):
                below = _kept(target, known, missing)
                kept += [{shield(str(title)): below}] if below else []
            elif str(target) in known or is_address(target):
                kept.append({shield(str(title)): str(target)} if title is not None else str(target))
            else:
                missing[str(target)] = None
    return kept


def _usual(known: Set[str], wording: Wording) -> list[Any]:
    """Give the navigation of an owner who wrote none: home, events, the indexes of content/, the pages at its root."""
    top = [path for path in sorted(known) if "/" not in path or (path.count("/") == 1 and path.endswith("/index.md"))]
    first = {"index.md": "home", "evenements/index.md": "events", "intervenants.md": "speakers", "tags.md": "tags"}
    named: list[Any] = [{wording.word(word): path} for path, word in first.items() if path in top]
    quiet = ("mentions.md", "accessibilite.md")
    return named + [path for path in top if path not in first and path not in quiet]
