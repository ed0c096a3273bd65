"""The sources of a build: read and checked when they changed, recalled from the last build when they did not."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from deroule.build.digest import code_digest, digest
from deroule.build.registry import OUTPUTS, planner
from deroule.build.store import Memory, Store, keep_diagnostics, reading_of, tell_diagnostics, what_changed
from deroule.collecting import uncollected
from deroule.diagnostics import Diagnostic, Severity, Words
from deroule.outputs.artefact import Artefact
from deroule.workspace import DiskWorkspace, Recorder

if TYPE_CHECKING:
    from deroule.build.run import Watcher
    from deroule.model.dossier import Dossier

SOURCES = ":sources"
"""The name under which the store remembers the reading of the sources."""


@dataclass(slots=True)
class Sources:
    """What the sources say: the plan of artefacts, the digest each one rests on, and what was found wrong."""

    workspace: DiskWorkspace
    plan: tuple[Artefact, ...]
    events: tuple[str, ...]
    keys: dict[str, str]
    folders: dict[str, str]
    """Event id to its folder in the workspace."""
    diagnostics: tuple[Diagnostic, ...]
    _dossier: Dossier | None = field(default=None)

    fresh: bool = True
    """Whether they were read now rather than recalled."""

    @property
    def dossier(self) -> Dossier:
        """Give the model; a recalled one is loaded only now, when something has to be made of it."""
        if self._dossier is None:
            from deroule.source import load

            self._dossier = load(self.workspace).value
        return self._dossier

    def key(self, artefact: Artefact) -> str:
        """Give the digest of code and content that an artefact rests on."""
        return self.keys[artefact.id]

    def blocks(self, artefact: Artefact) -> bool:
        """Whether a fault in the sources stops this artefact: one of its event, or one outside every event."""
        faulty = [one for one in self.diagnostics if one.severity is Severity.ERROR]
        return any(self._touches(one, artefact) for one in faulty)

    def _touches(self, fault: Diagnostic, artefact: Artefact) -> bool:
        path = fault.span.path if fault.span else ""
        inside = [event for event, folder in self.folders.items() if path.startswith(f"{folder}/")]
        in_event_folder = path.startswith("sequences/") and path.count("/") > 1 and "/shared/" not in path
        if inside:
            return artefact.event is None or artefact.event in inside
        return artefact.event is None if in_event_folder else True


def recall_sources(store: Store, workspace: DiskWorkspace) -> Sources | None:
    """Recall what the last build read, if no file of it has changed since; else nothing."""
    memory = store.memories.get(SOURCES)
    if memory is None or memory.key != code_digest() or what_changed(memory.reading, workspace) is not None:
        return None
    facts = memory.facts
    plan = tuple(_artefact(stored) for stored in facts["plan"])
    diagnostics = tell_diagnostics(memory.diagnostics)
    return Sources(workspace, plan, tuple(facts["events"]), facts["keys"], facts["folders"], diagnostics, fresh=False)


def read_sources(store: Store, workspace: DiskWorkspace, watcher: Watcher) -> Sources:
    """Load and check everything the owner wrote, and plan what can be made of it."""
    watcher.stage("read")
    recorder = Recorder(workspace)
    with uncollected():
        from deroule.checks import run_checks
        from deroule.source import load

        outcome = load(recorder)
        dossier = outcome.value
        diagnostics = tuple(dict.fromkeys((*outcome.diagnostics, *run_checks(dossier, recorder))))
    plan = tuple(artefact for name in OUTPUTS for artefact in planner(name).plan(dossier))
    sources = Sources(
        workspace,
        plan,
        tuple(event.id for event in dossier.events),
        _keys(plan, dossier),
        {event.id: event.folder for event in dossier.events},
        diagnostics,
        dossier,
    )
    store.memories[SOURCES] = Memory(
        key=code_digest(),
        reading=reading_of(recorder, workspace),
        diagnostics=keep_diagnostics(diagnostics),
        facts={
            "plan": [asdict(artefact) for artefact in plan],
            "events": list(sources.events),
            "keys": sources.keys,
            "folders": sources.folders,
        },
    )
    return sources


def _keys(plan: tuple[Artefact, ...], dossier: Dossier) -> dict[str, str]:
    """Digest what each artefact rests on: the code, its own plan, and the model of its event or of everything.

    The model's `repr` tells every value it holds, so that two sources that say the same give the same digest.
    """
    organisation = repr(dossier.organisation)
    events = {event.id: digest(repr(event), organisation) for event in dossier.events}
    everything = digest(*events.values(), repr(dossier.pages), repr(dossier.files), organisation)
    return {
        artefact.id: digest(code_digest(), repr(artefact), events[artefact.event] if artefact.event else everything)
        for artefact in plan
    }


def _artefact(stored: dict[str, Any]) -> Artefact:
    values = dict(stored)
    values["title"] = Words(**values["title"])
    values["needs"] = tuple(values["needs"])
    values["options"] = tuple((name, value) for name, value in values["options"])
    return Artefact(**values)
