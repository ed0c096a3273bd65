"""A replay pack: a bag, whole, the same each time, in three forms, with the recording cut as its people asked."""

from __future__ import annotations

import hashlib
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import av
import bagit
import pytest

from deroule.model.recording import (
    After,
    Chapter,
    Cue,
    Cut,
    Edit,
    Mark,
    MediaFile,
    PollAnswer,
    PollResult,
    Question,
    Recording,
)
from deroule.outputs.player.packing import EPOCH
from deroule.outputs.replay.verify import verify_pack


@pytest.fixture(scope="module")
def packs(session, rehearsal, tmp_path_factory):
    """Make a pack of the short event with its rehearsal, in any form."""
    made: dict[str, Path] = {}

    def pack(form: str = "") -> Path:
        if form not in made:
            into = tmp_path_factory.mktemp("pack")
            name = f"replay/{session.event.id}" + (f"/{form}" if form else "")
            found = session.render("replay", name, into, {f"rehearsal/{session.event.id}": rehearsal})
            assert {one.code.id for one in found} == {"REC001"}, "documents are absent, nothing else is wrong"
            (made[form],) = into.glob("*.zip")
        return made[form]

    return pack


def names_in(path: Path) -> set[str]:
    with zipfile.ZipFile(path) as archive:
        return {name.partition("/")[2] for name in archive.namelist()}


def facts_in(path: Path) -> dict:
    with zipfile.ZipFile(path) as archive:
        return json.loads(archive.read(next(name for name in archive.namelist() if name.endswith("data/replay.json"))))


def test_a_pack_that_we_made_is_sound(packs) -> None:
    assert verify_pack(packs()) == ()


def test_a_pack_is_a_bag_for_those_who_keep_bags(packs, tmp_path: Path) -> None:
    with zipfile.ZipFile(packs()) as archive:
        archive.extractall(tmp_path)
    (folder,) = tmp_path.iterdir()
    bagit.Bag(str(folder)).validate()


def test_a_pack_keeps_the_profile_that_it_names_and_brings(packs) -> None:
    with zipfile.ZipFile(packs()) as archive:
        text = {name.partition("/")[2]: archive.read(name) for name in archive.namelist() if not name.endswith(".mp4")}
    profile = json.loads(text["bagit-profile.json"])
    facts = dict(line.split(": ", 1) for line in text["bag-info.txt"].decode().splitlines())
    rules = profile["Bag-Info"]
    assert facts["BagIt-Profile-Identifier"] == profile["BagIt-Profile-Info"]["BagIt-Profile-Identifier"]
    assert set(facts) <= set(rules) and {name for name, rule in rules.items() if rule["required"]} <= set(facts)
    assert all(facts[name] in rule["values"] for name, rule in rules.items() if "values" in rule)
    tags = {name for name in text if "/" not in name}
    own = {"bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"}
    assert tags - own == set(profile["Tag-Files-Required"])
    assert set(profile["Payload-Files-Required"]) <= set(text)


def test_members_have_one_date_and_media_are_stored(packs) -> None:
    with zipfile.ZipFile(packs()) as archive:
        assert {info.date_time for info in archive.infolist()} == {EPOCH}
        assert {info.external_attr >> 16 for info in archive.infolist()} == {0o100644}
        kinds = {info.filename.rsplit(".", 1)[-1]: info.compress_type for info in archive.infolist()}
        assert kinds["mp4"] == kinds["png"] == zipfile.ZIP_STORED
        assert kinds["html"] == kinds["vtt"] == zipfile.ZIP_DEFLATED


def test_the_same_event_gives_the_same_bytes(packs, session, rehearsal, tmp_path: Path) -> None:
    session.render("replay", f"replay/{session.event.id}", tmp_path, {f"rehearsal/{session.event.id}": rehearsal})
    (again,) = tmp_path.glob("*.zip")
    assert hashlib.sha256(again.read_bytes()).digest() == hashlib.sha256(packs().read_bytes()).digest()


def test_a_light_pack_holds_the_sound_and_no_picture_track(packs, tmp_path: Path) -> None:
    assert verify_pack(packs("light")) == ()
    facts = facts_in(packs("light"))
    (film,) = facts["media"]
    assert film["type"] == "audio/mp4"
    with zipfile.ZipFile(packs("light")) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".m4a"))
        with av.open(archive.open(name)) as sound:
            assert [stream.type for stream in sound.streams if stream.type != "data"] == ["audio"]
            assert sound.duration / 1e6 == pytest.approx(facts["duration"], abs=0.1)
    assert packs("light").stat().st_size < packs().stat().st_size


def test_a_pack_without_video_still_shows_slides_and_says_what_was_said(packs) -> None:
    assert verify_pack(packs("without-video")) == ()
    facts = facts_in(packs("without-video"))
    assert (facts["origin"], facts["media"]) == ("none", []), "a rehearsal without its film is only slides and notes"
    assert any(slide["notes"] for slide in facts["slides"])
    assert not any(name.startswith("data/media/") for name in names_in(packs("without-video")))


