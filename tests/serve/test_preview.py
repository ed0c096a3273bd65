"""What is on the screen after a file was saved."""

from __future__ import annotations

import json

import pytest

EVENT = "2027-01-14-court"
DEBUT = f"sequences/{EVENT}/debut.yml"
PAGE = f"evenements/{EVENT}/debut.html"
HOME = f"evenements/{EVENT}/index.html"
PICTURES = f"evenements/{EVENT}/slides"


@pytest.fixture
def rewritten(served, ear):
    """Change a file for one test; it is put back after."""
    before: dict[str, str | None] = {}

    def change(path: str, old: str, new: str):
        file = served.root / path
        text = file.read_text("utf-8") if file.is_file() else ""
        before.setdefault(path, text or None)
        assert old in text
        return served.change(path, text.replace(old, new), ear)

    yield change
    for path, text in before.items():
        if text is None:
            (served.root / path).unlink()
            ear.until("change")
        else:
            served.change(path, text, ear)


def test_a_changed_slide_is_told_with_its_picture_and_its_page_alone(served, rewritten) -> None:
    news = rewritten(DEBUT, "au hameau", "au lavoir")
    assert set(news["pictures"]) == {f"{PICTURES}/le-lieu.svg", f"{PICTURES}/le-lieu.png"}
    assert news["pages"] == [PAGE]
    assert [slide["slide"] for slide in news["deck"]["slides"]][-2:] == ["le-lieu", "nos-missions"]
    assert news["findings"] == []


def test_the_page_shows_the_new_words_before_any_build(served, rewritten) -> None:
    before = (served.root / "build/site" / PAGE).read_bytes()
    news = rewritten(DEBUT, "au hameau", "<b>au lavoir</b>")
    _, _, page = served.get(f"/{PAGE}")
    assert "au lavoir" in page.decode() and "Avant" not in page.decode()
    assert f"le-lieu.svg?v={news['pictures'][f'{PICTURES}/le-lieu.svg']}" in page.decode()
    assert (served.root / "build/site" / PAGE).read_bytes() == before


def test_the_picture_is_drawn_when_it_is_looked_at(served, rewritten) -> None:
    _, _, old = served.get(f"/{PICTURES}/le-lieu.png")
    rewritten(DEBUT, "au hameau", "au lavoir")
    status, headers, new = served.get(f"/{PICTURES}/le-lieu.png")
    assert (status, headers["content-type"]) == (200, "image/png")
    assert new.startswith(b"\x89PNG") and new != old


def test_a_changed_page_is_shown_in_its_frame(served, rewritten) -> None:
    news = rewritten("content/outils/carte.md", "à plusieurs", "à **dix** <script>alert(1)</script>")
    assert news["pages"] == ["outils/carte.html"] and news["pictures"] == {}
    page = served.get("/outils/carte.html")[2].decode()
    assert "<strong>dix</strong>" in page and "alert(1)" not in page


def test_a_change_of_the_event_reaches_its_page_and_the_pages_that_name_it(served, rewritten) -> None:
    (served.root / "build" / EVENT / "deck").mkdir(parents=True, exist_ok=True)
    (served.root / "build" / EVENT / "deck" / f"{EVENT}.pptx").write_bytes(b"a deck that the last build made")
    news = rewritten(
        f"sequences/{EVENT}/event.yml", "title: Une séance courte", "title: Une séance longue\nsummary: Pour tous."
    )
    assert news["pages"] == [PAGE, HOME, f"evenements/{EVENT}/suite.html"]
    page = served.get(f"/{HOME}")[2].decode()
    assert "Une séance longue" in page and "Pour tous." in page and "Le début" in page
    assert f"telechargements/{EVENT}/{EVENT}.pptx" in page, "what the last build made is offered still"
    assert "?v=" in page.partition("d-hero-picture")[2].partition(">")[0], "the cover as it is now"


def test_a_sequence_renamed_is_told_on_the_page_of_its_event(served, rewritten) -> None:
    news = rewritten(DEBUT, "title: Le début", "title: L’ouverture")
    assert news["pages"] == [PAGE, HOME]
    assert "L’ouverture" in served.get(f"/{HOME}")[2].decode()


def test_a_theme_changes_every_picture_and_the_sites_colours(served, rewritten) -> None:
    news = rewritten("themes/maison/theme.yml", 'accent1: "1D4F91"', 'accent1: "8A1C12"')
    assert f"{PICTURES}/le-lieu.png" in news["pictures"] and "style/colours.css" in news["pages"]
    assert b"8A1C12" in served.get("/style/colours.css")[2]


def test_a_guest_keeps_its_colours_when_the_theme_changes(served, rewritten) -> None:
    guest = "{name: Nous}\nbrands:\n  invitee: {name: Invitée, colours: {main: '#117733'}}"
    rewritten("sequences/organisation.yml", "{name: Nous}", guest)
    rewritten(f"sequences/{EVENT}/suite.yml", "kind: activity", "kind: activity\nbrand: invitee")
    served.get(f"/{PICTURES}/et-apres.png")
    before = _look(served, ".d-look-invitee")
    news = rewritten("themes/maison/theme.yml", 'accent1: "1D4F91"', 'accent1: "8A1C12"')
    assert news["findings"] == [] and "style/colours.css" in news["pages"]
    assert "8A1C12" in _look(served, ":root") and "8A1C12" not in _look(served, ".d-look-invitee")
    assert "117733" in before and _look(served, ".d-look-invitee") == before


def _look(served, choice: str) -> str:
    sheet = served.get("/style/colours.css")[2].decode()
    return next(line for line in sheet.splitlines() if line.startswith(choice))


