"""The replay page of an event: the shared player, with the film of the session or of its rehearsal, or without one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from lxml import etree, html
from markupsafe import Markup

from deroule.model.chapters import ChapterOrderError, as_clips
from deroule.model.dossier import Dossier
from deroule.model.event import Event
from deroule.model.recording import MediaFile
from deroule.model.replay import Replay
from deroule.outputs.player.folder import Folder, player_folder
from deroule.outputs.player.form import Form
from deroule.outputs.player.page import player_part, script, style
from deroule.outputs.request import Request
from deroule.outputs.site.addresses import EVENTS, event_place, relative, replay_place
from deroule.outputs.site.cards import event_card
from deroule.outputs.site.heads import Head
from deroule.outputs.site.pictures import Pictures
from deroule.outputs.site.stage import Stage
from deroule.outputs.site.structured import duration, session_text
from deroule.outputs.site.structured import script as data_script
from deroule.outputs.site.words import Wording
from deroule.workspace import lend

PLAYER = "style/player.js"
STYLE = "style/player.css"
_FILM = re.compile(r"\.(mp4|m4v|webm|ogv|mov|m4a|mp3|ogg)$", re.IGNORECASE)
_TYPES = {"webm": "video/webm", "ogv": "video/ogg", "m4a": "audio/mp4", "mp3": "audio/mpeg", "ogg": "audio/ogg"}
_QUIET = (".//*[@class='dp-pages']", ".//*[@class='dp-bar']", ".//*[@class='dp-tabs']", ".//*[@class='dp-chapters']",
          ".//*[@class='dp-list']", ".//*[@class='dp-results']", ".//*[contains(@class,'dp-keys')]")  # fmt: skip
"""What the search leaves out: it stands on the pages of the sequences already."""


def gather_replays(request: Request, scratch: Path) -> dict[str, Folder]:
    """Gather what the player shows of each event that left something, or was rehearsed; films are cut in `scratch`."""
    found = {}
    for event in request.dossier.events:
        into = scratch / event.id
        into.mkdir(parents=True)
        rehearsed = f"rehearsal/{event.id}" in request.inputs
        if event.after is None and not rehearsed:
            continue
        folder = player_folder(replace(request, event=event, into=into), Form.FULL)
        if folder.replay.origin != "none" or folder.replay.polls or folder.replay.questions:
            found[event.id] = folder
    return found


def origins(replays: Mapping[str, Folder], dossier: Dossier) -> dict[str, list[str]]:
    """Give the sites that a replay's film comes from, by page; nothing where the film is a file of ours."""
    found = {}
    for event in dossier.events:
        folder = replays.get(event.id)
        film = _elsewhere(folder.replay) if folder else None
        if film is not None and _FILM.search(urlsplit(film.file).path):
            parts = urlsplit(film.file)
            found[replay_place(event).removesuffix(".md") + ".html"] = [f"{parts.scheme}://{parts.netloc}"]
    return found


def filmless(replays: Mapping[str, Folder]) -> dict[str, str]:
    """Give the kinds by which the search names replays without a film, by event."""
    return {
        name: "transcript" if folder.replay.passages else "event"
        for name, folder in replays.items() if not folder.replay.media
    }  # fmt: skip


def write_replays(stage: Stage, colours: Mapping[str, str]) -> None:
    """Write a replay page for each event that has one, and the player's script and style once."""
    shown = [event for event in stage.dossier.events if event.id in stage.material.replays]
    if not shown:
        return
    stage.save(STYLE, style(colours).encode())
    stage.save(PLAYER, script().encode())
    for event in shown:
        _write_replay(stage, event, stage.material.replays[event.id])


def _write_replay(stage: Stage, event: Event, folder: Folder) -> None:
    path, wording = replay_place(event), Wording(event.language)
    base, replay = f"{EVENTS}/{event.id}", folder.replay
    for member in folder.members:
        if member.name.startswith("slides/") or member.name.startswith("chapters/"):
            continue  # the pictures are there already
        target = stage.folder / base / member.name
        if member.path is None:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(member.content)
        else:
            lend(member.path, target)
    film = _elsewhere(replay)
    asked = film is not None and bool(_FILM.search(urlsplit(film.file).path))
    if film is not None and asked:
        replay = replace(replay, media=(_asked(film),))
    title = f"{wording.word('replay')}{wording.word('colon')} {event.title.plain}"
    told = " ".join(event.written.summary.plain.split())
    pictures = stage.pictures(event)
    head = Head(
        title, event.language, told, "video.other" if replay.media else "article", pictures.cover, event.title.plain,
        event.written.date, stage.latest_below(f"{event.folder}/after"),
        sheets=(relative(path, STYLE),), scripts=(relative(path, PLAYER),),
    )  # fmt: skip
    replay = _as_drawings(replay, pictures)
    # Captions stand in the page: browsers refuse those of a file to a page opened from a folder.
    shown = player_part(replay, pictures="slides/", captions=folder.captions)
    stage.write(
        path, "replay", head, event=event_card(stage, path, event), lead=_lead(replay),
        player=Markup(_woven(shown, asked)),
        elsewhere=urlsplit(film.file).netloc if film and asked else "",
        structured=_structured(stage, event, folder.replay),
        licence=stage.hand(path, event.language, event).line(event.licence), home=relative(path, event_place(event)),
    )  # fmt: skip


