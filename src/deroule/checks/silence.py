"""Faults silenced where they stand, each with its code and a reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from deroule.checks.surroundings import Surroundings
from deroule.diagnostics import Code, Diagnostic, Severity, Words
from deroule.span import Span, lines_of

USELESS = Code(
    "CHK190",
    "useless-silence",
    Severity.WARNING,
    Words("rien à taire ici : {code} n'y est pas signalé", "nothing to silence here: {code} is not reported"),
    Words(
        "Un commentaire `# deroule: ignore …` tait une faute qui n'existe plus, ou pas à cette ligne. Laissé là, il "
        "tairait la prochaine.",
        "A comment `# deroule: ignore …` silences a fault that is not there any more, or not on this line. Left there, "
        "it would silence the next one.",
    ),
    Words("retirez le commentaire", "remove the comment"),
)
WITHOUT_REASON = Code(
    "CHK191",
    "silence-without-reason",
    Severity.WARNING,
    Words("{code} est tu sans raison écrite", "{code} is silenced without a reason"),
    Words(
        "Qui relira ce fichier doit savoir pourquoi la faute est admise :\n\n"
        "```yaml\n# deroule: ignore CHK104 parce que le plan annonce aussi la suite\n```",
        "Whoever reads this file next must know why the fault is accepted:\n\n"
        "```yaml\n# deroule: ignore CHK104 because the plan also announces the next session\n```",
    ),
    Words("ajoutez « parce que … » après le code", "add “because …” after the code"),
)
_COMMENT = re.compile(
    r"(?:#|<!--)\s*deroule:\s*ignore\s+(?P<code>[A-Z]{3}\d{3})\b"
    r"[\s:,;–—-]*(?:(?:because|parce que|parce qu['’]|car)\s*)?(?P<reason>\w.*?)?\s*(?:-->)?\s*$"
)


@dataclass(frozen=True, slots=True)
class Silence:
    """A comment that silences a code on its own line, or, alone on its line, on the next one that says something."""

    code: str
    reason: str
    span: Span
    line: int


def silenced(found: Iterable[Diagnostic], paths: Iterable[str], surroundings: Surroundings) -> Iterator[Diagnostic]:
    """Leave out what is silenced with a reason; report silences that are useless or unexplained."""
    silences = [one for path in sorted(set(paths)) for one in read_silences(path, surroundings)]
    by_place = {(one.code, one.span.path, one.line): one for one in silences}
    used: set[Silence] = set()
    for diagnostic in found:
        span = diagnostic.span
        silence = by_place.get((diagnostic.code.id, span.path, span.line)) if span else None
        if silence:
            used.add(silence)
        if silence is None or not silence.reason:
            yield diagnostic
    for silence in silences:
        if not silence.reason:
            yield WITHOUT_REASON.at(silence.span, code=silence.code)
        elif silence not in used and silence.code.startswith("CHK"):
            yield USELESS.at(silence.span, code=silence.code)


def read_silences(path: str, surroundings: Surroundings) -> Iterator[Silence]:
    """Find the comments of a file."""
    try:
        content = surroundings.read(path)
    except (OSError, ValueError):
        return
    if b"deroule:" not in content:
        return
    lines = lines_of(content.decode("utf-8-sig", errors="replace"))
    for number, line in enumerate(lines, 1):
        match = _COMMENT.search(line)
        if match:
            alone = not line[: match.start()].strip()
            target = _next_line(lines, number) if alone else number
            start, end = match.start() + 1, len(line.rstrip()) + 1
            yield Silence(match["code"], match["reason"] or "", Span(path, number, start, number, end), target)


def _next_line(lines: list[str], number: int) -> int:
    """Give the next line that is neither empty nor a comment."""
    for offset, line in enumerate(lines[number:], number + 1):
        if line.strip() and not line.lstrip().startswith(("#", "<!--")):
            return offset
    return number
