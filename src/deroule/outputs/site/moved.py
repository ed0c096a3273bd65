"""Old addresses: a page that has moved leaves behind one that leads to it."""

from __future__ import annotations

import posixpath

from markupsafe import Markup, escape

from deroule.outputs.site.addresses import place, relative
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
    """Write a page at each old address (`moved_from` in a page's front matter) that is not a page's of today."""
    wording, taken = Wording(stage.language), {built(path) for path in stage.heads}
    for page in stage.dossier.pages:
        written = page.facts.get("moved_from")
        for old in written if isinstance(written, list) else [written] if written else []:
            path = built(str(old))
            if not path or path in taken:
                where = Span(page.path, page.span.line if page.span else 1)
                stage.told.append(PAGE_TAKEN.at(where, page=str(old)))
                continue
            taken.add(path)
            to = relative(path, place(page))
            canonical = Markup('<link rel="canonical" href="{}">\n').format(stage.material.address + built(place(page)))
            told = _PAGE.format(
                language=stage.language, title=page.title, to=escape(to), moved=wording.word("moved"),
                lead=wording.word("moved-to"), canonical=canonical if stage.material.address else Markup(""),
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
