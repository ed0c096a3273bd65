"""The values at a chart's edges, the steps in which a scale is told, and numbers as a language writes them."""

from __future__ import annotations

import math
from collections.abc import Iterable

_FLAT = 1 / 6
"""A line whose values differ by less than this share of the highest would look flat above zero: it has a ground of its
own. Office programs take the same share."""
_NICE = (1, 2, 5, 10)
_STEPS = 5
MINUS = "\u2212"


def bounds(values: Iterable[float | None], *, from_zero: bool) -> tuple[float, float]:
    """Give the lowest and the highest value to show; zero is among them, but for lines that differ by little."""
    known = [value for value in values if value is not None]
    low, high = min(known, default=0.0), max(known, default=1.0)
    spread = high - low
    if not from_zero and 0 < spread < max(abs(low), abs(high)) * _FLAT:
        return low - spread / 2, high
    low, high = min(low, 0.0), max(high, 0.0)
    return (low, high) if high > low else (0.0, 1.0)


def with_room(low: float, high: float, below: float, above: float) -> tuple[float, float]:
    """Move the bounds away, so that such shares of the whole are left below and above for numbers."""
    whole = (high - low) / max(1 - below - above, 0.2)
    return low - whole * below, high + whole * above


def stepped(low: float, high: float) -> tuple[float, float, float]:
    """Widen bounds to whole steps, five at most: give low, high and step."""
    rough = (high - low) / _STEPS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(nice * power for nice in _NICE if nice * power >= rough * (1 - 1e-9))
    return math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step, step


def steps_between(low: float, high: float, step: float) -> list[float]:
    """Give the values of the steps from low to high."""
    return [low + step * at for at in range(round((high - low) / step) + 1)]


def decimals_of(step: float) -> int:
    """Count the decimals that tell a step."""
    return max(-math.floor(math.log10(step) + 1e-9), 0)


def written_number(value: float, language: str, unit: str = "", decimals: int = 0) -> str:
    """Write a number as the language does, to so many decimals: 12 000,5 in French, 12,000.5 in English."""
    text = f"{abs(value):,.{decimals}f}"
    sign = MINUS if value < 0 and any(digit in text for digit in "123456789") else ""
    if language.startswith("fr"):
        text = text.replace(",", "\u202f").replace(".", ",")
    return f"{sign}{text}\u00a0{unit}" if unit else f"{sign}{text}"
