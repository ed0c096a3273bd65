"""The pages in one piece (cover, dividers, guest, closing): what does not fit on them together is told, never set over."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.layout.events import FRENCH, b, event_of, prose, rich, slide, theme
from tests.layout.soundness import faults_of

from deroule.layout import place
from deroule.model.event import Slide, SlideForm
from deroule.model.people import Organisation, Speaker
from deroule.model.written import WrittenEvent, WrittenSequence

FORMS = (SlideForm.DIVIDER, SlideForm.SECTION, SlideForm.GUEST_COVER)


def framed(title: str, subtitle: str, name: str, speakers: int):
    """An event of frames alone, all with the same words."""
    people = {
        f"p{at}": Speaker(name=rich("Une personne"), role=rich("Directrice"), organisation=rich(f"Coopérative {at}"))
        for at in range(speakers)
    }
    said = WrittenEvent(title=rich(title), sequences=("une",), speakers=people)
    sequence = WrittenSequence(kind="concept", title=rich(title), slides=(), speakers=tuple(people))
    base = event_of([slide("x", b.Text(text=prose("a")))], name)

    def frame(form: SlideForm) -> Slide:
        return Slide(f"page-{form}", form, 1, rich(title), subtitle=rich(subtitle), sequence="une")

    one = replace(base.sequences[0], written=sequence, title=rich(title), slides=tuple(map(frame, FORMS)))
    host = Organisation(name=rich("Territoires Conseils"), of=rich("Un service public"), email="contact@exemple.fr")
    return replace(
        base, written=said, title=rich(title), organiser=host, sequences=(one,), opening=(frame(SlideForm.COVER),),
        ending=(frame(SlideForm.CLOSING),),
    )  # fmt: skip


@pytest.mark.parametrize("name", ["default", "gazette"])
@pytest.mark.parametrize(
    ("title", "subtitle"), [("Court", ""), (FRENCH[:80], FRENCH[:90]), (FRENCH[:110], FRENCH[:110])]
)
def test_usual_lengths_fit(title, subtitle, name):
    look = theme(name)
    outcome = place(framed(title, subtitle, name, 2), {None: look})
    assert [finding.message("fr") for finding in outcome.diagnostics] == []
    assert [fault for page in outcome.value for fault in faults_of(page, look)] == []


@pytest.mark.parametrize("name", ["default", "gazette"])
@pytest.mark.parametrize(
    ("title", "subtitle"), [(FRENCH * 2, FRENCH * 2), ("x" * 300, "y" * 300), ("Court", FRENCH * 6)]
)
def test_what_does_not_fit_is_told(title, subtitle, name):
    look = theme(name)
    outcome = place(framed(title, subtitle, name, 5), {None: look})
    spoiled = {page.id for page in outcome.value if faults_of(page, look)}
    assert spoiled
    assert {finding.code.name for finding in outcome.diagnostics} == {"frame-overflow"}
    assert len(outcome.diagnostics) == len(spoiled)
