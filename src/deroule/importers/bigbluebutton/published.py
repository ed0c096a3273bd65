"""The published recording of BigBlueButton: one small reader a file, each told apart by its name and its content."""

from __future__ import annotations

import html
import json
import math
import posixpath
import re
from collections.abc import Callable
from typing import Any

from deroule.diagnostics import Words
from deroule.importers.export import MEDIA, Export
from deroule.importers.part import Part
from deroule.importers.xml import child_text, line_of, local, number, read_xml
from deroule.model.recording import ChatMessage, Mark, MediaFile, PollAnswer, PollResult, ShownFilm
from deroule.source.after.captions import read_captions
from deroule.source.after.text import decode_export

TORN = Words("le fichier est abîmé : {reason}", "the file is damaged: {reason}")
WRONG = Words("ce n'est pas la forme attendue : {reason}", "this is not the expected shape: {reason}")
NO_TIME = Words("un temps ne se lit pas : {written}", "a time cannot be read: {written}")
_SLIDE = re.compile(r"presentation/(?P<presentation>[^/]+)/(?:svgs/)?(?:slide-?)(?P<number>\d+)\.(?:png|svg|jpe?g)\Z")
_LINK = re.compile(r'<a\s[^>]*?href="(?P<to>[^"]*)"[^>]*>(?P<shown>.*?)</a>', re.DOTALL | re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]*>")
_UNUSED = frozenset({"panzooms.xml", "cursor.xml", "tldraw.json", "deskshare.xml"})
_ASSETS = re.compile(r"(?:^|/)(?:presentation|thumbnails|svgs|textfiles|video|deskshare|favicon|logo)(?:[/.-]|\Z)")


def is_published(names: tuple[str, ...]) -> bool:
    """Whether these are the files of a published recording."""
    held = {posixpath.basename(name) for name in names}
    return "shapes.svg" in held or ({"metadata.xml", "slides_new.xml"} <= held)


def read_published(export: Export, names: tuple[str, ...]) -> Part:
    """Read the files of a published recording; `names` are those that belong to it."""
    part = Part(tool="bigbluebutton")
    texts: dict[tuple[str, int], str] = {}
    for name in sorted(names, key=lambda one: posixpath.basename(one) != "presentation_text.json"):
        _read_one(export, name, part, texts)
    _clamp(part)
    return part


def _read_one(export: Export, name: str, part: Part, texts: dict[tuple[str, int], str]) -> None:
    base = posixpath.basename(name)
    if posixpath.splitext(base)[1].lower() in MEDIA:
        part.media.append(_media(name))
    elif base in _READERS:
        content = export.read(name)
        if content is not None:
            _READERS[base](content, name, part, texts)
    elif re.fullmatch(r"caption_[\w-]+\.vtt", base):
        _caption(export, name, part)
    elif base in _UNUSED:
        part.unused.append(name)
    elif not _ASSETS.search(name):
        part.unknown.append(name)


def _media(name: str) -> MediaFile:
    """`video/` holds the sound with the cameras, `deskshare/` the shared screen."""
    role: Any = "screen" if "deskshare" in name else "main"
    return MediaFile(name, MEDIA[posixpath.splitext(name)[1].lower()], role)


# --- the files, one by one ---


def read_metadata(content: bytes, name: str, part: Part, texts: dict[tuple[str, int], str]) -> None:
    """Read metadata.xml: title, length of the media."""
    top, fault = read_xml(content)
    if fault:
        part.fault(name, TORN, reason=fault)
    if top is None:
        return
    meta = top.find("meta")
    names = (child_text(meta, "meetingName"), child_text(meta, "name")) if meta is not None else ()
    meeting = top.find("meeting")
    attribute = meeting.get("name", "") if meeting is not None else ""
    part.title = next((one for one in (*names, attribute) if one), "")
    playback = top.find("playback")
    length = number(child_text(playback, "duration")) if playback is not None else None
    start, end = number(child_text(top, "start_time")), number(child_text(top, "end_time"))
    if length and length > 0:
        part.duration = length / 1000
    elif start and end and end > start and not part.duration:
        # The meeting's length, waits included: an upper bound, good enough to clamp by.
        part.duration = (end - start) / 1000


