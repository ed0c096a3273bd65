"""The fonts of templates: which files stand in for a family when measuring, and how much room to keep for the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

import yaml

from deroule.model.theme import FontRole

_NARROW, _SAFE, _SERIF = "Arial", "DejaVu Sans", "Georgia"
_STAND_INS: dict[str, tuple[str, float]] = {
    # Narrower than Arial, and shown as themselves or as a twin by every office suite.
    **dict.fromkeys(("Calibri", "Calibri Light", "Carlito", "Arial Narrow", "Gill Sans MT"), (_NARROW, 0.01)),
    # Not on every machine: what shows them elsewhere may be as wide as DejaVu Sans, which is measured.
    **dict.fromkeys(
        (
            "Aptos", "Aptos Display", "Candara", "Century Gothic", "Corbel", "Franklin Gothic Book", "Inter", "Lato",
            "Marianne", "Noto Sans", "Open Sans", "Raleway", "Roboto", "Segoe UI", "Tahoma", "Trebuchet MS",
        ),
        (_SAFE, 0.01),
    ),
    **dict.fromkeys(("Verdana", "Poppins", "Montserrat"), (_SAFE, 0.03)),
    **dict.fromkeys(("Cambria", "Constantia", "Garamond", "Book Antiqua", "Century"), (_SERIF, 0.01)),
    **dict.fromkeys(("Times New Roman", "Liberation Serif"), ("Palatino Linotype", 0.01)),
    "Consolas": ("Courier New", 0.01),
}  # fmt: skip
"""Families without a twin in a package: the family measured in their place, and the share of a line kept free."""
_UNKNOWN = 0.03
"""For a family that nobody here knows, beyond the widest common stand-in."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A family as a template names it, measured by `by` with `margin` of each line kept free."""

    role: FontRole
    by: str
    margin: float

    @property
    def exact(self) -> bool:
        """Whether a metric twin stands in."""
        return self.by == self.role.family

    @property
    def known(self) -> bool:
        """Whether the width of the family is known, by a twin or by its average."""
        return self.exact or self.role.family in _STAND_INS


def measured(family: str) -> Measured:
    """Say how a family is measured."""
    twins = _twins()
    if family in twins:
        return Measured(FontRole(family, dict(twins[family])), family, 0.01)
    by, margin = _STAND_INS.get(family, (_SAFE, _UNKNOWN))
    return Measured(FontRole(family, dict(twins[by])), by, margin)


def _twins() -> Mapping[str, Mapping[str, str]]:
    loaded: Mapping[str, Mapping[str, str]] = yaml.safe_load(
        files("deroule").joinpath("themes").joinpath("fonts.yml").read_text("utf-8")
    )
    return loaded
