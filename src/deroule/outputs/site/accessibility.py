"""The accessibility statement: what was looked at, when, with what, what was found, and what nobody looked at."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from deroule.outputs.site.addresses import STATEMENT
from deroule.outputs.site.heads import Head
from deroule.outputs.site.owner import is_address
from deroule.outputs.site.stage import Stage
from deroule.outputs.site.words import Wording

RECORD = "accessibility.json"
_LOOKED_AT = ("style", "templates", "theme")


@dataclass(frozen=True, slots=True)
class Record:
    """What the last audit of the house's page forms looked at and found; `digest` tells which forms those were."""

    day: dt.date
    axe: str
    browser: str
    rules: int
    kinds: tuple[str, ...]
    views: tuple[str, ...]
    violations: tuple[Mapping[str, Any], ...]
    keyboard: tuple[str, ...]
    digest: str


def read_record() -> Record | None:
    """Read what `scripts/accessibility` wrote; nothing when it never ran."""
    file = resources.files("deroule.outputs.site") / RECORD
    if not file.is_file():
        return None
    told = json.loads(file.read_text(encoding="utf-8"))
    return Record(
        dt.date.fromisoformat(told["day"]), told["axe"], told["browser"], told["rules"], tuple(told["kinds"]),
        tuple(told["views"]), tuple(told["violations"]), tuple(told["keyboard"]), told["digest"],
    )  # fmt: skip


def forms_digest() -> str:
    """Give a digest of everything that decides how pages look: style sheets, scripts, page forms."""
    digest = hashlib.sha256()
    house = resources.files("deroule.outputs.site")
    for name in _LOOKED_AT:
        for path, content in _files(house / name, name):
            digest.update(f"{path}\0".encode() + content)
    return digest.hexdigest()[:16]


def _files(folder: Traversable, path: str) -> list[tuple[str, bytes]]:
    found = []
    for one in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if one.is_dir():
            found += _files(one, f"{path}/{one.name}")
        else:
            found.append((f"{path}/{one.name}", one.read_bytes()))
    return found


def write_statement(stage: Stage) -> None:
    """Write the page, unless the owner wrote one."""
    if any(page.path == f"content/{STATEMENT}" for page in stage.dossier.pages):
        return
    record, wording, declared = read_record(), Wording(stage.language), stage.material.declared
    day = declared.written or (record.day if record else None)
    head = Head(wording.word("statement"), stage.language, wording.word("accessibility-lead"), "website")
    stage.write(
        STATEMENT, f"accessibility-{wording.code}", head, title=wording.word("statement"), record=record,
        day=wording.day(record.day) if record else "", changed=record is not None and record.digest != forms_digest(),
        site=stage.material.name, address=stage.material.address, declared=declared,
        audited=wording.day(declared.audited) if declared.audited else "", written=wording.day(day) if day else "",
        state=wording.word(f"accessible-{declared.status}"), publisher=declared.organisation or _publisher(stage),
        contact=_contact(declared.contact) or _contact(*_addresses(stage)), plan=_contact(declared.plan),
        kinds=[wording.word(f"audited-{kind}") for kind in record.kinds] if record else [],
        own_forms=stage.material.workspace.files("templates/site"),
    )  # fmt: skip


def _publisher(stage: Stage) -> str:
    body = next((event.organiser for event in stage.dossier.events if event.organiser), None)
    return body.name.plain if body else stage.material.name


def _addresses(stage: Stage) -> list[str]:
    """Give where whoever organised the latest event can be written to."""
    body = next((event.organiser for event in stage.dossier.events if event.organiser), None)
    return [one for one in (body.email, body.address) if one] if body else []


def _contact(*written: str) -> dict[str, str]:
    """Give the first of these that can be a link: an address of the web or of a mailbox."""
    for one in written:
        if is_address(one):
            return {"href": one, "text": one}
        if re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", one):
            return {"href": f"mailto:{one}", "text": one}
    return {}
