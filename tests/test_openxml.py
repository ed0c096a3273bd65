"""The judges of Open XML files find what is wrong: else their silence on our decks would tell nothing."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from pptx import Presentation
from tests.openxml import schema_faults, sdk_faults


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    deck = Presentation()
    deck.slides.add_slide(deck.slide_layouts[6])
    deck.save(str(tmp_path / "sound.pptx"))
    return tmp_path / "sound.pptx"


@pytest.fixture
def faulty(sound: Path) -> Path:
    """The same deck with an element in its slide that the format does not know."""
    other = sound.with_name("faulty.pptx")
    with zipfile.ZipFile(sound) as before, zipfile.ZipFile(other, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            after.writestr(
                name, part.replace(b"<p:cSld>", b"<p:cSld><p:unknown/>") if name == "ppt/slides/slide1.xml" else part
            )
    return other


def test_the_schemas_tell_of_an_element_that_the_format_does_not_know(sound: Path, faulty: Path) -> None:
    assert schema_faults(sound) == []
    told = schema_faults(faulty)
    assert told and all("slide1.xml" in one for one in told)
    assert any("unknown" in one for one in told)


@pytest.mark.node
def test_the_open_xml_sdk_tells_of_an_element_that_the_format_does_not_know(sound: Path, faulty: Path) -> None:
    found = sdk_faults([sound, faulty])
    assert list(found) == ["faulty.pptx"]
    assert "unknown" in found["faulty.pptx"][0]["description"]
