"""The deck of the votes: a slide a question with a native chart of what was answered."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pptx import Presentation

from deroule.layout import place
from deroule.model.blocks import Poll
from deroule.model.dossier import Dossier
from deroule.model.recording import After, PollAnswer, PollResult, Recording
from deroule.outputs.deck import plan
from deroule.outputs.deck.audit import audit
from deroule.outputs.deck.lint import lint
from deroule.outputs.deck.votes import event_of_votes
from deroule.outputs.deck.writing import facts_of, write_deck
from deroule.source.themes import load_themes
from deroule.workspace import DiskWorkspace


@pytest.fixture(scope="module")
def voted(flagship):
    """The flagship after its session: two of its three questions were answered."""
    polls = [block for slide in flagship.slides for block in slide.blocks if isinstance(block, Poll)]
    numbers = ((42, 12), (20, 20))
    results = tuple(
        PollResult(
            poll.question.plain,
            tuple(PollAnswer(f"{'AB'[at]}. {option.text.plain}", votes) for at, (option, votes) in enumerate(zip(poll.options, own, strict=True))),
            id=poll.id,
        )
        for poll, own in zip(polls, numbers, strict=False)
    )  # fmt: skip
    return replace(flagship, after=After(Recording("file", polls=results)))


def test_each_question_answered_becomes_a_native_chart_with_its_conclusion(voted, dossier, repository):
    event = event_of_votes(voted)
    workspace = DiskWorkspace(repository)
    themes = load_themes(workspace, dossier.organisation, event).value
    deck = write_deck(place(event, themes).value, themes, facts_of(event), workspace).value
    assert [str(one) for one in lint(deck)] == []
    assert [one.code.name for one in audit(deck, "deck")] == []
    slides = list(Presentation(io.BytesIO(deck)).slides)
    charts = [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart]
    assert [list(chart.plots[0].series[0].values) for chart in charts] == [[42, 12], [20, 20]]
    assert list(charts[0].plots[0].categories) == ["D’accord", "Pas d’accord"]
    said = [
        shape.text_frame.text.replace("\u00a0", " ")
        for slide in slides
        for shape in slide.shapes
        if shape.name == "Conclusion"
    ]
    assert said == ["D’accord : 78 % des 54 votes", "Avis partagés, sur 40 votes"]


def test_the_deck_of_the_votes_is_planned_once_there_are_votes(voted, flagship):
    def names(event):
        return {one.id for one in plan(Dossier(events=(event,), organisation=None))}

    assert names(voted) - names(flagship) == {f"deck/{flagship.id}/votes"}
