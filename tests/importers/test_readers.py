"""Real exports in their documented shapes: everything in them is found, or told."""

from __future__ import annotations

import pytest

from deroule.importers.part import Ballot
from deroule.model.recording import Mark, PollAnswer, ShownFilm

# --- BigBlueButton ---


def test_a_published_recording_is_read_whole(read, samples) -> None:
    part = read(samples.PUBLISHED)
    assert (part.tool, part.title, part.duration) == ("bigbluebutton", "Réunion d'essai", 600)
    assert part.marks == [
        Mark(4.2, 60, number=1, presentation="aaa-1", text="Bonjour Bienvenue"),
        Mark(60, 120, number=2, presentation="aaa-1", text="Un fait Voici"),
        Mark(120, 300.5),
        Mark(300.5, 360, number=2, presentation="aaa-1", text="Un fait Voici"),
        Mark(360, 600, number=3, presentation="aaa-1", text="Deux faits"),
    ], "a return, a screen share, an end far past the media"
    assert [(one.start, one.author, one.text) for one in part.chat] == [
        (12, "Zoé Petit", "Bonjour tous & merci"), (40, "Luc Grand", "https://example.org"),
    ]  # fmt: skip
    assert part.polls[0].answers == (PollAnswer("Oui", 4), PollAnswer("Non", 1))
    assert (part.polls[0].respondents, part.polls[0].start) == (5, 130)
    assert [cue.text for cue in part.captions["fr"]] == ["Bonjour."]
    assert [(one.file, one.role) for one in part.media] == [
        ("published/deskshare/deskshare.webm", "screen"), ("published/video/webcams.webm", "main"),
    ]  # fmt: skip
    assert part.faults == []


def test_what_nobody_knows_is_told(read, samples) -> None:
    part = read(samples.PUBLISHED)
    assert part.unknown == ["published/notes.html", "published/surprise.bin"]
    assert part.unused == ["published/cursor.xml", "published/panzooms.xml"]


def test_films_of_other_sites_are_kept_with_their_moment(read, samples) -> None:
    assert read(samples.PUBLISHED).films == [ShownFilm("https://example.org/film", 200)]
    bad = {
        **samples.PUBLISHED,
        "published/external_videos.json": '[{"timestamp": 1, "external_video_url": "javascript:x"}]',
    }
    part = read(bad)
    assert part.films == [] and [fault.file for fault in part.faults] == ["published/external_videos.json"]
    shown = samples.event(1090500, "StartExternalVideoRecordEvent", externalVideoUrl="https://example.org/film")
    hidden = samples.event(1060500, "StartExternalVideoRecordEvent", externalVideoUrl="https://example.org/before")
    raw = read({"events.xml": samples.EVENTS.replace("</recording>", shown + hidden + "</recording>")})
    assert raw.films == [ShownFilm("https://example.org/film", 50.5)], "what was not recorded is not told"


def test_raw_events_count_only_what_was_recorded(read, samples) -> None:
    part = read({"events.xml": samples.EVENTS})
    assert part.title == "Réunion brute" and part.duration == 60
    assert [(one.start, one.end, one.presentation, one.number) for one in part.marks] == [
        (0, 2, "default.pdf", 1), (2, 20, "e.pptx", 1), (20, 40, "e.pptx", 2), (40, 45, "e.pptx", 3),
        (45, 50, "", None), (50, 60, "e.pptx", 3),
    ]  # fmt: skip
    assert [(one.text, one.private) for one in part.chat] == [("Pendant <3", False), ("Secret", True)]
    people = {one.name: one for one in part.participants}
    assert len(people["Zoé Petit"].stays) == 2 and people["Zoé Petit"].seconds == 17 + 79
    assert part.ballots == [Ballot("Zoé Petit", "On continue ?", "Oui")]
    assert (part.polls[0].question, part.polls[0].start, part.polls[0].respondents) == ("On continue ?", 43, 1)
    assert part.unknown == ["events.xml: NouvelEvent (1)"]


# --- Zoom ---


def test_a_zoom_transcript_names_its_speakers(read, samples) -> None:
    part = read({"GMT20180301-093000_Recording.transcript.vtt": samples.ZOOM_VTT})
    assert part.tool == "zoom"
    assert [(cue.speaker, cue.text) for cue in part.captions["und"]] == [
        ("Ada Martin", "Bonjour à toutes et à tous."), ("Ada Martin", "Voici le plan : deux parties."),
        ("Zoé Petit", "Une question, je m'appelle Zoé."), ("Zoé Petit", "Appelez-moi au 06 12 34 56 78."),
    ]  # fmt: skip


def test_a_colon_in_running_text_names_nobody(read) -> None:
    text = "WEBVTT\n\n" + "".join(f"00:00:{n:02d}.000 --> 00:00:{n:02d}.900\n{t}\n\n" for n, t in enumerate(
        ["Bonjour", "Rappel : demain", "Voici", "Un mot", "Encore"]))  # fmt: skip
    assert all(not cue.speaker for cue in read({"a.fr.vtt": text}).captions["fr"])


@pytest.mark.parametrize("layout", ["tabs", "one space", "two spaces", "french", "cloud"])
def test_zoom_saves_its_chat_in_several_layouts(read, samples, layout: str) -> None:
    part = read({"chat.txt": samples.ZOOM_CHATS[layout]})
    assert [(one.start, one.author, one.text, one.private) for one in part.chat] == [
        (754, "Zoé Petit", "Bonjour", False), (780, "Luc Grand", "Deux\nlignes", False),
    ]  # fmt: skip


