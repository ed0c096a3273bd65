"""The site's colours, made from the themes of its events: each one readable on light and on dark grounds."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

from deroule.model.theme import Theme, contrast, mixed, readable
from deroule.slug import slug

ENOUGH = 4.5
"""What WCAG 2.2 asks of text."""
AT_NIGHT = 6.0
"""What coloured text gets on a dark ground, where it looks fainter than it measures."""
ACCENTS = range(1, 7)


_BARS = ("accent2", "accent3", "accent4", "accent5")
MARK = "style/mark.svg"


def look_of(themes: Mapping[str | None, Theme]) -> str:
    """Write the style sheet of colours: the house's for every page, a class for each guest's look.

    Paper is light: the dark ground is that of screens alone.
    """
    worn = {None: house_colours(themes)} | {name: theme.colours for name, theme in themes.items() if name is not None}
    sheet = [
        ".d-look-{0}{{{1}}}\n".format,
        '@media screen{{[data-md-color-scheme="slate"] .d-look-{0}{{{1}}}}}\n'.format,
    ]
    made = []
    for name, colours in sorted(worn.items(), key=lambda one: one[0] or ""):
        light, dark = _colours(colours, False), _colours(colours, True)
        if name is None:
            made += [f":root{{{light}}}\n", f'@media screen{{[data-md-color-scheme="slate"]{{{dark}}}}}\n']
        else:
            made += [form(slug(name), told) for form, told in zip(sheet, (light, dark), strict=True)]
    return "".join(made)


def mark_of(themes: Mapping[str | None, Theme]) -> str:
    """Draw the site's mark, shown beside its title in a browser's tab: the stripes of the cover, rising."""
    colours = house_colours(themes)
    bars = "".join(
        f'<rect x="{6 + 5 * place}" y="{22 - 4 * place}" width="5" height="{10 + 4 * place}" fill="#{colours[name]}"/>'
        for place, name in enumerate(name for name in _BARS if name in colours)
    )
    ground = f'<rect width="32" height="32" rx="3" fill="#{colours["accent1"]}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">{ground}{bars}</svg>'


def house_colours(themes: Mapping[str | None, Theme]) -> Mapping[str, str]:
    """Give the colours of the whole site: the latest event's, else the default theme's."""
    return themes[None].colours if None in themes else _usual()


@cache
def _usual() -> dict[str, str]:
    """Read the colours of the default theme, for a site without events."""
    text = resources.files("deroule").joinpath("themes/default/theme.yml").read_text(encoding="utf-8")
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same grammar, ten times as fast
    colours: dict[str, str] = yaml.load(text, loader)["colours"]
    return colours


def _colours(colours: Mapping[str, str], is_dark: bool) -> str:
    """Write variables: grounds and text, and each accent twice, as text and as an area under white text."""
    paper, soft, ink = colours["paper"], colours["soft"], colours["ink"]
    line, muted = colours["line"], colours["muted"]
    if is_dark:  # the theme turned over: its ink, darkened, is the ground
        paper = mixed(colours["ink"], "000000", 0.35)
        soft, line = mixed(paper, "FFFFFF", 0.07), mixed(paper, "FFFFFF", 0.24)
        ink, muted = mixed(colours["paper"], paper, 0.06), mixed(colours["muted"], "FFFFFF", 0.4)
    told = {"ink": ink, "paper": paper, "soft": soft, "line": line, "muted": readable(muted, (paper, soft), ENOUGH)}
    for number in ACCENTS:
        colour = colours.get(f"accent{number}", colours["accent1"])
        told[f"text-{number}"] = readable(colour, (paper, soft), AT_NIGHT if is_dark else ENOUGH)
        told[f"fill-{number}"] = (
            colour if contrast(colour, "FFFFFF") >= ENOUGH else readable(colour, ("FFFFFF",), ENOUGH)
        )
        told[f"tint-{number}"] = mixed(colour, paper, 0.86 if is_dark else 0.9)
    return "".join(f"--d-{name}:#{value};" for name, value in told.items())
