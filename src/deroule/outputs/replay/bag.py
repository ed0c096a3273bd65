"""The pack as a bag (RFC 8493), so that archives take it in as it is: payload under data/, sums of every file.

Its profile (`bagit-profile.json`, in the bag too, so that an archive service finds it without a network) asks for a player
that opens by double click: `index.html` at the bag's root leads to `data/index.html`.
"""

from __future__ import annotations

import html
import json
from collections.abc import Sequence
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from deroule import __version__
from deroule.model.event import Event
from deroule.outputs.player.packing import Entry, Member, Packer

DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
PROFILE = "urn:deroule:bagit-profile:replay-pack:1"
MANIFEST, TAGS, INFO, OPEN = "manifest-sha256.txt", "tagmanifest-sha256.txt", "bag-info.txt", "index.html"
PROFILE_FILE = "bagit-profile.json"
PAYLOAD = "data/"


def write_bag(target: Path, name: str, members: Sequence[Member], event: Event) -> None:
    """Write the pack; everything in it stands in one folder, `name`."""
    with Packer(target) as packer:
        payload = packer.write_all(Member(f"{name}/{PAYLOAD}{one.name}", one.path, one.content) for one in members)
        tags = {
            "bagit.txt": DECLARATION,
            INFO: _info(event, payload),
            OPEN: _opening(event),
            PROFILE_FILE: _profile_text(),
            MANIFEST: sums(payload, name),
        }
        written = packer.write_all(Member(f"{name}/{tag}", None, text.encode()) for tag, text in tags.items())
        packer.write(Member(f"{name}/{TAGS}", None, sums(written, name).encode()))


def profile() -> dict[str, Any]:
    """Give what a replay pack is to hold, in the terms of BagIt profiles."""
    known: dict[str, Any] = json.loads(_profile_text())
    return known


@cache
def _profile_text() -> str:
    return (resources.files("deroule.outputs.replay") / PROFILE_FILE).read_text(encoding="utf-8")


def sums(entries: Sequence[Entry], name: str) -> str:
    """Write a manifest: a sum and a path on each line; line ends and per cent signs in paths are written as %0A and %25."""
    lines = [(entry.name.removeprefix(f"{name}/"), entry.sha256) for entry in entries]
    return "".join(f"{total}  {written(path)}\n" for path, total in sorted(lines))


def written(path: str) -> str:
    """Write a path as RFC 8493 asks (2.1.3)."""
    return path.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _info(event: Event, payload: Sequence[Entry]) -> str:
    facts = {
        "Source-Organization": event.organiser.name.plain if event.organiser else "",
        "External-Identifier": event.id,
        "External-Description": " ".join(event.title.plain.split()),
        "Bag-Software-Agent": f"Déroulé {__version__}",
        "BagIt-Profile-Identifier": PROFILE,
        "Payload-Oxum": f"{sum(entry.size for entry in payload)}.{len(payload)}",
        "Internal-Sender-Identifier": event.id,
    }
    return "".join(f"{label}: {value}\n" for label, value in facts.items() if value)


def _opening(event: Event) -> str:
    title = html.escape(event.title.plain)
    return (
        f'<!doctype html>\n<html lang="{html.escape(event.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="refresh" content="0; url=data/index.html">\n<title>{title}</title>\n</head>\n'
        f'<body>\n<main><h1><a href="data/index.html">{title}</a></h1></main>\n</body>\n</html>\n'
    )
