"""How slides are composed: little is set large, boxes are as high as their words, what belongs together is told."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.layout.events import VARIED, event_of, prose, rich, slide, theme
from tests.layout.soundness import flat

from deroule.layout import place
from deroule.layout.page import Connector, GroupBox, Picture, TextShape
from deroule.model import blocks as b
from deroule.model.event import Section, Slide, SlideForm
from deroule.model.people import Organisation, Speaker
from deroule.model.richtext import RichText, Run
from deroule.model.written import WrittenEvent, WrittenSequence


def placed(*shown, name="default", **fields):
    return place(event_of([slide("une-diapositive", *shown, **fields)], name), {None: theme(name)}).value


def sizes(page, name=""):
    return {
        run.size for item in flat(page.items) if isinstance(item, TextShape) and name in item.name
        for paragraph in item.paragraphs for run in paragraph.runs
    }  # fmt: skip


def parts(count, text="Deux mots"):
    return tuple(b.Part(title=rich(f"Partie {at}"), text=prose(text)) for at in range(count))


def test_cards_that_say_little_are_set_larger_than_cards_that_say_much():
    little = placed(b.Pillars(items=parts(3)))[0]
    much = placed(b.Pillars(items=parts(3, "Une phrase qui dit beaucoup de choses. " * 6)))[0]
    assert max(sizes(little, "Partie")) > theme().sizes["item"].normal >= max(sizes(much, "Partie"))


def test_a_card_is_hardly_higher_than_its_words():
    page = placed(b.Pillars(items=parts(3)))[0]
    grounds = [item for item in flat(page.items) if item.name.endswith("(fond)")]
    assert max(item.box.height for item in grounds) < theme().height // 3


def test_what_is_not_at_the_foot_stands_around_the_optical_centre():
    page = placed(b.Definition(items=(b.Term(term=rich("Un terme"), meaning=prose("Son sens.")),)))[0]
    words = [item.box for item in page.items if isinstance(item, TextShape) and item.name.startswith("Un terme")]
    assert theme().measures["body-top"] < min(box.y for box in words) < theme().height // 2


@pytest.mark.parametrize("count", [3, 5])
def test_an_odd_pole_stands_under_the_centre(count):
    page = placed(b.Hub(centre=rich("Centre"), poles=parts(count)))[0]
    boxes = {item.name: item.box for item in flat(page.items) if isinstance(item, TextShape)}
    last, centre = boxes[f"Partie {count - 1}"], boxes["Centre"]
    assert abs((last.x + last.width // 2) - (centre.x + centre.width // 2)) <= 1
    assert last.y > centre.bottom
    links = [item for item in flat(page.items) if isinstance(item, Connector)]
    assert len(links) == count


def test_many_links_become_a_directory_in_the_size_of_cards():
    links = tuple(b.Link(title=rich(f"Téléconférences {at}"), address="https://exemple.fr") for at in range(7))
    page = placed(b.Links(items=links))[0]
    grounds = {item.box.x for item in page.items if item.name.endswith("(fond)")}
    assert len(grounds) == 2
    assert max(sizes(page, "Téléconférences")) >= theme().sizes["item"].normal


def entries(count, text="Une commune"):
    return tuple(b.Item(text=rich(f"{text} {at + 1}")) for at in range(count))


def lists(page):
    return [item for item in page.items if isinstance(item, TextShape) and item.name.startswith("Liste")]


def test_many_short_entries_stand_in_two_columns_rather_than_small_in_one():
    (page,) = placed(b.Bullets(items=entries(12)))
    left, right = lists(page)
    assert [paragraph.text for paragraph in (left.paragraphs[-1], right.paragraphs[0])] == [
        "Une commune 6",
        "Une commune 7",
    ]
    assert left.box.right < right.box.x and left.box.y == right.box.y
    assert sizes(page, "Liste") == {theme().sizes["list"].normal}
    assert len({paragraph.space_before for paragraph in (*left.paragraphs[1:], *right.paragraphs[1:])}) == 1


def test_few_entries_long_ones_and_nested_ones_stay_in_one_column():
    nested = (*entries(11), b.Item(text=rich("La dernière"), items=entries(1)))
    for items in (entries(7), entries(11, "Une commune dont le nom ne tient pas dans la moitié"), nested):
        assert len(lists(placed(b.Bullets(items=items))[0])) == 1


def test_numbers_go_on_in_the_second_column():
    (page,) = placed(b.Numbered(items=entries(12)))
    left, right = lists(page)
    assert [left.paragraphs[-1].bullet, right.paragraphs[0].bullet] == ["6.", "7."]


def test_four_high_narrow_cards_become_two_rows():
    entries = tuple(b.Item(text=rich("une ressource du territoire")) for _ in range(3))
    items = tuple(b.Part(title=rich(f"Partie {at}"), items=entries) for at in range(4))
    page = placed(b.Pillars(items=items))[0]
    assert len({item.box.y for item in flat(page.items) if item.name.endswith("(fond)")}) == 2


def test_dates_of_lanes_stand_before_their_words_when_there_is_little_room():
    points = tuple(b.Point(when=str(2016 + at), text=rich("Une gamme fabriquée sur place")) for at in range(3))
    lanes = tuple(b.Lane(title=rich(f"Domaine {at}"), points=points) for at in range(6))
    page = placed(b.Timeline(lanes=lanes))[0]
    cell = next(item for item in flat(page.items) if item.name == "Domaine 0 2016")
    assert len(cell.paragraphs) == 1
    assert min(sizes(page, "Domaine")) >= 16


def test_a_slide_of_a_numbered_section_tells_it_over_its_title():
    event = event_of([slide("une", b.Text(text=prose("Un mot")), section="deux")])
    one = replace(event.sequences[0], sections=(Section("deux", rich("La filière"), "II"),))
    page = place(replace(event, sequences=(one,)), {None: theme()}).value[0]
    kicker = next(item for item in page.items if item.name == "Rubrique")
    assert kicker.paragraphs[0].text == "II · La filière"
    assert page.items[0].placeholder == "title"
    assert kicker.box.bottom <= page.items[0].box.y


def test_the_ordinal_of_a_cover_is_raised():
    written = WrittenEvent(title=rich("e"), sequences=("une",), date=dt.date(2018, 3, 1))
    cover = Slide("c", SlideForm.COVER, 1, rich("Un événement"))
    event = replace(event_of([]), written=written, opening=(cover,))
    date = next(item for item in place(event, {None: theme()}).value[0].items if item.name == "Date")
    raised = [run.text for run in date.paragraphs[0].runs if run.superscript]
    assert raised == ["er"]


def test_a_section_shows_the_progress_of_the_programme():
    base = event_of([slide("une", b.Text(text=prose("a")))])
    sequences = tuple(replace(base.sequences[0], id=name, number=at) for at, name in enumerate(("une", "deux"), 1))
    divider = Slide("s", SlideForm.SECTION, 1, rich("Une section"), sequence="une")
    event = replace(base, sequences=(replace(sequences[0], slides=(divider,)), sequences[1]))
    page = place(event, {None: theme()}).value[0]
    bars = [item for item in page.items if item.name.startswith("Avancement")]
    assert [bar.fill.tint for bar in bars] == [0.0, bars[1].fill.tint]
    assert bars[1].fill.tint > 0


def test_the_closing_names_the_organiser_and_who_spoke():
    speakers = {"a": Speaker(name=rich("Une personne"), role=rich("PDG"), organisation=rich("SCIC ôkhra"))}
    written = WrittenEvent(title=rich("e"), sequences=("une",), speakers=speakers)
    sequence = WrittenSequence(kind="concept", title=rich("s"), slides=(), speakers=("a",))
    base = event_of([slide("une", b.Text(text=prose("a")))])
    closing = Slide("fin", SlideForm.CLOSING, 1, rich("Merci"))
    organiser = Organisation(name=rich("Territoires Conseils"), email="contact@exemple.fr")
    event = replace(
        base, written=written, organiser=organiser, ending=(closing,),
        sequences=(replace(base.sequences[0], written=sequence),),
    )  # fmt: skip
    page = place(event, {None: theme()}).value[-1]
    said = [p.text for item in page.items if isinstance(item, TextShape) for p in item.paragraphs]
    assert {"Territoires Conseils", "contact@exemple.fr", "SCIC ôkhra", "Une personne, PDG"} <= set(said)


def test_a_picture_alone_stands_in_the_middle_with_its_caption():
    page = placed(b.Image(file="haute.png", alt=rich("Un dessin")))[0]
    picture = next(item for item in page.items if isinstance(item, Picture))
    assert abs(picture.box.x + picture.box.right - theme().width) <= 2


def test_the_words_of_a_high_picture_alone_stand_beside_it():
    page = placed(b.Image(file="haute.png", alt=rich("Un dessin"), caption=rich("Une légende qui raconte.")))[0]
    picture = next(item for item in page.items if isinstance(item, Picture))
    caption = next(item for item in page.items if item.name == "Légende")
    assert caption.box.x > picture.box.right
    assert abs(picture.box.width / picture.box.height - 0.5) < 0.01


def test_a_conclusion_that_is_all_a_slide_says_is_set_large():
    alone = placed(b.Callout(text=rich("Et demain ?")))[0]
    beside = placed(b.Text(text=prose("Un mot de plus")), b.Callout(text=rich("Et demain ?")))[0]
    assert min(sizes(alone, "Conclusion")) > max(sizes(beside, "Conclusion"))


def named(page, start):
    return [item for item in flat(page.items) if item.name.startswith(start)]


def test_the_divider_tells_the_programme_with_the_present_part_in_bold():
    base = event_of([slide("une", b.Text(text=prose("a")))])
    names = ("une", "deux", "trois")
    parts = [replace(base.sequences[0], id=name, number=at, title=rich(name)) for at, name in enumerate(names, 1)]
    divider = Slide("s", SlideForm.DIVIDER, 1, rich("Deux"), sequence="deux")
    parts[1] = replace(parts[1], slides=(divider,))
    event = replace(base, sequences=tuple(replace(one, slides=one.slides[:1]) for one in parts))
    page = next(one for one in place(event, {None: theme()}).value if one.form == "divider")
    shown = [(item.paragraphs[0].text, item.paragraphs[0].runs[0].bold) for item in named(page, "Programme")]
    assert shown == [("une", False), ("deux", True), ("trois", False)]
    widths = {bar.box.width for bar in named(page, "Avancement")}
    assert len(widths) == 1


def test_a_hundred_parts_share_one_bar_filled_so_far():
    base = event_of([slide("une", b.Text(text=prose("a")))])
    parts = [replace(base.sequences[0], id=f"p{at}", number=at, title=rich(f"Partie {at}")) for at in range(1, 101)]
    divider = Slide("s", SlideForm.DIVIDER, 1, rich("Partie 25"), sequence="p25")
    parts[24] = replace(parts[24], slides=(divider,))
    page = next(
        one for one in place(replace(base, sequences=tuple(parts)), {None: theme()}).value if one.form == "divider"
    )
    done, ahead = named(page, "Avancement")
    assert done.box.right == ahead.box.x
    assert done.box.width * 3 == pytest.approx(ahead.box.width, abs=3)
    assert named(page, "Programme") == []


def test_the_programme_shows_how_long_each_part_is():
    base = event_of([slide("une", b.Text(text=prose("a")))])
    minutes = (10, 30, 20)
    parts = tuple(
        replace(
            base.sequences[0], id=str(at), number=at, title=rich(f"Partie {at}"), duration=dt.timedelta(minutes=long)
        )
        for at, long in enumerate(minutes, 1)
    )
    agenda = Slide("programme", SlideForm.AGENDA, 1, rich("Programme"))
    page = place(replace(base, sequences=parts, opening=(agenda,)), {None: theme()}).value[0]
    widths = [item.box.width for item in named(page, "Durée")]
    assert [round(width / sum(widths) * 6) for width in widths] == [1, 3, 2]


@pytest.mark.parametrize("count", [1, 6, 7, 12, 100])
def test_a_programme_of_many_parts_shows_each_once_on_as_many_pages_as_it_takes(count):
    base = event_of([slide("une", b.Text(text=prose("a")))])
    parts = tuple(replace(base.sequences[0], id=str(at), number=at, title=rich(f"Partie {at}")) for at in range(count))
    agenda = Slide("programme", SlideForm.AGENDA, 1, rich("Programme"))
    pages = place(replace(base, sequences=parts, opening=(agenda,)), {None: theme()}).value
    shown = [
        [item for item in flat(page.items)
         if isinstance(item, TextShape) and item.paragraphs and item.paragraphs[0].text.startswith("Partie ")]
        for page in pages if page.form == "agenda"
    ]  # fmt: skip
    assert [item.paragraphs[0].text for page in shown for item in page] == [f"Partie {at}" for at in range(count)]
    counts = {len(page) for page in shown}
    assert max(counts) - min(counts) <= 1, "shared out evenly"
    assert len({item.paragraphs[0].runs[0].size for page in shown for item in page}) == 1, "in one size"


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 8])
def test_the_mosaic_of_a_cover_never_sets_a_colour_beside_itself(count):
    base = event_of([slide("une", b.Text(text=prose("a")))])
    parts = tuple(replace(base.sequences[0], id=str(at), number=at) for at in range(1, count + 1))
    cover = Slide("c", SlideForm.COVER, 1, rich("Un événement"))
    page = place(replace(base, sequences=parts, opening=(cover,)), {None: theme()}).value[0]
    tiles = {item.name.split()[-1]: item for item in named(page, "Mosaïque")}
    assert len(tiles) == 6
    assert max(tile.box.right for tile in tiles.values()) == theme().width
    for place_, tile in tiles.items():
        row, column = map(int, place_.split("."))
        beside = [tiles.get(f"{row}.{column + 1}"), tiles.get(f"{row + 1}.{column}")]
        assert count == 1 or all(other is None or other.fill != tile.fill for other in beside)


def test_one_term_is_large_alone_and_a_panel_among_others():
    term = b.Definition(items=(b.Term(term=rich("Un terme"), meaning=prose("Ce qu’il veut dire.")),))
    alone, among = placed(term)[0], placed(term, b.Text(text=prose("Un mot de plus")))[0]
    assert min(sizes(alone, "Un terme")) > max(sizes(among, "Un terme"))
    assert named(among, "Un terme (fond)") and not named(alone, "Un terme (fond)")


def test_the_column_of_terms_is_as_wide_as_they_need():
    def left(term):
        items = tuple(b.Term(term=rich(term), meaning=prose("Son sens.")) for _ in range(3))
        return next(item.box.x for item in placed(b.Definition(items=items))[0].items if item.name.endswith(": sens"))

    assert left("Id") < left("Coconstruction")


def test_what_steps_say_begins_under_their_names():
    page = placed(b.Steps(items=parts(4)))[0]
    arrows, areas = (
        [item for item in named(page, "Partie") if item.name.endswith(" –") is area] for area in (False, True)
    )
    for arrow, area in zip(arrows, areas, strict=True):
        notch = 0 if arrow.geometry == "homePlate" else round(arrow.adjust * arrow.box.height)
        assert abs(arrow.box.x + notch + arrow.insets[0] - area.box.x - area.insets[0]) < 1_000
    assert len({area.box.height for area in areas}) == 1


def test_figures_tell_their_trend_and_the_last_dated_one_stands_out():
    items = (
        b.Figure(value="11", label=rich("salariés"), when="1994"),
        b.Figure(value="65", label=rich("salariés"), when="2015", trend="up"),
    )
    page = placed(b.Figures(items=items))[0]
    grounds = [item.fill.slot for item in named(page, "") if item.name.endswith("(fond)")]
    assert grounds == ["soft", "accent2"]
    assert any("↑\u00a0en hausse" in p.text for item in named(page, "65") for p in item.paragraphs)


def test_details_of_figures_in_a_row_start_at_one_height():
    labels = ("court", "un libellé qui prend plusieurs lignes dans sa carte étroite", "moyen")
    items = tuple(b.Figure(value="12", label=rich(label), detail=rich("Un détail")) for label in labels)
    page = placed(b.Figures(items=items))[0]
    assert len({item.box.y for item in flat(page.items) if item.name.endswith(": détail")}) == 1


def test_entries_are_marked_in_the_accent_and_alike_before_bold_words():
    bold = b.Item(text=RichText((Run("Gras", bold=True), Run(" et la suite"))), items=(b.Item(text=rich("dessous")),))
    page = placed(b.Bullets(items=(b.Item(text=rich("Maigre")), bold)))[0]
    marks = [(p.bullet, p.bullet_colour.slot) for item in page.items if item.name == "Liste" for p in item.paragraphs]
    assert marks == [("•", "accent2"), ("•", "accent2"), ("–", "muted")]


def test_the_plate_of_a_full_picture_ends_where_its_words_do():
    def width(title):
        page = placed(b.Image(file="image.png", alt=rich("Un dessin"), size="full"), title=title)[0]
        return next(item.box.width for item in page.items if item.name == "Plaque")

    assert width("Ici") < width("Un titre un peu plus long que cela")


def test_air_is_given_up_before_a_conclusion_stands_alone_on_a_next_slide():
    figures = tuple(
        b.Figure(value="12 000", label=rich("Un libellé"), detail=rich("Un détail de plus d’une ligne, sûrement"))
        for _ in range(6)
    )
    pages = placed(b.Figures(items=figures), b.Callout(text=rich("Une conclusion qui prend deux lignes. " * 4)))
    assert len(pages) == 1


def test_long_answers_of_three_stand_under_each_other():
    options = tuple(
        b.Option(text=rich("Une réponse qui en dit long sur ce que l’on pense de la question posée")) for _ in range(3)
    )
    page = placed(b.Poll(question=rich("Une question ?"), options=options))[0]
    letters = [item.box for item in flat(page.items) if item.name in "ABC"]
    assert len({box.x for box in letters}) == 1 and len({box.y for box in letters}) == 3


def test_signs_on_the_rules_of_pillars_stand_in_the_room_of_the_pillars():
    parts = tuple(b.Part(title=rich(f"Partie {at}"), text=prose("Une idée.")) for at in range(2))
    event = event_of([slide("une", b.Pillars(items=parts, join="plus"))])
    (group,) = [item for item in place(event, {None: theme("gazette")}).value[0].items if isinstance(item, GroupBox)]
    (sign,) = [item for item in flat(group.items) if isinstance(item, TextShape) and item.name == "+"]
    assert group.box.y <= sign.box.y


def test_addresses_are_lines_rather_than_the_few_words_of_a_statement():
    address = "https://exemple.fr/collectivites/ressources/2018-03-01/entrepreneuriat?page=12&tri=date#resultats"
    event = event_of([slide("une", b.Text(text=prose("\n\n".join([address] * 4))))])
    assert len(place(event, {None: theme()}).value) == 1


def test_figures_beside_a_case_end_where_its_strip_does():
    figure = b.Figure(value="12 000", label=rich("communes"))
    (page,) = placed(b.Case(who=rich("Une coopérative"), what=prose("Un mot " * 9), figures=(figure,)))
    strip = next(item.box for item in flat(page.items) if item.name == "Une coopérative")
    card = next(item.box for item in flat(page.items) if item.name == "12 000 communes (fond)")
    assert abs(card.right - strip.right) <= 1


@pytest.mark.parametrize("kind", ["links", "contacts", "tools"])
def test_what_ruled_cards_say_begins_under_their_rule(kind):
    shown = {
        "links": b.Links(items=tuple(b.Link(title=rich("Une page"), address="https://exemple.fr") for _ in range(3))),
        "contacts": b.Contacts(items=tuple(b.Contact(organisation=rich("Une page")) for _ in range(3))),
        "tools": b.Tools(items=tuple(b.Tool(name=rich("Une page"), text=rich("Un mot")) for _ in range(3))),
    }[kind]
    (page,) = placed(shown, name="gazette")
    rules = [item.box.x for item in flat(page.items) if item.name == "Une page (filet)"]
    assert [item.box.x for item in flat(page.items) if item.name == "Une page"] == rules


def texts_begin(steps):
    (page,) = placed(b.Steps(items=steps))
    return min(item.box.x for item in flat(page.items) if item.name.endswith(" –"))


def test_names_of_steps_leave_their_room_to_long_texts():
    long = "Une phrase qui dit beaucoup de choses sur ce que l’on fait à cette étape du projet, et comment. "
    assert texts_begin(parts(6, long)) < texts_begin(parts(6)) - theme().width // 20


@pytest.mark.parametrize("count", [7, 8])
def test_many_poles_stand_in_two_rows_under_their_centre(count):
    (page,) = placed(b.Hub(centre=rich("Centre"), poles=parts(count)))
    assert (
        len({item.box.y for item in flat(page.items) if item.name.startswith("Partie") and "(fond)" in item.name}) == 2
    )


def test_a_high_picture_and_its_few_words_stand_in_the_middle():
    (page,) = placed(b.Image(file="haute.png", alt=rich("Un dessin"), caption=rich("Quelques mots")))
    picture = next(item.box for item in page.items if isinstance(item, Picture))
    assert picture.x > theme().width * 0.3


def test_words_that_go_on_begin_on_one_line_on_each_slide():
    said = "Une phrase qui dit ce que l’on fait à cette étape du projet, et ce que l’on en attend pour la suite."
    items = tuple(b.Item(text=rich(said)) for _ in range(13))
    pages = placed(b.Bullets(items=items))
    assert len(pages) > 1 and len({item.box.y for page in pages for item in named(page, "Liste")}) == 1


def test_a_caption_wider_than_its_picture_stands_in_the_middle_under_it():
    narrow = replace(theme(), width=round(theme().width * 0.88))
    block = b.Image(file="image.png", alt=rich("Un dessin"), caption=rich("Une légende qui dit tout. " * 4))
    (page,) = place(event_of([slide("une", block)]), {None: narrow}).value
    picture = next(item.box for item in page.items if isinstance(item, Picture))
    (caption,) = named(page, "Légende")
    title = min(item.box.x for item in page.items if getattr(item, "placeholder", None) == "title")
    assert title < caption.box.x < picture.x


def test_code_is_no_light_area_on_a_dark_slide():
    dark = theme()
    dark = replace(dark, colours={**dark.colours, "paper": "101828", "ink": "FFFFFF", "soft": "1D2939"})
    (page,) = place(event_of([slide("une", b.Code(text="a = 1"))]), {None: dark}).value
    (code,) = [item for item in page.items if item.name == "Code"]
    assert code.fill.slot == "soft"


def opened_by(form, numbers):
    """The first page of an event with a slide of a form before sequences of these numbers."""
    base = event_of([slide("une", b.Text(text=prose("a")))])
    opening = (Slide("debut", form, 1, rich("Début")),)
    parts = tuple(replace(base.sequences[0], id=f"p{at}", number=at, title=rich(f"Partie {at}")) for at in numbers)
    return place(replace(base, sequences=parts, opening=opening), {None: theme()}).value[0]


def test_the_mosaic_of_a_speakers_cover_wears_the_colours_of_their_sequences():
    page = opened_by(SlideForm.COVER, (4, 5))
    assert {item.fill.slot for item in named(page, "Mosaïque")} == {"accent5", "accent6"}


def test_a_programme_of_two_parts_stands_near_the_middle_of_its_room():
    few, many = (
        min(item.box.y for item in named(opened_by(SlideForm.AGENDA, range(1, count + 1)), "Partie"))
        for count in (2, 5)
    )
    assert few > many + theme().height // 20


def test_words_that_would_break_beside_a_picture_stand_under_it():
    (page,) = placed(b.Image(file="image.png", alt=rich("Un dessin"), caption=rich("L’interdépartementalisation")))
    (picture,) = [item for item in flat(page.items) if isinstance(item, Picture)]
    (caption,) = [item for item in flat(page.items) if isinstance(item, TextShape) and item.name == "Légende"]
    assert caption.paragraphs[0].breaks == ()
    assert caption.box.y >= picture.box.bottom


def test_a_long_caption_is_no_narrow_column_of_short_lines_beside_its_picture():
    told = rich("Une légende qui raconte longuement ce que l'on voit. " * 3)
    (page,) = placed(b.Image(file="image.png", alt=rich("Un dessin"), caption=told))
    (picture,) = [item for item in flat(page.items) if isinstance(item, Picture)]
    (caption,) = named(page, "Légende")
    assert caption.box.y >= picture.box.bottom


def side_texts(pages):
    """The words of the first list of each page."""
    return [
        next(
            "".join(paragraph.text for paragraph in item.paragraphs)
            for item in flat(page.items) if item.name == "Liste"
        )
        for page in pages
    ]  # fmt: skip


def comparison(text):
    group = b.Group(heading=rich("Titre"), blocks=(b.Bullets(items=(b.Item(text=rich(text)),)),))
    return b.Compare(sides=(group, group))


@pytest.mark.parametrize("name", ["default", "gazette"])
def test_a_text_that_goes_on_fills_its_slides_alike_and_begins_each_with_a_sentence(name):
    pages = placed(comparison(VARIED * 2), name=name)
    texts = side_texts(pages)
    assert len(texts) > 2
    assert min(map(len, texts)) > max(map(len, texts)) * 0.7
    # Where the slides have room for it: where all are full, a sentence may go on.
    assert sum(text[0].isupper() and text[-1] in ".?" for text in texts) >= (len(texts) if name == "default" else 3)


def test_what_announces_stays_with_what_it_announces():
    text = "Une phrase qui dit ce qu’il faut savoir de la suite avant de la lire " * 3 + "tient en ces mots : "
    texts = side_texts(placed(comparison(text * 8)))
    assert len(texts) > 1
    assert not any(text.endswith(":") for text in texts[:-1])


@pytest.mark.parametrize("name", ["default", "gazette"])
def test_the_slides_of_one_that_goes_on_begin_on_one_line(name):
    pages = placed(comparison(VARIED * 2), name=name)
    tops = {min(item.box.y for item in flat(page.items) if item.name == "Titre (fond)") for page in pages}
    assert len(tops) == 1


def test_flows_of_one_side_have_more_room_than_a_centre_that_keeps_nothing():
    def widths(**flows):
        page = placed(b.Flows.model_validate({"centre": rich("Centre"), **flows}))[0]
        return {item.name: item.box.width for item in flat(page.items) if item.name in ("Centre", "Partie 0")}

    one_sided = widths(**{"in": parts(2)})
    assert one_sided["Partie 0"] > one_sided["Centre"] * 1.5
    both = widths(**{"in": parts(2), "out": parts(2)})
    assert both["Partie 0"] == both["Centre"]