def test_a_rehearsal_that_tells_older_slides_is_reported(session, rehearsal, tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.mkdir()
    for file in rehearsal.iterdir():
        (old / file.name).write_bytes(file.read_bytes())
    known = json.loads((old / "rehearsal.json").read_text())
    (old / "rehearsal.json").write_text(json.dumps(known | {"told": "else"}))
    found = session.render(
        "replay", f"replay/{session.event.id}", tmp_path / "made", {f"rehearsal/{session.event.id}": old}
    )
    assert "REC003" in {one.code.id for one in found}


# --- what a real session left behind ------------------------------------------------------------------------------


@pytest.fixture
def recorded(session, rehearsal, tmp_path: Path):
    """The short event with a recording of its own: the rehearsal's film, from which a stretch is to be cut."""
    from deroule.workspace import DiskWorkspace

    media = tmp_path / "workspace" / "after" / "film.mp4"
    media.parent.mkdir(parents=True)
    media.write_bytes((rehearsal / "rehearsal.mp4").read_bytes())
    with av.open(str(media)) as film:
        length = film.duration / 1e6
    edit = Edit(0.0, (Cut(2.0, 6.0),), length)
    slides = [slide.id for slide in session.event.slides]

    def make(*, withheld: tuple[str, ...] = ()):
        recording = Recording(
            "zoom", "Séance", "fr", edit.duration,
            () if withheld else (MediaFile("after/film.mp4", "video/mp4", "main", length),),
            (Mark(0.0, None, slides[0]), Mark(3.0, None, slides[2])),
            {} if withheld else {"fr": (Cue(0.5, 2.5, "Bonjour à tous.", "Ada"), Cue(3.0, 5.0, "La carte.", "Ada"))},
            (Chapter(0.0, 3.0, "Accueil", "debut"), Chapter(3.0, edit.duration, "La carte", "debut")),
            (PollResult("D'accord ?", (PollAnswer("Oui", 7), PollAnswer("Non", 2)), 9),),
            questions=(Question("Et le budget ?", ("Il est voté.",), start=4.0),),
        )  # fmt: skip
        after = After(recording, edit, withheld=withheld)
        event = replace(session.event, after=after)
        return replace(session, event=event, workspace=DiskWorkspace(tmp_path / "workspace"))

    return make


def test_a_recording_is_cut_and_given_chapters_without_encoding(recorded, rehearsal, tmp_path: Path) -> None:
    one = recorded()
    one.render("replay", f"replay/{one.event.id}", tmp_path / "made", {f"rehearsal/{one.event.id}": rehearsal})
    (pack,) = (tmp_path / "made").glob("*.zip")
    assert verify_pack(pack) == ()
    facts = facts_in(pack)
    assert facts["origin"] == "recording"
    assert [[shown["start"] for shown in passage["cues"]] for passage in facts["passages"]] == [[0.5], [3.0]]
    with zipfile.ZipFile(pack) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".mp4"))
        with av.open(archive.open(name)) as film:
            assert film.duration / 1e6 == pytest.approx(one.event.after.edit.duration, abs=0.1)
            assert [chapter["metadata"]["title"] for chapter in film.chapters()] == ["Accueil", "La carte"]
        with av.open(archive.open(name)) as film:
            sounds = [packet.size for packet in film.demux(film.streams.audio[0]) if packet.pts is not None]
    with av.open(str(rehearsal / "rehearsal.mp4")) as film:
        kept = [
            packet.size for packet in film.demux(film.streams.audio[0])
            if packet.pts is not None and not 2.0 <= packet.pts * packet.time_base < 6.0
        ]  # fmt: skip
    assert sounds == kept, "what was cut is not in the file, what was kept is untouched"


def test_without_consent_there_is_no_recording_and_no_rehearsal_in_its_place(
    recorded, rehearsal, tmp_path: Path
) -> None:
    one = recorded(withheld=("ada",))
    one.render("replay", f"replay/{one.event.id}", tmp_path / "made", {f"rehearsal/{one.event.id}": rehearsal})
    (pack,) = (tmp_path / "made").glob("*.zip")
    facts = facts_in(pack)
    assert (facts["origin"], facts["media"], facts["captions"], facts["passages"]) == ("none", [], [], [])
    assert len(facts["polls"]) == len(facts["questions"]) == 1
    assert not any("media/" in name or "captions/" in name for name in names_in(pack))
    with zipfile.ZipFile(pack) as archive:
        page = archive.read(next(name for name in archive.namelist() if name.endswith("data/index.html"))).decode()
    assert "Bonjour à tous." not in page and "Il est voté." in page


def test_a_broken_recording_is_reported_and_left_out(recorded, tmp_path: Path) -> None:
    one = recorded()
    (tmp_path / "workspace" / "after" / "film.mp4").write_bytes(b"not a film")
    found = one.render("replay", f"replay/{one.event.id}", tmp_path / "made")
    assert "REC004" in {finding.code.id for finding in found}
    (pack,) = (tmp_path / "made").glob("*.zip")
    assert facts_in(pack)["media"] == []
