"""The files that `init` and `new` write: small, true examples kept as data under starters/."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

from deroule.workspace import write_beside

STARTERS = resources.files("deroule") / "starters"
EVENT = "evenement"
"""The folder of the starters that holds an event's files."""


def start_workspace(folder: Path, language: str) -> list[Path]:
    """Write a workspace: organisation, one event, a home page, the site's settings, the editor's schemas."""
    from deroule.source.schema import write_schemas
    from deroule.workspace import DiskWorkspace

    made = []
    source = Path(str(STARTERS / language))
    for path in sorted(one for one in source.rglob("*") if one.is_file()):
        relative = path.relative_to(source)
        if relative.parts[0] == EVENT or (folder / relative).exists():  # what the owner has is left as it is
            continue
        write_beside(folder / relative, path.read_bytes())
        made.append(folder / relative)
    title = {"fr": "Ma première webconférence", "en": "My first web conference"}[language]
    name = {"fr": "ma-premiere-webconference", "en": "my-first-web-conference"}[language]
    made += start_event(folder / "sequences" / f"2027-01-14-{name}", language, title=title, day="2027-01-14")
    write_schemas(DiskWorkspace(folder), language)
    return made


def start_event(folder: Path, language: str, *, title: str, day: str) -> list[Path]:
    """Write an event's files, with its title and its day filled in."""
    made = []
    source = Path(str(STARTERS / language / EVENT))
    for path in sorted(one for one in source.rglob("*") if one.is_file()):
        text = (
            path.read_text(encoding="utf-8")
            .replace("{title}", json.dumps(title, ensure_ascii=False))
            .replace("{day}", day)
        )
        write_beside(folder / path.relative_to(source), text.encode())
        made.append(folder / path.relative_to(source))
    return made
