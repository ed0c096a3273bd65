"""Which template an event wears, and what a guest's sequence keeps of its own look."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from tests.outputs.deck.template.specimens import (
    FRENCH,
    HOLDERS,
    changed,
    dark,
    french,
    google,
    layouts,
    libreoffice,
    office_default,
    two_masters,
    without_the_end_of_its_logo,
)
from tests.outputs.deck.template.writer import Master, Writer

from deroule.diagnostics import Diagnostic
from deroule.layout import place
from deroule.layout.page import Colour, SlidePage
from deroule.model.theme import Theme
from deroule.outputs.deck.lint import lint
from deroule.outputs.deck.template import dress
from deroule.outputs.deck.writing import facts_of, write_deck
from deroule.outputs.pictures.drawing import draw_page
from deroule.outputs.pictures.pen import FontTable, Pen
from deroule.outputs.pictures.photographs import Photographs
from deroule.source import load
from deroule.source.themes import load_themes
from deroule.workspace import MemoryWorkspace

ORGANISATION = """language: fr
organisations:
  nous: {name: Nous, brand: maison}
brands:
  maison: {name: Nous}
  invite: {name: Invité, colours: {main: "#8C2F39", accents: ["#2F5D62"]}}
"""
EVENT = "title: Une journée\norganiser: nous\nsequences: [ouverture, invitee]\n"
SEQUENCE = (
    "kind: concept\ntitle: {title}\n{brand}slides:\n  - title: Une idée\n    bullets: [un, deux]\n    callout: Donc.\n"
)


def dressed(
    organisation: str = ORGANISATION, event: str = EVENT, **templates: bytes
) -> tuple[dict[str | None, Theme], tuple[Diagnostic, ...], bytes]:
    workspace = MemoryWorkspace(
        {
            "sequences/organisation.yml": organisation,
            "sequences/jour/event.yml": event,
            "sequences/jour/ouverture.yml": SEQUENCE.format(title="Ouverture", brand=""),
            "sequences/jour/invitee.yml": SEQUENCE.format(title="Invitée", brand="brand: invite\n"),
            **{f"charte/{name}.pptx": content for name, content in templates.items()},
        }
    )
    dossier = load(workspace).value
    made = dossier.events[0]
    bare = load_themes(workspace, dossier.organisation, made).value
    outcome = dress(workspace, bare, dossier.organisation, made)
    pages = place(made, outcome.value).value
    deck = write_deck(pages, outcome.value, facts_of(made), workspace)
    return outcome.value, outcome.diagnostics, deck.value


def test_the_events_template_comes_before_the_brands_and_the_organisations() -> None:
    both = ORGANISATION.replace("{name: Nous}\n  invite", "{name: Nous, template: ../charte/un.pptx}\n  invite")
    both += "template: ../charte/deux.pptx\n"
    own = EVENT + "template: ../../charte/trois.pptx\n"
    files = {"un": french(), "deux": dark(), "trois": two_masters()}
    assert dressed(both, own, **files)[0][None].template == "charte/trois.pptx"
    assert dressed(both, **files)[0][None].template == "charte/un.pptx"
    general = ORGANISATION + "template: ../charte/deux.pptx\n"
    assert dressed(general, **files)[0][None].template == "charte/deux.pptx"
    assert dressed()[0][None].stages == {}


def test_a_guest_keeps_the_events_layouts_in_the_guests_colours() -> None:
    themes, found, deck = dressed(ORGANISATION + "template: ../charte/un.pptx\n", un=french())
    assert not [one for one in found if one.severity != "info"]
    house, guest = themes[None], themes["invite"]
    assert guest.stages["content"].room == house.stages["content"].room
    assert "8C2F39" in {value for _, value in guest.sources.values()}
    assert lint(deck) == ()
    masters = Presentation(io.BytesIO(deck)).slide_masters
    assert len(masters) == 2


def test_a_template_worn_twice_bears_the_marks_of_its_layouts_once() -> None:
    _, _, deck = dressed(ORGANISATION + "template: ../charte/un.pptx\n", un=office_default())
    assert lint(deck) == ()


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("<a:r><a:t>&lt;date/time&gt;</a:t></a:r>", False),
        ("<a:r><a:t>&lt;Direction&gt;</a:t></a:r>", True),
        ('<a:fld id="{425CD08B-5D91-4B0A-96B6-EC51A6C82778}" type="slidenum"><a:t>&lt;number&gt;</a:t></a:fld>', True),
    ],
)
def test_a_prompt_that_libreoffice_left_on_a_master_is_shown_on_no_slide(said: str, kept: bool) -> None:
    box = (
        '<p:sp><p:nvSpPr><p:cNvPr id="90" name="reste"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="9" y="9"/>'
        f'<a:ext cx="99" cy="99"/></a:xfrm></p:spPr><p:txBody><a:bodyPr/><a:p>{said}</a:p></p:txBody></p:sp></p:spTree>'
    )
    template = changed(libreoffice(), b"</p:spTree>", box.encode())
    _, _, deck = dressed(ORGANISATION + "template: ../charte/un.pptx\n", un=template)
    master = Presentation(io.BytesIO(deck)).slide_masters[0]
    assert ("reste" in {shape.name for shape in master.shapes}) is kept
    assert {"dt", "ftr", "sldNum"} <= {str(one.get("type")) for one in master.element.iter("{*}ph")}
    assert lint(deck) == ()


def test_a_number_that_libreoffice_left_on_the_numbers_own_place_is_shown_once() -> None:
    template = libreoffice()
    master = Presentation(io.BytesIO(template)).slide_masters[0]
    holder = next(one for one in master.placeholders if one.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER)
    box = (
        '<p:sp><p:nvSpPr><p:cNvPr id="90" name="reste"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
        f'<a:off x="{holder.left + 360}" y="{holder.top}"/><a:ext cx="{holder.width}" cy="{holder.height}"/></a:xfrm></p:spPr><p:txBody>'
        '<a:bodyPr/><a:p><a:fld id="{425CD08B-5D91-4B0A-96B6-EC51A6C82778}" type="slidenum"><a:t>&lt;number&gt;</a:t></a:fld></a:p>'
        "</p:txBody></p:sp></p:spTree>"
    )
    _, _, deck = dressed(
        ORGANISATION + "template: ../charte/un.pptx\n", un=changed(template, b"</p:spTree>", box.encode())
    )
    assert "reste" not in {shape.name for shape in Presentation(io.BytesIO(deck)).slide_masters[0].shapes}
    assert lint(deck) == ()


def test_a_logo_that_lost_the_end_of_its_file_is_whole_in_the_deck() -> None:
    _, _, deck = dressed(ORGANISATION + "template: ../charte/un.pptx\n", un=without_the_end_of_its_logo(french()))
    assert lint(deck) == ()


def test_a_guests_own_template_of_the_same_size_is_worn() -> None:
    organisation = ORGANISATION.replace("name: Invité,", "name: Invité, template: ../charte/deux.pptx,")
    themes, found, deck = dressed(organisation + "template: ../charte/un.pptx\n", un=french(), deux=dark())
    assert not [one for one in found if one.severity != "info"]
    assert themes["invite"].template == "charte/deux.pptx" and themes["invite"].colours["paper"] == "0B1B33"
    assert lint(deck) == ()


def test_a_guests_template_of_another_size_is_told_and_the_events_stands_in() -> None:
    organisation = ORGANISATION.replace("name: Invité,", "name: Invité, template: ../charte/deux.pptx,")
    themes, found, _ = dressed(organisation + "template: ../charte/un.pptx\n", un=two_masters(), deux=google())
    assert [one.code.id for one in found] == ["TPL003"] and themes["invite"].template == "charte/un.pptx"


@pytest.mark.parametrize("where", ["organisation", "event"])
def test_a_missing_template_is_told_at_the_line_that_names_it(where: str) -> None:
    organisation = ORGANISATION + ("template: ../charte/rien.pptx\n" if where == "organisation" else "")
    event = EVENT + ("template: ../../charte/rien.pptx\n" if where == "event" else "")
    _, (found,), deck = dressed(organisation, event)
    assert found.code.id == "TPL001" and found.span is not None
    assert found.span.line == (7 if where == "organisation" else 4)
    assert re.match(b"PK", deck)


@pytest.mark.parametrize(
    ("template", "footer", "number"), [(office_default, "centre", "right"), (google, "left", "left")]
)
def test_footer_and_number_are_aligned_as_the_template_has_them(template, footer: str, number: str) -> None:
    themes, _, _ = dressed(event=EVENT + "template: ../../charte/un.pptx\n", un=template())
    stage = themes[None].stages["content"]
    assert (stage.footer_align, stage.number_align) == (footer, number)


def test_a_picture_shows_the_footer_where_the_template_has_it() -> None:
    themes, _, _ = dressed(event=EVENT + "template: ../../charte/un.pptx\n", un=office_default())
    theme = themes[None]
    page = SlidePage(id="une", slide_id="une", title="Une", items=(), form="content", background=Colour("paper"), accent=1, brand=None,
                     layout="content", footer="Une journée")  # fmt: skip
    drawn = draw_page(page, Pen(theme, FontTable()), Photographs(MemoryWorkspace({})))
    (foot,) = [item for item in drawn["items"] if item["k"] == "text" and item["lines"][0][0]["t"] == "Une journée"]
    assert foot["a"] == "centre"


@pytest.mark.parametrize(("size", "written"), [(1400, ""), (2400, "1400")])
def test_a_footer_as_large_as_what_is_said_is_set_smaller(size: int, written: str) -> None:
    master = Master(layouts(FRENCH), holders=list(HOLDERS))
    master.holders[3] = replace(HOLDERS[3], style=f'<a:lvl1pPr><a:defRPr sz="{size}"/></a:lvl1pPr>')
    template = Writer([master]).bytes()
    themes, _, deck = dressed(event=EVENT + "template: ../../charte/un.pptx\n", un=template)
    assert themes[None].stages["content"].footer_size == 14
    footers = [
        run.get("sz", "")
        for slide in Presentation(io.BytesIO(deck)).slides
        for holder in slide.placeholders
        if holder.placeholder_format.type == PP_PLACEHOLDER.FOOTER
        for run in holder.element.iter("{*}rPr")
    ]
    assert set(footers) == {written}
