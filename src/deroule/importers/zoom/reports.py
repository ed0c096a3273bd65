"""Zoom's reports as CSV: polls, questions and answers, attendance; known by their shape, not by their words."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import Counter

from deroule.diagnostics import Words
from deroule.importers.dates import looks_like_moment, minutes_or_duration, moments
from deroule.importers.part import Ballot, Part
from deroule.importers.tables import cell, rows_of
from deroule.model.recording import Participant, PollAnswer, PollResult, Presence, Question

ODD_ANSWER = Words("une question sans réponse est ignorée", "a question without an answer is left out")
NO_TIMES = Words("une personne n'a ni arrivée ni durée", "a person has neither arrival nor duration")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+\Z")


def report_kind(start: str) -> str:
    """Tell which report a table is: polls, questions, attendance, or nothing known."""
    rows = rows_of(start)[:40]
    words = plain(" | ".join(" | ".join(row) for row in rows))
    heads = [plain(" | ".join(row)) for row in rows]
    if any(_is_questions_head(head) for head in heads):
        return "questions"
    if any(_attendance_columns(row) for row in rows):
        return "attendance"
    if re.search(r"\b(poll|polling|sondage|umfrage|encuesta|sondaggio)", words) or _has_ballot(rows):
        return "polls"
    return ""


def plain(text: str) -> str:
    """Fold case and accents away."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


# --- polls ---


def read_polls(text: str, name: str) -> Part:
    """Read a poll report: after a preamble, one row a person: who, when, then question, answer, question, answer…"""
    part = Part(tool="zoom")
    votes: dict[str, Counter[str]] = {}
    people: Counter[str] = Counter()
    rows = rows_of(text)
    headed = any(_ballot_head(row) is not None for row in rows)
    asked: list[str] = []
    open_now = not headed  # rows before the head tell the meeting, dates included
    for number, row in enumerate(rows, 1):
        head = _ballot_head(row)
        if head is not None:
            open_now, asked = True, head
            continue
        at = _when(row)
        if at is None or not open_now:
            continue
        person = next((one for one in row[:at] if one and not one.isdigit() and not _MAIL.match(one)), "")
        for question, answer in _answers(row[at + 1 :], asked):
            if not answer:
                part.fault(name, ODD_ANSWER, number)
                continue
            people[question] += 1
            part.ballots.append(Ballot(person, question, answer))
            # Several choices of one person come in one cell; a semicolon with a space belongs to the text.
            for choice in dict.fromkeys(re.split(r";(?=\S)", answer)):
                votes.setdefault(question, Counter())[choice.strip()] += 1
    for question, counted in votes.items():
        answers = tuple(PollAnswer(label, count) for label, count in counted.items())
        part.polls.append(PollResult(question, answers, people[question]))
    return part


def _ballot_head(row: list[str]) -> list[str] | None:
    """Give the questions that a head of ballots bears (none in the older shape); nothing for any other row."""
    folded = [plain(one) for one in row]
    mail = next((index for index, one in enumerate(folded) if re.search(r"e-?mail|courriel|adresse", one)), None)
    if mail is None or mail == 0 or len(row) < mail + 2 or any(looks_like_moment(one) for one in row):
        return None
    if not re.search(r"date|time|heure|zeit|fecha|ora", folded[mail + 1]):
        return None
    return [one for one in row[mail + 2 :] if one and not re.fullmatch(r"questions?|answers?|reponses?", plain(one))]


def _answers(cells: list[str], asked: list[str]) -> list[tuple[str, str]]:
    """Give questions with answers: by columns where the head bears the questions, else in pairs."""
    if asked:
        return [(question, answer) for question, answer in zip(asked, cells, strict=False) if answer]
    pairs = [(cells[at], cell(cells, at + 1)) for at in range(0, len(cells), 2)]
    return [pair for pair in pairs if pair[0]]


def _has_ballot(rows: list[list[str]]) -> bool:
    return any((at := _when(row)) is not None and len(row) > at + 2 and at >= 1 for row in rows)


def _when(row: list[str]) -> int | None:
    """Give the column of the hour of a person's answers: behind number, name and address."""
    for index, one in enumerate(row[1:5], 1):
        if looks_like_moment(one):
            return index if len(row) > index + 1 else None
    return None


# --- questions and answers ---


