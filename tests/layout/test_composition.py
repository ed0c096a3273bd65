"""How slides are composed: little is set large, boxes are as high as their words, what belongs together is told."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.layout.events import event_of, prose, rich, slide, theme
from tests.layout.soundness import flat

from deroule.layout import place
from deroule.layout.page import Connector, Picture, TextShape
from deroule.model import blocks as b
from deroule.model.event import Section, Slide, SlideForm
from deroule.model.people import Organisation, Speaker
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
