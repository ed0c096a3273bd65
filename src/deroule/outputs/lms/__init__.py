"""Packages for learning platforms: the player under SCORM 1.2, SCORM 2004 or cmi5, and the quizzes as question banks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from deroule.diagnostics import Words
from deroule.model.dossier import Dossier
from deroule.model.event import Event
from deroule.outputs.artefact import Artefact
from deroule.outputs.player.form import Form
from deroule.outputs.player.quizzes import quizzes_of

NAME = "lms"


@dataclass(frozen=True, slots=True)
class Standard:
    """A standard: how its packages are called, and the file of its manifest."""

    prefix: str
    suffix: str
    file: str
    manifest: str
    name: str


STANDARDS = {
    "scorm12": Standard("scorm", "", "scorm12", "imsmanifest.xml", "SCORM 1.2"),
    "scorm2004": Standard("scorm", "2004", "scorm2004", "imsmanifest.xml", "SCORM 2004"),
    "cmi5": Standard("cmi5", "", "cmi5", "cmi5.xml", "cmi5"),
}


def plan(dossier: Dossier) -> tuple[Artefact, ...]:
    """A SCORM 1.2 package an event; the others when asked for; question banks where there are quizzes."""
    return tuple(artefact for event in dossier.events for artefact in (*_packages(event), *_banks(event)))


def _packages(event: Event) -> Iterator[Artefact]:
    for key, one in STANDARDS.items():
        for form in (Form.FULL, Form.LIGHT):
            light = "light" if form is Form.LIGHT else ""
            marks = "-".join(mark for mark in (one.suffix, light) if mark)
            ending = f"-{light}" if light else ""
            words = Words(
                f"Paquet {one.name} pour plateforme d'apprentissage", f"{one.name} package for a learning platform"
            )
            yield Artefact(
                f"{one.prefix}/{event.id}" + (f"/{marks}" if marks else ""),
                NAME,
                f"{event.id}/replay/{event.id}-{one.file}{ending}.zip",
                words,
                event.id,
                (f"pictures/{event.id}", f"rehearsal/{event.id}"),
                (("standard", key), ("form", str(form))),
                on_demand=(key, form) != ("scorm12", Form.FULL),
            )


def _banks(event: Event) -> Iterator[Artefact]:
    if not quizzes_of(event):
        return
    for form, ending, name in (("gift", "quiz.gift.txt", "GIFT"), ("moodle", "quiz-moodle.xml", "Moodle XML")):
        yield Artefact(
            f"quiz/{event.id}/{form}",
            NAME,
            f"{event.id}/replay/{event.id}-{ending}",
            Words(f"Questions du quiz ({name})", f"Quiz questions ({name})"),
            event.id,
            options=(("bank", form),),
        )
