"""Quizzes that nobody can get right."""

from __future__ import annotations

from collections.abc import Iterator

from deroule.checks.surroundings import Surroundings
from deroule.checks.walk import blocks_in, slides_of
from deroule.diagnostics import Code, Diagnostic, Severity, Words
from deroule.model.blocks import Quiz
from deroule.model.dossier import Dossier

CODE = Code(
    "CHK119",
    "quiz-without-answer",
    Severity.ERROR,
    Words("ce quiz a {count}", "this quiz has {count}"),
    Words(
        "Un quiz a une réponse juste, ou plusieurs avec `multiple: oui` :\n\n"
        "```yaml\noptions:\n  - {text: 1994, right: oui}\n  - 2005\n```\n\nSans réponse juste, écrivez un `poll:`.",
        "A quiz has one right answer, or several with `multiple: yes`:\n\n"
        "```yaml\noptions:\n  - {text: 1994, right: yes}\n  - 2005\n```\n\nWithout a right answer, write a `poll:`.",
    ),
    Words("marquez la bonne réponse avec `right: oui`", "mark the right answer with `right: yes`"),
)


def check(dossier: Dossier, surroundings: Surroundings) -> Iterator[Diagnostic]:
    """Count the right answers of each quiz."""
    for _, slide in slides_of(dossier):
        for block in blocks_in(slide):
            if isinstance(block, Quiz):
                right = sum(option.right for option in block.options)
                if right == 0 or (right > 1 and not block.multiple):
                    yield CODE.at(block.span_of("options"), count=_counted(right))


def _counted(right: int) -> Words:
    if not right:
        return Words("aucune réponse juste", "no right answer")
    return Words(f"{right} réponses justes", f"{right} right answers")
