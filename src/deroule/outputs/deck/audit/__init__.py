"""Audits: is a deck, ours or anyone's, accessible by the rules of PowerPoint's own checker?"""

from __future__ import annotations

from pathlib import Path

from deroule.diagnostics import Diagnostic
from deroule.outputs.deck.audit.codes import BROKEN_SLIDE, UNREADABLE
from deroule.outputs.deck.audit.place import Place
from deroule.outputs.deck.audit.rules import DECK_RULES, SLIDE_RULES
from deroule.outputs.deck.package import BrokenPackageError
from deroule.outputs.deck.reading import open_deck, shown_slides
from deroule.span import Span
from deroule.workspace import why_refused


def audit_file(path: Path) -> tuple[Diagnostic, ...]:
    """Audit the deck at `path`; a file that cannot be read is a diagnostic too."""
    try:
        content = path.read_bytes()
    except OSError as fault:
        return (UNREADABLE.at(Span(path.as_posix()), reason=why_refused(fault)),)
    return audit(content, path.as_posix())


def audit(content: bytes, name: str) -> tuple[Diagnostic, ...]:
    """Audit the bytes of a deck called `name`.

    A place is told as the file with the slide's number as its line, and the shape's order as its column.
    """
    try:
        deck = open_deck(content)
    except BrokenPackageError as fault:
        return (UNREADABLE.at(Span(name), reason=fault.reason),)
    place = Place(name)
    found = [one for rule in DECK_RULES for one in rule(deck, place)]
    for slide in shown_slides(deck):
        if slide.root is None:
            found.append(place.of_slide(BROKEN_SLIDE, slide))
            continue
        found += [one for rule in SLIDE_RULES for one in rule(slide, place)]
    return tuple(found)
