"""Loading the workspace: organisation, events, pages. All faults of all files come back together."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator

from deroule.diagnostics import Code, Diagnostic, Outcome, Words
from deroule.model.dossier import Dossier, Page
from deroule.model.event import Event
from deroule.model.resources import Resource
from deroule.model.richtext import RichText
from deroule.model.written import WrittenOrganisation
from deroule.source.after.load import AFTER
from deroule.source.codes import (
    DUPLICATE_ID,
    EMPTY_CHART,
    MISSING_EVENT,
    MISSING_FILE,
    NO_EVENT,
    UNEVEN_SERIES,
    UNKNOWN_ID,
)
from deroule.source.events import EventLoader
from deroule.source.files import FileReader, Memory
from deroule.source.loading import SEQUENCES, Around
from deroule.source.made_indexes import with_indexes
from deroule.source.page_facts import judge_references
from deroule.source.page_files import load_files
from deroule.source.pages import CONTENT, load_pages
from deroule.source.references import BRAND, dangling
from deroule.span import Span
from deroule.workspace import Workspace

_ORGANISATION = f"{SEQUENCES}/organisation.yml"
_INIT = Words(
    "dites-y qui organise ; `deroule init` en écrit un exemple",
    "say there who organises; `deroule init` writes an example",
)


def load(workspace: Workspace, memory: Memory | None = None) -> Outcome[Dossier]:
    """Load everything the owner wrote. Never raises for bad input."""
    files = FileReader(workspace, memory or Memory())
    organisation = _organisation(files)
    written, page_faults = load_pages(workspace, organisation.language)
    pages = with_indexes(written, organisation.language)
    beside, file_faults = load_files(workspace)
    files.damaged |= {fault.span.path for fault in page_faults if fault.span}
    around = _around(organisation, pages, files.damaged)
    events: dict[str, Event] = {}
    for name in workspace.folders(SEQUENCES):
        folder = f"{SEQUENCES}/{name}"
        if name == "shared":
            continue
        if files.is_absent(f"{folder}/event.yml"):
            files.found += [MISSING_EVENT.at(Span(one)) for one in files.beside(f"{folder}/event.yml")[:1]]
            continue
        event = EventLoader(files, folder, around).load()
        if event is None:
            continue
        twin = next((one for one in events if one.lower() == event.id.lower()), None)
        if twin:
            files.found.append(DUPLICATE_ID.at(Span(f"{folder}/event.yml"), id=event.id))
        events[event.id] = event
    if not events and not files.found:
        files.found.append(NO_EVENT.at(Span(_ORGANISATION)))
    ordered = sorted(events.values(), key=lambda one: (str(one.written.date or ""), one.id), reverse=True)
    page_faults += judge_references(pages, events.values(), files.damaged)
    found = sorted(dict.fromkeys((*_causes(files), *page_faults, *file_faults)), key=_place)
    return Outcome(Dossier(organisation, tuple(ordered), pages, frozenset(files.damaged), beside), tuple(found))


def load_event(
    workspace: Workspace, name: str, dossier: Dossier, memory: Memory | None = None
) -> Outcome[Event | None]:
    """Load one event anew beside a dossier that is loaded already; nothing when it cannot be understood."""
    files = FileReader(workspace, memory or Memory())
    around = _around(dossier.organisation, dossier.pages, dossier.damaged)
    event = EventLoader(files, f"{SEQUENCES}/{name}", around).load()
    return Outcome(event, tuple(sorted(dict.fromkeys(_causes(files)), key=_place)))


def _causes(files: FileReader) -> Iterator[Diagnostic]:
    """Leave out what is only a consequence of what could not be read."""
    for fault in files.found:
        if fault.span is None or not _follows(fault.code, fault.span.path, files.damaged):
            yield fault


def _follows(code: Code, path: str, damaged: Collection[str]) -> bool:
    """Whether a fault may follow from damage: a chart without its numbers, a mark on a slide that nobody could read."""
    if code in (EMPTY_CHART, UNEVEN_SERIES):
        return path in damaged
    folder, after, _ = path.partition(f"/{AFTER}/")
    around = (f"{folder}/", f"{SEQUENCES}/shared/")
    return code is UNKNOWN_ID and bool(after) and any(one.startswith(around) and one != path for one in damaged)


def _place(fault: Diagnostic) -> tuple[str, int, int, str]:
    """Order by place; ends do not count, as some places have none."""
    span = fault.span or Span("")
    return span.path, span.line, span.column, fault.code.id


def _organisation(files: FileReader) -> WrittenOrganisation:
    if files.is_absent(_ORGANISATION):
        files.damaged.add(_ORGANISATION)
        files.found.append(MISSING_FILE.at(Span(_ORGANISATION), path=_ORGANISATION, hint=_INIT))
        return WrittenOrganisation(organisations={})
    read = files.model(_ORGANISATION, WrittenOrganisation, "fr", Span(_ORGANISATION))
    if read is None:
        return WrittenOrganisation(organisations={})
    brands = read.brands if _ORGANISATION not in files.damaged else None
    files.found += [fault for one in read.organisations.values() for fault in dangling(one, "brand", brands, BRAND)]
    return read


def _around(organisation: WrittenOrganisation, pages: tuple[Page, ...], damaged: Collection[str]) -> Around:
    """Give what events share; a page that could not be read whole may be the one that an id names."""
    by_id = {page.id: _as_resource(page) for page in pages}
    pages_whole = not any(path.startswith(f"{CONTENT}/") for path in damaged)
    return Around(organisation, by_id, _ORGANISATION not in damaged, pages_whole)


def _as_resource(page: Page) -> Resource:
    """A page of the dossier can be cited and linked to by its id."""
    return Resource(title=RichText.of(page.title), kind="page", address=posixpath.normpath(page.path))
