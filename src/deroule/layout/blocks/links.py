"""Places cards that lead to resources; the whole card is the link."""

from __future__ import annotations

import re

from deroule.layout.desk import CENTIMETRE, Desk
from deroule.layout.directory import FROM as MANY
from deroule.layout.directory import directory
from deroule.layout.draft import Draft
from deroule.layout.lettering import paragraph
from deroule.layout.shapes import Card, whole_word_rows
from deroule.model.blocks import Link, Links


def host_of(address: str) -> str:
    """Give the part of an address that people recognise: the host, without www."""
    match = re.match(r"^[a-z]+://(?:www\.)?([^/?#]+)", address)
    return match[1] if match else ""


def draft(block: Links, width: int, desk: Desk) -> Draft:
    """Set cards in rows of two or three; many, as a directory."""
    count = len(block.items)
    if count >= MANY and width > 18 * CENTIMETRE:
        return directory(desk, [_card(link, desk) for link in block.items], width)
    columns = 1 if width < 12 * CENTIMETRE else (count if count <= 3 else 2 if count == 4 else 3)
    return whole_word_rows(desk, [_card(link, desk) for link in block.items], width, columns)[1]


def _card(link: Link, desk: Desk) -> Card:
    resource = desk.event.resources.get(link.resource or "")
    title = link.title or (resource.title if resource else None)
    text = link.text or (resource.text if resource else None)
    address = link.address or (resource.address if resource else None) or ""
    name = title.plain if title else host_of(address) or address
    head = desk.say(title or name, desk.heading())
    body = desk.say(text, desk.look("detail"))
    host = host_of(address)
    if host:
        body += (paragraph(f"{host}\u00a0→", desk.look("label", desk.accent, bold=True), space_before=8.0),)
    absolute = re.match(r"^(https?|mailto|tel):", address)
    return Card(name, head, body, address if absolute else None)
