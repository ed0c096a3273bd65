"""Places something that the participants do: instructions, and beside them time, groups and material."""

from __future__ import annotations

from deroule.layout.desk import CENTIMETRE, INK, MUTED, PAPER, SOFT, Desk, pale
from deroule.layout.draft import Draft
from deroule.layout.lettering import paragraph, prose
from deroule.layout.page import Box, PageItem, Paragraph
from deroule.layout.shapes import RULE, area, written
from deroule.layout.words import DURATION, GROUPS, MATERIAL, MINUTES
from deroule.model.blocks import Activity

INSET = round(0.7 * CENTIMETRE)
LEAD_WORDS = 48
"""Words up to which instructions are set large."""


def draft(block: Activity, width: int, desk: Desk) -> Draft:
    """Set instructions at the left; what is needed, in a panel at the right."""
    facts = _facts(block, desk)
    strong = not desk.ruled
    beside = bool(facts) and width > 16 * CENTIMETRE
    panel_width = round(width * 0.3) if beside else width
    text_width = width - panel_width - round(desk.gutter * 1.4) if beside else width
    few = not desk.continued and len(block.instructions.plain.split()) <= LEAD_WORDS
    text = desk.set(
        prose(block.instructions, desk.look("lead" if few and desk.alone else "body"), apart=0.6), text_width
    )
    panel = desk.set(facts, panel_width - 2 * INSET)
    panel_height = panel.height + 2 * INSET if facts else 0
    least = max(text.height, panel_height) if beside else text.height + panel_height + (desk.gutter if facts else 0)

    def draw(box: Box) -> tuple[PageItem, ...]:
        items: list[PageItem] = [written(Box(box.x, box.y, text_width, text.height), "Consigne", text)]
        if facts:
            outer = (
                Box(box.x + width - panel_width, box.y, panel_width, least)
                if beside
                else Box(box.x, box.y + text.height + desk.gutter, width, panel_height)
            )
            insets = (INSET, INSET, INSET, INSET)
            items.append(written(outer, "Modalités", panel, fill=desk.accent if strong else SOFT, insets=insets))
            if not strong:
                items.append(area(Box(outer.x, outer.y, outer.width, RULE), "Modalités (filet)", desk.accent))
        return tuple(items)

    return Draft(least, draw, 0, text.broken or panel.broken)


def _facts(block: Activity, desk: Desk) -> tuple[Paragraph, ...]:
    told: list[Paragraph] = []
    language = desk.language
    accent, ink, quiet = (desk.accent, INK, MUTED) if desk.ruled else (PAPER, PAPER, pale(desk.accent.slot, desk.theme))

    def fact(words: str, said: tuple[Paragraph, ...]) -> None:
        if said:
            told.append(paragraph(words, desk.look("label", quiet, bold=True), space_before=14.0))
            told.extend(said)

    strong = desk.look("quote", accent, bold=True, font="heading", size=desk.size("title"))
    minutes = str(round(block.duration.total_seconds() / 60)) if block.duration else ""
    fact(
        DURATION.in_language(language),
        desk.say(MINUTES.in_language(language, count=minutes) if minutes else "", strong),
    )
    fact(GROUPS.in_language(language), desk.say(block.groups, desk.look("detail", ink, bold=True)))
    fact(MATERIAL.in_language(language), tuple(paragraph(item, desk.look("detail", ink)) for item in block.material))
    return tuple(told)
