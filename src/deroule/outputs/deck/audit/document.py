"""Rules of the whole deck: its title, its sections, titles told twice, captions of its media."""

from __future__ import annotations

from collections.abc import Iterator

from deroule.diagnostics import Diagnostic
from deroule.outputs.deck.audit.codes import NO_CAPTIONS, NO_DOCUMENT_TITLE, SAME_TITLE, SECTION_NAME
from deroule.outputs.deck.audit.place import Place, cut
from deroule.outputs.deck.reading import OpenedDeck, ShownSlide, flat, shown_slides

_DEFAULT_TITLES = frozenset({"", "powerpoint presentation", "présentation powerpoint", "presentation", "présentation"})
_DEFAULT_SECTIONS = frozenset({
    "", "default section", "untitled section", "section par défaut", "section sans titre", "standardabschnitt",
    "abschnitt ohne titel", "sección predeterminada", "sección sin título", "sezione predefinita",
    "sezione senza titolo", "standaardsectie", "sectie zonder titel", "seção padrão", "seção sem título",
})  # fmt: skip
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"


def title_of_document(deck: OpenedDeck, place: Place) -> Iterator[Diagnostic]:
    """Find a document without a title, or with the one that PowerPoint gives to all."""
    titles = []
    for part in deck.package.root.related("core-properties"):
        root = deck.tree(part)
        titles += [one.text or "" for one in root.iter(f"{_DUBLIN_CORE}title")] if root is not None else []
    if all(" ".join(one.split()).lower() in _DEFAULT_TITLES for one in titles):
        yield place.of_deck(NO_DOCUMENT_TITLE)


def sections(deck: OpenedDeck, place: Place) -> Iterator[Diagnostic]:
    """Find sections that still bear the name that PowerPoint gave them."""
    root = deck.tree(deck.main)
    for number, one in enumerate(root.iter("{*}section") if root is not None else (), start=1):
        name = " ".join((one.get("name") or "").split())
        if name.lower() in _DEFAULT_SECTIONS:
            yield place.of_deck(SECTION_NAME, number=number, name=name)


def unique_titles(deck: OpenedDeck, place: Place) -> Iterator[Diagnostic]:
    """Find slides whose title another one bears already. Slides that are hidden count: they are navigated too."""
    first: dict[str, int] = {}
    for slide in shown_slides(deck):
        title = title_text(slide)
        other = first.setdefault(title.casefold(), slide.number)
        if title and other != slide.number:
            yield place.of_slide(SAME_TITLE, slide, other=other, title=cut(title))


def title_text(slide: ShownSlide) -> str:
    """Give the words of a slide's title on one line; empty when it has none."""
    return next((" ".join(one.text.split()) for one in flat(slide.shapes) if one.is_title and one.text.strip()), "")


def captions(slide: ShownSlide, place: Place) -> Iterator[Diagnostic]:
    """Find video and sound without a caption track (`p173:track`, MS-PPTX 2.14)."""
    for shape in flat(slide.shapes):
        if shape.kind == "media" and next(shape.element.iter("{*}track"), None) is None:
            yield place.of_shape(NO_CAPTIONS, slide, shape)
