"""The player's page: a piece of HTML for any page, or a page that opens by double click, without server or network."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

import jinja2
from markupsafe import Markup, escape

from deroule.model.chapters import as_webvtt, check_order
from deroule.model.clock import spoken
from deroule.model.replay import Replay
from deroule.outputs.document.words import Wording
from deroule.outputs.player.look import palette
from deroule.outputs.player.words import PlayerWords
from deroule.programs.jinja import bytecode
from deroule.workspace import Workspace

SPEEDS = ("0.75", "1", "1.25", "1.5", "1.75", "2")
OWN = "templates/replay/page.html.jinja"
"""Where the workspace may keep its own form of the page."""


@dataclass(frozen=True, slots=True)
class PageLook:
    """How a replay is put on a page. `colours` are a theme's, `RRGGBB` by role."""

    colours: Mapping[str, str]
    pictures: str = "slides/"
    """What stands before the file name of a slide's picture."""
    captions: Mapping[str, str] = field(default_factory=dict)
    """The text of captions files by name, to be written into the page: a page that is no server's may read no other."""
    scripts: tuple[str, ...] = ()
    """Scripts that run before the player's own: the tie to a learning platform."""
    connects: bool = False
    """Whether these scripts talk to an address (cmi5): nothing else is allowed to."""
    hint: bool = True
    """Whether to say what to do when the page was opened inside an archive."""


def player_page(replay: Replay, look: PageLook, workspace: Workspace | None = None) -> str:
    """Write the whole page. Everything of the author's is escaped by the template engine."""
    scripts = (*look.scripts, script())
    wording, word = Wording(replay.language), PlayerWords(replay.language)
    kind = {"recording": "replay", "session": "no-film", "rehearsal": "rehearsal", "none": "slides-only"}[replay.origin]
    made: str = _environment(workspace).get_template("page.html.jinja").render(
        replay=replay, word=word, kind=word(kind),
        day=_raised(wording.day(dt.date.fromisoformat(replay.date))) if replay.date else "",
        style=Markup(style(look.colours)), scripts=[Markup(one) for one in scripts], policy=_policy(scripts, look),
        part=Markup(player_part(replay, pictures=look.pictures, captions=look.captions)), hint=look.hint,
    )  # fmt: skip
    return made


def player_part(
    replay: Replay, *, pictures: str = "slides/", captions: Mapping[str, str] | None = None, level: int = 2
) -> str:
    """Write the player as a piece of a page whose headings go on at `level`. It needs `style` and `script` beside.

    Captions found in `captions` are written into it; the others are named by their file.
    """
    word = PlayerWords(replay.language)
    films = [file for file in replay.media if file.role in ("main", "screen", "camera", "audio")]
    main = films[0] if films else None
    media = "none" if main is None else "audio" if main.type.startswith("audio/") else "video"
    made: str = _environment(None).get_template("part.html.jinja").render(
        replay=replay, word=word, clock=spoken, size=word.size, pictures=pictures,
        media_kind=media, has_moments=media != "none" or _has_moments(replay), films=films[:1],
        view="film" if replay.origin == "rehearsal" else "slide",
        elsewhere=next((file.file for file in replay.media if file.role == "address"), ""),
        notice=_notice(replay, media, word),
        shared=next((file for file in replay.media if file.role == "screen" and file is not main), None),
        said_aloud=bool(replay.passages or replay.captions),
        tracks=[{"address": _address(one.file, captions), "language": one.language, "label": one.label}
                for one in replay.captions] if media == "video" else [],
        chapter_track=_data(as_webvtt(replay.chapters)) if media == "video" and _sound(replay) else "",
        said=_said(replay), tabs=_tabs(replay), passages=_passages(replay), chapters=_chapters(replay),
        programme=_programme(replay),
        strip=_strip(replay, media), polls=_polls(replay), speeds=[(one, word.decimal(one)) for one in SPEEDS],
        h2=f"h{level}", h3=f"h{level}",
    )  # fmt: skip
    return made


def _notice(replay: Replay, media: str, word: PlayerWords) -> str:
    """Say what is not as people expect: a voice that is nobody's, a film that is elsewhere, or no film at all."""
    if media != "none":
        return word("rehearsal-notice") if replay.origin == "rehearsal" else ""
    if any(file.role == "address" for file in replay.media):
        return word("elsewhere-notice") if _has_moments(replay) else ""
    if not _has_moments(replay):
        return word("none-notice")
    return word("session-notice") if replay.passages else word("chapters-notice")


def _has_moments(replay: Replay) -> bool:
    """Whether there are moments to choose, be there a film or not."""
    return bool(replay.passages or replay.chapters)


def style(colours: Mapping[str, str]) -> str:
    """Give the style sheet: the theme's colours for light and dark grounds, then the forms."""
    return palette(colours) + _file("player.css")


@cache
def script() -> str:
    """Give the script. It asks for nothing outside the page that it stands in."""
    return _file("player.js")


def _tabs(replay: Replay) -> list[str]:
    found = ["transcript"] if replay.passages else []
    return [*found, "chapters" if replay.chapters else "programme", "slides"]


def _said(replay: Replay) -> dict[str, tuple[str, ...]]:
    """Give what is said on each page by its notes, where no transcript tells it."""
    return {} if replay.passages else {slide.id: slide.notes for slide in replay.slides}


