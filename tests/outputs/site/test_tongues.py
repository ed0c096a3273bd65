"""A site of several languages: lists speak the site's, what is told of an event speaks the event's, and both say so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from tests.outputs.site.test_pages import read, select

WORKSPACE = {
    "mkdocs.yml": "site_name: Le dossier\n",
    "content/index.md": "# Le dossier\n",
    "content/outils/index.md": "# Outils\n",
    "content/outils/carte.md": "---\ntitle: La carte\nevent: guide\n---\n\nUne carte.\n",
    "sequences/guide/event.yml": (
        "title: The guide\nkind: training\nlanguage: en\ndate: 2026-03-01\nstarts: 14:00\nduration: 45 min\norganiser: ateliers\n"
        "tags: [guide]\nspeakers:\n  ana: {name: Ana Pic}\nsequences: [one]\n"
    ),
    "sequences/guide/one.yml": (
        "kind: concept\ntitle: One\nspeakers: [ana]\nduration: 45 min\nslides:\n  - {title: A, text: b}\n"
    ),
}


@pytest.fixture(scope="module")
def site(site_of: Callable[[Mapping[str, str]], Path]) -> Path:
    return site_of(WORKSPACE)


@pytest.mark.parametrize("page", ["index.html", "evenements/index.html", "outils/carte.html"])
def test_lists_tell_what_an_event_is_and_when_in_the_sites_language(site: Path, page: str) -> None:
    [card] = select(read(site, page), "li.d-event")
    when = card.find_class("d-when")[0]
    assert (card.get("lang"), when.get("lang")) == ("en", "fr")
    assert " ".join(when.text_content().split()).startswith("Formation · 1er mars 2026")
    assert card.find_class("d-event-title")[0].text_content() == "The guide"


def test_the_events_own_page_speaks_its_language(site: Path) -> None:
    page = read(site, "evenements/guide/index.html")
    assert page.xpath("//*[contains(@class,'d-hero-event')]/ancestor::*[@lang][1]/@lang") == ["en"]
    assert select(page, ".d-kicker")[0].text_content() == "Training"
    assert select(page, ".d-hero-when")[0].text_content().startswith("Sunday 1\xa0March 2026 · 14:00")


def test_people_and_themes_mark_the_titles_that_are_in_another_language(site: Path) -> None:
    [spoke] = select(read(site, "intervenants.html"), ".d-people li li")
    assert spoke.get("lang") == "fr"
    assert "(1er\xa0mars 2026)" in spoke.text_content()
    assert [one.get("lang") for one in spoke.iter("a")] == ["en", "en"]
    [theme] = select(read(site, "tags.html"), ".d-themes li")
    assert theme.find("a").get("lang") == "en"
    assert theme.find_class("d-detail")[0].text_content() == "Formation · 2026"
