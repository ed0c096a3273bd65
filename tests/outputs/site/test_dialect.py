"""Markdown as people write it, in editors that follow CommonMark, is shown on the owner's pages as they see it there."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from deroule.outputs.site.dialect import as_engines_read
from deroule.outputs.site.settings import EXTENSION_SETTINGS, EXTENSIONS
from deroule.outputs.site.words import Wording

CONTENT = Path(__file__).resolve().parents[3] / "content"


def shown(body: str) -> str:
    """Give a page's HTML on one line, without the spaces between tags."""
    read = as_engines_read(body, Wording("fr"))
    made = markdown.markdown(read, extensions=[*EXTENSIONS], extension_configs=EXTENSION_SETTINGS)
    made = re.sub(r"&#(\d+);", lambda sign: chr(int(sign[1])), made)
    return "".join(line.strip() + " " for line in made.split("\n")).replace("> <", "><").strip()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Voici :\n- un\n- deux", "<p>Voici :</p><ul><li>un</li><li>deux</li></ul>"),
        ("Voici :\n1. un\n2. deux", "<p>Voici :</p><ol><li>un</li><li>deux</li></ol>"),
        ("- un\n  - deux\n    - trois", "<ul><li>un<ul><li>deux<ul><li>trois</li></ul></li></ul></li></ul>"),
        ("- un\n    - deux\n        - trois", "<ul><li>un<ul><li>deux<ul><li>trois</li></ul></li></ul></li></ul>"),
        ("1. un\n   - deux\n2. trois", "<ol><li>un<ul><li>deux</li></ul></li><li>trois</li></ol>"),
        ("- un\n\t- deux", "<ul><li>un<ul><li>deux</li></ul></li></ul>"),
        ("- un\n\n  suite\n- deux", "<ul><li><p>un</p><p>suite</p></li><li><p>deux</p></li></ul>"),
        ("- un\n\n    suite\n\n- deux", "<ul><li><p>un</p><p>suite</p></li><li><p>deux</p></li></ul>"),
        ("- un\n  qui va à la ligne\n- deux\nlui aussi", "<ul><li>un qui va à la ligne</li><li>deux lui aussi</li></ul>"),
        ("1) un\n2) deux", "<ol><li>un</li><li>deux</li></ol>"),
        ("3. trois\n4. quatre", '<ol start="3"><li>trois</li><li>quatre</li></ol>'),
        ("- un\n\nAprès.", "<ul><li>un</li></ul><p>Après.</p>"),
        ("La loi de\n2014. Elle dit", "<p>La loi de 2014. Elle dit</p>"),
        ("- - -", "<hr />"),
        ("> Il dit :\n> - un\n>   - deux\n\nAprès.", "<blockquote><p>Il dit :</p><ul><li>un<ul><li>deux</li></ul></li></ul></blockquote><p>Après.</p>"),
        ("- un\n\n  > cité\n- deux", "<ul><li><p>un</p><blockquote><p>cité</p></blockquote></li><li><p>deux</p></li></ul>"),
        ("```\n> - code\n```", '<pre class="highlight"><code>&gt; - code</code></pre>'),
        ("Un :\n\n    - du code", '<p>Un :</p><pre class="highlight"><code>- du code</code></pre>'),
        ("Voici :\n| a | b |\n|---|---|\n| 1 | 2 |", "<p>Voici :</p><table><thead><tr><th>a</th><th>b</th></tr></thead>"
            "<tbody><tr><td>1</td><td>2</td></tr></tbody></table>"),
    ],
)  # fmt: skip
def test_lists_and_tables_are_shown_as_editors_show_them(written: str, expected: str) -> None:
    assert shown(written) == expected


