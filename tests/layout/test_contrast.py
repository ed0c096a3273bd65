"""Every text reads against what is really behind it: both events, both themes, and brands that chose badly."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.layout.events import event_of, every_block, slide, theme

from deroule.layout import place
from deroule.layout.contrast import faint_texts, resolved
from deroule.layout.desk import pale
from deroule.model.brand import Brand
from deroule.model.theme import contrast, mixed
from deroule.model.written import WrittenOrganisation
from deroule.source.themes import held_colours, load_themes
from deroule.workspace import MemoryWorkspace

BRANDS = {
    "pale": {"main": "#FFD000", "accents": ["#7FDBFF", "#B6E880"]},
    "on a dark paper": {"main": "#1D4F91", "paper": "#101820"},
    "dark, ink and all": {"main": "#00736B", "paper": "#14213D", "ink": "#202020", "soft": "#203060"},
    "a soft that is strong": {"main": "#A5441A", "soft": "#C9D6E8"},
    "ink like paper": {"ink": "#DDDDDD"},
}


def faint(event, looks):
    return [(page.id, found) for page in place(event, looks).value for found in faint_texts(page, looks[page.brand])]


@pytest.mark.parametrize("name", ["default", "gazette"])
def test_every_text_of_every_event_reads(dossier, name):
    for event in dossier.events:
        event = replace(event, theme=name)
        looks = load_themes(MemoryWorkspace({}), dossier.organisation, event).value
        assert faint(event, looks) == []


@pytest.mark.parametrize("name", ["default", "gazette"])
@pytest.mark.parametrize("colours", BRANDS.values(), ids=BRANDS)
def test_every_block_reads_in_the_colours_of_any_brand(name, colours):
    brand = Brand.model_validate({"name": "Marque", "colours": colours})
    slides = [slide(kind, block) for kind, block in every_block("Quelques mots").items()]
    event = replace(event_of(slides, name), brand=brand)
    outcome = load_themes(MemoryWorkspace({}), WrittenOrganisation(organisations={}), event)
    assert faint(event, outcome.value) == []


def test_what_is_changed_of_a_brand_is_told():
    brand = Brand.model_validate({"name": "Marque", "colours": {"main": "#FFD000", "ink": "#DDDDDD"}})
    event = replace(event_of([]), brand=brand)
    outcome = load_themes(MemoryWorkspace({}), WrittenOrganisation(organisations={}), event)
    assert sorted(finding.code.name for finding in outcome.diagnostics) == ["faint-colour", "faint-colour"]
    assert contrast(outcome.value[None].colours["ink"], "FFFFFF") >= 4.5


def test_colours_that_read_are_left_alone():
    for name in ("default", "gazette"):
        colours = load_themes(
            MemoryWorkspace({}), WrittenOrganisation(organisations={}), event_of([], name)
        ).value[None].colours  # fmt: skip
        assert held_colours(colours) == colours


@pytest.mark.parametrize("paper", ["FFFFFF", "2D5B9D", "101820"])
def test_secondary_text_on_an_accent_reads_wherever_paper_does(paper):
    base = theme()
    for share in range(101):
        accent = mixed("00786A" if paper == "FFFFFF" else "F1F5FA", paper, share / 100)
        worn = replace(base, colours=base.colours | {"accent1": accent, "paper": paper})
        if contrast(accent, paper) >= 4.5:
            assert contrast(resolved(pale("accent1", worn), worn), accent) >= 4.5
