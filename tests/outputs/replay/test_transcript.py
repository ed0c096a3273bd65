"""The transcript says what it is: what was said, beside which clock, or only what the notes intend."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deroule.model.recording import After, Chapter, Cue, MediaFile, Recording
from deroule.outputs.player.folder import showing
from deroule.outputs.player.gather import pages_of, replay_of
from deroule.outputs.replay.transcript import transcript

SAID = {"fr": (Cue(0.5, 2.5, "Bonjour à tous.", "Ada", "developpement-local"),)}
CHAPTERS = (Chapter(0.0, 9.0, "Le début", "debut"),)
FILM = (MediaFile("film.mp4", "video/mp4"),)


@pytest.mark.parametrize(
    ("left", "lead", "told"),
    [
        (Recording("file", media=FILM, captions=SAID), "celui de l’enregistrement publié", "Bonjour à tous."),
        (Recording("file", captions=SAID), "celui de la séance", "Bonjour à tous."),
        (Recording("file", media=FILM), "a prévu de dire", "l’économie du territoire"),
        (Recording("file", chapters=CHAPTERS), "a prévu de dire", "l’économie du territoire"),
        (None, "a prévu de dire", "l’économie du territoire"),
    ],
    ids=["a film with captions", "captions alone", "a film alone", "chapters alone", "nothing"],
)
def test_it_tells_where_its_words_come_from(session, left: Recording | None, lead: str, told: str) -> None:
    event = replace(session.event, after=After(left) if left else None)
    replay = replay_of(event, pages_of(event, session.pictures), *showing(event, None))
    paper = transcript(event, replay, session.placer.themes(event)[None])
    text = " ".join(_words(paper.blocks)).replace("'", "’")
    assert lead in text and told in text


def _words(node: object) -> list[str]:
    """Give the words of a document tree in their order."""
    if isinstance(node, dict):
        return [node["c"]] if node.get("t") == "Str" else _words(node.get("c"))
    return [word for one in node for word in _words(one)] if isinstance(node, list) else []
