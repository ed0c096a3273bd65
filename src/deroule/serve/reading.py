"""The sources while they are being written: what a changed file touches is read anew, the rest stays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from deroule.checks import run_checks
from deroule.diagnostics import Diagnostic, Severity
from deroule.model.dossier import Dossier, Page
from deroule.model.event import Event
from deroule.source.files import Memory
from deroule.source.load import load, load_event
from deroule.source.made_indexes import with_indexes
from deroule.source.pages import CONTENT, read_page
from deroule.workspace import Recorder, Workspace

SEQUENCES = "sequences"
SHARED = f"{SEQUENCES}/shared/"
_LOOKS = ("themes", "templates")
"""Folders that say how things look: nothing of the dossier is read from them."""


@dataclass(frozen=True, slots=True)
class Touched:
    """What a change touched: events by id, pages by path; `whole` when everything was read anew."""

    events: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    looks: bool = False
    whole: bool = False


@dataclass(slots=True)
class Reading:
    """The dossier as it was last understood, and what is wrong with the sources as they are now.

    An event with an error stays as it last was without one: what is on the screen is the last good state.
    """

    workspace: Workspace
    dossier: Dossier = field(init=False)
    found: dict[Diagnostic, None] = field(init=False)
    _files: dict[str, frozenset[str]] = field(default_factory=dict)
    _memory: Memory = field(default_factory=Memory)

    def __post_init__(self) -> None:
        """Read everything."""
        outcome = load(self.workspace, self._memory)
        self.dossier, self.found = outcome.value, dict.fromkeys(outcome.diagnostics)

    def follow(self, paths: Iterable[str]) -> Touched:
        """Read anew what the changed `paths` touch."""
        changed = frozenset(paths)
        sources = frozenset(path for path in changed if path.startswith((f"{SEQUENCES}/", f"{CONTENT}/")))
        looks = any(path.split("/")[0] in _LOOKS for path in changed)
        events = tuple(event.id for event in self.dossier.events if self._reads(event, sources))
        pages = tuple(sorted(path for path in sources if path.startswith(f"{CONTENT}/") and path.endswith(".md")))
        if changed & {SEQUENCES, CONTENT} or any(not self._is_known(path) for path in sources):
            return self._read_all()
        for path in pages:
            self._read_page(path)
        for name in events:
            self._read_event(name)
        return Touched(events, pages, looks)

    def findings(self) -> tuple[Diagnostic, ...]:
        """Give what is wrong with the sources, the checks' findings included."""
        return tuple(dict.fromkeys((*self.found, *run_checks(self.dossier, self.workspace))))

    def _reads(self, event: Event, sources: frozenset[str]) -> bool:
        """Whether an event rests on one of the files. What it read is known once it was read alone."""
        known = self._files.get(event.id)
        inside = any(path.startswith(f"{event.folder}/") for path in sources)
        shared = any(path.startswith(SHARED) for path in sources)
        return inside or (bool(known & sources) if known is not None else shared)

    def _is_known(self, path: str) -> bool:
        """Whether what the file touches can be told: one of an event, a shared one, or a page of content/."""
        if path.startswith(SHARED) or (path.startswith(f"{CONTENT}/") and path.endswith(".md")):
            return True
        return any(path.startswith(f"{event.folder}/") for event in self.dossier.events)

    def _read_all(self) -> Touched:
        before = {event.id: event for event in self.dossier.events}
        outcome = load(self.workspace, self._memory)
        faulty = {one.span.path for one in outcome.diagnostics if one.span and one.severity is Severity.ERROR}
        events = tuple(
            before.get(event.id, event) if any(path.startswith(f"{event.folder}/") for path in faulty) else event
            for event in outcome.value.events
        )
        self.dossier, self.found = replace(outcome.value, events=events), dict.fromkeys(outcome.diagnostics)
        self._files.clear()
        pages = tuple(page.path for page in self.dossier.pages)
        return Touched(tuple(event.id for event in events), pages, looks=True, whole=True)

    def _read_event(self, name: str) -> None:
        recorder = Recorder(self.workspace)
        outcome = load_event(recorder, name, self.dossier, self._memory)
        before = self._files.get(name, frozenset())
        self._files[name] = frozenset(recorder.read_files)
        # What this event's files were found to have before may stand in files that it no longer reads.
        self._forget(self._files[name] | before, f"{SEQUENCES}/{name}/")
        self.found.update(dict.fromkeys(outcome.diagnostics))
        if outcome.value is not None and not outcome.failed:
            fresh = outcome.value
            events = tuple(fresh if event.id == name else event for event in self.dossier.events)
            self.dossier = replace(self.dossier, events=events)

    def _read_page(self, path: str) -> None:
        page: Page | None = None
        faults: list[Diagnostic] = []
        if self.workspace.exists(path):
            page, faults = read_page(self.workspace.read(path), path, self.dossier.organisation.language)
        self._forget(frozenset((path,)))
        self.found.update(dict.fromkeys(faults))
        others = [one for one in self.dossier.pages if one.path != path]
        kept = with_indexes([*others, page] if page else others, self.dossier.organisation.language)
        damaged = (self.dossier.damaged - {path}) | ({path} if faults else set())
        self.dossier = replace(self.dossier, pages=kept, damaged=damaged)

    def _forget(self, files: frozenset[str], folder: str = "\0") -> None:
        self.found = {
            one: None
            for one in self.found
            if one.span is None or not (one.span.path in files or one.span.path.startswith(folder))
        }
