"""Places an event: each slide on its desk, fitted, drawn, numbered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from deroule.collecting import uncollected
from deroule.diagnostics import Diagnostic, Outcome
from deroule.layout.accents import HOUSE, accent_of
from deroule.layout.crowding import crowded
from deroule.layout.desk import PAPER, Desk
from deroule.layout.draft import Draft
from deroule.layout.faults import FRAME_OVERFLOW, TITLE_OVERFLOW
from deroule.layout.fit import fit
from deroule.layout.footers import own_width, shortened
from deroule.layout.frames import TABLE as FRAMES
from deroule.layout.frames.frame import Pages
from deroule.layout.frames.staged import TABLE as STAGED
from deroule.layout.frames.veils import VEIL
from deroule.layout.grid import band, heading, section_of
from deroule.layout.page import Box, Colour, PageItem, SlidePage, TextShape
from deroule.layout.picture import full_picture
from deroule.layout.shapes import area
from deroule.layout.words import CONTINUED
from deroule.model.blocks import Block, Columns, Compare, Image, Plan
from deroule.model.event import Event, Slide, SlideForm
from deroule.model.richtext import RichText, Run
from deroule.model.selection import select
from deroule.model.theme import Theme

MOST_TITLE_LINES = 3
HOSTED = (SlideForm.DIVIDER,)
"""Forms that keep the host's look in a guest's sequence."""


def _announces(blocks: Iterable[Block]) -> bool:
    """Whether a plan is among the blocks, inside groups too."""
    for block in blocks:
        groups = block.groups if isinstance(block, Columns) else block.sides if isinstance(block, Compare) else ()
        if isinstance(block, Plan) or any(_announces(group.blocks) for group in groups):
            return True
    return False


Content = tuple[Pages, tuple[Diagnostic, ...]]
"""What the blocks of a slide became, page by page, and what was found wrong."""
Worn = tuple[str | None, int, str]
"""What a slide's content shows of where it stands: its brand, its accent, and the number of its section."""
Shared = dict[tuple[int, Worn], Content]
"""Contents for another process: by the slide's place in the event and what it wears."""


class Remembered:
    """What was placed of an event's slides already: its variants and parts show the same ones, in the same looks."""

    def __init__(self) -> None:
        self._made: dict[tuple[int, Worn], tuple[Slide, Content]] = {}

    def content(self, desk: Desk, brand: str | None) -> Content:
        """Place the blocks of a slide, once a slide and what it wears. A plan looks at what else is shown."""
        if _announces(desk.slide.blocks):
            return _content(desk)
        section = section_of(desk)
        key = (id(desk.slide), (brand, desk.accent_number, section.label if section else ""))
        if key not in self._made:  # the slide is kept, so that its number stays its own
            self._made[key] = (desk.slide, _content(desk))
        return self._made[key][1]

    def shared(self, event: Event) -> Shared:
        """Give what was placed of the event's own slides, for a process that read the same event."""
        places = {id(slide): place for place, slide in enumerate(event.slides)}
        return {(places[slide], worn): content for (slide, worn), (_, content) in self._made.items() if slide in places}

    def adopt(self, event: Event, shared: Shared) -> None:
        """Take over what another process placed of the same event."""
        slides = event.slides
        for (place, worn), content in shared.items():
            self._made.setdefault((id(slides[place]), worn), (slides[place], content))


def place(
    event: Event,
    themes: Mapping[str | None, Theme],
    *,
    variant: str = "",
    sequence: str = "",
    speaker: str = "",
    remembered: Remembered | None = None,
) -> Outcome[tuple[SlidePage, ...]]:
    """Place the event, or one variant, sequence or speaker of it; pages are numbered from 1.

    `themes` are looks by brand id, None the event's own; `remembered` is shared by selections of one event in the same
    looks. Raises KeyError for an unknown variant.
    """
    shown = select(event, variant=variant, sequence=sequence, speaker=speaker)
    remembered = remembered or Remembered()
    pages: list[SlidePage] = []
    findings: list[Diagnostic] = []
    with uncollected():
        for slide in shown.slides:
            made = _place_slide(slide, shown, themes, len(pages) + 1, remembered)
            findings.extend(made.diagnostics)
            pages.extend(made.value)
    return Outcome(tuple(pages), tuple(findings))


def place_part(event: Event, themes: Mapping[str | None, Theme], remembered: Remembered, part: int, parts: int) -> None:
    """Place every slide whose number leaves `part` when divided by `parts`, so that several hands share an event."""
    shown = select(event)
    for slide in shown.slides[part::parts]:
        _place_slide(slide, shown, themes, 1, remembered)


def _desk(slide: Slide, event: Event, themes: Mapping[str | None, Theme]) -> tuple[Desk, str | None]:
    one = next((sequence for sequence in event.sequences if sequence.id == slide.sequence), None)
    brand = one.written.brand if one and slide.form not in HOSTED else None
    if brand is not None and brand in themes:
        theme = themes[brand]
        guest = replace(theme, options={**theme.options, "wears": "guest"})
        return Desk(guest, event, slide, HOUSE), brand
    return Desk(themes[None], event, slide, accent_of(one, event) if one else HOUSE), None


