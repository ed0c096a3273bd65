"""Quiz questions in the forms that platforms import: GIFT and Moodle XML."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from typing import Any

from lxml import etree

from deroule.model.replay import ReplayQuiz


def as_gift(quizzes: Sequence[ReplayQuiz], category: str) -> str:
    """Write GIFT. Every sign that GIFT reads as a mark is escaped, so that any question arrives as it was written."""
    parts = [f"$CATEGORY: {_line(category)}\n"]
    for quiz in quizzes:
        lines = [f"::{_gift(quiz.id)}::{_gift(quiz.question)} {{"]
        for option, worth in zip(quiz.options, shares(quiz), strict=True):
            mark = ("=" if option.right else "~") if not quiz.multiple else f"~%{worth}%"
            told = f"#{_gift(option.feedback)}" if option.feedback else ""
            lines.append(f"  {mark}{_gift(option.text)}{told}")
        if quiz.feedback:
            lines.append(f"  ####{_gift(quiz.feedback)}")
        parts.append("\n".join([*lines, "}"]) + "\n")
    return "\n".join(parts)


def as_moodle(quizzes: Sequence[ReplayQuiz], category: str) -> bytes:
    """Write Moodle XML."""
    root = etree.Element("quiz")
    _text(etree.SubElement(_question(root, "category"), "category"), f"$course$/{_line(category)}")
    for quiz in quizzes:
        question = _question(root, "multichoice")
        _text(etree.SubElement(question, "name"), quiz.id)
        _html(question, "questiontext", quiz.question)
        _html(question, "generalfeedback", quiz.feedback)
        for tag, value in (("defaultgrade", "1"), ("penalty", "0.3333333"), ("hidden", "0"),
                           ("single", "false" if quiz.multiple else "true"), ("shuffleanswers", "0"),
                           ("answernumbering", "abc")):  # fmt: skip
            etree.SubElement(question, tag).text = value
        for option, worth in zip(quiz.options, shares(quiz), strict=True):
            answer = _html(question, "answer", option.text)
            answer.set("fraction", worth)
            _html(answer, "feedback", option.feedback)
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return made


def shares(quiz: ReplayQuiz) -> list[str]:
    """Give what each answer is worth, in per cent: right ones share 100; a wrong one takes off, where several count.

    Platforms admit certain fractions only: five decimals for thirds and sixths.
    """
    right = sum(option.right for option in quiz.options) or 1
    wrong = sum(not option.right for option in quiz.options) or 1
    if not quiz.multiple:
        return ["100" if option.right else "0" for option in quiz.options]
    return [_percent(100 / right) if option.right else _percent(-100 / wrong) for option in quiz.options]


def _percent(number: float) -> str:
    return f"{number:.5f}".rstrip("0").rstrip(".")


def _gift(text: str) -> str:
    return re.sub(r"([~=#{}:\\])", r"\\\1", text).replace("\r", "").replace("\n", "\\n")


def _line(text: str) -> str:
    return " ".join(text.replace("/", " – ").split())


def _question(root: Any, kind: str) -> Any:
    question = etree.SubElement(root, "question")
    question.set("type", kind)
    return question


def _text(parent: Any, text: str) -> None:
    etree.SubElement(parent, "text").text = text


def _html(parent: Any, tag: str, text: str) -> Any:
    made = etree.SubElement(parent, tag)
    made.set("format", "html")
    _text(made, html.escape(text, quote=False))
    return made
