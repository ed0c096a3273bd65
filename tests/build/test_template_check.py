"""The contact sheet of a template shows all that can be shown of it."""

from __future__ import annotations

import pytest
from tests.outputs.deck.template.specimens import french, without_the_end_of_its_logo

from deroule.build.template_check import check_template


def sheet(content: bytes) -> bytes:
    checked = check_template(content, "charte.pptx", "fr").value
    assert checked is not None
    return checked.sheet


@pytest.mark.slow
def test_a_logo_that_lost_the_end_of_its_file_is_on_the_sheet() -> None:
    assert sheet(without_the_end_of_its_logo(french())) == sheet(french())
