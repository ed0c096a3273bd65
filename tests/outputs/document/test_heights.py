"""How high parts of a document come out: enough to know which slides stay on one page."""

from __future__ import annotations

import pytest

from deroule.outputs.document import tree
from deroule.outputs.document.heights import height, short_marked

WORDS = "Les collectivités territoriales accompagnent des dynamiques entrepreneuriales collectives. "


def paragraphs(count: int) -> list[tree.Node]:
    return [tree.paragraph(tree.words(WORDS)) for _ in range(count)]


def classes(slide: tree.Node) -> list[str]:
    (marked,) = short_marked([slide])
    return marked["c"][0][1]


def test_a_slide_of_a_few_lines_stays_on_one_page_and_a_long_one_may_be_cut():
    assert "short" in classes(tree.group(paragraphs(5), "slide"))
    assert "short" not in classes(tree.group(paragraphs(30), "slide"))
    assert "short" not in classes(tree.group(paragraphs(5), "key-points"))


def test_a_slide_in_a_sequence_of_another_language_is_looked_at_too():
    (outer,) = short_marked([tree.division([tree.group(paragraphs(2), "slide")], lang="en")])
    assert "short" in outer["c"][1][0]["c"][0][1]


@pytest.mark.parametrize(
    "more",
    [
        tree.heading(3, tree.words("Titre")),
        tree.bullets([paragraphs(1)])[0],
        tree.numbered([paragraphs(1)])[0],
        tree.table([[tree.cell(paragraphs(1))]], [1.0]),
        tree.picture("a.png", "Une friche", tree.words("La friche"), "85%"),
        tree.division(paragraphs(1), "Callout"),
        {"t": "BlockQuote", "c": paragraphs(1)},
        {"t": "DefinitionList", "c": [[tree.words("Terme"), [paragraphs(1)]]]},
        {"t": "CodeBlock", "c": [tree.attributes(), "x = 1"]},
        {"t": "LineBlock", "c": [tree.words("Un vers")]},
    ],
    ids=lambda node: node["t"],
)
def test_whatever_is_added_makes_it_higher(more):
    assert height([*paragraphs(1), more]) > height(paragraphs(1))


def test_the_same_words_are_higher_in_half_the_width():
    long = [tree.paragraph(tree.words(WORDS * 4))]
    assert height(long, 0.5) > 1.5 * height(long)


def test_columns_beside_each_other_are_as_high_as_the_highest():
    one, three = tree.division(paragraphs(1)), tree.division(paragraphs(3))
    beside = tree.group([one, three], "beside", data_shares="1,1")
    assert height([beside]) == pytest.approx(height([tree.group([three, three], "beside", data_shares="1,1")]))
