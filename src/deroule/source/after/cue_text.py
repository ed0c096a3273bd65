"""The text of a WebVTT cue: tags, voices and character references taken apart, as the W3C's tokenizer does."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

_TAG = re.compile(r"<(?P<tag>[^>]*)(?:>|\Z)", re.DOTALL)
_VOICE = re.compile(r"v(?:\.[^\s.>]+)*(?:[ \t\n\f\r]+(?P<name>.*))?\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Spoken:
    """What one voice says in a cue."""

    voice: str
    text: str


def read_cue_text(payload: str) -> tuple[Spoken, ...]:
    """Take a cue's text apart by voice; tags go, their text stays. Voices without words are left out."""
    spoken: list[list[str]] = [["", ""]]
    reached = 0
    for match in _TAG.finditer(payload):
        spoken[-1][1] += html.unescape(payload[reached : match.start()])
        reached = match.end()
        tag = match["tag"]
        voice = _VOICE.match(tag)
        if voice:
            spoken.append([_one_line(html.unescape(voice["name"] or "")), ""])
        elif tag.strip() == "/v":
            spoken.append(["", ""])
    spoken[-1][1] += html.unescape(payload[reached:])
    return _joined(spoken)


def plain_cue_text(payload: str) -> str:
    """Give a cue's text without tags, whoever says it."""
    return "\n".join(one.text for one in read_cue_text(payload))


def _joined(spoken: list[list[str]]) -> tuple[Spoken, ...]:
    made: list[Spoken] = []
    for voice, text in spoken:
        clean = "\n".join(line for line in (_one_line(part) for part in text.split("\n")) if line)
        if not clean:
            continue
        if made and made[-1].voice == voice:
            made[-1] = Spoken(voice, f"{made[-1].text}\n{clean}")
        else:
            made.append(Spoken(voice, clean))
    return tuple(made)


def _one_line(text: str) -> str:
    return re.sub(r"[ \t\f\r\n]+", " ", text).strip(" ")
