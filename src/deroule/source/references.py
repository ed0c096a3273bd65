"""Ids that point at something: speakers, looks, resources, sheets. What points at nothing is told where it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TypeAlias

from deroule.diagnostics import Diagnostic, Words
from deroule.model.blocks import Block, Case, Columns, Compare, Links
from deroule.model.placed import Placed
from deroule.source.codes import UNKNOWN_ID
from deroule.source.nearest import nearest
from deroule.span import Span

SPEAKER = Words("l'intervenant", "speaker")
BRAND = Words("l'identité visuelle", "brand")
ORGANISER = Words("l'organisateur", "organiser")
RESOURCE = Words("la ressource", "resource")
SHEET = Words("la fiche", "sheet")
SEQUENCE = Words("la séquence", "sequence")
SLIDE = Words("la diapositive", "slide")
MARK = Words("la version", "version")
THING = Words("la séquence ou la diapositive", "sequence or slide")

Names: TypeAlias = Collection[str] | None
"""The names that exist; nothing where the file that gives them cannot be read whole, so that nobody can tell."""


def unknown(what: Words, name: str, span: Span | None, known: Collection[str]) -> Diagnostic:
    """Tell that `name` points at nothing, with the nearest known name."""
    near = nearest(name, known)
    hint = Words("vouliez-vous écrire « {near} » ?", "did you mean “{near}”?") if near else None
    return UNKNOWN_ID.at(span, what=what, id=name, near=near or "", known=", ".join(sorted(known)) or "–", hint=hint)


def dangling(one: Placed, field: str, known: Names, what: Words) -> Iterator[Diagnostic]:
    """Tell each id in a field that is not known, where it stands."""
    written = getattr(one, field)
    if known is None or not written:
        return
    named = (
        written.items() if isinstance(written, dict) else enumerate([written] if isinstance(written, str) else written)
    )
    for place, name in named:
        if name not in known:
            yield unknown(what, name, one.span_in(field, place), known)


def flattened(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Give the blocks and those inside their groups, in reading order."""
    for block in blocks:
        yield block
        groups = block.groups if isinstance(block, Columns) else block.sides if isinstance(block, Compare) else ()
        for group in groups:
            yield from flattened(group.blocks)


def dangling_in(blocks: tuple[Block, ...], resources: Names, sheets: Names) -> Iterator[Diagnostic]:
    """Tell the ids of resources and sheets in blocks that point at nothing."""
    for block in flattened(blocks):
        if isinstance(block, Links):
            for link in block.items:
                yield from dangling(link, "resource", resources, RESOURCE)
        if isinstance(block, Case):
            yield from dangling(block, "sheet", sheets, SHEET)
