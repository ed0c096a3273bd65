"""The search box finds what a French reader types, from a folder, under the policy that forbids all but the site."""

from __future__ import annotations

from pathlib import Path

import pytest

from deroule.outputs.site.search import fold

QUERIES = (
    ("developpement endogène", "prerequis.html"),
    ("économie", "evenements/"),
    ("l'économie circulaire", "evenements/"),
    ("oeuvre", "outils/diagnostic-ressources-specifiques.html"),
    ("cooperatives", "questions/acheter-a-la-cooperative.html"),
    ("voyage d’étude", "outils/voyage-detude.html"),
    ("okhra", "okhra"),
    ("SCIC ôkhra", "experiences/okhra.html"),
    ("bouteille", "jaime-mes-bouteilles"),
    ("gouvernances", "gouvernance"),
)


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("Développement", "developpement"),
        ("l’économie", "economie"),
        ("mise en œuvre", "mise en oeuvre"),
        ("savoir-faire", "savoir faire"),
        ("aujourd'hui", "aujourd hui"),
    ],
)
def test_texts_are_brought_to_one_form(written: str, compared: str) -> None:
    assert fold(written) == compared


@pytest.mark.slow
@pytest.mark.browser
def test_the_box_answers_from_a_folder(built: Path) -> None:
    api = pytest.importorskip("playwright.sync_api")
    with api.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.goto((built / "site" / "index.html").as_uri())
        for query, wanted in QUERIES:
            page.fill(".d-search input", query)
            page.wait_for_selector(".d-results li a")
            firsts = page.eval_on_selector_all(
                ".d-results li a", "found => found.slice(0, 3).map(a => a.href + a.text)"
            )
            assert any(wanted in one for one in firsts), (query, firsts)
        browser.close()
    assert said == []
