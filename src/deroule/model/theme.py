"""A theme: every colour, size and font by role, so that code names none."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TypeSize:
    """A role's sizes in points, from the wished one down to the floor."""

    steps: tuple[float, ...]

    @property
    def normal(self) -> float:
        """The size that the theme wishes."""
        return self.steps[0]

    @property
    def floor(self) -> float:
        """The size below which the text is continued elsewhere."""
        return self.steps[-1]


@dataclass(frozen=True, slots=True)
class FontRole:
    """A family as it is named on the machines that open the deck, and the files of its metric twin to measure with.

    `files` maps regular, bold, italic and bold-italic to font files, as `package:relative/path`.
    """

    family: str
    files: dict[str, str]


@dataclass(frozen=True, slots=True)
class Theme:
    """The look of decks and pictures; a brand changes some of it. Lengths are EMU, colours `RRGGBB`."""

    name: str
    width: int
    height: int
    colours: dict[str, str]
    """Hexadecimal colours by slot: ink, paper, soft, muted, line, accent1 to accent6."""
    fonts: dict[str, FontRole]
    """heading, body, mono."""
    sizes: dict[str, TypeSize]
    """Type sizes by role: title, body, detail, item, callout, quote, figure, cover, divider, table, footer…"""
    measures: dict[str, int]
    """Lengths by role: margin-left, margin-right, title-top, body-top, body-bottom, footer-top, gutter, band…"""
    width_margin: float = 0.01
    """Share of each line kept free in case another font is substituted."""
    motto: str = ""
    logo: str = ""
    logo_alt: str = ""
    cover: str = ""
    cover_alt: str = ""
    template: str = ""
    """Workspace path of a .pptx or .potx to take the look from; the theme's own template when empty."""
    options: dict[str, str] = field(default_factory=dict)
    """What else tells a theme apart: the form of covers, of dividers, of cards."""