def _passages(replay: Replay) -> list[dict[str, Any]]:
    """Give the passages with the title of their slide, told once for passages that follow one another on it."""
    slides = {slide.slide: slide for slide in reversed(replay.slides)}
    made: list[dict[str, Any]] = []
    for passage in replay.passages:
        slide = slides.get(passage.slide or "")
        before = made[-1]["slide"] if made else None
        made.append({
            "slide": slide.id if slide else "", "title": slide.title if slide and slide.id != before else "",
            "accent": slide.accent if slide else 1, "start": passage.start, "speaker": passage.speaker,
            "cues": passage.cues,
        })  # fmt: skip
    return made


def _chapters(replay: Replay) -> list[dict[str, Any]]:
    sequences = {one.id: one for one in replay.sequences}
    accents = {one.slide: one.accent for one in replay.slides}
    accent, made = 1, []
    told: set[str] = set()
    for one in replay.chapters:
        if one.level == 1:
            accent = sequences[one.id].accent if one.id in sequences else accents.get(one.id, 1)
        time = "" if one.id in told else _time(replay, one.id)
        told.add(one.id)
        made.append({"start": one.start, "end": one.end, "title": one.title, "level": one.level, "accent": accent,
                     "time": time})  # fmt: skip
    return made


def _programme(replay: Replay) -> list[dict[str, Any]]:
    first = {slide.sequence: slide.id for slide in reversed(replay.slides) if slide.sequence}
    return [
        {"to": first[one.id], "title": one.title, "accent": one.accent, "time": _time(replay, one.id)}
        for one in replay.sequences
        if one.id in first
    ]


def _time(replay: Replay, name: str) -> str:
    """Tell the planned time of a sequence, and the time that it took where it is known."""
    one = next((one for one in replay.sequences if one.id == name), None)
    if one is None or not one.planned:
        return ""
    wording, word = Wording(replay.language), PlayerWords(replay.language)
    planned = wording.length(dt.timedelta(seconds=one.planned))
    if one.actual is None:
        return word("planned-only", planned=planned)
    return word("planned", planned=planned, actual=wording.length(dt.timedelta(seconds=one.actual)))


def _strip(replay: Replay, media: str) -> list[dict[str, Any]]:
    """Give the pieces of the strip: chapters as long as they last, else the whole of a film, else sequences by their slides."""
    chapters = [
        {"grow": round(one["end"] - one["start"], 1), "title": one["title"], "accent": one["accent"]}
        for one in _chapters(replay) if one["level"] == 1
    ]  # fmt: skip
    if chapters or media != "none":
        return chapters or [{"grow": 1, "title": "", "accent": 1}]
    made: list[dict[str, Any]] = []
    for slide in replay.slides:
        if not made or made[-1]["sequence"] != slide.sequence:
            made.append({"grow": 0, "title": slide.title, "accent": slide.accent, "sequence": slide.sequence})
        made[-1]["grow"] += 1
    return made


def _polls(replay: Replay) -> list[dict[str, Any]]:
    word = PlayerWords(replay.language)
    return [
        {
            "question": poll.question, "answers": poll.answers,
            "most": max([answer.votes for answer in poll.answers] + [1]),
            "count": word("answers", count=str(poll.respondents)) if poll.respondents else "",
        }
        for poll in replay.polls
    ]  # fmt: skip


def _sound(replay: Replay) -> bool:
    """Whether the chapters can be told as a track."""
    if not replay.chapters:
        return False
    try:
        check_order(replay.chapters)
    except ValueError:
        return False
    return True


def _address(file: str, captions: Mapping[str, str] | None) -> str:
    return _data(captions[file]) if captions and file in captions else file


def _data(webvtt: str) -> str:
    return "data:text/vtt;base64," + base64.b64encode(webvtt.encode()).decode("ascii")


def _policy(scripts: tuple[str, ...], look: PageLook) -> str:
    """Allow the scripts of the page by their digest, files beside it, and nothing else."""
    sums = [base64.b64encode(hashlib.sha256(one.encode()).digest()).decode("ascii") for one in scripts]
    named = " ".join(f"'sha256-{one}'" for one in sums)
    parts = [
        "default-src 'none'", "img-src 'self' data: file:", "media-src 'self' data: file:", "style-src 'unsafe-inline'",
        f"script-src {named}", "base-uri 'none'", "form-action 'none'",
    ]  # fmt: skip
    return "; ".join([*parts, "connect-src http: https:"] if look.connects else parts)


@cache
def _file(name: str) -> str:
    return (resources.files("deroule.outputs.player") / name).read_text(encoding="utf-8")


def _environment(workspace: Workspace | None) -> jinja2.Environment:
    """Give the template engine; the workspace's own page stands before ours."""

    def load(name: str) -> str:
        if name == "page.html.jinja" and workspace is not None and workspace.exists(OWN):
            return workspace.read(OWN).decode()
        return _file(name)

    return jinja2.Environment(
        loader=jinja2.FunctionLoader(load), autoescape=True, trim_blocks=True, lstrip_blocks=True,
        undefined=jinja2.StrictUndefined, bytecode_cache=bytecode("player"),
    )  # fmt: skip


def _raised(day: str) -> Markup:
    """Raise the letters of `1er`, as French writes the first of a month."""
    return Markup("1<sup>er</sup>") + day[3:] if day.startswith("1er") else escape(day)