def test_a_broken_theme_leaves_the_last_good_look(served, rewritten) -> None:
    news = rewritten("themes/maison/theme.yml", "colours:", "colours")
    assert "SRC002" in [one["code"] for one in news["findings"]] and news["pictures"] == {}


def test_a_brand_of_the_organisation_is_worn_at_once(served, rewritten) -> None:
    brand = "{name: Nous, brand: maison}\nbrands:\n  maison: {name: Nous, colours: {main: '#8A1C12'}}"
    news = rewritten("sequences/organisation.yml", "{name: Nous}", brand)
    assert news["findings"] == [] and f"{PICTURES}/le-lieu.png" in news["pictures"]


def test_a_shared_slide_reaches_the_events_that_include_it(served, rewritten) -> None:
    news = rewritten("sequences/shared/mission.yml", "accueillir", "conseiller")
    assert set(news["pictures"]) == {f"{PICTURES}/nos-missions.svg", f"{PICTURES}/nos-missions.png"}


def test_a_fault_is_told_at_its_line_and_is_gone_when_mended(served, ear) -> None:
    sound = (served.root / DEBUT).read_text("utf-8")
    news = served.change(DEBUT, sound.replace("bullets: [au bourg", "bullet: [au bourg"), ear)
    fault = next(one for one in news["findings"] if one["severity"] == "error")
    assert (fault["span"]["path"], fault["span"]["line"], fault["span"]["column"]) == (DEBUT, 6, 5)
    assert fault["excerpt"]["line"].strip().startswith("bullet: [au bourg")
    assert fault["excerpt"]["marks"].strip("^ ") == ""
    assert "bullets" in fault["hint"]
    assert news["pictures"] == {}, "the last good pictures stay"
    mended = served.change(DEBUT, sound, ear)
    assert mended["findings"] == []


def test_broken_yaml_is_told_and_nothing_is_lost(served, ear) -> None:
    sound = (served.root / DEBUT).read_text("utf-8")
    news = served.change(DEBUT, sound.replace("bullets: [au bourg, au hameau]", "bullets: [au bourg"), ear)
    assert any(one["severity"] == "error" and one["span"]["path"] == DEBUT for one in news["findings"])
    assert served.get(f"/{PICTURES}/le-lieu.png")[0] == 200
    served.change(DEBUT, sound, ear)


def test_who_comes_later_is_told_what_is_the_case(served) -> None:
    ear = served.listen()
    assert ear.state["words"]["none"] == "Rien à corriger"
    assert ear.state["deck"]["event"] == EVENT
    ear.close()


def test_every_change_has_the_site_built_behind(served, rewritten) -> None:
    news = rewritten(DEBUT, "au hameau", "au lavoir")
    assert served.builds.reached(1 + news["round"]), "one at the start, one a round"


def test_after_a_build_the_pages_stand_for_themselves(served, rewritten, ear) -> None:
    rewritten(DEBUT, "au hameau", "au lavoir")
    page = served.root / "build/site" / PAGE
    made = page.read_text("utf-8")
    page.write_text(made.replace("Avant", "Fabriqué"), "utf-8")
    served.preview._built([], settled=True)
    news = ear.until("site")
    assert (news["pages"], news["state"], news["findings"]) == ([PAGE], "settled", [])
    assert "Fabriqué" in served.get(f"/{PAGE}")[2].decode()
    page.write_text(made, "utf-8")


def test_a_change_that_comes_as_a_build_ends_is_shown_on(
    served, rewritten, ear, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(served.builds, "is_wanted", True)
    rewritten(DEBUT, "au hameau", "au lavoir")
    served.preview._built([], settled=True)
    assert ear.until("site")["state"] == "following"
    assert "au lavoir" in served.get(f"/{PAGE}")[2].decode()


def test_the_deck_is_told_whole_with_its_notes(served) -> None:
    deck = json.loads(served.get(f"/_deroule/deck.json?event={EVENT}")[2])
    assert [slide["number"] for slide in deck["slides"]] == list(range(1, len(deck["slides"]) + 1))
    assert ["Bonjour."] in [slide["notes"] for slide in deck["slides"]]


def test_the_deck_beside_a_page_is_that_of_its_sequence(served) -> None:
    asked = served.get(f"/_deroule/deck.json?page=evenements/{EVENT}/suite.html")
    deck = json.loads(asked[2])
    assert deck["part"] == "La suite"
    assert [slide["slide"] for slide in deck["slides"]][-1] == "et-apres"
    whole = json.loads(served.get(f"/_deroule/deck.json?page=evenements/{EVENT}/index.html")[2])
    assert whole["part"] == "" and len(whole["slides"]) > len(deck["slides"])
    assert served.get("/_deroule/deck.json?page=outils/carte.html")[0] == 404


def test_folders_that_came_anew_are_read_whole(served, ear) -> None:
    served.preview.follow(["sequences"])
    news = ear.until("change")
    assert news["findings"] == [] and "style/colours.css" in news["pages"]


@pytest.mark.parametrize(
    ("player", "told"),
    [
        ('<div class="dp" data-media="video"></div>', "Voir le replay"),
        ('<div class="dp" data-media="none"><a class="dp-elsewhere" href="https://films.example/"></a></div>', "Voir le replay"),
        ('<div class="dp" data-media="none"></div>', "Relire la séance"),
    ],
)  # fmt: skip
def test_an_event_page_says_whether_its_replay_has_a_film(served, rewritten, player: str, told: str) -> None:
    replay = (served.root / "build/site" / HOME).with_name("replay.html")
    replay.write_text(player, "utf-8")
    rewritten(f"sequences/{EVENT}/event.yml", "title: Une séance courte", "title: Une séance longue")
    page = served.get(f"/{HOME}")[2].decode()
    replay.unlink()
    assert told in page
