"""Making a rehearsal: every page spoken and filmed, joined, with its captions, its chapters and a page that plays it."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from deroule.diagnostics import Diagnostic
from deroule.model.chapters import as_webvtt, as_youtube, flat
from deroule.model.event import Event, SlideForm
from deroule.model.recording import MediaFile, Recording
from deroule.model.replay import CaptionTrack, Replay
from deroule.model.webvtt import write_webvtt
from deroule.outputs.player.gather import pages_of, replay_of
from deroule.outputs.player.page import PageLook, player_page
from deroule.outputs.player.rehearsed import FILE, rehearsal_text, told_digest
from deroule.outputs.player.words import language_label
from deroule.outputs.rehearsal.codes import NO_FILM, NO_VOICE, NOTHING_SAID
from deroule.outputs.rehearsal.narration import narrations
from deroule.outputs.rehearsal.shooting import Take, shoot
from deroule.outputs.rehearsal.telling import FILM, recording_of
from deroule.outputs.request import Request
from deroule.programs.filming import join
from deroule.programs.media import MediaError, Stretch
from deroule.programs.speech import VARIABLE, SpeechError, Voice, voice_named


def render(request: Request) -> tuple[Diagnostic, ...]:
    """Speak and film what changed, join everything, write film, captions, chapters and a page that plays them."""
    event = request.event
    assert event is not None
    pictures = request.inputs[f"pictures/{event.id}"]
    pages = request.place(event).value
    try:
        voice = voice_named(request.workspace.variable(VARIABLE))
        with tempfile.TemporaryDirectory(prefix="deroule-") as scratch:
            shelf = (request.shelf or Path(scratch)) / event.id
            takes = shoot(narrations(event, pages, pictures), voice, shelf)
            recording = recording_of(event, takes)
            chapters = [Stretch(one.start, one.end, one.title) for one in flat(recording.chapters)]
            join([take.film for take in takes], request.into / FILM, title=event.title.plain, chapters=chapters)
    except SpeechError as fault:
        return (NO_VOICE.at(None, why=fault),)
    except MediaError as fault:
        return (NO_FILM.at(None, why=fault),)
    _write(request, recording, pages_of(event, pictures), voice)
    return _silent(event, takes)


def _write(request: Request, recording: Recording, pages: Sequence[dict[str, Any]], voice: Voice) -> None:
    event = request.event
    assert event is not None
    files: dict[str, str] = {
        f"captions-{language}.vtt": write_webvtt(cues) for language, cues in recording.captions.items()
    }
    files["chapters.vtt"] = as_webvtt(recording.chapters)
    files["chapters.txt"] = as_youtube(recording.chapters)
    files[FILE] = rehearsal_text(recording, told_digest(event, pages), voice.name)
    replay = _replay(event, pages, recording)
    files["replay.json"] = json.dumps(replay.document(), ensure_ascii=False, indent=1) + "\n"
    colours = request.place.themes(event)[None].colours
    look = PageLook(colours, pictures="../slides/", captions={
        track.file: files[track.file] for track in replay.captions
    })  # fmt: skip
    files["index.html"] = player_page(replay, look)
    for name, content in files.items():
        if content:
            (request.into / name).write_text(content, encoding="utf-8")


def _replay(event: Event, pages: Sequence[dict[str, Any]], recording: Recording) -> Replay:
    tracks = tuple(
        CaptionTrack(f"captions-{language}.vtt", language, language_label(language)) for language in recording.captions
    )
    media = (MediaFile(FILM, "video/mp4", "main", recording.duration),)
    return replace(replay_of(event, pages, recording, "rehearsal"), media=media, captions=tracks)


def _silent(event: Event, takes: Sequence[Take]) -> tuple[Diagnostic, ...]:
    """Report slides with content and without notes; made slides (dividers, sources) may do without."""
    spoken = {take.narration.page.slide_id for take in takes}
    content = [slide for slide in event.slides if slide.form is SlideForm.CONTENT and slide.id in spoken]
    silent = [slide for slide in content if not slide.notes]
    return (NOTHING_SAID.at(event.written.span, count=len(silent), all=len(content)),) if silent else ()