def test_private_messages_are_known_in_every_language(read, samples) -> None:
    part = read({"chat.txt": samples.ZOOM_PRIVATE})
    assert [one.text for one in part.chat if not one.private] == ["Public"]
    assert len(part.chat) == 5


def test_a_chat_with_the_hour_of_the_day_is_kept_without_times(read) -> None:
    part = read({"chat.txt": "10:30:05 From Zoé Petit to Everyone:\n\tBonjour\n"})
    assert [(one.start, one.text) for one in part.chat] == [(None, "Bonjour")] and len(part.faults) == 1


def test_zoom_poll_report(read, samples) -> None:
    part = read({"poll.csv": samples.ZOOM_POLLS})
    assert [(one.question, one.respondents, {a.label: a.votes for a in one.answers}) for one in part.polls] == [
        ("On continue ?", 3, {"Oui": 2, "Non": 1}), ("Quels sujets ?", 2, {"Eau": 2, "Énergie": 1}),
    ]  # fmt: skip
    assert len(part.ballots) == 5


def test_zoom_questions_report(read, samples) -> None:
    part = read({"qa.csv": samples.ZOOM_QUESTIONS})
    assert [(one.text, one.answers, one.asker) for one in part.questions] == [
        ("Combien, en euros ?", ("Ada Martin: cent", "Ada Martin: et dix"), "Zoé Petit"),
        ("Quand ?", (), "Anonymous Attendee"),
    ]  # fmt: skip


@pytest.mark.parametrize("shape", ["meeting with preamble", "meeting in French", "unique users", "webinar"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_zoom_attendance_counts_the_minutes_really_present(read, samples, shape: str, encoding: str) -> None:
    text = samples.ZOOM_ATTENDANCE[shape]
    part = read({"participants.csv": text.lstrip("\ufeff").encode(encoding)})
    assert {one.name: one.seconds / 60 for one in part.participants} == {"Zoé Petit": 60, "Luc Grand": 60}
    assert next(one for one in part.participants if one.name == "Zoé Petit").email == "zoe@example.org"


# --- Teams ---


def test_a_teams_transcript_has_voices_and_loose_times(read, samples) -> None:
    part = read({"reunion_fr.vtt": samples.TEAMS_VTT})
    assert part.tool == "teams"
    assert [(cue.start, cue.speaker, cue.text) for cue in part.captions["fr"]] == [
        (3.12, "Ada Martin", "Bonjour à toutes\net à tous."), (67.5, "Zoé Petit", "Une question."),
    ]  # fmt: skip
    assert [fault.line for fault in part.faults] == [9]


@pytest.mark.parametrize("shape", ["new", "french", "old list", "oldest"])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-16-le"])
def test_teams_attendance_in_its_shapes(read, samples, shape: str, encoding: str) -> None:
    part = read({"rapport.csv": samples.TEAMS_ATTENDANCE[shape].encode(encoding)})
    assert part.tool == "teams" and part.faults == []
    assert {one.name: one.seconds / 60 for one in part.participants} == {"Zoé Petit": 50, "Luc Grand": 60}
    assert [one.arrival for one in part.participants] == [0, 300]


@pytest.mark.parametrize("shape", ["new", "old"])
def test_teams_transcript_as_a_word_document(read, samples, shape: str) -> None:
    part = read({"reunion.docx": samples.TEAMS_WORD[shape]})
    cues = part.captions["und"]
    assert [(round(cue.start), cue.speaker, cue.text) for cue in cues[:2]] == [
        (3, "Ada Martin", "Bonjour à toutes et à tous."), (67, "Zoé Petit", "Une question."),
    ]  # fmt: skip
    assert all(cue.end > cue.start for cue in cues)


# --- by hand ---


@pytest.mark.parametrize("text", ["0:00:00;couverture\n0:01:00;2\n0:02:30.5;Un titre\n", "temps,diapositive\n0:00:00,couverture\n0:01:00,2\n0:02:30.5,Un titre\n"])  # fmt: skip
def test_a_table_of_times_by_hand(read, text: str) -> None:
    assert read({"temps.csv": text}).marks == [
        Mark(0, None, "couverture", by="hand"), Mark(60, None, number=2), Mark(150.5, None, text="Un titre"),
    ]  # fmt: skip


def test_a_file_that_nobody_knows_is_told(read) -> None:
    part = read({"lisez-moi.txt": "Bonjour.", "x.csv": "a,b\n1,2\n", "photo.png": b"\x89PNG"})
    assert sorted(part.unknown) == ["lisez-moi.txt", "photo.png", "x.csv"] and part.empty


def test_zoom_poll_report_with_questions_in_its_head(read) -> None:
    text = (
        "#,User Name,User Email,Submitted Date/Time,On continue ?,Quand ?\n"
        '1,Zoé Petit,,"Mar 1, 2018 10:40:11",Oui,Demain\n2,Luc Grand,,"Mar 1, 2018 10:41:11",Non,\n'
    )
    part = read({"sondage.csv": text})
    assert [(one.question, one.respondents) for one in part.polls] == [("On continue ?", 2), ("Quand ?", 1)]
