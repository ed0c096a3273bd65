"""Making a package for a learning platform, or a question bank."""

from __future__ import annotations

from importlib import resources

from deroule.diagnostics import Diagnostic
from deroule.model.event import Event
from deroule.outputs.lms import STANDARDS
from deroule.outputs.lms.codes import BROKEN_MANIFEST
from deroule.outputs.lms.crosscheck import faults
from deroule.outputs.lms.manifests import LAUNCH, cmi5, scorm12, scorm2004
from deroule.outputs.lms.questions import as_gift, as_moodle
from deroule.outputs.player.folder import Folder, document_member, player_folder
from deroule.outputs.player.form import Form
from deroule.outputs.player.packing import Member, Packer
from deroule.outputs.player.page import PageLook, player_page
from deroule.outputs.player.quizzes import quizzes_of
from deroule.outputs.request import Request
from deroule.span import Span


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
