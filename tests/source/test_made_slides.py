"""The slides made from the data."""

from __future__ import annotations

from deroule.source import load
from deroule.workspace import MemoryWorkspace


def test_made_slides_are_named_in_the_language_of_the_event() -> None:
    def ids(language: str) -> list[str]:
        files = {
            "sequences/organisation.yml": "organisations: {a: {name: A}}\n",
            "sequences/e/event.yml": f"title: T\nlanguage: {language}\norganiser: a\nsequences: [s]\n",
            "sequences/e/s.yml": "kind: concept\ntitle: S\nslides: [{section: Part}, {title: One, text: a}]\n",
        }
        event = load(MemoryWorkspace(files)).value.events[0]
        return [slide.id for slide in event.slides if slide.form != "content"]

    assert ids("en") == ["cover", "programme", "s-opening", "part-opening", "end"]
    assert ids("fr") == ["couverture", "programme", "s-ouverture", "part-ouverture", "fin"]
