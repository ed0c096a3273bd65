"""The cycle of events: what comes next and what is past on the day of reading, filters by keyboard, many events under their years."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from lxml import html
from tests.outputs.site.test_pages import read, select

DAYS = [f"{year}-{month:02d}-10" for year in (2025, 2026, 2027) for month in (2, 4, 6, 9, 11)]
TODAY = "2026-06-01T12:00:00"
SHOWN = """() => [...document.querySelectorAll('.d-event')].filter(one => one.offsetParent)
  .map(one => one.dataset.day.slice(0, 10))"""


def _workspace() -> dict[str, str]:
    """Give fifteen events in two series over three years."""
    files = {
        "content/index.md": "---\ntitle: Le dossier\n---\n\n# Le dossier\n",
        "mkdocs.yml": "site_name: Le dossier\n",
    }
    for number, day in enumerate(DAYS):
        kind, series = ("training", "Été") if number % 3 == 0 else ("webconference", "Cœur de ville")
        files[f"sequences/{day}/event.yml"] = (
            f"title: Séance {number}\nkind: {kind}\ncycle: {series}\ndate: {day}\nstarts: 10:30\nduration: 45 min\n"
            f"organiser: ateliers\nsummary: Ce qu'on y apprend.\ntags: [{'élus' if number % 2 else 'zones'}]\nsequences: [un]\n"
        )
        files[f"sequences/{day}/un.yml"] = (
            "kind: concept\ntitle: Un\nduration: 45 min\nslides:\n  - title: A\n    bullets: [b]\n"
        )
    return files


@pytest.fixture(scope="module")
def many(site_of: Callable[[Mapping[str, str]], Path]) -> Path:
    return site_of(_workspace())


def test_many_events_stand_under_their_years_each_reached_from_the_top(many: Path) -> None:
    page = read(many, "evenements/index.html")
    assert [one.text for one in page.xpath("//section[contains(@class,'d-year')]/h2")] == ["2027", "2026", "2025"]
    assert [one.get("href") for one in select(page, ".d-years a")] == ["#annee-2027", "#annee-2026", "#annee-2025"]
    assert len(select(page, ".d-event")) == len(DAYS)


def test_filters_are_in_alphabetical_order_whatever_the_accents(many: Path) -> None:
    page = read(many, "evenements/index.html")
    options = {one.get("name"): [each.text for each in one.iter("option")][1:] for one in page.iter("select")}
    assert options["cycle"] == ["Cœur de ville", "Été"]
    assert options["themes"] == ["élus", "zones"]


def test_without_a_script_every_event_is_there_and_no_filter_is_offered(many: Path) -> None:
    page = read(many, "evenements/index.html")
    assert select(page, "form.d-filter")[0].get("hidden") is not None
    assert not [one for one in select(page, ".d-event") if one.get("hidden") is not None]


def opened(chromium, path: Path, day: str = TODAY) -> tuple[object, object]:
    context = chromium.new_context()
    page = context.new_page()
    page.clock.set_fixed_time(day)
    page.goto(path.as_uri(), wait_until="load")
    return context, page


@pytest.mark.browser
def test_what_is_to_come_stands_first_the_nearest_at_the_top(many: Path, chromium) -> None:
    context, page = opened(chromium, many / "evenements" / "index.html")
    headings = page.locator(".d-year:visible h2").all_inner_texts()
    assert headings == ["À venir", "2026", "2025"]
    assert page.evaluate(SHOWN) == [*DAYS[7:], *DAYS[6:4:-1], *DAYS[4::-1]]
    assert page.locator(".d-years li:visible .d-count").all_inner_texts() == ["2", "5"]
    context.close()


@pytest.mark.browser
def test_the_filters_answer_the_keyboard_and_say_how_many_they_leave(many: Path, chromium) -> None:
    context, page = opened(chromium, many / "evenements" / "index.html")
    page.focus("select[name=year]")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    assert page.input_value("select[name=year]") == "2025"
    assert page.evaluate(SHOWN) == DAYS[4::-1]
    assert page.inner_text(".d-filter-told") == "5 réponses"
    assert page.locator(".d-year:visible h2").all_inner_texts() == ["2025"]
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "themes"
    page.keyboard.press("ArrowDown")
    assert page.inner_text(".d-filter-told") == "2 réponses"
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("day", "title", "first", "others"),
    [
        (TODAY, "Prochain rendez-vous", DAYS[7], [DAYS[8], DAYS[9], DAYS[6], DAYS[5]]),
        ("2028-01-01T12:00:00", "Dernier événement", DAYS[14], DAYS[13:9:-1]),
        ("2024-01-01T12:00:00", "Prochain rendez-vous", DAYS[0], DAYS[1:5]),
    ],
)
def test_home_shows_the_next_event_else_the_latest_then_others(
    many: Path, chromium, day: str, title: str, first: str, others: list[str]
) -> None:
    context, page = opened(chromium, many / "index.html", day)
    assert page.text_content(".d-first h2") == title
    assert page.text_content(".d-to-first") == title
    assert page.evaluate(SHOWN) == [first, *others]
    assert page.get_attribute(".d-to-first", "href").endswith(f"evenements/{first}/index.html")
    context.close()


def test_a_small_cycle_is_one_list(site_of: Callable[[Mapping[str, str]], Path]) -> None:
    few = {path: text for path, text in _workspace().items() if "2026" in path or "sequences/" not in path}
    page: html.HtmlElement = read(site_of(few), "evenements/index.html")
    assert len(select(page, ".d-cycle h2")) == 0
    assert len(select(page, ".d-event")) == 5
