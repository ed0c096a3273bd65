"""What an event's page offers for download: artefacts of other outputs, by the ids that they have in the build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from deroule.model.event import Event
from deroule.outputs.site.offered import OFFERED
from deroule.outputs.site.words import Wording
from deroule.workspace import lend

FILES = "telechargements"


@dataclass(frozen=True, slots=True)
class File:
    """A file of the site: its path, its format as a reader knows it, its size in the page's language."""

    path: str
    format: str
    size: str


def take_downloads(event: Event, inputs: Mapping[str, Path], folder: Path) -> dict[str, list[File]]:
    """Take what was made into `folder`; give the files by word, in the order shown. What is not made is left out."""
    wording, found = Wording(event.language), dict[str, list[File]]()
    for name, word in OFFERED.items():
        source = inputs.get(name.format(e=event.id))
        if source is None or not source.is_file():
            continue
        path = f"{FILES}/{event.id}/{source.name}"
        lend(source, folder / path)
        file = File(path, source.suffix[1:].upper(), wording.size(source.stat().st_size))
        found.setdefault(word, []).append(file)
    return found
