"""The templates that an event asks for, read and turned into the themes that its pages are placed with."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, replace

from deroule.diagnostics import Diagnostic, Outcome, Words
from deroule.model.event import Event
from deroule.model.theme import Theme
from deroule.model.written import WrittenOrganisation
from deroule.outputs.deck.package import BrokenPackageError
from deroule.outputs.deck.template.codes import FONT, OTHER_SIZE, UNREADABLE
from deroule.outputs.deck.template.deriving import Derived, derive
from deroule.outputs.deck.template.reading import Template
from deroule.outputs.deck.template.recolouring import recolour
from deroule.outputs.deck.template.slots import ACCENTS
from deroule.span import Span
from deroule.workspace import OutsideWorkspaceError, Workspace

FOLDER = "sequences"
"""Where organisation.yml stands, which templates of brands and of the organisation are named from."""
RECOLOURED = "recoloured"
_OFFICE = (".pptx", ".potx")
_OTHER_NAME = Words("seuls .pptx et .potx sont admis", "only .pptx and .potx are accepted")
_MACROS = Words("il contient des macros (.pptm, .potm)", "it holds macros (.pptm, .potm)")
_ABSENT = Words("fichier absent", "no such file")
_OUTSIDE = Words("il est hors de l’espace de travail", "it is outside the workspace")
_UNUSUAL = Words("masque ou mises en page absents ou abîmés", "no master or layouts, or broken ones")


@dataclass(frozen=True, slots=True)
class Wish:
    """A template asked for: its path in the workspace, and where that is written."""

    path: str
    span: Span | None


def dress(
    workspace: Workspace, themes: Mapping[str | None, Theme], organisation: WrittenOrganisation, event: Event
) -> Outcome[dict[str | None, Theme]]:
    """Give the themes with what templates change of them. Never raises: a template that cannot be read is told."""
    found: list[Diagnostic] = []
    dressed = dict(themes)
    wish = _wish(organisation, event, themes[None])
    house = _read(workspace, wish, themes[None], found) if wish else None
    if house is not None:
        dressed[None] = house.theme
    for name, theme in themes.items():
        if name is not None:
            dressed[name] = _guest(workspace, name, theme, organisation, house, found)
    return Outcome(dressed, tuple(dict.fromkeys(found)))


def _wish(organisation: WrittenOrganisation, event: Event, theme: Theme) -> Wish | None:
    """The event's own template, then its brand's, then the organisation's, then the theme's."""
    if event.written.template:
        return Wish(_path(event.folder, event.written.template), event.written.span_of("template"))
    if event.brand and event.brand.template:
        return Wish(_path(FOLDER, event.brand.template), event.brand.span_of("template"))
    if organisation.template:
        return Wish(_path(FOLDER, organisation.template), organisation.span_of("template"))
    return Wish(theme.template, None) if theme.template else None


def _path(folder: str, written: str) -> str:
    return posixpath.normpath(posixpath.join(folder, written))


def _read(workspace: Workspace, wish: Wish, base: Theme, found: list[Diagnostic]) -> Derived | None:
    try:
        if not wish.path.lower().endswith(_OFFICE):
            raise BrokenPackageError(_OTHER_NAME)
        template = Template(workspace.read(wish.path), wish.path)
        if template.deck.has_macros:
            raise BrokenPackageError(_MACROS)
        derived = derive(template, replace(base, template=wish.path))
    except (OSError, OutsideWorkspaceError, BrokenPackageError, LookupError, ValueError) as fault:
        found.append(UNREADABLE.at(wish.span, path=wish.path, reason=_reason(fault)))
        return None
    found.extend(
        FONT.at(wish.span, family=one.role.family, by=one.by, share=str(round(one.margin * 100)))
        for one in derived.fonts.values()
        if not one.known
    )
    return derived


def _reason(fault: Exception) -> Words:
    match fault:
        case BrokenPackageError():
            return fault.reason
        case FileNotFoundError():
            return _ABSENT
        case OutsideWorkspaceError():
            return _OUTSIDE
        case _:
            return _UNUSUAL


def _guest(
    workspace: Workspace,
    name: str,
    theme: Theme,
    organisation: WrittenOrganisation,
    house: Derived | None,
    found: list[Diagnostic],
) -> Theme:
    """A guest's own template where it has one of the event's size; else the event's, in the guest's accents."""
    brand = organisation.brands.get(name)
    if brand is not None and brand.template:
        wish = Wish(_path(FOLDER, brand.template), brand.span_of("template"))
        own = _read(workspace, wish, theme, found)
        if own is not None and (house is None or _size(own) == _size(house)):
            return own.theme if house is not None or _size(own) == (theme.width, theme.height) else theme
        if own is not None and house is not None:
            size = "{:.1f} × {:.1f} cm".format(*(length / 360_000 for length in _size(house)))
            found.append(OTHER_SIZE.at(wish.span, path=wish.path, size=size))
    if house is None:
        return theme
    return recoloured(workspace, house.theme, theme)


def _size(derived: Derived) -> tuple[int, int]:
    return derived.template.width, derived.template.height


def recoloured(workspace: Workspace, house: Theme, guest: Theme) -> Theme:
    """Give the house's template in the accents of a guest, with the guest's motto and logo."""
    template = Template(workspace.read(house.template), house.template)
    recolour(template, {slot: guest.colours[slot] for slot in ACCENTS})
    base = replace(guest, template=house.template, options={**guest.options, RECOLOURED: "yes"})
    return derive(template, base).theme
