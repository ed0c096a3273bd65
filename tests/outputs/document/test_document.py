"""Document trees: each block has a form, text goes in as it is, and every writer takes the tree."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from deroule.model import blocks
from deroule.model.event import Slide, SlideForm
from deroule.model.richtext import RichText, Run
from deroule.outputs.document import FORMS, Album, Teller, Wording, tree
from deroule.workspace import MemoryWorkspace


def text(node) -> str:
    if isinstance(node, dict):
        if node["t"] in ("Space", "SoftBreak"):
            return " "
        return node["c"] if node["t"] == "Str" else text(node.get("c", ""))
    return "".join(text(part) for part in node) if isinstance(node, list) else ""


@pytest.fixture
def teller(flagship):
    return Teller(flagship, Album(MemoryWorkspace({}), {}), Wording("fr"))


def slide(*shown: blocks.Block) -> Slide:
    return Slide("s", SlideForm.CONTENT, 1, RichText.of("Titre"), blocks=shown)


def test_every_kind_of_block_has_a_document_form():
    assert set(FORMS) == set(blocks.BLOCKS)


def test_hostile_text_stays_text(teller):
    hostile = '<script>alert("x")</script> *gras* $x$ \\input{/etc/passwd} #import'
    block = blocks.Text.model_validate({"text": hostile})
    (told,) = teller.tell(block, slide(block))
    assert text(told) == hostile
    assert {node["t"] for node in told["c"]} <= {"Str", "Space"}


def test_marks_become_inlines_and_unsafe_links_stay_text():
    rich = RichText(
        (Run("gras", bold=True), Run("\n"), Run("ici", link="javascript:alert(1)"), Run("là", link="https://a.fr"))
    )
    kinds = [node["t"] for node in tree.rich(rich)]
    assert kinds == ["Strong", "LineBreak", "Str", "Link"]


def test_a_poll_shows_its_votes_where_they_are_known(teller):
    poll = blocks.Poll.model_validate({"id": "q", "question": "Alors ?", "options": [{"text": "Oui"}, {"text": "Non"}]})
    assert "%" not in text(teller.tell(poll, slide(poll)))
    teller.results["q"] = (("Oui", 3), ("Non", 1))
    votes = teller.tell(poll, slide(poll))[-1]
    rows = [[text(cell[4]) for cell in row[1]] for row in votes["c"][4][0][3]]
    assert rows == [["Oui", "3", "75\u00a0%"], ["Non", "1", "25\u00a0%"]]


def test_a_merged_cell_and_a_header_arrive_in_the_table(teller):
    table = blocks.Table.model_validate(
        {
            "columns": [{"title": "A"}, {"title": "B"}],
            "rows": [[{"text": "x", "rows": 2}, {"text": "y"}], [{"text": "z"}]],
        }
    )
    (told,) = teller.tell(table, slide(table))
    header, bodies = told["c"][3][1], told["c"][4]
    assert [text(cell[4]) for cell in header[0][1]] == ["A", "B"]
    assert bodies[0][3][0][1][0][2] == 2


def test_days_hours_and_lengths_are_written_in_the_language():
    french, english = Wording("fr"), Wording("en")
    assert french.day(dt.date(2018, 3, 1)) == "1er\u00a0mars 2018"
    assert english.day(dt.date(2018, 3, 1), weekday=True) == "Thursday 1\u00a0March 2018"
    assert french.hour(dt.time(10, 30)) == "10\u00a0h\u00a030"
    assert french.length(dt.timedelta(minutes=90)) == "1\u00a0h\u00a030"
    assert english.length(dt.timedelta(minutes=90)) == "1\u00a0h\u00a030\u00a0min"
    assert [french.length(dt.timedelta(seconds=number)) for number in (12, 60, 90 * 60 - 10)] == [
        "12\u00a0s", "1\u00a0min", "1\u00a0h\u00a030",
    ]  # fmt: skip
    assert (french.colon, english.colon) == ("\u00a0: ", ": ")


def test_every_word_exists_in_both_languages():
    from importlib import resources

    table = json.loads(resources.files("deroule.outputs.document").joinpath("words.json").read_text("utf-8"))
    assert all(set(words) == {"fr", "en"} for words in table.values())
