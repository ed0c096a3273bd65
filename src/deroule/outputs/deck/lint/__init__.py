"""The package lint: what makes PowerPoint repair a deck, or show it wrong, and what no schema validator sees."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterator

from deroule.outputs.deck.lint import parts, presentation, slides
from deroule.outputs.deck.lint.opened import Fault, Opened, open_package

__all__ = ["RULES", "Fault", "lint"]

RULES: tuple[Callable[[Opened], Iterator[Fault]], ...] = (
    parts.members,
    parts.well_formed,
    parts.types,
    parts.relationships,
    parts.orphans,
    parts.properties,
    parts.pictures,
    parts.identities,
    presentation.slide_ids,
    presentation.master_ids,
    presentation.standing,
    presentation.notes,
    presentation.sections,
    slides.shape_ids,
    slides.placeholders,
    slides.tables,
    slides.languages,
    slides.links,
    slides.sizes,
    slides.charts,
)


def lint(content: bytes) -> tuple[Fault, ...]:
    """Look through the bytes of a deck that we made; give every fault of ours."""
    try:
        opened = open_package(content)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as fault:
        return (Fault("no-zip", "", str(fault)),)
    return tuple(one for rule in RULES for one in rule(opened))
