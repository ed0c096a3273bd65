"""The sources: every work that the slides rest on, in the order cited, on as many pages as it takes."""

from __future__ import annotations

from deroule.layout.desk import INK, MUTED, PAPER, Desk, points
from deroule.layout.frames.frame import Pages
from deroule.layout.grid import band, heading
from deroule.layout.lettering import paragraph
from deroule.layout.page import Box, Colour, PageItem, Paragraph
from deroule.layout.shapes import written
from deroule.model.resources import Resource
from deroule.model.richtext import RichText, Run

SIZE = "detail"


def draw(desk: Desk) -> tuple[Pages, Colour]:
    """Draw the sources in two columns, a page more whenever they are full."""
    head = heading(desk.slide.title, desk)
    gap = desk.gutter * 2
    width = (head.body.width - gap) // 2
    entries = [_entry(resource, desk) for resource in _cited(desk)]
    whole = desk.set([line for entry in entries for line in entry], head.body.width)
    if whole.height <= head.body.height * 2 // 3:
        width, gap = head.body.width, 0
    columns: list[list[Paragraph]] = [[]]
    for entry in entries:
        if desk.set([*columns[-1], *entry], width).height > head.body.height and columns[-1]:
            columns.append([])
        columns[-1].extend(entry)
    pages = []
    for at in range(0, len(columns), 2):
        items: list[PageItem] = list(head.items)
        for place, column in enumerate(columns[at : at + 2]):
            setting = desk.set(column, width)
            if setting.lines:
                box = Box(
                    head.body.x + place * (width + gap), head.body.y, width, min(setting.height, head.body.height)
                )
                items.append(written(box, f"Sources {at + place + 1}", setting))
        pages.append((*items, *band(desk)))
    return tuple(pages), PAPER


def _cited(desk: Desk) -> list[Resource]:
    names = dict.fromkeys(name for slide in desk.event.slides for name in slide.sources)
    return [desk.event.resources[name] for name in names if name in desk.event.resources]


def _entry(resource: Resource, desk: Desk) -> tuple[Paragraph, ...]:
    about = ", ".join(str(part) for part in (*resource.authors, resource.publisher, resource.year) if part)
    title = RichText(
        tuple(
            Run(run.text, True, run.italic, language=run.language or resource.language) for run in resource.title.runs
        )
    )
    said = (paragraph(title, desk.look(SIZE, INK, link=resource.address), space_before=points(10) / 12_700),)
    return said + ((paragraph(about, desk.look("label", MUTED)),) if about else ())
