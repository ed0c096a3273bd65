"""A day in full, in the event's language."""

import datetime as dt

import pytest

from deroule.model.calendar import in_full


@pytest.mark.parametrize(
    ("language", "weekday", "written"),
    [
        ("fr", False, "1er\u00a0mars 2018"),
        ("fr-CA", True, "jeudi 1er\u00a0mars 2018"),
        ("en", False, "1\u00a0March 2018"),
        ("en-GB", True, "Thursday 1\u00a0March 2018"),
        ("de", False, "1\u00a0March 2018"),
    ],
)
def test_a_day_in_full(language, weekday, written):
    assert in_full(dt.date(2018, 3, 1), language, weekday=weekday) == written
