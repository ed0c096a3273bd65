"""What a content page leads to, shows and runs: its Markdown links and pictures, and its HTML, each with its place."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from deroule.bare_addresses import bare_addresses
from deroule.model.dossier import Page
from deroule.span import Span

_UNREAD = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`|<!--.*?-->", re.MULTILINE | re.DOTALL)
"""Code and comments: no link stands in them."""
_LINK = re.compile(r"(?<!\\)(!?)\[[^\]]*\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]^][^\]]*\]:[ \t]*<?([^\s>]+)", re.MULTILINE)
"""`[name]: address`, which `[text][name]` leads to; `[^1]:` is a footnote."""
_TAG = re.compile(r"""<([a-z][a-z0-9-]*)((?:\s+(?:"[^"]*"|'[^']*'|[^"'<>])*)?)/?>""", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")
_LEADING = ("href", "cite")
_LOADING = ("src", "poster", "data")


@dataclass(frozen=True, slots=True)
class Address:
    """An address as it is written, and what the page does with it.

    `is_loaded`: shown in the page, as a picture is, rather than followed. `is_html`: written in HTML, where addresses are
    those of the built pages.
    """

    text: str
    span: Span
    is_loaded: bool = False
    is_html: bool = False


@dataclass(frozen=True, slots=True)
class Tag:
    """An opening tag of HTML: its name and its attributes in small letters, each value with its place."""

    name: str
    span: Span
    attributes: dict[str, tuple[str, Span]]


def addresses_of(page: Page) -> Iterator[Address]:
    """Give every address of a page: of Markdown links, pictures and definitions, standing bare, and of HTML."""
    body = _readable(page)
    for found in _LINK.finditer(body):
        yield Address(found[2], _place(page, body, found.start(2), len(found[2])), is_loaded=bool(found[1]))
    for found in _DEFINITION.finditer(body):
        yield Address(found[1], _place(page, body, found.start(1), len(found[1])))
    for bare in bare_addresses(body):
        yield Address(bare.target, _place(page, body, bare.start, len(bare.text)))
    for tag in tags_of(page):
        for name in (*_LEADING, *_LOADING):
            if name in tag.attributes and tag.attributes[name][0]:
                yield Address(*tag.attributes[name], is_loaded=name in _LOADING, is_html=True)


def tags_of(page: Page) -> Iterator[Tag]:
    """Give every opening tag of a page's HTML."""
    body = _readable(page)
    for found in _TAG.finditer(body):
        attributes = {}
        for one in _ATTRIBUTE.finditer(body, found.start(2), found.end(2)):
            value = next((number for number in (2, 3, 4) if one[number] is not None), 1)
            text = html.unescape(one[value]) if value > 1 else ""
            attributes[one[1].lower()] = (text.strip(), _place(page, body, one.start(value), len(one[value])))
        yield Tag(found[1].lower(), _place(page, body, found.start(), len(found[1]) + 1), attributes)


def found_in_text(page: Page, pattern: re.Pattern[str]) -> Iterator[tuple[str, Span]]:
    """Give where a pattern stands in a page, code and comments left aside; its spaces at both ends do not count."""
    body = _readable(page)
    for found in pattern.finditer(body):
        told = found[0].strip()
        yield told, _place(page, body, body.index(told, found.start()), len(told))


def _readable(page: Page) -> str:
    return _UNREAD.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), page.body)


def _place(page: Page, body: str, at: int, length: int) -> Span:
    line = body.count("\n", 0, at)
    column = at - (body.rfind("\n", 0, at) + 1) + 1
    number = page.body_line + line
    return Span(page.path, number, column, number, column + length)
