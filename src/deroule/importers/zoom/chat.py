"""Zoom's saved chat in its four layouts, in the languages that its words come in."""

from __future__ import annotations

import re

from deroule.diagnostics import Words
from deroule.importers.part import Part
from deroule.model.recording import ChatMessage

UNDATED = Words(
    "les messages ont l'heure du jour, pas celle de l'enregistrement : ils sont gardés sans temps",
    "the messages bear the hour of the day, not the recording's: they are kept without times",
)
LONGEST = 6 * 3600
"""Seconds: a chat whose first line is later than this tells the hour of the day."""
_LINE = re.compile(r"(?:\d{4}-\d\d-\d\d )?(?P<h>\d{1,2}):(?P<m>\d{2}):(?P<s>\d{2})(?P<rest>[\t ].*)\Z")
_FROM = r"(?:From|De|Von|Da|Desde|Van|Od|Från|Fra)"
_TO = r"(?:to|To|à|À|an|An|a|A|para|naar|do|till|til)"
_ADDRESSED = re.compile(
    rf"\s*{_FROM}\s+(?P<name>.+?)\s+{_TO}\s+(?P<to>[^:\t]+?)\s*(?P<private>\((?:Privately|Direct Message|En privé|"
    rf"Message direct|Messages? priv[ée]s?|Privat|Direktnachricht|In privato|Mensaje directo|En privado)\))?\s*:\s*(?P<text>.*)\Z"
)
_NAMED = re.compile(rf"\s*{_FROM}\s+(?P<name>.+?)\s*:\s+(?P<text>.*)\Z")
_CLOUD = re.compile(r"\t(?P<name>[^\t]+?)\s*:\t?\s*(?P<text>.*)\Z")
_EVERYONE = re.compile(
    r"\s*(?:everyone.*|all panelists.*|hosts? and panelists|tout le monde.*|tous.*|toutes? .*|alle\b.*|jeder.*|an alle|"
    r"todos.*|tutti.*|iedereen.*|wszyscy.*|alla|me(?:eting)? group.*|waiting room.*|hôtes? et panélistes)\s*\Z",
    re.IGNORECASE,
)
_REACTION = re.compile(r"\s*(?:Reacted to|A réagi à|Removed a? ?.* reaction|A retiré)\b", re.IGNORECASE)


def is_chat(start: str) -> bool:
    """Whether the start of a text tells a saved chat."""
    lines = [line for line in start.removeprefix("\ufeff").splitlines()[:20] if line.strip()]
    return bool(lines) and any(_opening(line) for line in lines[:5])


def read_chat(text: str, name: str) -> Part:
    """Read a saved chat. A line without a time continues the message above it."""
    part = Part(tool="zoom")
    relative = True
    first = True
    for line in text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        opened = _opening(line)
        if opened:
            if first:
                relative = opened.start is not None and opened.start < LONGEST
                first = False
            part.chat.append(opened)
        elif part.chat and line.strip():
            last = part.chat[-1]
            joined = f"{last.text}\n{line.strip()}".strip()
            part.chat[-1] = ChatMessage(last.start, last.author, joined, last.private)
        elif line.strip():
            part.unknown.append(f"{name}: {line.strip()[:20]}…")
    part.chat = [one for one in part.chat if one.text and not _REACTION.match(one.text)]
    if not relative and part.chat:
        part.fault(name, UNDATED)
        part.chat = [ChatMessage(None, one.author, one.text, one.private) for one in part.chat]
    return part


def _opening(line: str) -> ChatMessage | None:
    timed = _LINE.match(line)
    if timed is None:
        return None
    at = float(int(timed["h"]) * 3600 + int(timed["m"]) * 60 + int(timed["s"]))
    rest = timed["rest"]
    addressed = _ADDRESSED.match(rest)
    if addressed:
        # To one person, whatever the language calls it: private.
        private = bool(addressed["private"]) or not _EVERYONE.match(addressed["to"])
        return ChatMessage(at, addressed["name"].strip(), addressed["text"].strip(), private)
    named = _NAMED.match(rest) or _CLOUD.match(rest)
    return ChatMessage(at, named["name"].strip(), named["text"].strip()) if named else None
