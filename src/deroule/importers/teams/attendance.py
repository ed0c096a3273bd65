"""Teams' attendance "CSV": tab-separated UTF-16 with localised words, so blocks are known by position and content."""

from __future__ import annotations

import re

from deroule.diagnostics import Words
from deroule.importers.dates import looks_like_moment, minutes_or_duration, moments
from deroule.importers.part import Part
from deroule.importers.tables import cell, rows_of
from deroule.importers.zoom.reports import plain
from deroule.model.recording import Participant, Presence

NO_PEOPLE = Words("aucune personne n'a été trouvée dans ce rapport", "no person was found in this report")
_BLOCK = re.compile(r"(?P<number>[1-4])\.\s+\S")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+\Z")
_JOINED = re.compile(r"(?:joined|rejoint|beigetreten|arriv|se unio|si e unito|dolaczy)")


def is_attendance(start: str) -> bool:
    """Whether the start of a table tells Teams' attendance report: numbered blocks, or its older heads."""
    rows = rows_of(start)[:60]
    if any(len(row) == 1 and _BLOCK.match(row[0]) for row in rows[:3]):
        return True
    tabbed = "\t" in start
    return tabbed and any(_is_person(row) or _is_action(row) for row in rows)


def read_attendance(text: str, name: str) -> Part:
    """Read the report, new (three numbered blocks) or old (one list); stays come from the finest list there is."""
    part = Part(tool="teams")
    blocks = _blocks(rows_of(text))
    summary = blocks.get(1, [])
    if summary and len(summary[0]) > 1:
        part.title = summary[0][1]
    people = blocks.get(2, []) + blocks.get(0, [])
    stays = blocks.get(3, [])
    actions = [row for row in people if _is_action(row)]
    if actions:
        _old_actions(actions, part)
    else:
        _people([row for row in people if _is_person(row)], [row for row in stays if _is_person(row)], part)
    if not part.participants:
        part.fault(name, NO_PEOPLE)
    return part


def _blocks(rows: list[list[str]]) -> dict[int, list[list[str]]]:
    """Cut the rows at `1. Summary`, `2. Participants`, `3. In-Meeting Activities`, whatever these are called."""
    blocks: dict[int, list[list[str]]] = {}
    current = 0
    for row in rows:
        match = _BLOCK.match(row[0]) if len(row) == 1 else None
        if match:
            current = int(match["number"])
        elif row:
            blocks.setdefault(current, []).append(row)
    return blocks


def _is_person(row: list[str]) -> bool:
    """Name, first arrival, last departure, duration…: a date in the second column, none in the first."""
    return len(row) >= 4 and looks_like_moment(row[1]) and not looks_like_moment(row[0]) and bool(row[0])


def _is_action(row: list[str]) -> bool:
    """The oldest shape: name, joined or left, moment."""
    return len(row) == 3 and looks_like_moment(row[2]) and not looks_like_moment(row[1]) and bool(row[0])


def _people(people: list[list[str]], stays: list[list[str]], part: Part) -> None:
    rows = stays or people
    read = moments([row[1] for row in rows] + [cell(row, 2) for row in rows])
    starts, ends = read[: len(rows)], read[len(rows) :]
    first = min((one for one in starts if one), default=None)
    persons: dict[str, Participant] = {}
    for row, start, end in zip(rows, starts, ends, strict=True):
        if first is None or start is None:
            continue
        since = (start - first).total_seconds()
        length = minutes_or_duration(cell(row, 3)) or 0.0
        until = since + ((end - start).total_seconds() if end and end >= start else length)
        email = next((one for one in row[4:] if _MAIL.match(one)), "")
        role = row[-1].lower() if len(row) > 5 and not _MAIL.match(row[-1]) else ""
        key = email.casefold() or plain(row[0])
        known = persons.get(key, Participant(key, row[0], email, role))
        persons[key] = Participant(
            key, known.name, known.email or email, known.role or role, (*known.stays, Presence(since, until))
        )
    part.participants += persons.values()


def _old_actions(rows: list[list[str]], part: Part) -> None:
    """Pair arrivals and departures; one who never left stayed until the last thing that happened."""
    read = moments([row[2] for row in rows])
    known = [(row, at) for row, at in zip(rows, read, strict=True) if at is not None]
    if not known:
        return
    first, last = min(at for _, at in known), max(at for _, at in known)
    joined: dict[str, float] = {}
    stays: dict[str, list[Presence]] = {}
    names: dict[str, str] = {}
    for row, at in sorted(known, key=lambda pair: pair[1]):
        key = plain(row[0])
        names.setdefault(key, row[0])
        since = (at - first).total_seconds()
        if _JOINED.search(plain(row[1])) or key not in joined:
            joined.setdefault(key, since)
        else:
            stays.setdefault(key, []).append(Presence(joined.pop(key), since))
    for key, since in joined.items():
        stays.setdefault(key, []).append(Presence(since, (last - first).total_seconds()))
    part.participants += [Participant(key, name, stays=tuple(stays.get(key, ()))) for key, name in names.items()]
