"""What the tests of outputs share: a short event with its pictures and its rehearsal."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

EVENT = "2027-01-14-court"
FILES = {
    "sequences/organisation.yml": "language: fr\norganisations:\n  nous: {name: Nous}\n",
    f"sequences/{EVENT}/event.yml": (
        "title: Une séance courte\nsubtitle: Pour les essais\ndate: 2027-01-14\norganiser: nous\n"
        "speakers:\n  ada: {name: Ada, consent: {recording: 2026-12-01}}\n"
        "sequences: [debut, suite]\nagenda: {show: no}\n"
    ),
    f"sequences/{EVENT}/debut.yml": (
        "kind: concept\ntitle: Le début\nduration: 1 min\nslides:\n"
        "  - title: Développement local\n    bullets: [l'économie de proximité, deux]\n"
        "    notes: Bonjour. Voici l'économie du territoire, qui tient au cœur des habitants.\n"
        "  - title: Une carte\n    text: La carte des lieux.\n    notes: Les territoires se lisent sur une carte.\n"
    ),
    f"sequences/{EVENT}/suite.yml": (
        "kind: activity\ntitle: La suite\nduration: 1 min\nslides:\n"
        "  - title: Vérifions\n    quiz: capitale\n    question: Où est la mairie ?\n    options:\n"
        "      - {text: Au bourg, right: yes, feedback: Bien vu.}\n      - Ailleurs\n    feedback: Elle est au bourg.\n"
        "    notes: Une question pour finir.\n"
    ),
}


@dataclass(frozen=True)
class Session:
    """An event ready to be rendered in memory: what a request needs, and where things were made."""

    dossier: Any
    event: Any
    workspace: Any
    placer: Any
    pictures: Path
    folder: Path

    def request(self, output: str, name: str, into: Path, inputs: dict[str, Path] | None = None) -> Any:
        """Make the request for one artefact of an output."""
        from deroule.build.registry import planner
        from deroule.outputs.request import Request

        into.mkdir(parents=True, exist_ok=True)
        artefact = next(one for one in planner(output).plan(self.dossier) if one.id == name)
        known = {f"pictures/{self.event.id}": self.pictures} | (inputs or {})
        return Request(
            artefact, self.dossier, self.event, self.workspace, into, known, self.placer, self.folder / "shelf"
        )

    def render(self, output: str, name: str, into: Path, inputs: dict[str, Path] | None = None) -> tuple[Any, ...]:
        """Render one artefact; give its findings."""
        from deroule.build.registry import maker

        return maker(output).render(self.request(output, name, into, inputs))


def make_session(folder: Path, files: dict[str, str]) -> Session:
    """Load and place an event; its pictures are plain areas, so that no engine is needed."""
    from deroule.build.placements import Placements, PlacerFor
    from deroule.source import load
    from deroule.workspace import MemoryWorkspace, Recorder

    workspace = MemoryWorkspace(files)
    dossier = load(workspace).value
    event = dossier.events[0]
    placer = PlacerFor(Placements(dossier, workspace), Recorder(workspace))
    pictures = folder / "slides"
    pictures.mkdir(parents=True, exist_ok=True)
    facts = []
    for number, page in enumerate(placer(event).value):
        Image.new("RGB", (1280, 720), (40 * number % 256, 90, 140)).save(pictures / f"{page.id}.png")
        (pictures / f"{page.id}.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"/>')
        facts.append({
            "id": page.id, "slide_id": page.slide_id, "number": page.number, "title": page.title,
            "sequence": page.sequence, "section": page.section, "text": page.title, "png": f"{page.id}.png",
            "svg": f"{page.id}.svg", "part": page.part, "parts": page.parts,
        })  # fmt: skip
    (pictures / "pages.json").write_text(json.dumps(facts), encoding="utf-8")
    return Session(dossier, event, workspace, placer, pictures, folder)


@pytest.fixture(scope="session")
def session(tmp_path_factory) -> Session:
    """The short event."""
    return make_session(tmp_path_factory.mktemp("session"), FILES)


@pytest.fixture(scope="session")
def rehearsal(session: Session) -> Path:
    """The folder of its rehearsal, beside its pictures."""
    into = session.folder / "rehearsal"
    assert session.render("rehearsal", f"rehearsal/{session.event.id}", into) == ()
    return into
