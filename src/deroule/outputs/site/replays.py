"""The replay page of an event: the shared player, when the session left something that may be shown."""

from __future__ import annotations

from urllib.parse import urlsplit

from deroule.model.dossier import Dossier
from deroule.model.event import Event
from deroule.outputs.site.addresses import EVENTS


def has_replay(event: Event) -> bool:
    """Whether the event left a recording, or what was said, that its speakers let be shown."""
    after = event.after
    if after is None or after.withheld:
        return False
    return bool(after.recording.media or after.recording.captions)


def replay_place(event: Event) -> str:
    """Give the path of the event's replay page."""
    return f"{EVENTS}/{event.id}/replay.md"


def origins(dossier: Dossier) -> dict[str, list[str]]:
    """Give the sites that a replay's film comes from, by page; nothing where the film is a file of ours."""
    found = {}
    for event in dossier.events:
        films = (
            [urlsplit(one.file) for one in event.after.recording.media if one.role == "address"] if event.after else []
        )
        if films and has_replay(event):
            page = replay_place(event).removesuffix(".md") + ".html"
            found[page] = sorted({f"{film.scheme}://{film.netloc}" for film in films if film.netloc})
    return found
