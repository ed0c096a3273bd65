"""What stands at the head of a content page, judged: names nearly right, days that are none, ids that point nowhere."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Collection, Iterator, Sequence

from deroule.diagnostics import Diagnostic, Note, Words
from deroule.model.dossier import Page
from deroule.model.event import Event
from deroule.slug import slug
from deroule.source.codes import BROKEN_YAML, DUPLICATE_ID, UNKNOWN_KEY, WRONG_VALUE
from deroule.source.decode import ID_EXPECTED, date_hint
from deroule.source.french_keys import key_for
from deroule.source.nodes import Items, Mapping, Scalar
from deroule.source.references import SLIDE, unknown
from deroule.span import Span

_KNOWN = (
    "id", "title", "short_title", "summary", "question", "short_answer", "tags", "themes", "event", "slides", "date",
    "checked", "duration", "participants", "sources", "results", "region", "place", "contact", "actors", "language",
    "year", "since", "publisher", "authors", "address", "translations", "moved_from",
)  # fmt: skip
_DAYS = ("date", "checked")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FENCE = re.compile(r"---[ \t]*")
_FACT = re.compile(r"[a-z_]+:(?: |$)")
_EVENT = Words("l'événement", "event")
_FIRST = Words("la première page est ici", "the first page is here")
_DATE = Words("une date est attendue : 2018-03-01", "a date is expected: 2018-03-01")
_NOT_CLOSED = Words("l'en-tête qui commence ici n'est pas refermé", "the head that begins here is not closed")
_CLOSE = Words("ajoutez une ligne --- sous sa dernière clé", "add a line --- below its last key")
_NOT_OPENED = Words("cet en-tête n'est pas ouvert", "this head is not opened")
_OPEN = Words("ajoutez une ligne --- au-dessus", "add a line --- above it")


def judge_fences(text: str, path: str) -> Iterator[Diagnostic]:
    """Tell a head whose line of dashes is missing, above or below: its keys would be shown as text."""
    lines = [line for line in text.split("\n") if line.strip()]
    fences = [row for row, line in enumerate(lines) if _FENCE.fullmatch(line)]
    opened = bool(fences) and fences[0] == 0
    if opened and len(fences) == 1:
        yield BROKEN_YAML.at(Span(path), reason=_NOT_CLOSED, hint=_CLOSE)
    elif not opened and fences and all(_FACT.match(line) for line in lines[: fences[0]]):
        yield BROKEN_YAML.at(Span(path), reason=_NOT_OPENED, hint=_OPEN)


def judge_facts(top: Mapping) -> Iterator[Diagnostic]:
    """Tell what is wrong in the head of one page. Keys that are like none of ours are the owner's own."""
    for key, span in top.keys_at.items():
        near = _meant(key)
        if near and near not in top:
            meant = Words(f"vouliez-vous écrire « {near} » ?", f"did you mean “{near}”?")
            yield UNKNOWN_KEY.at(span, key=key, near=near, known=", ".join(_KNOWN), hint=meant)
    for key in _DAYS:
        day = top.get(key)
        if isinstance(day, Scalar) and not _is_day(day):
            yield WRONG_VALUE.at(day.span, written=day, expected=_DATE, hint=date_hint(day))
    page_id = top.get("id")
    if isinstance(page_id, Scalar) and not _ID.fullmatch(page_id):
        name = slug(page_id)
        hint = Words(f"écrivez {name}", f"write {name}") if name else None
        yield WRONG_VALUE.at(page_id.span, written=page_id, expected=ID_EXPECTED, hint=hint)


def places_of(top: Mapping) -> dict[str, Span]:
    """Give the place of each value, and of each entry of a list as `slides/0`."""
    places: dict[str, Span] = {}
    for key, value in top.items():
        places[key] = getattr(value, "span", None) or top.keys_at[key]
        if isinstance(value, Items):
            places |= {f"{key}/{at}": one.span for at, one in enumerate(value) if isinstance(one, Scalar)}
    return places


def judge_references(
    pages: Sequence[Page], events: Collection[Event], damaged: Collection[str]
) -> Iterator[Diagnostic]:
    """Tell ids of pages that are taken, and the events and slides that pages name and that are not there."""
    first: dict[str, Page] = {}
    known = {event.id: event for event in events}
    events_are_whole = not any(path.startswith("sequences/") for path in damaged)
    for page in pages:
        one = first.setdefault(page.id, page)
        if one is not page and "id" in page.places:
            note = Note(_FIRST, one.places.get("id") or Span(one.path))
            yield DUPLICATE_ID.at(page.places["id"], id=page.id, notes=[note])
        if events_are_whole:
            yield from _events_of(page, known)


def _events_of(page: Page, events: dict[str, Event]) -> Iterator[Diagnostic]:
    wanted, slides = page.facts.get("event"), page.facts.get("slides")
    if not isinstance(wanted, str):
        return
    if wanted not in events:
        yield unknown(_EVENT, wanted, page.places.get("event"), list(events))
        return
    known = [slide.id for slide in events[wanted].slides]
    for at, name in enumerate(slides if isinstance(slides, list) else []):
        if isinstance(name, str) and name not in known:
            yield unknown(SLIDE, name, page.places.get(f"slides/{at}"), known)


def _meant(key: str) -> str | None:
    """Give the known name that a key most likely stands for: in French, or with a letter or two wrong."""
    french = key_for(key)
    if key in _KNOWN or french in _KNOWN:
        return french if key not in _KNOWN else None
    return next(iter(difflib.get_close_matches(key.lower(), _KNOWN, n=1, cutoff=0.8)), None)


def _is_day(written: str) -> bool:
    try:
        dt.date.fromisoformat(written)
    except ValueError:
        return False
    return True
