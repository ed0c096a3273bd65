"""Polls of the room matched with those of the event, by what they ask and offer."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from deroule.importers.align.by_text import TextIndex
from deroule.model.blocks import Poll, Quiz
from deroule.model.event import Event
from deroule.model.recording import PollResult
from deroule.source.references import flattened

LIKE = 0.6
"""Questions less alike than this are not the same one."""


def with_poll_ids(polls: Sequence[PollResult], event: Event) -> tuple[PollResult, ...]:
    """Give each poll the id of the event's poll or quiz that it is; each id once, to the likest."""
    asked = [
        (one.id, " ".join([one.question.plain, *(option.text.plain for option in one.options)]))
        for slide in event.slides
        for one in flattened(slide.blocks)
        if isinstance(one, Poll | Quiz) and one.id
    ]
    if not asked:
        return tuple(polls)
    index = TextIndex([text for _, text in asked])
    scored = []
    for position, poll in enumerate(polls):
        text = f"{poll.question} {' '.join(answer.label for answer in poll.answers)}"
        scored += [(score, -position, at) for at, score in enumerate(index.scores(text)) if score >= LIKE]
    made, taken = list(polls), set[int]()
    for _, before, at in sorted(scored, reverse=True):
        position = -before
        if at not in taken and not made[position].id:
            taken.add(at)
            made[position] = dataclasses.replace(made[position], id=asked[at][0] or "")
    return tuple(made)
