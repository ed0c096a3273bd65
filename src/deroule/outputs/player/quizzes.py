"""The quizzes of an event: what the player asks, and what becomes a bank of questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deroule.model.blocks import Block, Columns, Compare, Quiz
from deroule.model.event import Event
from deroule.model.replay import ReplayOption, ReplayQuiz


def quizzes_of(event: Event) -> tuple[ReplayQuiz, ...]:
    """Give the quiz questions of an event, in the order of its slides."""
    return tuple(_quizzes(event))


def _quizzes(event: Event) -> Iterator[ReplayQuiz]:
    for slide in event.slides:
        for block in _flat(slide.blocks):
            if isinstance(block, Quiz):
                options = tuple(
                    ReplayOption(one.text.plain, one.right, one.feedback.plain if one.feedback else "")
                    for one in block.options
                )
                told = block.feedback.plain if block.feedback else ""
                name = block.id or f"{slide.id}-quiz"
                yield ReplayQuiz(name, slide.id, block.question.plain, options, block.multiple, told)


def _flat(blocks: Sequence[Block]) -> Iterator[Block]:
    """Give every block, those inside groups too."""
    for block in blocks:
        yield block
        groups = block.groups if isinstance(block, Columns) else block.sides if isinstance(block, Compare) else ()
        for group in groups:
            yield from _flat(group.blocks)
