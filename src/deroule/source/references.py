"""Ids that point at something: speakers, looks, resources, sheets. What points at nothing is told where it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from deroule.diagnostics import Diagnostic, Words
from deroule.model.blocks import Block, Case, Columns, Compare, Links
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


def unknown(what: Words, name: str, span: Span | None, known: Collection[str]) -> Diagnostic:
    """Tell that `name` points at nothing, with the nearest known name."""
    near = nearest(name, known)
    hint = Words("vouliez-vous écrire « {near} » ?", "did you mean “{near}”?") if near else None
    return UNKNOWN_ID.at(span, what=what, id=name, near=near or "", known=", ".join(sorted(known)) or "–", hint=hint)


def dangling(names: Collection[str], known: Collection[str], what: Words, span: Span | None) -> Iterator[Diagnostic]:
    """Tell each of `names` that is not known."""
    for name in names:
        if name not in known:
            yield unknown(what, name, span, known)


def flattened(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Give the blocks and those inside their groups, in reading order."""
    for block in blocks:
        yield block
        groups = block.groups if isinstance(block, Columns) else block.sides if isinstance(block, Compare) else ()
        for group in groups:
            yield from flattened(group.blocks)


def dangling_in(blocks: tuple[Block, ...], resources: Collection[str], sheets: Collection[str]) -> Iterator[Diagnostic]:
    """Tell the ids of resources and sheets in blocks that point at nothing."""
    for block in flattened(blocks):
        if isinstance(block, Links):
            for link in block.items:
                if link.resource:
                    yield from dangling([link.resource], resources, RESOURCE, link.span_of("resource"))
        if isinstance(block, Case) and block.sheet:
            yield from dangling([block.sheet], sheets, SHEET, block.span_of("sheet"))
