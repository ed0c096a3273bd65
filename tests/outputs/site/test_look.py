"""What a page shows of itself in a browser: its place in the navigation, and its colours on a screen and on paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from tests.outputs.site.test_pages import WORKSPACE

GROUND = "getComputedStyle(document.body).getPropertyValue('--d-paper')"
TITLE = "getComputedStyle(document.querySelector('h2')).color"


@pytest.fixture(scope="module")
def dossier(site_of: Callable[[Mapping[str, str]], Path]) -> Path:
    return site_of(WORKSPACE)


@pytest.mark.browser
@pytest.mark.parametrize(
    ("page", "entry"),
    [
        ("index.html", "Accueil"),
        ("evenements/index.html", "Événements"),
        ("evenements/mars/un.html", "Événements"),
        ("experiences/ocre.html", "Fiches"),
        ("questions/index.html", "Questions"),
        ("accessibilite.html", ""),
    ],
)
def test_the_entry_of_a_pages_section_is_marked(dossier: Path, chromium, page: str, entry: str) -> None:
    """The navigation is short: most pages do not stand in it."""
    context = chromium.new_context()
    opened = context.new_page()
    opened.goto((dossier / page).as_uri())
    assert opened.locator(".md-tabs__item--active").all_inner_texts() == ([entry] if entry else [])
    context.close()


@pytest.mark.browser
def test_a_page_read_on_a_dark_ground_is_printed_on_a_light_one(dossier: Path, chromium) -> None:
    seen = {}
    for ground in ("light", "dark"):
        context = chromium.new_context(color_scheme=ground)
        page = context.new_page()
        page.goto((dossier / "experiences/ocre.html").as_uri())
        for medium in ("screen", "print"):
            page.emulate_media(media=medium)
            seen[ground, medium] = page.evaluate(GROUND), page.evaluate(TITLE)
        context.close()
    assert seen["dark", "print"] == seen["light", "screen"] != seen["dark", "screen"]


@pytest.mark.browser
def test_a_sheet_of_paper_is_no_telephone(dossier: Path, chromium) -> None:
    """Paper is as wide as a narrow window, and has room for the forms of a desk."""
    context = chromium.new_context(viewport={"width": 688, "height": 900})
    page = context.new_page()
    page.goto((dossier / "evenements/mars/index.html").as_uri())
    columns = "getComputedStyle(document.querySelector('.d-programme > li')).gridTemplateColumns.split(' ').length"
    seen = []
    for medium in ("screen", "print"):
        page.emulate_media(media=medium)
        seen.append(page.evaluate(columns))
    context.close()
    assert seen == [2, 3]


@pytest.mark.browser
def test_what_is_said_runs_on_over_sheets_of_paper(dossier: Path, chromium) -> None:
    """Kept in one piece, long notes would leave half of the sheet before them empty."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto((dossier / "evenements/mars/un.html").as_uri())
    page.evaluate(
        "document.querySelector('.d-notes p:last-child').innerHTML = 'Premiers mots, ' + 'et la suite, '.repeat(550) + 'derniers mots.'"
    )
    printed = PdfDocument(page.pdf(prefer_css_page_size=True))
    sheets = [one.get_textpage().get_text_range() for one in printed]
    context.close()
    begins, ends = (
        next(number for number, text in enumerate(sheets) if words in text)
        for words in ("Premiers mots", "derniers mots")
    )
    assert (begins, ends) == (0, 1)


@pytest.mark.browser
def test_ticks_and_the_line_of_the_programme_are_drawn_in_the_readers_own_colours(dossier: Path, chromium) -> None:
    context = chromium.new_context(forced_colors="active")
    page = context.new_page()
    page.goto((dossier / "evenements/mars/index.html").as_uri())
    for drawn in (".d-ticks li", ".d-programme > li"):
        colours = f"(one => [getComputedStyle(one, '::before').backgroundColor, getComputedStyle(one).color])(document.querySelector('{drawn}'))"
        line, text = page.evaluate(colours)
        assert line == text, drawn
    context.close()


@pytest.mark.browser
def test_a_home_page_without_the_owners_words_ends_above_its_foot(
    site_of: Callable[[Mapping[str, str]], Path], chromium
) -> None:
    files = {path: text for path, text in WORKSPACE.items() if path != "content/index.md"}
    files |= {path.replace("mars", "mai"): text for path, text in files.items() if path.startswith("sequences/mars")}
    folder = site_of(files)
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto((folder / "index.html").as_uri())
    left, end = page.evaluate(
        "(box => [box.left, box.bottom])(document.querySelector('.d-others').getBoundingClientRect())"
    )
    start, foot = page.evaluate(
        "[document.querySelector('.d-ways').getBoundingClientRect().left, document.querySelector('footer').getBoundingClientRect().top]"
    )
    context.close()
    assert left == start and end < foot


@pytest.mark.browser
def test_on_a_tablet_two_sides_compared_stand_on_one_row(
    site_of: Callable[[Mapping[str, str]], Path], chromium
) -> None:
    slides = "slides:\n  - title: Deux visions\n    compare: {sides: [{heading: A, blocks: [{text: a}]}, {heading: B, blocks: [{text: b}]}], relation: mais}\n"
    folder = site_of({**WORKSPACE, "sequences/mars/deux.yml": f"kind: concept\ntitle: Agir\n{slides}"})
    context = chromium.new_context(viewport={"width": 768, "height": 900})
    page = context.new_page()
    page.goto((folder / "evenements/mars/deux.html").as_uri())
    tops = "[...document.querySelectorAll('.d-compare > .d-card')].map(one => one.getBoundingClientRect().top)"
    left, right = page.evaluate(tops)
    context.close()
    assert left == right


@pytest.mark.browser
@pytest.mark.parametrize("width", [375, 768])
def test_the_title_in_the_head_of_a_page_that_was_scrolled_stands_in_its_middle(
    dossier: Path, chromium, width: int
) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 300}, reduced_motion="reduce")
    page = context.new_page()
    page.goto((dossier / "evenements/mars/un.html").as_uri())
    page.mouse.wheel(0, 400)
    page.wait_for_selector(".md-header__title--active")
    middles = (
        "one => { const box = document.querySelector(one).getBoundingClientRect(); return (box.top + box.bottom) / 2 }"
    )
    head, title = (page.evaluate(middles, one) for one in (".md-header__title", ".md-header__topic + * .md-ellipsis"))
    assert abs(head - title) < 2
    context.close()
