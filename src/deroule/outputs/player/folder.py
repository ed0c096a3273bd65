"""Everything that a player needs beside its page, wherever it goes: media, captions, chapters and slide pictures."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from deroule.diagnostics import Diagnostic
from deroule.model.chapters import (
    ChapterOrderError,
    as_ffmetadata,
    as_peertube,
    as_podcast_json,
    as_webvtt,
    as_youtube,
    flat,
)
from deroule.model.event import Event
from deroule.model.recording import MediaFile, Recording
from deroule.model.replay import CaptionTrack, Origin, Replay
from deroule.model.webvtt import write_webvtt
from deroule.outputs.player.codes import STALE_REHEARSAL, UNREADABLE_RECORDING
from deroule.outputs.player.form import Form
from deroule.outputs.player.gather import pages_of, replay_of, session_of
from deroule.outputs.player.packing import Member
from deroule.outputs.player.rehearsed import Rehearsed, read_rehearsal, told_digest
from deroule.outputs.player.words import language_label
from deroule.outputs.request import Request
from deroule.programs.media import MediaError, Stretch, copy_media, look_into


@dataclass(slots=True)
class Folder:
    """What goes beside the page: files by their path in the folder, and the replay that names them."""

    replay: Replay
    members: list[Member] = field(default_factory=list)
    captions: dict[str, str] = field(default_factory=dict)
    """The text of captions files by path, for pages that may read no file."""
    diagnostics: list[Diagnostic] = field(default_factory=list)


def player_folder(request: Request, form: Form) -> Folder:
    """Gather the files for an event. Media are cut, given chapters or reduced to their sound in `request.into`."""
    event = request.event
    assert event is not None
    rehearsal = read_rehearsal(request.inputs.get(f"rehearsal/{event.id}")) if form is not Form.WITHOUT else None
    folder = _folder(request, event, form, rehearsal)
    if folder.replay.origin == "rehearsal" and not folder.replay.media:  # unreadable: as if there were none
        found, folder = folder.diagnostics, _folder(request, event, form, None)
        folder.diagnostics[:0] = found
    return folder


def _folder(request: Request, event: Event, form: Form, rehearsal: Rehearsed | None) -> Folder:
    pictures = request.inputs.get(f"pictures/{event.id}")
    pages = pages_of(event, pictures)
    recording, origin = showing(event, rehearsal)
    folder = Folder(replay_of(event, pages, recording, origin))
    if origin == "rehearsal" and rehearsal and rehearsal.told != told_digest(event, pages):
        folder.diagnostics.append(STALE_REHEARSAL.at(event.written.span, event=event.id))
    if recording is not None and origin != "none":
        _add_media(folder, request, recording, rehearsal if origin == "rehearsal" else None, form)
        _add_texts(folder, recording)
        # A film that is left out, or unreadable, does not take with it what was said.
        if origin == "recording" and not folder.replay.media:
            folder.replay = replace(folder.replay, origin="session" if _tells(recording) else "none")
    if pictures is not None:
        folder.members += [Member(f"slides/{one.picture}", pictures / one.picture) for one in folder.replay.slides]
    return folder


def shown_session(request: Request) -> tuple[Recording | None, Origin]:
    """Say what is played of the event that a request is about."""
    event = request.event
    assert event is not None
    return showing(event, read_rehearsal(request.inputs.get(f"rehearsal/{event.id}")))


def showing(event: Event, rehearsal: Rehearsed | None) -> tuple[Recording | None, Origin]:
    """Say what is shown: the session's film, else what was said in it, else its rehearsal, else when its slides came up.

    Without the consent of those who speak the session is not shown, and no rehearsal stands in for it.
    """
    session = session_of(event)
    if session is not None and session.media:
        return session, "recording"
    if session is not None and session.captions:
        return session, "session"
    if rehearsal is not None and not (event.after and event.after.withheld):
        return _with_the_room(rehearsal.recording, session or Recording("rehearsal")), "rehearsal"
    if session is not None and _tells(session):
        return session, "session"
    return session, "none"


def _tells(session: Recording) -> bool:
    """Whether something of the session's course can be shown without its film."""
    return bool(session.captions or session.chapters)


def _with_the_room(rehearsal: Recording, session: Recording) -> Recording:
    """Give a rehearsal with what the room asked and chose. Its clock is not the session's: that has no moment."""
    return replace(
        rehearsal,
        polls=tuple(replace(one, start=None) for one in session.polls),
        questions=tuple(replace(one, start=None) for one in session.questions),
        films=tuple(replace(one, start=None) for one in session.films),
        chat=tuple(replace(one, start=None) for one in session.chat),
    )


