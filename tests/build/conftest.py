"""A small workspace on disk and a small output, so that the build's own rules are seen alone."""

from __future__ import annotations

import sys
import types
from pathlib import Path

import pytest

from deroule.build import registry, shift, sources
from deroule.build.crew import Alone
from deroule.diagnostics import Code, Severity, Words
from deroule.outputs.artefact import Artefact
from deroule.workspace import DiskWorkspace

ORGANISATION = "language: fr\norganisations:\n  nous: {name: Nous}\n"
EVENT = "title: Un essai\ndate: 2027-01-14\norganiser: nous\nsequences: [idee]\n"
SEQUENCE = "kind: concept\ntitle: L'idée\nslides:\n  - title: Une idée\n    text: Un mot.\n    notes: Je dis un mot.\n"
BROKEN = Code("TST001", "refused", Severity.ERROR, Words("refusé", "refused"), Words("page", "page"))


class Paper(types.ModuleType):
    """An output that writes the titles of the slides, and a second one that counts the letters of the first."""

    NAME = "paper"

    def __init__(self) -> None:
        super().__init__("paper")
        self.rendered: list[str] = []
        self.fail = False
        self.crash = False
        self.refusal: OSError | None = None
        self.interrupt: str | None = None

    def plan(self, dossier):
        artefacts = []
        for event in dossier.events:
            titles = Artefact(
                f"paper/{event.id}", "paper", f"{event.id}/titles.txt", Words("Titres", "Titles"), event.id
            )
            count = Artefact(
                f"count/{event.id}", "paper", f"{event.id}/count/", Words("Compte", "Count"), event.id, (titles.id,)
            )
            artefacts += [titles, count]
        return tuple(artefacts)

    def render(self, request):
        self.rendered.append(request.artefact.id)
        if self.refusal:
            raise self.refusal
        if self.interrupt == request.artefact.id:
            raise KeyboardInterrupt
        if self.crash:
            raise RuntimeError("out of paper")
        if self.fail:
            (request.into / "titles.txt").write_text("half")
            return (BROKEN.at(None),)
        if request.artefact.id.startswith("paper/"):
            text = "\n".join(slide.title.plain for slide in request.event.slides)
            request.target.write_text(text, encoding="utf-8")
        else:
            titles = request.inputs[request.artefact.needs[0]].read_text(encoding="utf-8")
            (request.into / "letters.txt").write_text(str(len(titles)))
        return ()


@pytest.fixture
def paper(monkeypatch: pytest.MonkeyPatch) -> Paper:
    module = Paper()
    monkeypatch.setitem(sys.modules, "paper_output", module)
    monkeypatch.setitem(sys.modules, "paper_output.making", module)
    table = {"paper": "paper_output"}
    monkeypatch.setattr(registry, "OUTPUTS", table)
    monkeypatch.setattr(sources, "OUTPUTS", table)
    monkeypatch.setattr(shift, "crew_for", Alone)  # other processes do not know this output
    return module


@pytest.fixture
def workspace(tmp_path: Path) -> DiskWorkspace:
    place = DiskWorkspace(tmp_path)
    place.write("sequences/organisation.yml", ORGANISATION.encode())
    place.write("sequences/2027-01-14-essai/event.yml", EVENT.encode())
    place.write("sequences/2027-01-14-essai/idee.yml", SEQUENCE.encode())
    return place
