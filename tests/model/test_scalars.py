"""Durations as trainers write them."""

import pytest
from pydantic import TypeAdapter, ValidationError

from deroule.model.scalars import Duration

READ = TypeAdapter(Duration).validate_python


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("90 min", 5400), ("90", 5400), ("1 h 30", 5400), ("1h30", 5400), ("1 h", 3600), ("2 heures", 7200),
        ("45 s", 45), ("45s", 45), ("5 sec", 5), ("1 min 15 s", 75), ("1 h 2 min 3 s", 3723), ("12 mn", 720),
    ],
)  # fmt: skip
def test_a_duration_is_read_as_it_is_said(written: str, seconds: int) -> None:
    assert READ(written).total_seconds() == seconds


@pytest.mark.parametrize("written", ["", "soon", "1:30", "-5 min", "min", "5 min ago"])
def test_anything_else_is_refused(written: str) -> None:
    with pytest.raises(ValidationError, match="duration expected"):
        READ(written)
