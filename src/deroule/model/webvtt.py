"""Captions written as WebVTT, in one canonical form: what the workspace keeps and what players are given."""

from __future__ import annotations

import re
from collections.abc import Iterable

from deroule.model.clock import exact
from deroule.model.recording import Cue


def write_webvtt(cues: Iterable[Cue], *, note: str = "") -> str:
    """Write cues in the order of their starts, the longer first (so that chapters nest). Reading gives the same cues.

    Speakers are voice tags. What would end a cue early (an empty line, `-->`) is written so that it does not.
    """
    parts = ["WEBVTT\n"]
    if note:
        parts.append(f"NOTE\n{_one_block(note).replace('-->', '->')}\n")
    for cue in sorted(cues, key=lambda one: (one.start, -one.end)):
        identifier = f"{_one_line(cue.id).replace('-->', '')}\n" if cue.id else ""
        parts.append(f"{identifier}{exact(cue.start)} --> {exact(cue.end)}\n{_payload(cue)}\n")
    return "\n".join(parts)


def _payload(cue: Cue) -> str:
    text = escaped(_one_block(cue.text))
    if not cue.speaker:
        return text
    # The end tag may be left out where the cue has a single voice; it is written all the same, for simple readers.
    return f"<v {escaped(_one_line(cue.speaker))}>{text}</v>"


def escaped(text: str) -> str:
    """Write text so that no sign of it is taken for a tag or an entity."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _one_block(text: str) -> str:
    lines = (line.strip() for line in re.split(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", text))
    return "\n".join(line for line in lines if line)
