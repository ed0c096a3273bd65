"""Old addresses: a page that has moved leaves behind one that leads to it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from markupsafe import Markup, escape

from deroule.outputs.site.addresses import EVENTS, event_place, place, relative, sequence_place
from deroule.outputs.site.codes import PAGE_TAKEN
from deroule.outputs.site.stage import Stage
from deroule.outputs.site.words import Wording
from deroule.span import Span

_PAGE = Markup(
    '<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
    '<meta http-equiv="refresh" content="0; url={to}">\n<meta name="robots" content="noindex">\n{canonical}</head>\n'
    '<body>\n<p>{moved} <a href="{to}">{lead}</a></p>\n</body>\n</html>\n'
)


def write_moved(stage: Stage) -> None:
    """Write a page at each old address that is not a page's of today.

    A page tells its old addresses (`moved_from` in its front matter), an event the folder names that it had.
    """
    taken = {built(path) for path in stage.heads}
    for old, path, now, where in _moves(stage):
        if not path or path in taken:
            stage.told.append(PAGE_TAKEN.at(where, page=old))
        else:
            taken.add(path)
            _write(stage, path, now)


def _moves(stage: Stage) -> Iterator[tuple[str, str, str, Span | None]]:
    """Give old addresses as written, as they are in the site, where they lead today, and who says so."""
    for page in stage.dossier.pages:
        written = page.facts.get("moved_from")
        for old in written if isinstance(written, list) else [written] if written else []:
            yield str(old), built(str(old)), place(page), Span(page.path, page.span.line if page.span else 1)
    for event in stage.dossier.events:
        for old in event.written.moved_from:
            yield (
                old,
                built(f"{EVENTS}/{old}/index.md") if "/" not in old else "",
                event_place(event),
                event.written.span,
            )
            for one in event.sequences if "/" not in old else ():
                yield old, built(f"{EVENTS}/{old}/{one.id}.md"), sequence_place(event, one), event.written.span


def _write(stage: Stage, path: str, now: str) -> None:
    wording, address = Wording(stage.language), stage.material.address
    canonical = Markup('<link rel="canonical" href="{}">\n').format(address + built(now)) if address else Markup("")
    told = _PAGE.format(
        language=stage.language, title=stage.heads[now].title, to=escape(relative(path, now)), canonical=canonical,
        moved=wording.word("moved"), lead=wording.word("moved-to"),
    )  # fmt: skip
    stage.save(path, told.encode())


def built(path: str) -> str:
    """Give the address of a page in the built site, from its path or from an address as people write it."""
    path = posixpath.normpath(path.strip().lstrip("/").removeprefix("content/"))
    if path in (".", "") or path.startswith(".."):
        return ""
    if path.endswith((".html", ".htm")):
        return path
    return (path.removesuffix(".md") if path.endswith(".md") else f"{path}/index") + ".html"
