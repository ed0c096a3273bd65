"""Packages for learning platforms: the player under SCORM 1.2, SCORM 2004 or cmi5, and the quizzes as question banks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources

from deroule.diagnostics import Diagnostic, Words
from deroule.model.dossier import Dossier
from deroule.model.event import Event
from deroule.outputs.artefact import Artefact
from deroule.outputs.lms.codes import BROKEN_MANIFEST
from deroule.outputs.lms.crosscheck import faults
from deroule.outputs.lms.manifests import LAUNCH, cmi5, scorm12, scorm2004
from deroule.outputs.lms.questions import as_gift, as_moodle
from deroule.outputs.player.folder import Folder, Form, document_member, player_folder
from deroule.outputs.player.gather import quizzes_of
from deroule.outputs.player.packing import Member, Packer
from deroule.outputs.player.page import PageLook, player_page
from deroule.outputs.request import Request
from deroule.span import Span

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


def render(request: Request) -> tuple[Diagnostic, ...]:
    """Write a package, or a question bank."""
    event = request.event
    assert event is not None
    bank = request.artefact.option("bank")
    if bank:
        quizzes, title = quizzes_of(event), event.title.plain
        content = as_gift(quizzes, title).encode() if bank == "gift" else as_moodle(quizzes, title)
        request.target.write_bytes(content)
        return ()
    return _package(request, event)


def _package(request: Request, event: Event) -> tuple[Diagnostic, ...]:
    key = request.artefact.option("standard")
    folder = player_folder(request, Form(request.artefact.option("form")))
    folder.members += [
        document_member(folder.replay),
        Member(LAUNCH, None, _page(request, event, folder, key).encode()),
    ]
    names = [member.name for member in folder.members]
    makers = {"scorm12": scorm12, "scorm2004": scorm2004}
    has_quiz = bool(folder.replay.quizzes)
    manifest = makers[key](event, names) if key in makers else cmi5(event, has_quiz=has_quiz)
    if wrong := faults(manifest, names):
        package = Span(request.artefact.path)
        return tuple(BROKEN_MANIFEST.at(package, package=request.target.name, reason=reason) for reason in wrong)
    with Packer(request.target) as packer:
        packer.write(Member(STANDARDS[key].manifest, None, manifest))
        packer.write_all(folder.members)
    return tuple(folder.diagnostics)


def _page(request: Request, event: Event, folder: Folder, key: str) -> str:
    colours = request.place.themes(event)[None].colours
    look = PageLook(colours, captions=folder.captions, scripts=(tie(key),), connects=key == "cmi5", hint=False)
    return player_page(folder.replay, look, request.workspace)


def tie(key: str) -> str:
    """Give the script that ties the player to a platform of a standard."""
    own = resources.files("deroule.outputs.lms")
    parts = [(own / name).read_text(encoding="utf-8") for name in (f"{key}.js", "tracking.js")]
    return '(() => {\n"use strict";\n' + "\n".join(parts) + "})();\n"


__all__ = ["NAME", "plan", "render"]
