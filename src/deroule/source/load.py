"""Loading the workspace: organisation, events, pages. All faults of all files come back together."""

from __future__ import annotations

import posixpath

from deroule.diagnostics import Diagnostic, Outcome
from deroule.model.dossier import Dossier, Page
from deroule.model.event import Event
from deroule.model.resources import Resource
from deroule.model.richtext import RichText
from deroule.model.written import WrittenOrganisation
from deroule.source.codes import DUPLICATE_ID
from deroule.source.events import SEQUENCES, Around, EventLoader
from deroule.source.files import FileReader
from deroule.source.pages import load_pages
from deroule.span import Span
from deroule.workspace import Workspace


def load(workspace: Workspace) -> Outcome[Dossier]:
    """Load everything the owner wrote. Never raises for bad input."""
    files = FileReader(workspace)
    organisation = _organisation(files)
    pages, page_faults = load_pages(workspace, organisation.language)
    around = Around(organisation, {page.id: _as_resource(page) for page in pages})
    events: dict[str, Event] = {}
    for name in workspace.folders(SEQUENCES):
        folder = f"{SEQUENCES}/{name}"
        if name == "shared" or not workspace.exists(f"{folder}/event.yml"):
            continue
        event = EventLoader(files, folder, around).load()
        if event is None:
            continue
        twin = next((one for one in events if one.lower() == event.id.lower()), None)
        if twin:
            files.found.append(DUPLICATE_ID.at(Span(f"{folder}/event.yml"), id=event.id))
        events[event.id] = event
    ordered = sorted(events.values(), key=lambda one: (str(one.written.date or ""), one.id), reverse=True)
    found = sorted(dict.fromkeys((*files.found, *page_faults)), key=_place)
    return Outcome(Dossier(organisation, tuple(ordered), pages), tuple(found))


def load_event(workspace: Workspace, name: str, dossier: Dossier) -> Outcome[Event | None]:
    """Load one event anew beside a dossier that is loaded already; nothing when it cannot be understood."""
    files = FileReader(workspace)
    around = Around(dossier.organisation, {page.id: _as_resource(page) for page in dossier.pages})
    event = EventLoader(files, f"{SEQUENCES}/{name}", around).load()
    return Outcome(event, tuple(sorted(dict.fromkeys(files.found), key=_place)))


def _place(fault: Diagnostic) -> tuple[str, int, int, str]:
    """Order by place; ends do not count, as some places have none."""
    span = fault.span or Span("")
    return span.path, span.line, span.column, fault.code.id


def _organisation(files: FileReader) -> WrittenOrganisation:
    path = f"{SEQUENCES}/organisation.yml"
    read = files.model(path, WrittenOrganisation, "fr", Span(path))
    return read if read is not None else WrittenOrganisation(organisations={})


def _as_resource(page: Page) -> Resource:
    """A page of the dossier can be cited and linked to by its id."""
    return Resource(title=RichText.of(page.title), kind="page", address=posixpath.normpath(page.path))
