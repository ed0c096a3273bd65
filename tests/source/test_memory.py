"""Reading the same files again: what did not change is not decoded anew, and nothing else is different."""

from __future__ import annotations

from deroule.source.files import FileReader, Memory
from deroule.source.load import load, load_event
from deroule.workspace import MemoryWorkspace

EVENT = "sequences/2027-01-14-court"
FILES = {
    "sequences/organisation.yml": "language: fr\norganisations:\n  nous: {name: Nous}\n",
    f"{EVENT}/event.yml": "title: Une séance\ndate: 2027-01-14\norganiser: nous\nsequences: [debut, suite]\n",
    f"{EVENT}/debut.yml": "kind: concept\ntitle: Début\nslides:\n  - title: Un\n    text: Oui.\n",
    f"{EVENT}/suite.yml": "kind: activity\ntitle: Suite\nslides:\n  - title: Deux\n    texte: Non.\n",
}


def test_an_event_read_again_is_what_it_is_when_read_for_the_first_time() -> None:
    dossier, memory = load(MemoryWorkspace(FILES)).value, Memory()
    load_event(MemoryWorkspace(FILES), "2027-01-14-court", dossier, memory)
    for changed in (FILES, FILES | {f"{EVENT}/debut.yml": FILES[f"{EVENT}/debut.yml"].replace("Oui", "Si")}, FILES):
        again = load_event(MemoryWorkspace(changed), "2027-01-14-court", dossier, memory)
        fresh = load_event(MemoryWorkspace(changed), "2027-01-14-court", dossier)
        assert (again.value, again.diagnostics) == (fresh.value, fresh.diagnostics)
        assert [one.span.line for one in again.diagnostics if one.span] == [5], "the fault is told each time"


def test_a_file_is_decoded_once_for_each_text_that_it_had() -> None:
    memory = Memory()
    path = f"{EVENT}/debut.yml"

    def nodes(files: dict[str, str]) -> object:
        return FileReader(MemoryWorkspace(files), memory).node(path)

    first = nodes(FILES)
    assert nodes(dict(FILES)) is first
    assert nodes(FILES | {path: "kind: concept\n"}) is not first
