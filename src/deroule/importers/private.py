"""The private folder: who was there and for how long, who answered what. No shared archive ever contains it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from deroule.diagnostics import Words
from deroule.importers.part import Ballot
from deroule.importers.privacy import Directory
from deroule.model.recording import Participant
from deroule.source.after.voices import folded
from deroule.workspace import Workspace

FOLDER = "build/{event}/private"
ATTENDANCE = "attendance.csv"
ANSWERS = "poll-answers.csv"
_HEADS = {
    "fr": (
        "numéro",
        "nom",
        "adresse électronique",
        "rôle",
        "arrivée (min)",
        "départ (min)",
        "présence (min)",
        "connexions",
    ),
    "en": ("number", "name", "e-mail", "role", "arrival (min)", "departure (min)", "present (min)", "connections"),
}
_ANSWER_HEADS = Words("nom;question;réponse", "name;question;answer")


def merged(participants: Sequence[Participant]) -> list[Participant]:
    """Make one person of those that have one key, or one name where only one of them has an address."""
    persons: dict[str, Participant] = {}
    for one in participants:
        key = one.key
        twin = next((known for known in persons.values() if _same(known, one)), None)
        key = twin.key if twin else key
        known = persons.get(key)
        stays = (*known.stays, *one.stays) if known else one.stays
        persons[key] = Participant(
            key, known.name if known else one.name, (known.email if known else "") or one.email,
            (known.role if known else "") or one.role, stays,
        )  # fmt: skip
    return sorted(persons.values(), key=lambda person: (person.arrival, folded(person.name)))


def _same(known: Participant, other: Participant) -> bool:
    if known.key == other.key:
        return True
    named = folded(known.name) == folded(other.name)
    return named and bool(known.email) != bool(other.email)


def write_private(
    workspace: Workspace, event: str, participants: Sequence[Participant], ballots: Sequence[Ballot], people: Directory
) -> list[str]:
    """Write the tables; give their paths. Times count from the first arrival."""
    folder = FOLDER.format(event=event)
    written = []
    if participants:
        path = f"{folder}/{ATTENDANCE}"
        workspace.write(
            path, _table(_HEADS["fr" if people.language.startswith("fr") else "en"], _rows(participants, people))
        )
        written.append(path)
    if ballots:
        path = f"{folder}/{ANSWERS}"
        head = _ANSWER_HEADS.in_language(people.language).split(";")
        workspace.write(path, _table(head, [(one.person, one.question, one.answer) for one in ballots]))
        written.append(path)
    return written


def _rows(participants: Sequence[Participant], people: Directory) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for one in participants:
        number = people.numbers.get(one.key)
        leaves = max((stay.leave for stay in one.stays), default=0.0)
        rows.append(
            (
                str(number or ""), one.name, one.email, one.role, _minutes(one.arrival), _minutes(leaves),
                _minutes(one.seconds), str(len(one.stays)),
            )
        )  # fmt: skip
    return rows


def _minutes(seconds: float) -> str:
    return str(round(seconds / 60))


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """Write a table as spreadsheets of French users open it: semicolons, byte order mark."""
    held = io.StringIO()
    writer = csv.writer(held, delimiter=";", lineterminator="\r\n")
    writer.writerow(head)
    # A cell that begins like a formula would be run by a spreadsheet.
    writer.writerows([f"'{one}" if one[:1] in "=+-@\t" and one else one for one in row] for row in rows)
    return held.getvalue().encode("utf-8-sig")