def read_shapes(content: bytes, name: str, part: Part, texts: dict[tuple[str, int], str]) -> None:
    """Read shapes.svg: when each slide was shown. A returning slide has several times in one attribute before 2.0."""
    top, fault = read_xml(content)
    if fault:
        part.fault(name, TORN, reason=fault)
    if top is None:
        return
    for image in top.iter():
        if local(image) != "image":
            continue
        href = image.get("{http://www.w3.org/1999/xlink}href") or image.get("href") or ""
        if not href or "in" not in image.attrib:
            continue  # the logo before the first slide, and pictures drawn on the whiteboard
        line = line_of(image)
        for start, end in _times(image.get("in", ""), image.get("out", ""), name, line, part):
            mark = _mark(href, start, end, texts)
            if mark:
                part.marks.append(mark)
    part.marks.sort(key=lambda one: (one.start, one.end or math.inf))


def _times(first: str, last: str, name: str, line: int, part: Part) -> list[tuple[float, float | None]]:
    starts, ends = first.split(), last.split()
    made: list[tuple[float, float | None]] = []
    for position, written in enumerate(starts):
        start = number(written)
        end = number(ends[position]) if position < len(ends) else None
        if start is None or start < 0:
            part.fault(name, NO_TIME, line, lost=True, written=written[:20])
            continue
        if end is None and position < len(ends):
            part.fault(name, NO_TIME, line, written=ends[position][:20])
        made.append((start, end if end is not None and end > start else None))
    return made


def _mark(href: str, start: float, end: float | None, texts: dict[tuple[str, int], str]) -> Mark | None:
    if "logo" in posixpath.basename(href):
        return None
    if "deskshare" in href:
        return Mark(start, end)
    match = _SLIDE.search(href)
    if match is None:
        return Mark(start, end, presentation=href[:200])
    shown = int(match["number"])
    presentation = match["presentation"]
    return Mark(start, end, number=shown, presentation=presentation, text=texts.get((presentation, shown), ""))


def read_texts(content: bytes, name: str, part: Part, texts: dict[tuple[str, int], str]) -> None:
    """Read presentation_text.json: the text of each slide, by presentation; the best key to recognise it by."""
    held = read_json(content, name, part, dict)
    for presentation, slides in held.items() if held else ():
        for slide, text in slides.items() if isinstance(slides, dict) else ():
            match = re.search(r"(\d+)\Z", slide)
            if match and isinstance(text, str):
                texts[(presentation, int(match[1]))] = " ".join(text.split())


def read_chat(content: bytes, name: str, part: Part, texts: dict[tuple[str, int], str]) -> None:
    """Read slides_new.xml: the public chat, its links as the server made them."""
    top, fault = read_xml(content)
    if fault:
        part.fault(name, TORN, reason=fault)
    for one in top.iter() if top is not None else ():
        if local(one) != "chattimeline":
            if one is not top and local(one):
                part.unknown.append(f"{name}: {local(one)}")
            continue
        at = number(one.get("in"))
        if at is None:
            part.fault(name, NO_TIME, line_of(one), written=(one.get("in") or "")[:20])
        text = plain_message(one.get("message", ""))
        if text:
            part.chat.append(ChatMessage(at, one.get("name", ""), text))


def plain_message(written: str) -> str:
    """Give a chat message without the links and signs that the server wrote into it."""
    unlinked = _LINK.sub(lambda match: match["shown"] or match["to"], written)
    return html.unescape(_TAGS.sub("", unlinked.replace("<br/>", "\n").replace("<br>", "\n"))).strip()


def read_polls(content: bytes, name: str, part: Part, texts: dict[tuple[str, int], str]) -> None:
    """Read polls.json: the polls whose results were shown."""
    for one in read_json(content, name, part, list) or ():
        poll = poll_from(one) if isinstance(one, dict) else None
        if poll is None:
            part.fault(name, WRONG, lost=True, reason=str(one)[:60])
        else:
            part.polls.append(poll)


