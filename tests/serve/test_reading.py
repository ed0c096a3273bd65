"""What the preview reads anew after a change."""

from __future__ import annotations

from deroule.serve.reading import Reading
from deroule.workspace import MemoryWorkspace

SOUND = {
    "sequences/organisation.yml": b"organisations: {a: {name: A}}\n",
    "sequences/e/event.yml": b"title: T\norganiser: a\nsequences: [i]\n",
    "sequences/e/i.yml": b"kind: concept\ntitle: I\nslides: [{title: I, text: a}]\n",
    "content/a.md": b"# A\n\n![v](images/v.png)\n",
}


def test_a_picture_put_beside_a_page_is_there_at_once() -> None:
    workspace = MemoryWorkspace(SOUND)
    reading = Reading(workspace)
    assert "broken-link" in {one.code.name for one in reading.findings()}
    workspace.write("content/images/v.png", b"\x89PNG")
    assert reading.follow(["content/images/v.png"]).whole
    assert "broken-link" not in {one.code.name for one in reading.findings()}
