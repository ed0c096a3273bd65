"""What stands beside the owner's pages is published with them, unless a browser would run it."""

from __future__ import annotations

import pytest

from deroule.source import load
from deroule.workspace import MemoryWorkspace

SOUND = {
    "sequences/organisation.yml": "organisations: {a: {name: A}}\n",
    "sequences/e/event.yml": "title: T\norganiser: a\nsequences: [i]\n",
    "sequences/e/i.yml": "kind: concept\ntitle: I\nslides: [{title: I, text: a}]\n",
    "content/a.md": "# A\n",
}
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3">{}</svg>'


def test_pictures_documents_and_films_are_published() -> None:
    beside = ("content/a.pdf", "content/images/a.PNG", "content/images/plan.svg", "content/vues/film.mp4")
    left = ("content/page.html", "content/page.js", "content/style.css", "content/~$a.docx", "content/.notes.txt")
    outcome = load(MemoryWorkspace({**SOUND, **dict.fromkeys((*beside, *left), DRAWING.format(""))}))
    assert outcome.diagnostics == ()
    assert outcome.value.files == beside


@pytest.mark.parametrize("inside", ["<script>1</script>", '<image href="https://elsewhere.example/a.png"/>', "<g>"])
def test_a_drawing_that_runs_or_fetches_is_refused(inside: str) -> None:
    outcome = load(MemoryWorkspace({**SOUND, "content/plan.svg": DRAWING.format(inside)}))
    assert [(one.code.name, str(one.span)) for one in outcome.diagnostics] == [
        ("unreadable-picture", "content/plan.svg:1:1")
    ]
    assert outcome.value.files == ()
