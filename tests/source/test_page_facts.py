"""The head of a content page: what is nearly right there is told at its line."""

from __future__ import annotations

import pytest

from deroule.source import load
from deroule.source.pages import read_page
from deroule.workspace import MemoryWorkspace

SOUND = {
    "sequences/organisation.yml": b"organisations: {a: {name: A}}\n",
    "sequences/e/event.yml": b"title: T\nsequences: [s]\norganiser: a\n",
    "sequences/e/s.yml": b"kind: concept\ntitle: S\nslides:\n  - {title: x, id: one, text: y}\n",
    "content/outils/a.md": b"---\nid: a\ntitle: A\nevent: e\nslides: [one]\n---\n\nText\n",
}


def told(head: str, path: str = "content/outils/b.md") -> list[tuple[str, str, str]]:
    found = load(MemoryWorkspace({**SOUND, path: head.encode()})).diagnostics
    return [(str(one.span), one.code.name, one.hint_text("fr") or "") for one in found]


@pytest.mark.parametrize(
    ("head", "place", "code", "hint"),
    [
        ("---\ntitre: B\n---\n", "2:1", "unknown-key", "vouliez-vous écrire « title » ?"),
        ("---\ntitle: B\nsumary: C\n---\n", "3:1", "unknown-key", "vouliez-vous écrire « summary » ?"),
        ("---\nchecked: 24/11/2026\n---\n", "2:10", "wrong-value", "écrivez 2026-11-24"),
        ("---\ndate: 1er mars 2018\n---\n", "2:7", "wrong-value", "écrivez 2018-03-01"),
        ("---\nid: Été 1\n---\n", "2:5", "wrong-value", "écrivez ete-1"),
        ("---\nid: a\n---\n", "2:5", "duplicate-id", "choisissez-en un autre"),
        ("---\nevent: ee\n---\n", "2:8", "unknown-id", "vouliez-vous écrire « e » ?"),
        ("---\nevent: e\nslides:\n  - one\n  - ones\n---\n", "5:5", "unknown-id", "vouliez-vous écrire « one » ?"),
        ("---\ntitle: B\n\nText\n", "1:1", "broken-yaml", "ajoutez une ligne --- sous sa dernière clé"),
        ("title: B\ntags: [a]\n---\n\nText\n", "1:1", "broken-yaml", "ajoutez une ligne --- au-dessus"),
    ],
)
def test_a_mistake_in_the_head_of_a_page_is_told_once_with_its_remedy(
    head: str, place: str, code: str, hint: str
) -> None:
    assert told(head) == [(f"content/outils/b.md:{place}", code, hint)]


@pytest.mark.parametrize(
    "head",
    [
        "---\ntitle: B\nimage: b.png\ncolour: red\n---\n",
        "# B\n\nText\n\n---\n\nMore\n",
        "Text: with a colon\n\n# B\n",
    ],
)
def test_what_is_the_owners_own_is_left_alone(head: str) -> None:
    assert told(head) == []


def test_events_that_cannot_be_read_are_not_missed() -> None:
    files = {**SOUND, "sequences/e/s.yml": b"kind: concept\ntitle: [\n"}
    found = load(MemoryWorkspace(files)).diagnostics
    assert {one.span.path for one in found if one.span} == {"sequences/e/s.yml"}


def test_tags_may_stand_on_one_line() -> None:
    page, found = read_page(b"---\ntags: water, air and fire\n---\n", "content/b.md")
    assert page is not None
    assert page.tags == ("water", "air and fire")
    assert found == []
