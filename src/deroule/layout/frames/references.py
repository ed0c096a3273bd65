"""The sources: every work that the slides rest on, in the order cited, on as many pages as it takes."""

from __future__ import annotations

from deroule.layout.desk import INK, MUTED, PAPER, Desk
from deroule.layout.frames.frame import Pages
from deroule.layout.grid import band, heading
from deroule.layout.lettering import paragraph
from deroule.layout.page import Box, Colour, PageItem, Paragraph
from deroule.layout.shapes import written
from deroule.model.resources import Resource
from deroule.model.richtext import RichText, Run

FEW = 8
"""Works up to which the list is set larger."""


def draw(desk: Desk) -> tuple[Pages, Colour]:
    """Draw the sources in two columns, a page more whenever they are full."""
    head = heading(desk.slide.title, desk)
    gap = desk.gutter * 2
    width = (head.body.width - gap) // 2
    cited = _cited(desk)
    entries = [_entry(resource, desk, few=len(cited) <= FEW) for resource in cited]
    whole = desk.set([line for entry in entries for line in entry], head.body.width)
    if whole.height <= head.body.height * 9 // 10:
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


def _entry(resource: Resource, desk: Desk, *, few: bool) -> tuple[Paragraph, ...]:
    about = ", ".join(str(part) for part in (*resource.authors, resource.publisher, resource.year) if part)
    title = RichText(
        tuple(
            Run(run.text, True, run.italic, language=run.language or resource.language) for run in resource.title.runs
        )
    )
    size, small = (desk.size("item"), desk.size("detail") - 2) if few else (desk.size("detail"), desk.size("label"))
    look = desk.look("detail", INK, link=resource.address, size=size, bold=True)
    said = (paragraph(title, look, space_before=18.0 if few else 10.0),)
    return said + ((paragraph(about, desk.look("label", MUTED, size=small), space_before=2.0),) if about else ())
