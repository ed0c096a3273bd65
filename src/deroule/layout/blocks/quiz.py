"""Places a question with right answers; the answers are not given away on the slide."""

from __future__ import annotations

from deroule.layout.blocks.poll import question
from deroule.layout.desk import Desk
from deroule.layout.draft import Draft
from deroule.model.blocks import Quiz


def draft(block: Quiz, width: int, desk: Desk) -> Draft:
    """Set question and answers; feedback is told afterwards, in the notes and on the page."""
    return question(block.question, block.options, None, width, desk)
