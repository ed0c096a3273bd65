"""The owner's pages in content/: Markdown below a front matter."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from deroule.alphabet import alphabetical
from deroule.diagnostics import Diagnostic
from deroule.model.dossier import Page
from deroule.slug import slug
from deroule.source.codes import OUTSIDE, UNREADABLE
from deroule.source.nodes import Mapping, Scalar
from deroule.source.page_facts import judge_facts, judge_fences, places_of
from deroule.source.page_typography import typeset_facts, typeset_page
from deroule.source.paths import mending
from deroule.source.yaml_file import decode_text, read_nodes, unreadable
from deroule.span import Span
from deroule.workspace import OutsideWorkspaceError, Workspace, why_refused

CONTENT = "content"
_AS_WRITTEN = frozenset({"id", "event", "slides", "tags", "themes", "address", "checked", "date", "language"})


def load_pages(workspace: Workspace, language: str = "fr") -> tuple[tuple[Page, ...], list[Diagnostic]]:
    """Load every Markdown page below content/, in the order of their names, with the typography of `language`."""
    pages: list[Page] = []
    found: list[Diagnostic] = []
    for path in sorted(workspace.files(CONTENT, ending=".md"), key=alphabetical):
        try:
            content = workspace.read(path)
        except (OSError, OutsideWorkspaceError) as fault:
            found.append(_refused(path, fault))
            continue
        page, faults = read_page(content, path, language)
        found += faults
        if page:
            pages.append(page)
    return tuple(pages), found


def _refused(path: str, fault: Exception) -> Diagnostic:
    """Tell a page that cannot be read: most often a link that leads out of the workspace, or nowhere."""
    if isinstance(fault, OSError):
        return UNREADABLE.at(Span(path), reason=why_refused(fault), hint=mending(fault))
    return OUTSIDE.at(Span(path), path=path)


def read_page(content: bytes, path: str, language: str = "fr") -> tuple[Page | None, list[Diagnostic]]:
    """Read one page."""
    text, fault = decode_text(content)
    if text is None:
        return None, [unreadable(content, path, fault)]
    text = text.replace("\r\n", "\n")
    top, body, line, found = _front_matter(text, path)
    facts = _plain(top) if top is not None else {}
    facts = {key: fact if key in _AS_WRITTEN else typeset_facts(fact, language) for key, fact in facts.items()}
    body = typeset_page(body, language)
    relative = path.removeprefix(f"{CONTENT}/")
    folder, _, name = relative.rpartition("/")
    heading = re.search(r"^#\s+(.+?)\s*#*$", body, re.MULTILINE)
    stem = name.removesuffix(".md")
    page_id = str(facts.get("id") or (slug(folder) or "index" if stem == "index" else slug(stem)))
    return (
        Page(
            id=page_id,
            path=path,
            kind=folder.split("/")[0] or None,
            title=str(facts.get("title") or facts.get("question") or (heading[1] if heading else stem)),
            facts=facts,
            body=body,
            body_line=line,
            tags=tuple(_tags(facts.get("tags"))),
            date=_date(facts.get("date")),
            span=Span(path, line),
            places=places_of(top) if top is not None else {},
        ),
        [*found, *judge_fences(text, path), *(judge_facts(top) if top is not None else ())],
    )


def _front_matter(text: str, path: str) -> tuple[Mapping | None, str, int, list[Diagnostic]]:
    if not text.startswith("---\n"):
        return None, text, 1, []
    end = re.search(r"^---[ \t]*$", text[4:], re.MULTILINE)
    if end is None:
        return None, text, 1, []
    written = text[4 : 4 + end.start()]
    body = text[4 + end.end() :].lstrip("\n")
    line = text[: len(text) - len(body)].count("\n") + 1
    if not written.strip():
        return None, body, line, []
    read = read_nodes(b"\n" + written.encode(), path)  # the empty line stands for ---, so that lines agree
    return read.top, body, line, read.found


def _plain(node: Any) -> Any:
    if isinstance(node, Mapping):
        return {key: _plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_plain(item) for item in node]
    return str(node) if isinstance(node, Scalar) else node


def _tags(value: object) -> list[str]:
    """Tags are a list, or stand on one line with commas between them."""
    parts = value if isinstance(value, list) else str(value or "").split(",")
    return [text for one in parts if (text := str(one or "").strip())]


def _date(value: object) -> dt.date | None:
    try:
        return dt.date.fromisoformat(str(value))
    except ValueError:
        return None
