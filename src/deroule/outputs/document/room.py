"""What the room gave back, for documents: its polls that no slide asked, its questions and what was answered."""

from __future__ import annotations

from deroule.model.blocks import Poll
from deroule.model.event import Event
from deroule.model.recording import Recording
from deroule.outputs.document import tree
from deroule.outputs.document.parts import every_block
from deroule.outputs.document.telling import Teller, title_line

Node = tree.Node


def polls(event: Event, session: Recording, teller: Teller) -> list[Node]:
    """Tell the polls that were asked in the room alone; those of the slides bear their votes where they stand."""
    told: list[Node] = []
    asked = {block.id for block in every_block(event) if isinstance(block, Poll)}
    for poll in session.polls:
        if poll.id in asked:
            continue
        total = sum(answer.votes for answer in poll.answers)
        told += title_line(poll.question)
        told += tree.bullets(
            [tree.plain(tree.words(teller.word("poll-votes", label=one.label, share=_share(one.votes, total))))]
            for one in poll.answers
        )
    return _headed(teller, "polls-of-the-room", told)


def questions(session: Recording, teller: Teller) -> list[Node]:
    """Tell the questions of the room with their answers."""
    told: list[Node] = []
    for question in session.questions:
        told += title_line(question.text)
        answers = question.answers or (teller.word("unanswered"),)
        told += [tree.paragraph(tree.words(answer)) for answer in answers]
    return _headed(teller, "questions", told)


def _share(votes: int, total: int) -> str:
    return f"{round(100 * votes / total)}\u00a0%" if total else "0"


def _headed(teller: Teller, name: str, told: list[Node]) -> list[Node]:
    return [tree.heading(1, tree.words(teller.word(name)), f"doc-{name}"), *told] if told else []
