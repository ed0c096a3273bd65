"""Invitation, calendar, programme, attendance sheet, evaluation form, certificate."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from dataclasses import replace
from importlib import resources
from types import SimpleNamespace

import pytest
from icalendar import Calendar
from lxml import etree
from tests.outputs.pdf_rules import faults_of

from deroule.model.richtext import RichText
from deroule.outputs import documents
from deroule.outputs.document.words import Wording
from deroule.outputs.documents import making
from deroule.outputs.documents.calendar import event_calendar
from deroule.outputs.documents.evaluation import limesurvey, questions
from deroule.outputs.documents.facts import event_facts
from deroule.outputs.documents.templates import fill
from deroule.outputs.request import Request
from deroule.source.themes import load_themes
from deroule.workspace import DiskWorkspace, MemoryWorkspace


@pytest.fixture(scope="module")
def themes(dossier, flagship, repository):
    return load_themes(DiskWorkspace(repository), dossier.organisation, flagship).value


def made(dossier, event, themes, folder, workspace=None, *, without: str = "none") -> dict[str, bytes]:
    place = SimpleNamespace(themes=lambda _: themes)
    files = {}
    for artefact in documents.plan(replace(dossier, events=(event,))):
        if artefact.id.endswith(without):
            continue
        request = Request(artefact, dossier, event, workspace or MemoryWorkspace({}), folder, {}, place)
        assert making.render(request) == (), artefact.id
        files[artefact.id.rsplit("/", 1)[1]] = request.target.read_bytes()
    return files


def test_every_document_is_made_the_same_bytes_twice(dossier, flagship, themes, tmp_path):
    first, second = (made(dossier, flagship, themes, tmp_path) for _ in range(2))
    assert set(first) == {
        "invitation-html", "invitation-text", "calendar-ics", "programme-pdf", "programme-docx", "attendance-pdf",
        "attendance-docx", "evaluation-html", "evaluation-pdf", "evaluation-docx", "evaluation-limesurvey",
        "certificate-pdf", "certificate-docx",
    }  # fmt: skip
    assert [name for name in first if first[name] != second[name]] == []
    for name in ("programme-pdf", "attendance-pdf", "evaluation-pdf", "certificate-pdf"):
        assert faults_of(first[name]) == [], name


def test_the_invitation_asks_nothing_from_outside(dossier, flagship, themes):
    html = fill("invitation.html.jinja", event_facts(flagship, themes[None]), MemoryWorkspace({})).value
    assert not re.search(r"<(?:link|script|img|iframe)\b|url\(|@import", html)
    assert flagship.title.plain.split()[0] in html
    assert 'lang="fr"' in html


def test_hostile_words_are_escaped_in_html(flagship, themes):
    hostile = replace(flagship, title=RichText.of("<script>alert(1)</script>"))
    facts = event_facts(hostile, themes[None])
    for name in (
        "invitation.html.jinja",
        "evaluation-form.html.jinja",
        "programme.html.jinja",
        "certificate.html.jinja",
    ):
        assert "<script>alert" not in fill(name, facts, MemoryWorkspace({})).value


def test_the_owner_replaces_a_template_and_a_fault_in_it_is_told(flagship, themes):
    facts = event_facts(flagship, themes[None])
    own = MemoryWorkspace({"templates/documents/invitation.txt.jinja": "Venez à {{ title }} !"})
    assert fill("invitation.txt.jinja", facts, own).value == f"Venez à {flagship.title.plain} !"
    broken = MemoryWorkspace({"templates/documents/invitation.txt.jinja": "un\n{% if %}"})
    (finding,) = fill("invitation.txt.jinja", facts, broken).diagnostics
    assert (finding.code.name, finding.span.line) == ("template-failed", 2)
    nosy = MemoryWorkspace({"templates/documents/invitation.txt.jinja": "{{ title.__class__.__mro__ }}"})
    assert fill("invitation.txt.jinja", facts, nosy).value is None


TEMPLATES = {
    "invitation.html.jinja": ("invitation-html",),
    "invitation.txt.jinja": ("invitation-text",),
    "programme.html.jinja": ("programme-docx",),
    "attendance.html.jinja": ("attendance-docx",),
    "evaluation.html.jinja": ("evaluation-docx",),
    "evaluation-form.html.jinja": ("evaluation-html",),
    "certificate.html.jinja": ("certificate-docx",),
}


def test_every_template_of_the_house_is_named_here():
    folder = resources.files("deroule.outputs.documents") / "templates"
    assert {entry.name for entry in folder.iterdir()} == set(TEMPLATES)


@pytest.mark.parametrize("template", TEMPLATES)
def test_each_template_is_replaced_by_the_owner_s_alone(dossier, flagship, themes, tmp_path, template):
    own = MemoryWorkspace({f"templates/documents/{template}": "<p>Le modèle de {{ organiser }}</p>"})
    files = made(dossier, flagship, themes, tmp_path, own, without="-pdf")
    changed = [name for name, content in files.items() if "Le modèle de Territoires Conseils" in _words(name, content)]
    assert changed == list(TEMPLATES[template])


def _words(name: str, content: bytes) -> str:
    if name.endswith("-docx"):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return "".join(etree.fromstring(package.read("word/document.xml")).itertext())
    return content.decode("utf-8")


def test_a_web_conference_gives_an_attestation_and_a_training_evaluates_its_objectives(dossier, flagship, themes):
    (attestation,) = (
        one for one in documents.plan(replace(dossier, events=(flagship,))) if one.id.endswith("certificate-pdf")
    )
    assert attestation.title.fr.startswith("Attestation de participation")
    training = replace(flagship, written=flagship.written.model_copy(update={"kind": "training"}))
    facts = event_facts(training, themes[None])
    certificate = fill("certificate.html.jinja", facts, MemoryWorkspace({})).value
    for wanted in ("Durée réellement suivie", "Évaluation des objectifs", "Non évalué", *facts["objectives"]):
        assert wanted in certificate
    asked_about = [asked["about"] for asked in questions(training, Wording("fr"))]
    numbers = range(1, len(flagship.written.objectives) + 1)
    assert [asked_about.count(f"objective-{number}") for number in numbers] == [1] * len(numbers)


def test_the_calendar_tells_day_hour_and_zone(flagship):
    calendar = Calendar.from_ical(event_calendar(flagship))
    (entry,) = calendar.walk("VEVENT")
    assert entry.decoded("dtstart").isoformat() == "2018-03-01T10:30:00+01:00"
    assert (entry.decoded("dtend") - entry.decoded("dtstart")) == flagship.written.duration


def test_the_form_asks_the_authors_questions_or_a_sound_set(flagship):
    words = Wording("fr")
    assert questions(flagship, words)[0]["id"] == "attentes"
    bare = replace(flagship, written=flagship.written.model_copy(update={"evaluation": ()}))
    made_up = questions(bare, words)
    assert len({asked["id"] for asked in made_up}) == len(made_up) > len(flagship.written.objectives) + 4


def test_limesurvey_gets_a_tab_separated_survey(flagship):
    rows = list(csv.reader(io.StringIO(limesurvey(flagship, Wording("fr")).lstrip("\ufeff")), delimiter="\t"))
    assert {len(row) for row in rows} == {10}
    asked = [row[3] for row in rows if row[1] == "Q"]
    assert asked[:2] == ["attentes", "conceptcompris"]
    assert len(set(asked)) == len(flagship.written.evaluation)
