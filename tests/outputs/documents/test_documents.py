"""Invitation, calendar, programme, attendance sheet, evaluation form, certificate."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from types import SimpleNamespace

import pikepdf
import pytest
from icalendar import Calendar

from deroule.model.richtext import RichText
from deroule.outputs import documents
from deroule.outputs.document.words import Wording
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


def made(dossier, event, themes, folder, workspace=None) -> dict[str, bytes]:
    place = SimpleNamespace(themes=lambda _: themes)
    files = {}
    for artefact in documents.plan(replace(dossier, events=(event,))):
        request = Request(artefact, dossier, event, workspace or MemoryWorkspace({}), folder, {}, place)
        assert documents.render(request) == (), artefact.id
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
        with pikepdf.open(io.BytesIO(first[name])) as pdf:
            assert pdf.open_metadata()["pdfuaid:part"] == "1"


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
    assert sum(row[1] == "Q" for row in rows) == len(flagship.written.evaluation)
