"""The rules of the source format beyond single fields: ids, includes, sections, made slides, short and long forms."""

from __future__ import annotations

from deroule.model.event import Event, SlideForm
from deroule.source import load
from deroule.workspace import MemoryWorkspace

ORGANISATION = "organisations: {a: {name: A}}\n"


def event(slides: str, *, more: str = "", head: str = "", shared: str = "") -> Event:
    files = {
        "sequences/organisation.yml": ORGANISATION,
        "sequences/e/event.yml": f"title: T\norganiser: a\nsequences: [s]\n{more}",
        "sequences/e/s.yml": f"kind: concept\ntitle: S\n{head}slides:\n{slides}",
        "sequences/shared/m.yml": shared or "slides: [{title: Un, text: a}]\n",
    }
    outcome = load(MemoryWorkspace(files))
    assert [one.message("en") for one in outcome.diagnostics] == []
    return outcome.value.event("e")


def contents(loaded: Event) -> list[str]:
    return [slide.id for slide in loaded.slides if slide.form is SlideForm.CONTENT]


def test_ids_are_given_or_made_and_tell_twins_apart() -> None:
    slides = (
        "  - {title: L'été à vélo, text: a}\n  - {title: L'été à vélo, text: b}\n  - {title: x, id: mien, text: c}\n"
        "  - {poll: seul, question: Seul ?, options: [oui, non]}\n"
    )
    assert contents(event(slides)) == ["l-ete-a-velo", "l-ete-a-velo-2", "mien", "seul"]


def test_a_polls_question_stands_for_a_title() -> None:
    loaded = event("  - {poll: seul, question: Seul ?, options: [oui, non]}\n")
    assert [slide.title.plain for slide in loaded.slides if slide.id == "seul"] == ["Seul\u202f?"]


def test_an_include_brings_a_whole_file_or_one_slide_of_it() -> None:
    shared = "slides:\n  - {title: Un, text: a}\n  - {title: Deux, id: second, text: b}\n"
    assert contents(event("  - include: shared/m\n", shared=shared)) == ["un", "second"]
    assert contents(event("  - include: shared/m#second\n  - {title: Dehors, text: c}\n", shared=shared)) == [
        "second",
        "dehors",
    ]
    assert contents(event("  - include: shared/m#un\n", shared=shared)) == ["un"]


def test_what_an_include_is_marked_for_holds_for_what_it_brings() -> None:
    loaded = event("  - {include: shared/m, only: [long]}\n", more="variants: {long: {title: Longue}}\n")
    assert next(slide for slide in loaded.slides if slide.id == "un").only == ("long",)


def test_slides_after_a_section_belong_to_it_and_its_divider_may_be_left_out() -> None:
    slides = "  - {title: Avant, text: a}\n  - section: Une partie\n  - {title: Dedans, text: b}\n"
    loaded = event(slides, head="numbering: roman\n")
    [section] = loaded.sequences[0].sections
    assert (section.id, section.label) == ("une-partie", "I")
    assert section.slides[-1] == "dedans"
    assert {slide.id: slide.section for slide in loaded.slides}["avant"] is None
    without = event(slides.replace("section: Une partie", "section: Une partie\n    divider: non"))
    assert not [slide for slide in without.slides if slide.form is SlideForm.SECTION]


def test_made_slides_can_be_replaced_or_left_out() -> None:
    loaded = event("  - {title: x, text: a}\n", more="cover: {title: Autre}\nagenda: non\nclosing: {show: no}\n")
    forms = {slide.form: slide for slide in loaded.slides}
    assert forms[SlideForm.COVER].title.plain == "Autre"
    assert not {SlideForm.AGENDA, SlideForm.CLOSING} & set(forms)


def test_a_block_is_written_short_or_long_and_twice_in_a_list() -> None:
    slides = (
        "  - {title: a, bullets: [x, y]}\n  - {title: b, bullets: {items: [{text: x}, y]}}\n"
        "  - title: c\n    blocks:\n      - text: Avant\n      - text: Après\n"
    )
    short, long, twice = (slide.blocks for slide in event(slides).slides if slide.form is SlideForm.CONTENT)
    assert short == long
    assert [block.kind for block in twice] == ["text", "text"]


def test_blocks_stand_in_the_order_written() -> None:
    loaded = event("  - title: a\n    callout: b\n    text: c\n    quote: d\n")
    [slide] = [one for one in loaded.slides if one.form is SlideForm.CONTENT]
    assert [block.kind for block in slide.blocks] == ["callout", "text", "quote"]
