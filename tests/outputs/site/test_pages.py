"""The pages of the dossier, from a small workspace: what each one tells, and where it leads."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from lxml import html
from PIL import Image

from deroule.outputs.site.links import broken_links, outside_requests

WORKSPACE = {
    "mkdocs.yml": "site_name: Le dossier\nsite_url: https://dossier.example/fonds\nlanguage: fr\n",
    "content/index.md": "---\ntitle: Le dossier\nsummary: Ce qu'il contient.\n---\n\n# Le dossier\n\nBienvenue dans la SCIC.\n",
    "content/glossaire.md": "---\ntitle: Glossaire\n---\n\n# Glossaire\n\nSCIC\n:   Société coopérative d'intérêt collectif.\n",
    "content/experiences/index.md": "---\ntitle: Fiches\n---\n\n# Fiches\n\nDes exemples.\n",
    "content/experiences/ocre.md": (
        "---\nid: ocre\ntitle: L'ocre\nplace: Luberon\nsince: 1994\nactors: [une SCIC, la région]\nresults: [65 salariés]\n"
        "contact: {role: Direction, organisation: ôkhra}\nsummary: D'une friche à une coopérative.\ntags: [emploi local]\n"
        "checked: 2026-11-24\nevent: mars\nslides: [emploi]\nmoved_from: [fiches/ocre.html]\n---\n\n## Le contexte\n\nLa SCIC travaille.\n"
    ),
    "content/questions/index.md": "---\ntitle: Questions\n---\n\n# Questions\n",
    "content/questions/capital.md": (
        "---\ntitle: Entrer au capital\nquestion: Peut-on entrer au capital ?\nshort_answer: Oui, sous conditions.\n"
        "tags: [emploi local]\n---\n\n## Le droit\n\nVoir [la fiche](../experiences/ocre.md).\n"
    ),
    "content/publications/index.md": "---\ntitle: Publications\n---\n\n# Publications\n",
    "content/publications/communs.md": (
        "---\ntitle: Les communs\nauthors: [E. Ostrom]\nyear: 1990\nlanguage: en\naddress: https://exemple.org/livre\n---\n\nUn livre.\n"
    ),
    "content/about.md": "---\ntitle: About\nlang: en\ntags: [emploi local]\ntranslations: {fr: ocre}\n---\n\n# About\n\nWords.\n",
    "sequences/mars/event.yml": (
        "title: Une journée\nsubtitle: Deux heures\nkind: webconference\ndate: 2026-03-01\nstarts: 10:30\nduration: 45 min\n"
        "organiser: ateliers\nsummary: Ce qu'est une SCIC.\naudience: [élus]\nobjectives: [savoir]\nprerequisites: [rien]\n"
        "tags: [emploi local]\nmoved_from: [fevrier]\nspeakers:\n  ana: {name: Ana Pic, role: Directrice, organisation: ôkhra}\n"
        "resources:\n  livre: {title: Un livre, authors: [Ada], year: 1990}\nsequences: [un, deux]\n"
    ),
    "sequences/mars/un.yml": (
        "kind: concept\ntitle: Comprendre\nsubtitle: De quoi parle-t-on ?\nspeakers: [ana]\nduration: 25 min\nsummary: Le début.\n"
        "key_points: [Une SCIC associe.]\nslides:\n"
        "  - title: L'emploi\n    id: emploi\n    subtitle: De **1994** à 2015, le 1^er^ mars, [smart grid]{lang=en}\n    sources: [livre]\n"
        "    bullets: ['Voir [la suite](#bilan), [la fiche](ocre), [ailleurs](https://exemple.org/)']\n    notes: Bonjour à tous.\n"
        "  - section: Les cas\n  - title: Un cas\n    case: {who: ôkhra, where: Luberon, what: Une coopérative., sheet: ocre}\n"
    ),
    "sequences/mars/deux.yml": (
        "kind: prerequisites\ntitle: Agir\nduration: 20 min\nslides:\n  - title: Le bilan\n    id: bilan\n    callout: À vous.\n"
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def dossier(site_of: Callable[[Mapping[str, str]], Path]) -> Path:
    return site_of(WORKSPACE)


def read(folder: Path, path: str) -> html.HtmlElement:
    return html.parse(str(folder / path), html.HTMLParser(encoding="utf-8")).getroot()


def select(page: html.HtmlElement, choice: str) -> list[html.HtmlElement]:
    """Find elements by tags and classes: `.d-band > div`."""
    path, step = ".", "//"
    for word in choice.split():
        tag, *classes = word.split(".")
        if word == ">":
            step = "/"
            continue
        wanted = "".join(f"[contains(concat(' ', @class, ' '), ' {one} ')]" for one in classes)
        path, step = f"{path}{step}{tag or '*'}{wanted}", "//"
    return list(page.xpath(path))


def told(page: html.HtmlElement, choice: str) -> str:
    found = select(page, choice)
    return " ".join(" ".join(found[0].itertext()).split()) if found else ""


def test_every_link_leads_somewhere_and_nothing_is_asked_of_another_site(dossier: Path) -> None:
    assert broken_links(dossier) == []
    assert outside_requests(dossier) == []


def test_home_tells_what_it_is_the_latest_event_and_the_ways_in(dossier: Path) -> None:
    page = read(dossier, "index.html")
    assert told(page, ".d-hero h1") == "Le dossier"
    assert told(page, ".d-featured .d-event-title") == "Une journée"
    assert [one.get("href") for one in select(page, ".d-ways a")] == [
        "experiences/index.html", "publications/index.html", "questions/index.html",
    ]  # fmt: skip
    assert len(page.xpath("//h1")) == 1


def test_an_event_tells_its_programme_with_times_and_people(dossier: Path) -> None:
    page = read(dossier, "evenements/mars/index.html")
    assert [" ".join(one.itertext()) for one in select(page, ".d-hour")] == ["10\u00a0h\u00a030", "10\u00a0h\u00a055"]
    assert [one.get("href") for one in select(page, ".d-part .d-heading a")] == ["un.html", "deux.html"]
    assert told(page, ".d-part .d-detail a") == "Ana Pic"
    when = " ".join(select(page, ".d-hero-when")[0].text_content().split())
    assert when.startswith("dimanche 1er mars 2026 · 10 h 30")
    assert [one.text for one in select(page, ".d-hero-when sup")] == ["er"]
    assert select(page, ".d-related a")[0].get("href") == "../../experiences/ocre.html"
    assert select(page, ".d-works .d-detail a")[0].get("href") == "un.html#emploi"


def test_slides_keep_the_marks_of_their_text_and_their_links_lead_to_pages(dossier: Path) -> None:
    page = read(dossier, "evenements/mars/un.html")
    assert [one.text for one in select(page, ".d-told strong")][:1] == ["1994"]
    assert select(page, ".d-told sup")[0].text == "er"
    assert page.xpath("//span[@lang='en']")[0].text == "smart grid"
    assert [one.get("href") for one in select(page, ".d-told ul a")] == [
        "deux.html#bilan", "../../experiences/ocre.html", "https://exemple.org/",
    ]  # fmt: skip
    assert "Bonjour à tous." in told(page, ".d-slide .d-notes")
    assert select(page, ".d-card .d-more a")[0].get("href") == "../../experiences/ocre.html"


def test_sections_are_headings_over_their_slides(dossier: Path) -> None:
    page = read(dossier, "evenements/mars/un.html")
    headings = [(one.tag, one.text) for one in page.xpath("//h1|//h2|//h3") if one.get("id") != "a-retenir"]
    assert headings == [("h1", "Comprendre"), ("h2", "L’emploi"), ("h2", "Les cas"), ("h3", "Un cas")]


def test_a_term_is_explained_on_every_page_where_it_stands(dossier: Path) -> None:
    meaning = "Société coopérative d’intérêt collectif."
    for path in ("index.html", "experiences/ocre.html", "evenements/mars/index.html", "evenements/mars/un.html"):
        found = [one for one in read(dossier, path).iter("abbr") if one.text == "SCIC"]
        assert found and found[0].get("title") == meaning, path
    assert not list(read(dossier, "glossaire.html").iter("abbr"))


def test_kinds_have_a_form_of_their_own(dossier: Path) -> None:
    sheet = read(dossier, "experiences/ocre.html")
    assert [told(one, "dt") for one in select(sheet, ".d-band > div")] == [
        "Lieu", "Depuis", "Acteurs", "Résultats", "Contact", "Relu le",
    ]  # fmt: skip
    assert "24 novembre 2026" in told(sheet, ".d-band")
    assert told(read(dossier, "questions/capital.html"), ".d-short") == "Oui, sous conditions."
    book = read(dossier, "publications/communs.html")
    assert "anglais" in told(book, ".d-band")
    assert select(book, ".d-band a")[0].get("href") == "https://exemple.org/livre"


def test_a_page_tells_the_event_and_the_slides_where_it_serves(dossier: Path) -> None:
    links = [one.get("href") for one in select(read(dossier, "experiences/ocre.html"), ".d-seen a")]
    assert links == ["../evenements/mars/index.html", "../evenements/mars/un.html#emploi"]


def test_indexes_and_themes_list_every_page(dossier: Path) -> None:
    assert [one.get("href") for one in select(read(dossier, "experiences/index.html"), ".d-index a")] == ["ocre.html"]
    themes = read(dossier, "tags.html")
    assert [one.text for one in select(themes, ".d-themes h2")] == ["emploi local"]
    assert [one.get("lang") for one in select(themes, ".d-themes li a")] == [None, "en", None, None]


def test_speakers_are_listed_with_what_they_told(dossier: Path) -> None:
    links = [one.get("href") for one in select(read(dossier, "intervenants.html"), ".d-people a")]
    assert links == ["evenements/mars/index.html", "evenements/mars/un.html"]


def test_pages_say_their_language_and_those_of_their_translations(dossier: Path) -> None:
    page = read(dossier, "about.html")
    assert page.get("lang") == "fr"
    assert select(page, "article")[0].get("lang") == "en"
    links = {one.get("hreflang"): one.get("href") for one in page.xpath("//link[@hreflang]")}
    assert links == {
        "en": "https://dossier.example/fonds/about.html", "fr": "https://dossier.example/fonds/experiences/ocre.html",
    }  # fmt: skip


def test_old_addresses_lead_to_where_things_are_now(dossier: Path) -> None:
    for old, now in (
        ("fiches/ocre.html", "../experiences/ocre.html"),
        ("evenements/fevrier/index.html", "../mars/index.html"),
        ("evenements/fevrier/un.html", "../mars/un.html"),
    ):
        page = read(dossier, old)
        assert page.xpath("//meta[@http-equiv='refresh']/@content") == [f"0; url={now}"]
        assert page.xpath("//a/@href") == [now]


def test_what_is_not_found_is_said_in_the_language_of_the_site(dossier: Path) -> None:
    page = read(dossier, "404.html")
    assert told(page, "h1") == "Page introuvable"
    assert page.xpath("//a[@class='d-button']/@href") == ["index.html"]
    ways = [one.get("href") for one in select(page, ".d-ways a")]
    assert ways == ["experiences/index.html", "publications/index.html", "questions/index.html"]


def test_what_is_said_is_shown_only_where_it_is_public_and_portraits_where_they_are_pictures(site_of) -> None:
    drawn = io.BytesIO()
    Image.new("RGB", (300, 400), "navy").save(drawn, "PNG")
    event = WORKSPACE["sequences/mars/event.yml"]
    people = "ana: {name: Ana Pic, portrait: images/ana.png}\n  bob: {name: Bob Roc, portrait: images/bob.png}\n"
    folder = site_of({
        **WORKSPACE, "mkdocs.yml": "site_name: Un\nextra: {notes: no}\n", "sequences/mars/images/ana.png": drawn.getvalue(),
        "sequences/mars/images/bob.png": b"no picture",
        "sequences/mars/event.yml": event.replace("ana: {name: Ana Pic, role: Directrice, organisation: ôkhra}\n", people),
    })  # fmt: skip
    assert "Bonjour à tous" not in (folder / "evenements/mars/un.html").read_text("utf-8")
    shown = [one.get("src") or one.text for one in select(read(folder, "intervenants.html"), ".d-portrait")]
    assert shown == ["evenements/mars/portraits/ana-pic.webp", "BR"]
    with Image.open(folder / shown[0]) as portrait:
        assert portrait.size == (256, 256)


def test_what_stands_beside_a_page_is_published_with_it(site_of: Callable[[Mapping[str, str]], Path]) -> None:
    drawn, drawing = io.BytesIO(), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>'
    Image.new("RGB", (30, 20), "#CC8844").save(drawn, "PNG")
    page = (
        "# Page\n\n![Une vue](images/vue%20d%27en%20haut.png)\n\n![Un plan](images/plan.svg)\n\n[Le guide](guide.pdf)\n"
    )
    folder = site_of({
        **WORKSPACE, "content/experiences/vue.md": page, "content/experiences/guide.pdf": "%PDF",
        "content/experiences/images/vue d'en haut.png": drawn.getvalue(), "content/experiences/images/plan.svg": drawing,
        "content/experiences/brouillon.html": "<script>1</script>",
    })  # fmt: skip
    assert broken_links(folder) == []
    assert (folder / "experiences/guide.pdf").read_text() == "%PDF"
    assert (folder / "experiences/images/plan.svg").read_text() == drawing
    assert not (folder / "experiences/brouillon.html").exists()


def test_a_question_without_a_short_answer_shows_no_empty_box(site_of: Callable[[Mapping[str, str]], Path]) -> None:
    folder = site_of({**WORKSPACE, "content/questions/nue.md": "---\ntitle: Une question\n---\n\nDu texte.\n"})
    assert read(folder, "questions/nue.html").xpath("//div[contains(@class, 'd-answer')]") == []
    assert len(read(folder, "questions/capital.html").xpath("//div[contains(@class, 'd-answer')]")) == 1


def test_who_wrote_a_work_and_when_stand_on_one_line_of_its_card(dossier: Path) -> None:
    lines = read(dossier, "publications/index.html").xpath("//li[contains(@class, 'd-card')]//p[@class='d-when']")
    assert [line.text_content() for line in lines] == ["E.\u00a0Ostrom · 1990"]


def test_a_long_title_is_set_smaller(site_of: Callable[[Mapping[str, str]], Path]) -> None:
    long = (
        "Comment les intercommunalités rurales réorganisent l'accueil, la mobilité solidaire et l'alimentation locale"
    )
    event = WORKSPACE["sequences/mars/event.yml"].replace("title: Une journée", f"title: {long}")
    folder = site_of({**WORKSPACE, "sequences/mars/event.yml": event})
    assert read(folder, "evenements/mars/index.html").xpath("//h1/@class") == ["d-long"]
    assert "d-long" in read(folder, "evenements/mars/un.html").xpath("//p[contains(@class, 'd-kicker')]/@class")[0]


@pytest.mark.slow
def test_an_event_tells_as_many_slides_as_its_deck_has(built: Path) -> None:
    """A visitor who reads 53 on a page and "1 / 57" beside the film wonders what is hidden."""
    for folder in (built / "site" / "evenements").glob("20*"):
        drawn = json.loads((built / folder.name / "slides" / "pages.json").read_text("utf-8"))
        told = re.search(r">(\d+) (?:diapositives|slides)<", (folder / "index.html").read_text("utf-8"))
        assert told and int(told[1]) == len(drawn)
