"""The contact sheet of a template shows all that can be shown of it."""

from __future__ import annotations

import io
import zipfile

import pytest
from tests.outputs.deck.template.specimens import french

from deroule.build.template_check import check_template


def sheet(content: bytes) -> bytes:
    checked = check_template(content, "charte.pptx", "fr").value
    assert checked is not None
    return checked.sheet


def without_the_end_of_its_logo(content: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            after.writestr(name, part[:-12] if name.endswith("logo.png") else part)
    return made.getvalue()


@pytest.mark.slow
def test_a_logo_that_lost_the_end_of_its_file_is_on_the_sheet() -> None:
    assert sheet(without_the_end_of_its_logo(french())) == sheet(french())
