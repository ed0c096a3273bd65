"""Quizzes as question banks: what is written comes back, whatever signs it holds."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from deroule.model.replay import ReplayOption, ReplayQuiz
from deroule.outputs.lms.questions import as_gift, as_moodle, shares

QUIZ = ReplayQuiz(
    "capitale", "s", "Où est la {mairie} : ici = là ?",
    (ReplayOption("Au bourg", True, "Bien vu : #1"), ReplayOption("100 % ~ ailleurs", False)), False, "Au bourg.",
)  # fmt: skip


def test_gift_escapes_what_it_would_read_as_marks() -> None:
    assert as_gift([QUIZ], "Un titre/Deux") == (
        "$CATEGORY: Un titre – Deux\n\n"
        "::capitale::Où est la \\{mairie\\} \\: ici \\= là ? {\n"
        "  =Au bourg#Bien vu \\: \\#1\n  ~100 % \\~ ailleurs\n  ####Au bourg.\n}\n"
    )


@pytest.mark.parametrize(
    ("rights", "worth"),
    [([True, False], ["50", "-100"]), ([True, True, True, False, False], ["33.33333"] * 3 + ["-50"] * 2)],
)
def test_several_right_answers_share_the_points(rights, worth) -> None:
    quiz = ReplayQuiz("q", "s", "?", tuple(ReplayOption(str(at), right) for at, right in enumerate(rights)), True)
    assert shares(quiz) == ([*worth] if sum(rights) > 1 else ["100", "-100"])


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60))
def test_any_text_comes_back(text: str) -> None:
    quiz = ReplayQuiz("q", "s", text, (ReplayOption(text, True), ReplayOption("non", False)), False, "")
    root = etree.fromstring(as_moodle([quiz], "c"))
    assert [html.unescape(one) for one in root.xpath("question[2]/questiontext/text/text()")] == [text]
    assert root.xpath("question[2]/answer/@fraction") == ["100", "0"]
    line = next(line for line in as_gift([quiz], "c").splitlines() if line.startswith("::q::"))
    assert re.sub(r"\\([~=#{}:\\])", r"\1", line.removeprefix("::q::").removesuffix(" {")) == text


def test_banks_are_planned_where_there_are_quizzes(session, flagship) -> None:
    from dataclasses import replace

    from deroule.outputs.lms import plan

    assert f"quiz/{session.event.id}/gift" in {one.id for one in plan(session.dossier)}
    without = replace(session.dossier, events=(flagship,))
    assert not any(one.id.startswith("quiz/") for one in plan(without))


def test_the_banks_of_an_event_are_written(session, tmp_path) -> None:
    session.render("lms", f"quiz/{session.event.id}/moodle", tmp_path)
    session.render("lms", f"quiz/{session.event.id}/gift", tmp_path)
    gift = next(tmp_path.glob("*.gift.txt")).read_text(encoding="utf-8")
    assert "=Au bourg#Bien vu." in gift and "####Elle est au bourg." in gift
    assert b"multichoice" in next(tmp_path.glob("*.xml")).read_bytes()
