"""The article of a finished page as a light tree: what a parser makes of it, without what the search leaves out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from deroule.outputs.site.cleaning import clean_fragment
from deroule.outputs.site.search.article import Element, article_of, language_of


def page_of(article: str) -> str:
    return f'<html lang="fr-FR"><body><nav>x</nav><article class="md-content__inner">{article}</article></body></html>'


def told(element: Element) -> object:
    return [part if isinstance(part, str) else (part.tag, told(part)) for part in element.parts]


@pytest.mark.parametrize(
    ("article", "parts"),
    [
        ("a<b>c</b>d", ["a", ("b", ["c"]), "d"]),
        ("a<nav>b<ul><li>c</li></ul></nav>d", ["ad"]),
        ("a<div><div data-nosearch><div>b</div></div>c</div>d", ["a", ("div", ["c"]), "d"]),
        ('<h2 id="x">a<a class="headerlink" href="#x">¶</a></h2>', [("h2", ["a"])]),
        ("a<br>b<img alt='>'>", ["a", ("br", []), "b", ("img", []), "'>"]),
        ("l&#39;eau &amp; l’air&nbsp;!", ["l'eau & l’air\u00a0!"]),
        ("<p>a</i></p>b", [("p", ["a"]), "b"]),
        ("<p>a<script type='application/ld+json'>{\"x\": 1}</script>b</p>", [("p", ["ab"])]),
        ("a<!-- <p>b</p> -->c", ["ac"]),
        ("", []),
    ],
)
def test_the_article_is_read_in_order(article: str, parts: list[object]) -> None:
    found = article_of(page_of(article))
    assert found is not None and told(found) == parts


def test_what_holds_a_heading_with_an_anchor_or_a_passage_says_so() -> None:
    found = article_of(
        page_of('<p><b>a</b></p><ol><li><h3 id="x">b</h3></li></ol><h2>c</h2><i><b data-passage="video">d</b></i>')
    )
    assert found is not None
    assert [part.opens for part in found.parts if isinstance(part, Element)] == [False, True, False, True]


def test_a_page_without_an_article_has_none_and_the_language_is_the_pages() -> None:
    assert article_of("<html lang=en><body><article class='other'>x</article></body></html>") is None
    assert (language_of("<html lang=en>"), language_of(page_of("")), language_of("<html>")) == ("en", "fr", "")


@given(
    st.lists(
        st.sampled_from(
            ("<p>", "</p>", "<ul><li>", "</li></ul>", "<b id='x'>", "</b>", "<br>", "a & b", "<", '"', "é")
        ),
        max_size=14,
    )
)
def test_the_text_of_what_the_cleaning_wrote_is_the_one_that_a_parser_reads(pieces: list[str]) -> None:
    clean = clean_fragment("".join(pieces))
    found = article_of(page_of(clean))
    assert found is not None
    texts: list[str] = []

    def gather(element: Element) -> None:
        for part in element.parts:
            if isinstance(part, str):
                texts.append(part)
            else:
                gather(part)

    gather(found)
    assert "".join(texts) == html.fragment_fromstring(clean, create_parent="div").text_content()