def _place_slide(
    slide: Slide, event: Event, themes: Mapping[str | None, Theme], number: int, remembered: Remembered
) -> Outcome[tuple[SlidePage, ...]]:
    """Place one slide; its first page has the number given."""
    desk, brand = _desk(slide, event, themes)
    findings: tuple[Diagnostic, ...] = ()
    layout = "content"
    if slide.form in FRAMES and not (slide.blocks and slide.form is not SlideForm.DIVIDER):
        frame = STAGED.get(slide.form) if desk.theme.stages else None
        frame = frame or FRAMES[slide.form]
        pages, ground = frame.draw(desk)
        layout = frame.layout
        if any(crowded(items, desk.theme) for items in pages):
            findings = (FRAME_OVERFLOW.at(slide.span, title=slide.title.plain),)
    elif _is_full_picture(slide) and not desk.theme.stages:
        # A picture over the whole slide would cover what a template's master shows on every slide.
        pages, ground, layout = (full_picture(desk),), PAPER, "picture"
    else:
        pages, findings = remembered.content(desk, brand)
        ground = PAPER
    return Outcome(_numbered(slide, pages, _Look(desk, brand, ground, layout), number), findings)


def _is_full_picture(slide: Slide) -> bool:
    first = slide.blocks[0] if len(slide.blocks) == 1 else None
    return isinstance(first, Image) and first.size == "full"


def _content(desk: Desk) -> tuple[Pages, tuple[Diagnostic, ...]]:
    slide = desk.slide
    head = heading(slide.title, desk, slide.subtitle)
    if head.lines > MOST_TITLE_LINES or head.body.height <= 0:
        return ((*band(desk),),), (TITLE_OVERFLOW.at(slide.span, title=slide.title.plain),)
    if not slide.blocks:
        return ((*head.items, *band(desk)),), ()
    fitted = fit(slide.blocks, head.body, desk)
    if not fitted.drafts:
        return ((*head.items, *band(desk)),), fitted.findings
    if len(fitted.drafts) == 1:
        return ((*head.items, *fitted.drafts[0].draw(head.body), *band(desk)),), fitted.findings
    return _continued(desk, fitted.drafts, head.body), fitted.findings


def _continued(desk: Desk, drafts: Sequence[Draft], body: Box) -> Pages:
    count = len(drafts)
    pages = []
    for part, draft in enumerate(drafts, start=1):
        title = RichText((*desk.slide.title.runs, Run(f"\u00a0({part}/{count})")))
        head = heading(title, desk, desk.slide.subtitle)
        # The number may add a line to the title: the body then starts where all parts have room for it.
        room = body if head.body.height >= body.height else head.body
        pages.append((*head.items, *draft.draw(room), *band(desk)))
    return tuple(pages)


class _Look:
    """What the pages of a slide share."""

    def __init__(self, desk: Desk, brand: str | None, ground: Colour, layout: str) -> None:
        self.desk, self.brand, self.ground, self.layout = desk, brand, ground, layout


def _numbered(slide: Slide, pages: Pages, look: _Look, number: int) -> tuple[SlidePage, ...]:
    count = len(pages)
    done = []
    stage = look.desk.theme.stages.get(look.layout)
    veils = tuple(area(veil, VEIL, PAPER) for veil in stage.veils) if stage else ()
    for part, items in enumerate(pages, start=1):
        title = slide.title.plain
        if count > 1:
            title = CONTINUED.in_language(slide.language, title=title, part=str(part), parts=str(count))
        done.append(
            SlidePage(
                id=slide.id if part == 1 else f"{slide.id}-{part}",
                slide_id=slide.id,
                form=str(slide.form),
                title=title,
                items=(*veils, *_titled(items, title, slide, count)),
                background=look.ground,
                accent=look.desk.accent_number,
                brand=look.brand,
                layout=look.layout,  # type: ignore[arg-type]
                notes=tuple(paragraph.plain for paragraph in slide.notes.paragraphs) if part == 1 else (),
                notes_language=slide.language,
                language=slide.language,
                sequence=slide.sequence,
                section=slide.section,
                number=number + part - 1,
                part=part,
                parts=count,
                footer=_footer(slide, look.desk),
            )
        )
    return tuple(done)


def _titled(items: tuple[PageItem, ...], title: str, slide: Slide, count: int) -> tuple[PageItem, ...]:
    """Give the title's words with their part to frames of several pages, which set one title for all."""
    if count == 1 or slide.form is SlideForm.CONTENT:
        return items
    ending = title[len(slide.title.plain) :]
    return tuple(_ended(item, ending) if getattr(item, "placeholder", None) == "title" else item for item in items)


def _ended(item: PageItem, ending: str) -> PageItem:
    assert isinstance(item, TextShape)
    *before, last = item.paragraphs
    run = replace(last.runs[-1], text=last.runs[-1].text + ending)
    return replace(item, paragraphs=(*before, replace(last, runs=(*last.runs[:-1], run))))


def _footer(slide: Slide, desk: Desk) -> str:
    event = desk.event
    one = next((sequence for sequence in event.sequences if sequence.id == slide.sequence), None)
    short = event.written.short_title or event.title
    whole = " · ".join(part for part in (short.plain, one.title.plain if one else "") if part)
    stage = desk.theme.stages.get("content")
    if stage is not None and stage.footer is not None:
        return shortened(desk.theme, (whole, short.plain), stage.footer_size, stage.footer.width)
    if stage is None and "footer" in desk.theme.sizes:
        return shortened(desk.theme, (whole, short.plain), desk.theme.sizes["footer"].normal, own_width(desk.theme))
    return whole