def poll_from(held: dict[str, Any]) -> PollResult | None:
    """Make a poll's result of the server's values; `responders` answered, `respondents` could have."""
    answers = held.get("answers")
    if isinstance(answers, str):
        try:
            answers = json.loads(answers)
        except ValueError:
            return None
    if not isinstance(answers, list) or not all(isinstance(one, dict) for one in answers):
        return None
    made = []
    for one in answers:
        votes = number(str(one.get("numVotes", one.get("num_votes", 0))))
        made.append(PollAnswer(str(one.get("key", one.get("id", ""))), max(0, int(votes or 0))))
    answered = next((held[key] for key in ("responders", "numResponders", "num_responders") if key in held), None)
    respondents = number(str(answered)) if answered is not None else None
    total = sum(one.votes for one in made)
    at = number(str(held["timestamp"])) if "timestamp" in held else None
    return PollResult(
        str(held.get("question") or ""), tuple(made), int(respondents if respondents is not None else total), start=at
    )


def read_videos(content: bytes, name: str, part: Part, texts: dict[tuple[str, int], str]) -> None:
    """Read external_videos.json: films of other sites that were shown."""
    for one in read_json(content, name, part, list) or ():
        address = one.get("external_video_url") if isinstance(one, dict) else None
        at = number(str(one.get("timestamp"))) if isinstance(one, dict) else None
        if isinstance(address, str) and is_address(address) and at is not None:
            part.films.append(ShownFilm(address[:2000], max(0.0, at)))
        else:
            part.fault(name, WRONG, lost=True, reason=str(one)[:60])


def is_address(text: str) -> bool:
    """Whether a text is an address of the web, which a page may lead to."""
    return bool(re.fullmatch(r"https?://\S+", text, re.IGNORECASE))


def read_captions_list(content: bytes, name: str, part: Part, texts: dict[tuple[str, int], str]) -> None:
    """Read captions.json: the languages of the captions; the files themselves are read by their names."""
    for one in read_json(content, name, part, list) or ():
        if not isinstance(one, dict) or not isinstance(one.get("locale"), str):
            part.fault(name, WRONG, reason=str(one)[:60])


def read_notes(content: bytes, name: str, part: Part, texts: dict[tuple[str, int], str]) -> None:
    """Look at notes.html, the shared notes: an empty pad is of no use, a filled one is told."""
    text = _TAGS.sub(" ", re.sub(r"(?s)<head.*?</head>", "", decode_export(content).text))
    (part.unknown if text.strip() else part.unused).append(name)


def read_json(content: bytes, name: str, part: Part, kind: type) -> Any:
    """Read JSON of a kind (list or dict); nothing, with a fault, for anything else."""
    try:
        held = json.loads(decode_export(content).text)
    except (ValueError, RecursionError) as fault:
        part.fault(name, TORN, lost=True, reason=str(fault)[:80])
        return None
    if not isinstance(held, kind):
        part.fault(name, WRONG, lost=True, reason=type(held).__name__)
        return None
    return held


def _caption(export: Export, name: str, part: Part) -> None:
    content = export.read(name)
    if content is None:
        return
    read = read_captions(content)
    language = posixpath.basename(name)[len("caption_") : -len(".vtt")].split("_")[0].split("-")[0].lower() or "und"
    for fault in read.faults:
        part.fault(name, fault.what, fault.line, lost=fault.lost)
    if read.cues:
        part.join(Part(captions={language: list(read.cues)}))


def _clamp(part: Part) -> None:
    """The last slide's end may lie far past the media: end it with them."""
    if not part.duration:
        return
    made = []
    for mark in part.marks:
        end = min(mark.end, part.duration) if mark.end is not None else None
        made.append(Mark(mark.start, end, None, mark.number, mark.presentation, mark.text))
    part.marks = made


_READERS: dict[str, Callable[[bytes, str, Part, dict[tuple[str, int], str]], None]] = {
    "metadata.xml": read_metadata,
    "shapes.svg": read_shapes,
    "presentation_text.json": read_texts,
    "slides_new.xml": read_chat,
    "polls.json": read_polls,
    "external_videos.json": read_videos,
    "captions.json": read_captions_list,
    "notes.html": read_notes,
}
