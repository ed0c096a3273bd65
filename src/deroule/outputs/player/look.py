"""The player's colours, made from a theme's: each one readable on light and on dark grounds."""

from __future__ import annotations

from collections.abc import Mapping

from deroule.model.theme import contrast, mixed, readable

ENOUGH = 4.5
"""What WCAG 2.2 asks of text."""
ACCENTS = range(1, 7)


def palette(colours: Mapping[str, str]) -> str:
    """Write the colours as CSS variables, for light and dark, and a class for each accent.

    Dark follows the reader's system; where a site has a switch of its own (`data-md-color-scheme`), it follows that. Paper is light.
    """
    light, dark = _light(colours), _dark(colours)
    accents = "".join(
        f".dp-accent-{number}{{--dp-own:var(--dp-accent-{number});--dp-own-fill:var(--dp-fill-{number})}}\n"
        for number in ACCENTS
    )
    return (
        f".dp,.dp-body{{{_variables(light)}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{.dp,.dp-body{{{_variables(dark)}}}}}\n"
        f'[data-md-color-scheme="default"] .dp{{{_variables(light)}}}\n'
        f'@media screen{{[data-md-color-scheme="slate"] .dp{{{_variables(dark)}}}}}\n{accents}'
    )


def _light(colours: Mapping[str, str]) -> dict[str, str]:
    paper, soft = colours["paper"], colours["soft"]
    found = {name: colours[name] for name in ("ink", "paper", "soft", "line")}
    found["muted"] = readable(colours["muted"], (paper, soft), ENOUGH)
    return found | _accents(colours, (paper, soft)) | {"on": "FFFFFF"}


def _dark(colours: Mapping[str, str]) -> dict[str, str]:
    """Turn the theme over: its ink, darkened, is the ground."""
    ground = mixed(colours["ink"], "000000", 0.3)
    soft = mixed(ground, "FFFFFF", 0.07)
    found = {
        "ink": mixed(colours["paper"], ground, 0.06),
        "paper": ground,
        "soft": soft,
        "line": mixed(ground, "FFFFFF", 0.24),
        "muted": readable(mixed(colours["muted"], "FFFFFF", 0.4), (ground, soft), ENOUGH),
    }
    return found | _accents(colours, (ground, soft)) | {"on": "FFFFFF"}


def _accents(colours: Mapping[str, str], grounds: tuple[str, ...]) -> dict[str, str]:
    """Give each accent twice: as text on the grounds, and as an area under white text."""
    made = {}
    for number in ACCENTS:
        colour = colours.get(f"accent{number}", colours["accent1"])
        made[f"accent-{number}"] = readable(colour, grounds, ENOUGH)
        made[f"fill-{number}"] = (
            colour if contrast(colour, "FFFFFF") >= ENOUGH else readable(colour, ("FFFFFF",), ENOUGH)
        )
    return made


def _variables(colours: Mapping[str, str]) -> str:
    return "".join(f"--dp-{name}:#{value};" for name, value in colours.items())
