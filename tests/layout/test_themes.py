"""Themes from data: the package's, the workspace's, a brand as an override; contrast is kept."""

from __future__ import annotations

from dataclasses import replace
from importlib import resources

import pytest
from tests.layout.events import event_of, theme

from deroule.model.brand import Brand
from deroule.model.theme import contrast, of_hue
from deroule.model.written import WrittenOrganisation
from deroule.source.themes import load_themes
from deroule.workspace import MemoryWorkspace

ORGANISATION = WrittenOrganisation(organisations={})


def load(files=None, *, name="default", brand=None):
    event = replace(event_of([], name), brand=brand)
    return load_themes(MemoryWorkspace(files or {}), ORGANISATION, event)


@pytest.mark.parametrize("name", ["default", "gazette"])
def test_every_colour_of_a_packaged_theme_reads_on_its_grounds(name):
    colours = theme(name).colours
    for slot in ("ink", "muted", *(f"accent{at}" for at in range(1, 7))):
        for ground in ("paper", "soft"):
            assert contrast(colours[slot], colours[ground]) >= 4.5, (slot, ground)


def test_an_unknown_theme_is_told_and_the_default_stands_in():
    outcome = load(name="inconnu")
    assert [finding.code.name for finding in outcome.diagnostics] == ["unknown-theme"]
    assert outcome.value[None].name == "default"


@pytest.mark.parametrize("text", ["", "[]", "name: x", "name: x\ncolours: {ink: zz}", ": : :", "\t"])
def test_a_broken_theme_is_told(text):
    outcome = load({"themes/mien/theme.yml": text}, name="mien")
    assert outcome.failed
    assert {finding.span.path for finding in outcome.diagnostics} == {"themes/mien/theme.yml"}
    assert outcome.value[None].name == "default"


def test_lines_are_of_the_hue_of_soft_areas_whatever_a_theme_writes():
    text = resources.files("deroule").joinpath("themes", "default", "theme.yml").read_text("utf-8")
    text = text.replace('line: "CBD3DE"', 'line: "DECBCB"')
    colours = load({"themes/mien/theme.yml": text}, name="mien").value[None].colours
    assert colours["line"] == of_hue("DECBCB", colours["soft"]) != "DECBCB"


def test_a_brand_changes_colours_and_motto_alone():
    brand = Brand.model_validate({"name": "Invité", "motto": "Coopérer", "colours": {"main": "#8F4F00"}})
    changed, plain = load(brand=brand).value[None], theme()
    assert changed.colours["accent1"] == "8F4F00"
    assert changed.motto == "Coopérer"
    assert changed.sizes == plain.sizes
    assert changed.measures == plain.measures


def test_a_faint_brand_colour_is_darkened_and_told():
    brand = Brand.model_validate({"name": "Pâle", "colours": {"main": "#FFD000"}})
    outcome = load(brand=brand)
    assert [finding.code.name for finding in outcome.diagnostics] == ["faint-colour"]
    assert contrast(outcome.value[None].colours["accent1"], "FFFFFF") >= 4.5


def test_a_family_without_a_twin_is_measured_with_a_wider_margin():
    brand = Brand.model_validate({"name": "Autre", "fonts": {"body": "Marianne"}})
    assert load(brand=brand).value[None].width_margin > theme().width_margin
