"""A dead address is told at each place where it stands."""

from __future__ import annotations

from deroule.checks import dead_address
from deroule.diagnostics import Words
from deroule.source import load
from deroule.workspace import MemoryWorkspace

FILES = {
    "sequences/organisation.yml": "organisations: {a: {name: A, address: https://a.example}}\n",
    "sequences/e/event.yml": "title: T\norganiser: a\nsequences: [s]\n",
    "sequences/e/s.yml": (
        "kind: concept\ntitle: S\nslides:\n  - title: Un\n    text: voir [là](https://gone.example/x)\n"
        "    links:\n      - {title: Ici, address: https://here.example}\n"
    ),
    "content/a.md": "---\ntitle: A\n---\n\n[mort](https://gone.example/x) et `[code](https://code.example)`\n\nVoir https://bare.example.\n",
}


def test_each_place_is_told() -> None:
    dossier = load(MemoryWorkspace(FILES)).value
    found = list(dead_address.check(dossier, {"https://gone.example/x": Words("parti", "gone")}))
    places = {(one.span.path, one.span.line) for one in found if one.span}
    assert places == {("sequences/e/s.yml", 5), ("content/a.md", 5)}
    assert "parti" in found[0].message("fr")


def test_all_kinds_of_places_are_asked_and_code_is_not() -> None:
    dossier = load(MemoryWorkspace(FILES)).value
    addresses = {address for address, _ in dead_address.addresses_in(dossier)}
    assert addresses == {"https://a.example", "https://gone.example/x", "https://here.example", "https://bare.example"}