def read_questions(text: str, name: str) -> Part:
    """Read a Q&A report; a row without a question holds a further answer to the one above."""
    part = Part(tool="zoom")
    columns: dict[str, int] = {}
    for row in rows_of(text):
        if _is_questions_head(plain(" | ".join(row))):
            columns = _question_columns(row)
            continue
        if not columns or not any(row):
            continue
        question, answer = cell(row, columns["question"]), cell(row, columns.get("answer"))
        if question and len(row) > 1:
            asker = cell(row, columns.get("asker"))
            part.questions.append(Question(question, (answer,) if answer else (), asker))
        elif answer and part.questions:
            last = part.questions[-1]
            part.questions[-1] = Question(last.text, (*last.answers, answer), last.asker)
    return part


def _is_questions_head(head: str) -> bool:
    asked = re.search(r"(?:^|\| )(?:questions?|frage|pregunta|domanda)(?: \||$)", head)
    return bool(asked and re.search(r"answer|repon|antwort|respuesta|risposta|asker|demandeur", head))


def _question_columns(row: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for index, one in enumerate(plain(text) for text in row):
        if re.fullmatch(r"questions?|frage|pregunta|domanda", one):
            found.setdefault("question", index)
        elif re.match(r"answer(?!e[dr])|reponse|antwort|respuesta|risposta", one) and not re.search(r"time|name|email|heure|nom|adresse", one):  # fmt: skip
            found.setdefault("answer", index)
        elif re.match(r"asker name|nom d[ue]|asker|demandeur|name", one) and "mail" not in one:
            found.setdefault("asker", index)
    return found if "question" in found else {}


# --- attendance ---


def read_attendance(text: str, name: str) -> Part:
    """Read a participants or attendee report, in its three shapes; a person's rows are that person's stays."""
    part = Part(tool="zoom")
    rows: list[tuple[int, dict[str, str]]] = []
    columns: dict[str, int] = {}
    for number, row in enumerate(rows_of(text), 1):
        found = _attendance_columns(row)
        if found:
            columns = found
        elif columns and cell(row, columns["name"]):
            rows.append((number, {key: cell(row, index) for key, index in columns.items()}))
        elif not row:
            continue
    joins = moments([row.get("join", "") for _, row in rows] + [row.get("leave", "") for _, row in rows])
    starts, ends = joins[: len(rows)], joins[len(rows) :]
    first = min((one for one in starts if one), default=None)
    persons: dict[str, Participant] = {}
    for index, (number, held) in enumerate(rows):
        if plain(held.get("attended", "")) in ("no", "non", "nein"):
            continue  # registered, never came
        stay = _stay(starts[index], ends[index], first, held)
        if stay is None:
            part.fault(name, NO_TIMES, number)
        email = held.get("email", "") if _MAIL.match(held.get("email", "")) else ""
        own = re.sub(r"\s*\([^()]*\)\Z", "", held["name"]).strip() or held["name"]
        key = email.casefold() or plain(own)
        known = persons.get(key, Participant(key, own, email))
        stays = (*known.stays, stay) if stay else known.stays
        persons[key] = Participant(key, known.name, known.email or email, known.role, stays)
    part.participants += persons.values()
    return part


def _stay(
    start: dt.datetime | None, end: dt.datetime | None, first: dt.datetime | None, row: dict[str, str]
) -> Presence | None:
    length = minutes_or_duration(row.get("minutes", ""))
    if start and first:
        since = (start - first).total_seconds()
        if end and end >= start:
            return Presence(since, since + (end - start).total_seconds())
        return Presence(since, since + length) if length is not None else None
    return Presence(0.0, length) if length is not None else None


def _attendance_columns(row: list[str]) -> dict[str, int]:
    """Give the columns of a head of attendance: a name, and either arrivals or a duration."""
    found: dict[str, int] = {}
    for index, one in enumerate(plain(text) for text in row):
        if re.match(r"(?:user )?name\b|nom\b|name \(|nom \(|benutzername|nombre|prenom et nom|full name", one) and "first" not in one and "last" not in one:  # fmt: skip
            found.setdefault("name", index)
        elif re.search(r"e-?mail|courriel|adresse", one):
            found.setdefault("email", index)
        elif re.search(r"join|arriv|entree|beitritt|union|rejoin", one):
            found.setdefault("join", index)
        elif re.search(r"leave|depart|sortie|austritt|salida|quitt", one):
            found.setdefault("leave", index)
        elif re.search(r"duration|time in session|duree|dauer|duracion|temps", one):
            found.setdefault("minutes", index)
        elif re.match(r"attended|present|a participe|participation|teilgenommen", one):
            found.setdefault("attended", index)
    enough = "name" in found and ("join" in found or "minutes" in found) and len(found) >= 3
    return found if enough and not any(looks_like_moment(one) for one in row) else {}