def _as_drawings(replay: Replay, pictures: Pictures) -> Replay:
    """Show each slide as the site's pages do: as a drawing, where it has one."""
    seen = {Path(one.path).name: Path(one.seen).name for shown in pictures.slides.values() for one in shown}
    return replace(
        replay, slides=tuple(replace(slide, picture=seen.get(slide.picture, slide.picture)) for slide in replay.slides)
    )


def _lead(replay: Replay) -> str:
    """Say which words lead into the page: by where what it shows comes from, and how much of it there is."""
    return "chapters" if replay.origin == "session" and not replay.passages else replay.origin


def _elsewhere(replay: Replay) -> MediaFile | None:
    """Give the film that lies on another site, where none of ours is shown."""
    if any(file.role != "address" for file in replay.media):
        return None
    return next((file for file in replay.media if file.role == "address"), None)


def _asked(film: MediaFile) -> MediaFile:
    """Make a film of an address: it is loaded once the reader agrees."""
    ending = urlsplit(film.file).path.rsplit(".", 1)[-1].lower()
    return replace(film, role="main", type=_TYPES.get(ending, film.type or "video/mp4"))


def _woven(part: str, asked: bool) -> str:
    """Weave the player into the site: passages get addresses that play them; a film from elsewhere waits to be asked for."""
    top: Any = html.fragment_fromstring(part, create_parent="div")
    passages = [one for one in top.iterfind(".//section") if "dp-passage" in (one.get("class") or "")]
    _address(sorted(passages, key=lambda one: one.get("data-slide") is None))
    for choice in _QUIET:
        for place in top.iterfind(choice) if "contains" not in choice else top.xpath(choice):
            place.set("data-nosearch", "")
    for source in top.iter("source") if asked else ():
        source.set("data-src", source.attrib.pop("src"))
    told = "".join(etree.tostring(child, encoding="unicode", method="html") for child in top)
    return re.sub(r"\n\s*\n", "\n", told)


def _address(passages: Iterable[Any]) -> None:
    """Give each passage the address of its second; of two in one second, the first given has it."""
    taken: set[str] = set()
    for passage in passages:
        cue = passage.find(".//*[@data-start]")
        if cue is None:
            continue
        name = f"t={int(float(cue.get('data-start')))}"
        if name not in taken:
            taken.add(name)
            passage.set("id", name)
            passage.set("data-passage", "transcript")
            title = passage.find(".//b")
            if title is not None:
                passage.set("data-heading", title.text_content())


def _structured(stage: Stage, event: Event, replay: Replay) -> Markup:
    """Tell what is shown in schema.org's words: a film, else what was said as something to learn from, else nothing."""
    if replay.media:
        return _film(stage, event, replay, replay.media[0])
    return session_text(stage, event, _transcript(replay)) if replay.passages else Markup("")


def _film(stage: Stage, event: Event, replay: Replay, film: MediaFile) -> Markup:
    """Tell a film, or a sound, with its chapters."""
    base, page = stage.material.address, replay_place(event).removesuffix(".md") + ".html"
    address = film.file if film.role == "address" else f"{base}{EVENTS}/{event.id}/{film.file}" if base else ""
    watched = "contentUrl" if _FILM.search(urlsplit(address).path) else "sameAs"  # a page that shows it is not the film
    facts: dict[str, Any] = {
        "@type": "AudioObject" if film.type.startswith("audio/") else "VideoObject", "name": replay.title,
        "description": event.written.summary.plain or replay.title,
        "uploadDate": replay.date, "duration": duration(replay.duration), "inLanguage": event.language,
        watched: address, "url": f"{base}{page}" if base else "", "transcript": _transcript(replay),
        "thumbnailUrl": base + stage.pictures(event).cover if base and stage.pictures(event).cover else "",
    }  # fmt: skip
    if base and replay.chapters:
        try:
            facts["hasPart"] = as_clips(replay.chapters, base + page, depth=3)
        except ChapterOrderError:
            facts["hasPart"] = []
    return data_script({name: value for name, value in facts.items() if value})


def _transcript(replay: Replay) -> str:
    return " ".join(_said(replay))


def _said(replay: Replay) -> Iterator[str]:
    for passage in replay.passages:
        for cue in passage.cues:
            yield " ".join(cue.text.split())
