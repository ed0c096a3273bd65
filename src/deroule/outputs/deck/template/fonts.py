"""The fonts of templates: which files stand in for a family when measuring, and how much room to keep for the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

import yaml

from deroule.model.theme import FontRole

_SAFE = "Arial"
_WIDER: dict[str, tuple[str, float]] = {
    "Calibri": (_SAFE, 0.0), "Calibri Light": (_SAFE, 0.0), "Carlito": (_SAFE, 0.0), "Corbel": (_SAFE, 0.0),
    "Gill Sans MT": (_SAFE, 0.0), "Candara": (_SAFE, 0.0), "Lato": (_SAFE, 0.02), "Roboto": (_SAFE, 0.02),
    "Arial Narrow": (_SAFE, 0.0), "Franklin Gothic Book": (_SAFE, 0.02), "Aptos": (_SAFE, 0.05),
    "Aptos Display": (_SAFE, 0.03), "Segoe UI": (_SAFE, 0.05), "Tahoma": (_SAFE, 0.06), "Trebuchet MS": (_SAFE, 0.06),
    "Marianne": (_SAFE, 0.08), "Open Sans": (_SAFE, 0.09), "Noto Sans": (_SAFE, 0.09), "Inter": (_SAFE, 0.09),
    "Century Gothic": (_SAFE, 0.12), "Poppins": (_SAFE, 0.17), "Montserrat": (_SAFE, 0.18), "Raleway": (_SAFE, 0.09),
    "DejaVu Sans": (_SAFE, 0.19), "Verdana": (_SAFE, 0.19),
    "Times New Roman": ("Palatino Linotype", 0.0), "Liberation Serif": ("Palatino Linotype", 0.0),
    "Cambria": ("Palatino Linotype", 0.03), "Garamond": ("Palatino Linotype", 0.0),
    "Constantia": ("Palatino Linotype", 0.05), "Consolas": ("Courier New", 0.0),
}  # fmt: skip
"""Families without a twin in a package: the family measured in their place, and the share of a line kept free.

The shares come from the average width of French text in each family beside that of the stand-in, rounded up.
"""
_UNKNOWN = 0.12
"""For a family that nobody here knows: most text faces are within this of Arial."""


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
        return self.exact or self.role.family in _WIDER


def measured(family: str) -> Measured:
    """Say how a family is measured."""
    twins = _twins()
    if family in twins:
        return Measured(FontRole(family, dict(twins[family])), family, 0.01)
    by, margin = _WIDER.get(family, (_SAFE, _UNKNOWN))
    return Measured(FontRole(family, dict(twins[by])), by, margin)


def _twins() -> Mapping[str, Mapping[str, str]]:
    loaded: Mapping[str, Mapping[str, str]] = yaml.safe_load(
        files("deroule").joinpath("themes").joinpath("fonts.yml").read_text("utf-8")
    )
    return loaded
