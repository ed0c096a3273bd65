"""Writing a deck: looks, slides, notes, properties, as the bytes of a .pptx."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from deroule.collecting import uncollected
from deroule.diagnostics import Diagnostic, Outcome
from deroule.layout.page import SlidePage
from deroule.model.event import Event
from deroule.model.theme import Theme
from deroule.outputs.deck.draw.sheet import AGENDA, Sheet
from deroule.outputs.deck.facts import DeckFacts
from deroule.outputs.deck.look.base import write_master
from deroule.outputs.deck.look.look import Look
from deroule.outputs.deck.notes import draw_notes
from deroule.outputs.deck.package import Part
from deroule.outputs.deck.package.archive import package_bytes
from deroule.outputs.deck.pictures import PictureParts
from deroule.outputs.deck.presentation import (
    FIRST_MASTER_ID,
    add_notes_master,
    new_package,
    write_presentation,
    write_properties,
)
from deroule.outputs.deck.slides import SLIDE_TYPE, bodies_of, draw_slide
from deroule.outputs.deck.speaking import said_of
from deroule.outputs.deck.template.grafting import number_layouts
from deroule.outputs.deck.template.scaling import scaled
from deroule.outputs.deck.wardrobe import Wardrobe
from deroule.outputs.deck.xml import language_tag
from deroule.workspace import Workspace

_ENDS = {"fr": ("Ouverture", "Fin"), "en": ("Opening", "End")}


def facts_of(event: Event, title: str = "", **version: str) -> DeckFacts:
    """Gather what the deck tells of itself. `version` names a variant, a sequence or a speaker, as `place` takes them."""
    tongue = "fr" if event.language.startswith("fr") else "en"
    start = event.starts or dt.datetime(2000, 1, 1)
    return DeckFacts(
        identity=event.id,
        title=title or event.title.plain,
        author=event.organiser.name.plain if event.organiser else "",
        subject=event.written.subtitle.plain if event.written.subtitle else "",
        keywords=event.written.tags,
        description=event.written.summary.plain.replace("\n\n", " "),
        language=event.language,
        created=start,
        sections={sequence.id: sequence.title.plain for sequence in event.sequences},
        opening=_ENDS[tongue][0],
        ending=_ENDS[tongue][1],
        said=said_of(event, **version),
    )


@uncollected()
def write_deck(
    pages: Sequence[SlidePage], themes: Mapping[str | None, Theme], facts: DeckFacts, workspace: Workspace | None = None
) -> Outcome[bytes]:
    """Give the .pptx of the pages. Only the looks that pages wear become masters, the first page's first."""
    package, main = new_package()
    worn = list(dict.fromkeys(page.brand for page in pages)) or [None]
    wardrobe = Wardrobe(package, workspace, facts.language)
    looks = {brand: wardrobe.look(themes.get(brand) or themes[None]) for brand in worn}
    first = next(iter(looks.values()))
    notes_master = add_notes_master(package, first.theme, facts.language, first.theme_content)
    numbered = _number_masters(looks, facts)
    pictures = PictureParts(package, workspace)
    parts = [package.new("/ppt/slides/slide#.xml", SLIDE_TYPE) for _ in pages]
    by_id = _parts_by_id(pages, parts)
    for page, part in zip(pages, parts, strict=True):
        look = looks[page.brand]
        layout = look.layout(page, bodies_of(page))
        draw_slide(
            scaled(page, look.scale), Sheet(package, part, look, layout, by_id, pictures, language_tag(page.language))
        )
        draw_notes(page, part, package, notes_master, facts.said.get(page.slide_id))
    size = first.size or (first.theme.width, first.theme.height)
    write_presentation(main, numbered, size, notes_master, list(zip(pages, parts, strict=True)), facts)
    write_properties(package, facts)
    found: tuple[Diagnostic, ...] = tuple(pictures.found)
    return Outcome(package_bytes(package), found)


def _number_masters(looks: Mapping[str | None, Look], facts: DeckFacts) -> list[tuple[Part, int]]:
    """Give masters and layouts ids that are unique through the deck (ECMA-376 part 1, 19.2.1.34)."""
    numbered = []
    next_id = FIRST_MASTER_ID
    for look in looks.values():
        numbered.append((look.master, next_id))
        if not look.borrowed:
            next_id = write_master(look, next_id + 1, language_tag(facts.language))
            continue
        next_id = number_layouts(look.master, next_id + 1)
        for master in look.others:
            numbered.append((master, next_id))
            next_id = number_layouts(master, next_id + 1)
    return numbered


def _parts_by_id(pages: Sequence[SlidePage], parts: Sequence[Part]) -> dict[str, Part]:
    """Index slides by page id, and by sequence and section for links to where these begin."""
    found = {page.id: part for page, part in zip(pages, parts, strict=True)}
    for page, part in zip(pages, parts, strict=True):
        for name in (page.sequence, page.section, AGENDA if page.layout == "agenda" else None):
            if name:
                found.setdefault(name, part)
    return found


def deck_bytes(pages: Sequence[SlidePage], themes: Mapping[str | None, Theme], event: Event) -> bytes:
    """Give the deck of an event without pictures: what the benchmark times."""
    return write_deck(pages, themes, facts_of(event)).value