def _link(target: str, told: str = "") -> str:
    return f'<a href="{target}">{told or target}</a>'


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Voir https://exemple.fr/a_b_c~d.", f"Voir {_link('https://exemple.fr/a_b_c~d')}."),
        ("(voir www.exemple.fr/a_(b))", f"(voir {_link('https://www.exemple.fr/a_(b)', 'www.exemple.fr/a_(b)')})"),
        ("**https://exemple.fr**", f"<strong>{_link('https://exemple.fr')}</strong>"),
        ("https://exemple.fr/?a=1&b=2", _link("https://exemple.fr/?a=1&amp;b=2")),
        ("[https://exemple.fr](https://exemple.fr/b)", _link("https://exemple.fr/b", "https://exemple.fr")),
        ("<https://exemple.fr>", _link("https://exemple.fr")),
        ('<a href="https://exemple.fr">https://exemple.fr</a>', _link("https://exemple.fr")),
        ("`https://exemple.fr`", "<code>https://exemple.fr</code>"),
        ("écrire à a@www.exemple.fr, https:// ou www.", "écrire à a@www.exemple.fr, https:// ou www."),
    ],
)
def test_an_address_is_a_link_and_what_is_one_already_stays(written: str, expected: str) -> None:
    assert shown(written) == f"<p>{expected}</p>"
    assert shown(f"- {written}") == f"<ul><li>{expected}</li></ul>"


@pytest.mark.parametrize(
    "written", ["```\nhttps://exemple.fr\n```", "Un :\n\n    https://exemple.fr", "[n]: https://exemple.fr"]
)
def test_no_link_is_made_in_code_nor_where_a_name_is_given_its_address(written: str) -> None:
    assert "<a" not in shown(written)


def test_an_address_inside_a_block_of_html_is_a_link_too() -> None:
    assert _link("https://exemple.fr/a") in shown("<div>\nVoir https://exemple.fr/a\n</div>")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("~~biffé~~", "<p><del>biffé</del></p>"),
        ("H~2~O, x^2^", "<p>H<sub>2</sub>O, x<sup>2</sup></p>"),
        ("==surligné==", "<p><mark>surligné</mark></p>"),
        ("~30 élus et ~20 agents, 10^3 et 10^6", "<p>~30 élus et ~20 agents, 10^3 et 10^6</p>"),
        ("!!! note\n    Texte.", '<div class="admonition note"><p class="admonition-title">Note</p><p>Texte.</p></div>'),
        ('??? note "Titre"\n    Texte.', '<details class="note"><summary>Titre</summary><p>Texte.</p></details>'),
        ('???+ note "Titre"\n    Voici :\n    - un', '<details class="note" open="open"><summary>Titre</summary>'
            "<p>Voici :</p><ul><li>un</li></ul></details>"),
        ("- un\n\n    !!! note\n        Texte.", '<ul><li><p>un</p><div class="admonition note">'
            '<p class="admonition-title">Note</p><p>Texte.</p></div></li></ul>'),
        ("Mot\n:   Sens.\n\n    - un\n    - deux", "<dl><dt>Mot</dt><dd><p>Sens.</p><ul><li>un</li><li>deux</li></ul></dd></dl>"),
    ],
)  # fmt: skip
def test_marks_and_boxes_beyond_commonmark_are_shown(written: str, expected: str) -> None:
    assert shown(written) == expected


def test_a_box_without_a_title_is_named_in_the_pages_language() -> None:
    assert '<p class="admonition-title">Attention</p>' in shown("!!! warning\n    Texte.")
    assert "<summary>Conseil</summary>" in shown("??? tip\n    Texte.")
    assert as_engines_read("!!! tip", Wording("en")) == '!!! tip "Advice"'
    assert as_engines_read('!!! tip "Le mien"', Wording("fr")) == '!!! tip "Le mien"'


def test_a_task_is_shown_with_its_state_in_the_pages_language() -> None:
    made = shown("Avant :\n- [ ] réserver\n- [x] inviter")
    assert made == (
        '<p>Avant :</p><ul><li><span class="d-task" role="img" aria-label="à faire"></span> réserver</li>'
        '<li><span class="d-task d-done" role="img" aria-label="fait"></span> inviter</li></ul>'
    )
    assert 'aria-label="done"' in as_engines_read("- [x] a", Wording("en"))
    assert "d-task" not in shown("- [la carte](carte.md)\n- [x](carte.md)")


