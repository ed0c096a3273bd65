"""Themes read from data: the package's own, the workspace's, and each brand as a small override of one of them."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from deroule.diagnostics import Code, Diagnostic, Outcome, Severity, Words
from deroule.model.brand import Brand
from deroule.model.event import Event
from deroule.model.theme import FontRole, Theme, TypeSize, contrast, luminance, mixed, of_hue, tinted
from deroule.model.written import WrittenOrganisation
from deroule.source.media import read_media
from deroule.source.theme_file import judge_theme
from deroule.source.yaml_file import read_nodes
from deroule.span import Span
from deroule.workspace import Workspace

EMU_PER_CENTIMETRE = 360_000
WIDE_MARGIN = 0.08
"""Share of a line kept free when a family has no metric twin here."""
SAFE_CONTRAST = 4.5
PALEST = 0.88
"""The tint of an accent that words are written in upon that accent, and near which its washes are."""
BRANDS_FOLDER = "sequences"
"""Where organisation.yml stands, which brands are written in."""

UNKNOWN_THEME = Code(
    "THM001",
    "unknown-theme",
    Severity.ERROR,
    Words("le thème « {name} » n'existe pas", "there is no theme “{name}”"),
    Words(
        "Un thème est un dossier `themes/<nom>/theme.yml` de l’espace de travail, ou l’un de ceux livrés.",
        "A theme is a folder `themes/<name>/theme.yml` of the workspace, or one of those that come with the product.",
    ),
    Words("écrivez l'un de ces noms : {known}", "write one of these names: {known}"),
)
FAINT_COLOUR = Code(
    "THM003",
    "faint-colour",
    Severity.WARNING,
    Words(
        "la couleur {colour} se lit mal sur le fond ({ratio}:1) ; {darker} est employée à sa place",
        "the colour {colour} is hard to read on the ground ({ratio}:1); {darker} is used instead",
    ),
    Words(
        "Le texte doit avoir un contraste d’au moins 4,5:1 avec ce qui est derrière lui ; la couleur de marque la plus "
        "proche qui tient ce seuil est employée.",
        "Text needs a contrast of at least 4.5:1 against what is behind it; the nearest colour that holds is used.",
    ),
    Words("écrivez {darker}", "write {darker}"),
)
CODES = (UNKNOWN_THEME, FAINT_COLOUR)


def load_themes(
    workspace: Workspace, organisation: WrittenOrganisation, event: Event
) -> Outcome[dict[str | None, Theme]]:
    """Give the looks that an event's pages wear, by brand id; None is the event's own look.

    Never raises: what cannot be read is told, and the default theme stands in.
    """
    findings: list[Diagnostic] = []
    base = _theme(workspace, event.theme or "default", findings, organisation.span_of("theme"))
    themes: dict[str | None, Theme] = {None: _branded(workspace, base, event.brand, findings)}
    for sequence in event.sequences:
        name = sequence.written.brand
        if name and sequence.brand and name not in themes:
            themes[name] = _branded(workspace, base, sequence.brand, findings)
    return Outcome(themes, tuple(dict.fromkeys(findings)))


def _theme(workspace: Workspace, name: str, findings: list[Diagnostic], span: Span | None) -> Theme:
    own = f"themes/{name}/theme.yml"
    packaged = files("deroule").joinpath("themes")
    default = packaged.joinpath("default", "theme.yml").read_bytes()
    if not workspace.exists(own):
        if name.isidentifier() and packaged.joinpath(name, "theme.yml").is_file():
            return _read(packaged.joinpath(name, "theme.yml").read_bytes(), "")
        findings.append(UNKNOWN_THEME.at(span, name=name, known=", ".join(_known(workspace))))
        return _read(default, "")
    model = read_nodes(default, "").top
    assert model is not None
    content = workspace.read(own)
    _, found = judge_theme(content, own, model)
    findings += found
    return _read(default, "") if found else _read(content, posixpath.dirname(own))


def _known(workspace: Workspace) -> list[str]:
    packaged = [
        entry.name for entry in files("deroule").joinpath("themes").iterdir() if entry.joinpath("theme.yml").is_file()
    ]
    return sorted({*packaged, *(folder.rsplit("/", 1)[-1] for folder in workspace.folders("themes"))})


@cache
def _families() -> dict[str, dict[str, str]]:
    text = files("deroule").joinpath("themes").joinpath("fonts.yml").read_text("utf-8")
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same grammar, ten times as fast
    loaded: dict[str, dict[str, str]] = yaml.load(text, loader)
    return loaded


def _font(family: str) -> tuple[FontRole, bool]:
    """Give the family with its twin's files, and whether the twin is a true one."""
    families = _families()
    return FontRole(family, families.get(family) or families["Arial"]), family in families


