"""The owner's Markdown, made safe: HTML is shown as text, scripts' addresses lead nowhere."""

from __future__ import annotations

import re

from deroule.model.dossier import Page

_TAG = re.compile(r"<(?=[a-zA-Z/!?])")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^\s<>]+)>")
_ADDRESS = re.compile(r"(\]\(\s*<?\s*)((?:javascript|data|vbscript)\s*:)", re.IGNORECASE)
_REFERENCE = re.compile(r"^(\s*\[[^\]]+\]:\s*<?\s*)((?:javascript|data|vbscript)\s*:)", re.IGNORECASE | re.MULTILINE)
_ATTRIBUTES = re.compile(r"\{:?[^{}\n]*\bon\w+\s*=[^{}\n]*\}", re.IGNORECASE)


def owner_body(page: Page) -> str:
    """Give the page's Markdown with raw HTML escaped outside of code, and dangerous addresses disarmed."""
    lines = []
    fenced = False
    for line in page.body.splitlines():
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        lines.append(line if fenced else _safe(line))
    return "\n".join(lines) + "\n"


def _safe(line: str) -> str:
    parts = re.split(r"(`[^`]*`)", line)
    made = []
    for part in parts:
        if part.startswith("`"):
            made.append(part)
            continue
        kept = _AUTOLINK.sub(lambda match: f"[{match[1]}]({match[1]})", part)
        kept = _TAG.sub("&lt;", kept)
        kept = _ADDRESS.sub(r"\1#", kept)
        kept = _REFERENCE.sub(r"\1#", kept)
        made.append(_ATTRIBUTES.sub("", kept))
    return "".join(made)
