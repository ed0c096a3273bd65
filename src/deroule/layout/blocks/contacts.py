"""Places cards of contacts."""

from __future__ import annotations

from deroule.layout.blocks.links import host_of
from deroule.layout.desk import CENTIMETRE, INK, MUTED, Desk
from deroule.layout.draft import Draft
from deroule.layout.page import Paragraph
from deroule.layout.shapes import Card, whole_word_rows
from deroule.model.blocks import Contact, Contacts


def draft(block: Contacts, width: int, desk: Desk) -> Draft:
    """Set cards in rows of two or three."""
    count = len(block.items)
    columns = 1 if width < 12 * CENTIMETRE else (count if count <= 3 else 2 if count == 4 else 3)
    cards = [Card(item.organisation.plain, _head(item, desk), _body(item, desk)) for item in block.items]
    return whole_word_rows(desk, cards, width, columns)[1]


def _head(contact: Contact, desk: Desk) -> tuple[Paragraph, ...]:
    return desk.say(contact.organisation, desk.heading())


def _body(contact: Contact, desk: Desk) -> tuple[Paragraph, ...]:
    look = desk.look("detail", INK)
    body = desk.say(contact.name, look.but(bold=True)) + desk.say(contact.role, look)
    body += desk.say(contact.text, look.but(colour=MUTED), space_before=4.0)
    if contact.telephone:
        body += desk.say(contact.telephone.replace(" ", "\u00a0"), look, space_before=6.0)
    body += desk.say(contact.email, look.but(link=f"mailto:{contact.email}") if contact.email else look)
    if contact.address:
        body += desk.say(host_of(contact.address) or contact.address, look.but(link=contact.address))
    return body
