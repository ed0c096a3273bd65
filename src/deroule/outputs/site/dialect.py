"""The owner's Markdown as the engines read it: lists as CommonMark and every editor show them, tasks with their state,
addresses as links.

Python-Markdown, below both engines, wants an empty line above a list or a table and four spaces for what lies in an
item. People write neither: their lists would be shown as one paragraph, hyphens and all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from deroule.bare_addresses import bare_addresses
from deroule.outputs.site.words import Wording

_STEP = 4
"""Spaces that the engines want for what lies in an item."""
_ITEM = re.compile(r"(?P<indent>\s*)(?P<mark>[-*+]|\d{1,9}[.)])(?P<gap>[ \t]+)(?P<text>\S.*)")
_RULE = re.compile(r"\s*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_TASK = re.compile(r"\[(?P<done>[ xX])\][ \t]+(?=\S)")
_FENCE = re.compile(r"\s*(?P<fence>```+|~~~+)")
_CONTAINER = re.compile(r"\s*(?:!!!|\?\?\?\+?|:[ \t]{3}|\[\^[^\]]+\]:)\s*\S")
"""Opens what goes on below it four spaces further in: a box, a meaning, a footnote."""
_UNTITLED = re.compile(r"\s*(?:!!!|\?\?\?\+?)[ ]+(?P<kind>[a-z]+)\s*$")
_KINDS = (
    "abstract",
    "bug",
    "danger",
    "example",
    "failure",
    "info",
    "note",
    "question",
    "quote",
    "success",
    "tip",
    "warning",
)
"""Boxes that a page may have. One without a title of its own would be named in English."""
_BLOCK = re.compile(r"\s*(?:#{1,6}\s|>|<|!!!|\?\?\?|\|)")
"""Begins a block of its own: not the rest of the sentence above."""
_QUOTED = re.compile(r"[ ]{0,3}>[ ]?(?P<text>.*)")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")


@dataclass(slots=True)
class _Level:
    """An item or a box: where what lies in it begins, as written."""

    inside: int
    is_box: bool = False
    settled: bool = False
    """Whether a line below has told how far in its author puts such lines."""


@dataclass(slots=True)
class _Writer:
    """Lines as they are rewritten, with the items and boxes that are open."""

    wording: Wording
    made: list[str] = field(default_factory=list)
    levels: list[_Level] = field(default_factory=list)
    fence: str = ""
    quoted: list[str] = field(default_factory=list)
    """Lines of a quotation, without its marks: what is quoted is Markdown in turn."""
    begun: int = 0
    """How deep the first line below the last empty one lies: an item less deep needs an empty line above it."""

    def take(self, line: str, below: str) -> None:
        """Rewrite a line; `below` is the next one."""
        quoted = _QUOTED.match(line) if ">" in line else None
        if quoted and not self.fence and not any(level.inside <= _width(line) for level in self.levels):
            self.quoted.append(quoted["text"])
            return
        if self.quoted:
            self.end_quotation()
        fence, item = _FENCE.match(line), _ITEM.match(line)
        if self.fence:
            self._put(self._shifted(line))
            if fence and fence["fence"].startswith(self.fence) and line.strip() == fence["fence"]:
                self.fence = ""
        elif not line.strip():
            self.made.append(line)
        elif item and not _RULE.match(line) and self._may_begin(item):
            self._item(item)
        else:
            self._other(line, below)
            self.fence = fence["fence"] if fence else ""

    def end_quotation(self) -> None:
        """Write what was quoted, if anything was."""
        if self.quoted:
            self._leave(0)
            self.made += [
                f"> {line}".rstrip() for line in as_engines_read("\n".join(self.quoted), self.wording).split("\n")
            ]
            self.quoted = []

    @property
    def _above(self) -> str:
        return self.made[-1] if self.made else ""

    def _may_begin(self, item: re.Match[str]) -> bool:
        """Whether an item may stand here: code is none, nor is a year that a line happens to begin with."""
        if any(level.inside <= _width(item["indent"]) for level in self.levels) or _ITEM.match(self._above):
            return True
        goes_on = bool(self._above.strip()) and not self.levels
        return _width(item["indent"]) < _STEP and (not goes_on or item["mark"] in ("-", "*", "+", "1.", "1)"))

    def _item(self, item: re.Match[str]) -> None:
        indent, was = _width(item["indent"]), len(self.levels)
        self._leave(indent)
        begins_a_list = not was or (len(self.levels) == was and self.levels[-1].is_box)
        begins_a_list = begins_a_list and not _ITEM.match(self._above)
        if self._above.strip() and (begins_a_list or len(self.levels) < self.begun):
            self.made.append("")
        mark, text = item["mark"].replace(")", "."), item["text"]
        text = _TASK.sub(lambda found: self._task(found["done"] != " "), text, 1) if _TASK.match(text) else text
        self._put(f"{' ' * _STEP * len(self.levels)}{mark} {_linked(text)}")
        # Four spaces or more after the mark are code in CommonMark; here they are a wide margin.
        gap = len(item["gap"].expandtabs(_STEP))
        self.levels.append(_Level(indent + len(mark) + (gap if gap <= _STEP else 1)))

    def _other(self, line: str, below: str) -> None:
        indent, opens = _width(line), bool(_CONTAINER.match(line))
        follows = not self._above.strip() or bool(_CONTAINER.match(self._above))
        if follows or _BLOCK.match(line) or opens or _FENCE.match(line):
            self._leave(indent)
        is_table = "|" in line and bool(_TABLE_RULE.match(below)) and "|" in below
        if is_table and self._above.strip():
            self.made.append("")
        if self.levels and indent >= self.levels[-1].inside:
            self._settle(indent)
        untitled = _UNTITLED.match(line)
        if untitled and untitled["kind"] in _KINDS:
            line = f'{line.rstrip()} "{self.wording.word("box-" + untitled["kind"])}"'
        is_code = indent >= _STEP + (self.levels[-1].inside if self.levels else 0)
        self._put(self._shifted(line if is_code or _FENCE.match(line) else _linked(line)))
        if opens:
            self.levels.append(_Level(indent + _STEP, is_box=True, settled=True))

    def _put(self, line: str) -> None:
        if not self._above.strip():
            self.begun = _width(line) // _STEP
        self.made.append(line)

    def _leave(self, indent: int) -> None:
        while self.levels and indent < self.levels[-1].inside:
            self.levels.pop()

    def _settle(self, indent: int) -> None:
        level = self.levels[-1]
        if not level.settled and indent < level.inside + _STEP:
            level.inside, level.settled = indent, True

    def _shifted(self, line: str) -> str:
        """Put a line as far in as the engines want what lies in the items and boxes that are open."""
        if not self.levels or not line.strip() or _width(line) < self.levels[-1].inside:
            return line
        further = _width(line) - self.levels[-1].inside
        return " " * (_STEP * len(self.levels) + further) + line.lstrip()

    def _task(self, done: bool) -> Markup:
        return Markup('<span class="d-task{}" role="img" aria-label="{}"></span> ').format(
            " d-done" if done else "", self.wording.word("task-done" if done else "task-to-do")
        )


def as_engines_read(body: str, wording: Wording) -> str:
    """Give a page's Markdown as the engines read it; what is written in their own habits stays what it was."""
    writer = _Writer(wording)
    for line, below in _pairs(body.split("\n")):
        writer.take(line, below)
    writer.end_quotation()
    return "\n".join(writer.made)


def _linked(line: str) -> str:
    """Make links of a line's addresses: in HTML, which holds inside a block of HTML as well."""
    made, at = "", 0
    for one in bare_addresses(line):
        # Signs of an address that are marks of Markdown as well are named by their number.
        told = re.sub(r"[*_~^=\\]", lambda sign: f"&#{ord(sign[0])};", escape(one.text))
        made += f'{line[at : one.start]}<a href="{escape(one.target)}">{told}</a>'
        at = one.end
    return made + line[at:]


def _pairs(lines: list[str]) -> Iterator[tuple[str, str]]:
    yield from zip(lines, [*lines[1:], ""], strict=True)


def _width(line: str) -> int:
    """Give how far in a line begins."""
    expanded = line.expandtabs(_STEP)
    return len(expanded) - len(expanded.lstrip())