def _add_media(folder: Folder, request: Request, recording: Recording, rehearsal: Rehearsed | None, form: Form) -> None:
    event = request.event
    assert event is not None
    elsewhere = tuple(one for one in recording.media if one.role == "address")
    files = [one for one in recording.media if one.role != "address"] if form is not Form.WITHOUT else []
    # The main film, and beside it the screen that was shared, where the tool kept the two apart.
    wanted = [*files[:1], *(one for one in files[1:] if one.role == "screen" and form is Form.FULL)][:2]
    made: list[MediaFile] = []
    for one in wanted:
        try:
            source = rehearsal.film if rehearsal else request.workspace.path(one.file)
            made.append(_place(folder, request, source, recording, form, is_main=one is wanted[0]))
        except (MediaError, OSError) as fault:
            folder.diagnostics.append(UNREADABLE_RECORDING.at(event.written.span, file=one.file, why=fault))
            if one is wanted[0]:
                break
    folder.replay = replace(folder.replay, media=tuple(made) + elsewhere)
    if made and not recording.duration:
        folder.replay = replace(folder.replay, duration=made[0].duration)


def _place(
    folder: Folder, request: Request, source: Path, recording: Recording, form: Form, *, is_main: bool
) -> MediaFile:
    """Put the media in the folder; as it is when nothing has to be cut, added or left out."""
    facts = look_into(source)
    event = request.event
    assert event is not None
    kept = event.after.edit.kept if event.after and recording.tool != "rehearsal" else ()
    sound_only = form is Form.LIGHT
    if sound_only and not facts.audio:
        raise MediaError(f"{source.name}: no sound")
    ending = (
        {"opus": ".webm", "vorbis": ".webm", "mp3": ".mp3"}.get(facts.audio, ".m4a") if sound_only else facts.ending
    )
    chapters = _stretches(recording) if is_main else ()
    part = "" if is_main else "-screen"
    is_ready = recording.tool == "rehearsal" and not sound_only
    is_foreign = source.suffix.lower() not in (ending, ".m4v")
    if not is_ready and (kept or chapters or sound_only or is_foreign):
        target = request.into / f"recording{part}{ending}"
        copy_media(source, target, kept=kept, chapters=chapters, title=event.title.plain, sound_only=sound_only)
        source = target
    name = f"media/{event.id}{part}{ending}"
    folder.members.append(Member(name, source))
    placed = look_into(source)
    return MediaFile(name, placed.type, "audio" if sound_only else "main" if is_main else "screen", placed.duration)


def _stretches(recording: Recording) -> tuple[Stretch, ...]:
    try:
        return tuple(Stretch(one.start, one.end, one.title) for one in flat(recording.chapters))
    except ChapterOrderError:
        return ()


def _add_texts(folder: Folder, recording: Recording) -> None:
    """Add captions and chapters, in the forms that players, podcasts and video sites take."""
    tracks = []
    for language, cues in recording.captions.items():
        name = f"captions/{language}.vtt"
        folder.captions[name] = write_webvtt(cues)
        tracks.append(CaptionTrack(name, language, language_label(language)))
    folder.replay = replace(folder.replay, captions=tuple(tracks))
    for name, text in {**folder.captions, **dict(_chapter_files(recording))}.items():
        folder.members.append(Member(name, None, text.encode()))


def _chapter_files(recording: Recording) -> Iterator[tuple[str, str]]:
    if not recording.chapters:
        return
    chapters, title = recording.chapters, recording.title
    forms: dict[str, Callable[[], str]] = {
        "chapters/chapters.vtt": lambda: as_webvtt(chapters),
        "chapters/ffmetadata.txt": lambda: as_ffmetadata(chapters, title=title),
        "chapters/podcast.json": lambda: as_podcast_json(chapters, title=title),
        "chapters/youtube.txt": lambda: as_youtube(chapters),
        "chapters/peertube.txt": lambda: as_peertube(chapters),
    }
    for name, write in forms.items():
        try:
            text = write()
        except ChapterOrderError:
            return
        if text:
            yield name, text


def document_member(replay: Replay) -> Member:
    """Give replay.json."""
    return Member("replay.json", None, json.dumps(replay.document(), ensure_ascii=False, indent=1).encode() + b"\n")
