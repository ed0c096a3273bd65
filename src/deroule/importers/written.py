"""after.yml as text: what was found, in an order that a person reads and corrects."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from deroule.diagnostics import Words
from deroule.model.recording import ChatMessage, Mark, MediaFile, PollResult, Question, Recording, ShownFilm

SCHEMA = "# yaml-language-server: $schema=../../.schema/after.json\n"
HEAD = Words(
    "# Ce que la séance a laissé. Écrit par `deroule import recording`, à relire et à corriger :\n"
    "# - offset : secondes ajoutées à tous les temps (sous-titres compris) s'ils ne tombent pas juste avec le film ;\n"
    "# - cuts : ce qui est retiré, sur l'horloge du film, par exemple {from: 0:00:00, to: 0:04:12, why: l'attente} ;\n"
    "# - slides : une diapositive mal reconnue se corrige ici ; retirez alors `confidence` et `by` ;\n"
    "# - consent : le jour où tous les participants ont accepté d'être nommés ; sans lui, personne ne l'est.\n",
    "# What the session left. Written by `deroule import recording`, to be read over and corrected:\n"
    "# - offset: seconds added to all times (captions included) if they do not agree with the film;\n"
    "# - cuts: what is taken out, on the film's clock, such as {from: 0:00:00, to: 0:04:12, why: the wait};\n"
    "# - slides: correct here a slide that was not recognised; then remove `confidence` and `by`;\n"
    "# - consent: the day when all participants agreed to be named; without it, nobody is.\n",
)
SURE = 0.6
NO_SLIDE = Words("pas de diapositive : écran partagé, caméra, attente", "no slide: shared screen, camera, wait")
UNNAMED = Words("à nommer : ajoutez `slide:`", "to be named: add `slide:`")
DOUBTFUL = Words("à vérifier", "to be checked")
_PLAIN = re.compile(r"[^\W_][\w ’'/.-]*[^\W_]\Z|[^\W_]\Z")
_WORDS_OF_YAML = frozenset({"null", "~", "true", "false", "yes", "no", "on", "off", "y", "n"})


@dataclass(frozen=True, slots=True)
class Placed:
    """What stands where in the workspace: media and captions relative to after.yml."""

    media: tuple[MediaFile, ...]
    captions: dict[str, str]
    sources: tuple[str, ...]
    offset: float = 0.0


def after_text(recording: Recording, placed: Placed, language: str) -> str:
    """Write after.yml."""
    lines = [SCHEMA + HEAD.in_language(language), f"tool: {recording.tool}"]
    lines += _listed("sources", [quoted(one) for one in placed.sources])
    if recording.title:
        lines.append(f"title: {quoted(recording.title)}")
    if recording.duration:
        lines.append(f"length: {moment(recording.duration)}")
    lines.append(f"offset: {placed.offset:g}")
    lines += _listed("media", map(_media, placed.media))
    if placed.captions:
        lines.append("captions:")
        lines += [f"  {name}: {quoted(file)}" for name, file in placed.captions.items()]
    lines += _listed("slides", (_mark(one) + _remark(one, language) for one in recording.marks))
    lines += _blocks("polls", map(_poll, recording.polls))
    lines += _blocks("questions", map(_question, recording.questions))
    lines += _listed("films", map(_shown_film, recording.films))
    lines += _listed("chat", map(_message, recording.chat))
    lines += _listed("unknown", [quoted(one) for one in recording.unknown])
    return "\n".join(lines) + "\n"


def moment(seconds: float) -> str:
    """Give `1:02:03` or `1:02:03.5`, with at most three decimals."""
    total = max(0, round(seconds * 1000))
    hours, rest = divmod(total, 3_600_000)
    minutes, rest = divmod(rest, 60_000)
    decimals = f".{rest % 1000:03d}".rstrip("0").rstrip(".")
    return f"{hours}:{minutes:02d}:{rest // 1000:02d}{decimals}"


def quoted(text: str) -> str:
    """Give a text as a YAML scalar that no reader takes for anything else."""
    clean = re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\ud800-\udfff]", "", text)
    if _PLAIN.match(clean) and clean.lower() not in _WORDS_OF_YAML and not clean[0].isdigit():
        return clean
    return (
        json.dumps(clean, ensure_ascii=False).replace("\x85", "\\N").replace("\u2028", "\\L").replace("\u2029", "\\P")
    )


def _listed(name: str, items: Iterable[str]) -> list[str]:
    held = list(items)
    return [f"{name}:", *(f"  - {one}" for one in held)] if held else []


def _blocks(name: str, items: Iterable[Sequence[str]]) -> list[str]:
    """List mappings of several lines each."""
    lines: list[str] = []
    for one in items:
        lines += [f"  - {one[0]}", *(f"    {line}" for line in one[1:])]
    return [f"{name}:", *lines] if lines else []


def _media(one: MediaFile) -> str:
    key = "address" if one.role == "address" else "file"
    role = f", role: {one.role}" if one.role not in ("main", "address") else ""
    return f"{{{key}: {quoted(one.file)}{role}}}"


def _mark(mark: Mark) -> str:
    parts = [f"at: {moment(mark.start)}"]
    if mark.end is not None:
        parts.append(f"to: {moment(mark.end)}")
    if mark.slide:
        parts.append(f"slide: {mark.slide}")
    if mark.number:
        parts.append(f"number: {mark.number}")
    if mark.presentation:
        parts.append(f"presentation: {quoted(mark.presentation)}")
    if mark.text and not (mark.slide and mark.confidence > 0.9):
        parts.append(f"text: {quoted(mark.text[:160])}")  # for the person who will name the slide
    if mark.slide and mark.by and mark.by != "hand":
        parts += [f"confidence: {mark.confidence:.2f}", f"by: {mark.by}"]
    return "{" + ", ".join(parts) + "}"


def _remark(mark: Mark, language: str) -> str:
    """Say beside a line what a person should look at; the sure ones need no word."""
    if mark.slide:
        told = DOUBTFUL if mark.by != "hand" and mark.confidence < SURE else None
    else:
        told = UNNAMED if mark.number or mark.text or mark.presentation else NO_SLIDE
    return f"  # {told.in_language(language)}" if told else ""


def _poll(poll: PollResult) -> list[str]:
    lines = [f"question: {quoted(poll.question)}"]
    if poll.id:
        lines.append(f"poll: {poll.id}")
    if poll.start is not None:
        lines.append(f"at: {moment(poll.start)}")
    lines.append(f"respondents: {poll.respondents}")
    if poll.answers:
        lines.append("answers:")
        lines += [f"  - {{label: {quoted(one.label)}, votes: {one.votes}}}" for one in poll.answers]
    return lines


def _question(question: Question) -> list[str]:
    lines = [f"question: {quoted(question.text)}"]
    if question.answers:
        lines.append("answers:")
        lines += [f"  - {quoted(one)}" for one in question.answers]
    if question.asker:
        lines.append(f"asker: {quoted(question.asker)}")
    if question.start is not None:
        lines.append(f"at: {moment(question.start)}")
    return lines


def _shown_film(film: ShownFilm) -> str:
    when = f", at: {moment(film.start)}" if film.start is not None else ""
    return f"{{address: {quoted(film.address)}{when}}}"


def _message(message: ChatMessage) -> str:
    parts = [f"text: {quoted(message.text)}"]
    if message.author:
        parts.append(f"by: {quoted(message.author)}")
    if message.start is not None:
        parts.append(f"at: {moment(message.start)}")
    return "{" + ", ".join(parts) + "}"