def _read(content: bytes, folder: str) -> Theme:
    data: dict[str, Any] = read_nodes(content, "").top or {}
    colours = {slot: str(value).lstrip("#").upper() for slot, value in data["colours"].items()}
    fonts = {role: _font(family) for role, family in data["fonts"].items()}
    theme = Theme(
        name=str(data["name"]),
        width=round(float(data["width"]) * EMU_PER_CENTIMETRE),
        height=round(float(data["height"]) * EMU_PER_CENTIMETRE),
        colours=colours | {"line": of_hue(colours["line"], colours["soft"])},
        fonts={role: font for role, (font, _) in fonts.items()},
        sizes={
            role: TypeSize(tuple(map(float, steps)), tuple(map(float, data.get("larger", {}).get(role, ()))))
            for role, steps in data["sizes"].items()
        },
        measures={role: round(float(value) * EMU_PER_CENTIMETRE) for role, value in data["measures"].items()},
        width_margin=float(data.get("width_margin", 0.01)) if all(true for _, true in fonts.values()) else WIDE_MARGIN,
        options={key: str(value) for key, value in data.get("options", {}).items()},
        template=posixpath.join(folder, data["template"]) if data.get("template") else "",
    )
    # A slide of sixteen by nine, to the unit, so that decks say 16:9.
    return replace(theme, width=12_192_000) if abs(theme.width - 12_192_000) < 1_000 else theme


def _branded(workspace: Workspace, base: Theme, brand: Brand | None, findings: list[Diagnostic]) -> Theme:
    if brand is None:
        return base
    if brand.theme:
        base = _theme(workspace, brand.theme, findings, brand.span_of("theme"))
    theme = replace(
        base,
        colours=_colours(base, brand, findings),
        motto=brand.motto.plain if brand.motto else base.motto,
        template=_file(brand.template) or base.template,
    )
    logo = _picture(workspace, brand, "logo", findings)
    if logo:
        theme = replace(theme, logo=logo[0], logo_ratio=logo[1], logo_alt=(brand.logo_alt or brand.name).plain)
    cover = _picture(workspace, brand, "cover", findings)
    if cover:
        alt = brand.cover_alt.plain if brand.cover_alt else ""
        theme = replace(theme, cover=cover[0], cover_ratio=cover[1], cover_alt=alt)
    fonts, margin = dict(theme.fonts), theme.width_margin
    for role, family in (("heading", brand.fonts.heading), ("body", brand.fonts.body)):
        if family:
            fonts[role], true = _font(family)
            margin = margin if true else WIDE_MARGIN
    return replace(theme, fonts=fonts, width_margin=margin)


def _file(written: str | None) -> str:
    return posixpath.normpath(posixpath.join(BRANDS_FOLDER, written)) if written else ""


def _picture(workspace: Workspace, brand: Brand, field: str, findings: list[Diagnostic]) -> tuple[str, float] | None:
    """Measure a brand's picture; one that is missing or broken is told and left out."""
    written: str | None = getattr(brand, field)
    if not written:
        return None
    media, faults = read_media(workspace, written, BRANDS_FOLDER, brand.span_of(field))
    findings.extend(faults)
    return (media.path, media.width / media.height) if media and media.width > 0 and media.height > 0 else None


def _colours(base: Theme, brand: Brand, findings: list[Diagnostic]) -> dict[str, str]:
    colours = dict(base.colours)
    written = brand.colours
    accents = [written.main_colour, *written.accents] if written.main_colour else [None, *written.accents]
    given = {f"accent{position}": value for position, value in enumerate(accents[:6], start=1)}
    given |= {"ink": written.ink, "paper": written.paper, "soft": written.soft}
    own = {slot: value.lstrip("#").upper() for slot, value in given.items() if value}
    colours |= own
    if "paper" in own and "soft" not in own:
        ink = _held(colours["ink"], colours["paper"], lambda _: (colours["paper"],))
        if contrast(ink, colours["soft"]) < SAFE_CONTRAST:
            colours["soft"] = tinted(ink, colours["paper"], 0.93)
    if {"ink", "paper", "soft"} & own.keys():
        colours["line"] = mixed(colours["ink"], colours["paper"], 0.78)
    held = held_colours(colours)
    for slot, value in own.items():
        if held[slot] != value:
            worst = min(contrast(value, ground) for ground in (held["paper"], held["soft"]))
            findings.append(
                FAINT_COLOUR.at(
                    brand.span_of("colours"), colour=f"#{value}", ratio=f"{worst:.1f}", darker=f"#{held[slot]}"
                )
            )
    return held


def held_colours(colours: dict[str, str]) -> dict[str, str]:
    """Give colours in which every text reads: each moved as little as needed from those that do not hold.

    Lines are of the soft areas' hue: decks tell them as a darker shade of these. An accent is read on paper and soft areas, on its own wash, and under its own pale words; ink and the muted colour
    on all of these.
    """
    held = colours | {"line": of_hue(colours["line"], colours["soft"])}
    paper, areas = colours["paper"], (colours["paper"], colours["soft"])
    accents = [slot for slot in colours if slot.startswith("accent")]
    for slot in accents:
        held[slot] = _held(colours[slot], paper, lambda tried: (*areas, tinted(tried, paper, PALEST)))
    washes = tuple(tinted(held[slot], paper, PALEST) for slot in accents)
    for slot in ("ink", "muted"):
        held[slot] = _held(colours[slot], paper, lambda _: (*areas, *washes))
    return held


def _held(colour: str, paper: str, grounds: Callable[[str], tuple[str, ...]]) -> str:
    """Darken a colour, or lighten it on a dark paper, until it reads on every ground that it makes."""
    towards = "000000" if luminance(paper) > 0.18 else "FFFFFF"
    for share in range(0, 101, 2):
        tried = mixed(colour, towards, share / 100)
        if min(contrast(tried, ground) for ground in grounds(tried)) >= SAFE_CONTRAST:
            return tried
    return towards
