"""What is shown of a session: its film, else what was said in it, else its rehearsal, else when its slides came up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from deroule.model.recording import After, Chapter, Cue, Mark, MediaFile, PollAnswer, PollResult, Recording
from deroule.outputs.player.folder import Folder, player_folder
from deroule.outputs.player.form import Form
from deroule.outputs.player.gather import pages_of
from deroule.workspace import DiskWorkspace

FILM = MediaFile("after/film.mp4", "video/mp4")
SAID = {"fr": (Cue(0.5, 2.5, "Bonjour à tous.", "Ada"), Cue(3.0, 5.0, "La carte.", "Ada"))}
CHAPTERS = (Chapter(0.0, 3.0, "Accueil", "debut"), Chapter(3.0, 6.0, "La suite", "suite"))


@pytest.fixture
def folder_of(session, tmp_path: Path) -> Callable[..., Folder]:
    """Gather the folder of the short event, with what its session left behind."""

    def gather(
        recording: Recording, *, form: Form = Form.FULL, withheld: tuple[str, ...] = (), **inputs: Path
    ) -> Folder:
        event = replace(session.event, after=After(recording, withheld=withheld))
        one = replace(session, event=event, workspace=DiskWorkspace(tmp_path))
        known = {f"{name}/{event.id}": path for name, path in inputs.items()}
        return player_folder(one.request("replay", f"replay/{event.id}", tmp_path / "made", known), form)

    return gather


@pytest.fixture
def left(session) -> Recording:
    """What a session without a film left: captions, the moments of two slides, chapters."""
    first, _, third = (slide.id for slide in session.event.slides[:3])
    marks = (Mark(0.0, None, first), Mark(3.0, None, third))
    return Recording("bigbluebutton", marks=marks, captions=SAID, chapters=CHAPTERS)


def names_of(folder: Folder) -> set[str]:
    return {member.name for member in folder.members if not member.name.startswith("slides/")}


def test_what_was_said_is_shown_where_no_film_is(folder_of, left: Recording) -> None:
    folder = folder_of(left)
    assert (folder.replay.origin, folder.replay.media) == ("session", ())
    assert [cue.text for one in folder.replay.passages for cue in one.cues] == ["Bonjour à tous.", "La carte."]
    assert [one.shown for one in folder.replay.slides if one.shown] == [((0.0, 3.0),), ((3.0, 6.0),)]
    assert folder.replay.duration == 6.0, "the session is as long as it is told"
    assert {"captions/fr.vtt", "chapters/chapters.vtt"} <= names_of(folder)
    assert folder.diagnostics == []


def test_what_was_said_stands_before_a_rehearsal_and_mere_chapters_behind_it(folder_of, left, rehearsal: Path) -> None:
    chapters = replace(left, captions={})
    assert folder_of(left, rehearsal=rehearsal).replay.origin == "session"
    assert folder_of(chapters, rehearsal=rehearsal).replay.origin == "rehearsal"
    assert folder_of(chapters).replay.origin == "session"


def test_a_session_that_left_only_polls_has_no_course_to_follow(folder_of) -> None:
    polls = (PollResult("D'accord ?", (PollAnswer("Oui", 7),)),)
    replay = folder_of(Recording("zoom", polls=polls)).replay
    assert (replay.origin, len(replay.polls), replay.passages, replay.chapters) == ("none", 1, (), ())


def test_without_consent_nothing_that_was_said_is_shown(folder_of, left: Recording) -> None:
    folder = folder_of(left, withheld=("ada",))
    assert (folder.replay.origin, folder.replay.passages, folder.replay.chapters) == ("none", (), ())
    assert names_of(folder) == set()


@pytest.mark.parametrize("content", [b"not a film", None], ids=["unreadable", "missing"])
def test_a_film_that_cannot_be_read_leaves_what_was_said(
    folder_of, left, tmp_path: Path, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / "after").mkdir()
        (tmp_path / FILM.file).write_bytes(content)
    folder = folder_of(replace(left, media=(FILM,)))
    assert [one.code.id for one in folder.diagnostics] == ["REC004"]
    assert (folder.replay.origin, folder.replay.media, folder.replay.duration) == ("session", (), 6.0)
    assert len(folder.replay.passages) == 2


def test_a_film_that_is_left_out_leaves_what_was_said_or_the_slides_alone(folder_of, left: Recording) -> None:
    filmed = replace(left, media=(FILM,))
    assert folder_of(filmed, form=Form.WITHOUT).replay.origin == "session"
    assert folder_of(Recording("zoom", media=(FILM,)), form=Form.WITHOUT).replay.origin == "none"


def test_a_film_at_an_address_is_the_recording_wherever_it_is_seen(folder_of, left: Recording) -> None:
    away = MediaFile("https://films.example/w/abc", "text/html", "address")
    assert folder_of(replace(left, media=(away,)), form=Form.WITHOUT).replay.origin == "recording"


def test_a_rehearsal_whose_film_cannot_be_read_is_as_if_there_were_none(folder_of, rehearsal, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "rehearsal.json").write_bytes((rehearsal / "rehearsal.json").read_bytes())
    folder = folder_of(Recording("zoom"), rehearsal=broken)
    assert [one.code.id for one in folder.diagnostics] == ["REC004"]
    assert (folder.replay.origin, folder.replay.passages) == ("none", ())


def test_pages_are_the_slides_as_written_where_no_pictures_were_drawn(session) -> None:
    assert [page["id"] for page in pages_of(session.event, None)] == [slide.id for slide in session.event.slides]