@pytest.mark.parametrize(
    "written",
    [
        "```\nVoici :\n- un\n  - deux\n- [ ] trois\n```",
        "- un\n\n  ```\n  - code\n    - code\n  ```",
        "1. un\n\n    ~~~\n    - [x] code\n    ~~~",
    ],
)
def test_code_is_shown_as_typed(written: str) -> None:
    typed = "\n".join(line.lstrip() for line in written.split("\n") if "code" in line or "trois" in line)
    made = shown(written)
    assert "<pre" in made and "d-task" not in made and "```" not in made and "~~~" not in made
    assert all(line in made for line in typed.split("\n"))


def test_pages_in_the_engines_own_habits_stay_what_they_were() -> None:
    for path in sorted(CONTENT.rglob("*.md")):
        body = path.read_text(encoding="utf-8").split("---\n", 2)[-1]
        plain = markdown.markdown(body, extensions=[*EXTENSIONS], extension_configs=EXTENSION_SETTINGS)
        read = markdown.markdown(
            as_engines_read(body, Wording("fr")), extensions=[*EXTENSIONS], extension_configs=EXTENSION_SETTINGS
        )
        assert "".join(read.split()) == "".join(plain.split()), path


@given(st.text(alphabet="zw1-*.)[x] \t\n#>|:!?`~^=", max_size=80))
def test_no_words_are_lost_and_reading_twice_changes_nothing(body: str) -> None:
    once = as_engines_read(body, Wording("fr"))
    assert [sign for sign in once if sign in "zw1"] == [sign for sign in body if sign in "zw1"]
    assert as_engines_read(once, Wording("fr")) == once


def written_lists(chance: Random) -> str:
    """Write sentences with lists below them, of any depth, their items with further lines, paragraphs and code."""
    lines: list[str] = []
    is_wide = chance.random() < 0.3  # four spaces, as some editors do; else as far as the text of the item above

    def write(indent: int, depth: int) -> None:
        mark = chance.choice(["-", "*", "1."])
        for number in range(chance.randint(1, 3)):
            shown = f"{number + 1}." if mark == "1." else mark
            inside = indent + (4 if is_wide else len(shown) + 1)
            lines.append(f"{' ' * indent}{shown} un{len(lines)}")
            if chance.random() < 0.25:
                lines.append(f"{' ' * inside}suite{len(lines)}")
            if chance.random() < 0.15:
                lines.extend(["", f"{' ' * inside}alinéa{len(lines)}", ""])
            if depth < 3 and chance.random() < 0.3:
                write(inside, depth + 1)
            elif chance.random() < 0.1:
                lines.extend(["", *(f"{' ' * inside}{line}" for line in ("```", f"- code{len(lines)}", "```"))])
            if chance.random() < 0.1:
                lines.append("")

    for _ in range(chance.randint(1, 3)):
        lines.append(f"Texte{len(lines)} :")
        if chance.random() < 0.5:
            lines.append("")
        write(0, 0)
        lines.append("")
    return "\n".join(lines)


def bones(page: str) -> str:
    """Give a page's tags and words, without spaces and without what only tells loose lists from tight ones."""
    return re.sub(r"\s+|</?p>", "", re.sub(r"<(pre|code)[^>]*>", r"<\1>", page))


@settings(max_examples=150, deadline=None)
@given(st.randoms(use_true_random=False))
def test_lists_have_the_form_that_commonmark_gives_them(chance: Random) -> None:
    """Told by another reader of Markdown, which follows the standard."""
    written = written_lists(chance)
    assert bones(shown(written)) == bones(MarkdownIt("commonmark").render(written)), written
