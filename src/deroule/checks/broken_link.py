"""Links inside the dossier that lead nowhere: a page, an anchor or a file that is not there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from deroule.checks.surroundings import Surroundings
from deroule.checks.walk import slides_of, texts_in
from deroule.diagnostics import Code, Diagnostic, Severity, Words
from deroule.model.dossier import Dossier, Page
from deroule.span import Span

CODE = Code(
    "CHK106",
    "broken-link",
    Severity.ERROR,
    Words("le lien « {address} » ne mène nulle part", "the link “{address}” leads nowhere"),
    Words(
        "Un lien interne désigne une page du dossier (`../outils/diagnostic.md`, ou son identifiant dans une "
        "diapositive), un titre de page (`#les-etapes`) ou un fichier. Celui-ci n'existe pas : page renommée, dossier "
        "oublié, majuscule. Une page n'atteint que les images et les documents qui sont, comme elle, dans `content/`.",
        "An internal link names a page of the dossier (`../outils/diagnostic.md`, or its id on a slide), a heading "
        "(`#the-steps`) or a file. This one is not there: a renamed page, a forgotten folder, a capital letter. A page reaches "
        "only the pictures and documents that stand, as it does, in `content/`.",
    ),
    Words("corrigez l'adresse ; elle part du fichier où elle est écrite", "mend the address; it starts from this file"),
)
_LINK = re.compile(r"(?<!\\)!?\[[^\]]*\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
_OUTSIDE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_NAME = re.compile(r"#?[\w-]+")
_CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`", re.MULTILINE | re.DOTALL)
MADE = ("evenements/", "events/", "sequences/", "replay/", "rediffusion/", "downloads/", "telechargements/", "tags")
"""Folders of the site that the build makes: their links are checked in the built site."""


def check(dossier: Dossier, surroundings: Surroundings) -> Iterator[Diagnostic]:
    """Follow the internal links of content pages and of the slides' texts."""
    pages = {page.path: page for page in dossier.pages}
    for page in dossier.pages:
        yield from _page_links(page, pages, set(dossier.files))
    known = {page.id for page in dossier.pages}
    for event, slide in slides_of(dossier):
        slides = {one.id for one in event.slides}
        for text, span in (pair for block in slide.blocks for pair in texts_in(block)):
            for run in text.runs:
                if dossier.damaged and run.link and _NAME.fullmatch(run.link):
                    continue  # what it names may stand in a file that could not be read
                if run.link and not _leads(run.link, slide.folder, known | slides, pages, surroundings):
                    yield CODE.at(span, address=run.link)


def _page_links(page: Page, pages: dict[str, Page], files: set[str]) -> Iterator[Diagnostic]:
    folder = posixpath.dirname(page.path)
    for address, span in links_of(page):
        if _OUTSIDE.match(address):
            continue
        file, _, anchor = unquote(address).partition("#")
        target = posixpath.normpath(posixpath.join(folder, file)) if file else page.path
        there = target in pages or target in files or _is_made(target)
        if there and anchor and target in pages:
            there = anchor in anchors(pages[target].body)
        if not there:
            yield CODE.at(span, address=address)


def links_of(page: Page) -> Iterator[tuple[str, Span]]:
    """Give the addresses of a page's Markdown links and pictures with their places, those in code left out."""
    body = _CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), page.body)
    for found in _LINK.finditer(body):
        yield found[1], _place(page, body, found.start(1), len(found[1]))


def _leads(address: str, folder: str, known: set[str], pages: dict[str, Page], surroundings: Surroundings) -> bool:
    """Whether a link of a slide leads somewhere: an id, a page, a file beside it."""
    if _OUTSIDE.match(address):
        return True
    file, _, anchor = unquote(address).partition("#")
    if not file:
        return anchor in known
    name = file.strip("/").removesuffix(".md")
    candidates = [posixpath.normpath(posixpath.join(start, file.lstrip("/"))) for start in (folder, "content")]
    return name in known or f"content/{name}.md" in pages or any(surroundings.exists(one) for one in candidates)


def _is_made(target: str) -> bool:
    return target.startswith("content/") and target.removeprefix("content/").startswith(MADE)


def _place(page: Page, body: str, at: int, length: int) -> Span:
    line = body.count("\n", 0, at)
    column = at - (body.rfind("\n", 0, at) + 1) + 1
    number = page.body_line + line
    return Span(page.path, number, column, number, column + length)


def anchors(body: str) -> set[str]:
    """Give the anchors that a page offers: its headings as Python-Markdown names them, and ids given by hand."""
    found = set(re.findall(r"\{[^}]*#([\w-]+)[^}]*\}", body)) | set(re.findall(r'\bid="([\w-]+)"', body))
    for heading in re.findall(r"^#{1,6}\s+(.+?)\s*#*$", body, re.MULTILINE):
        found.add(_slug(re.sub(r"\{[^}]*\}\s*$|[*_`]", "", heading)))
    return found


def _slug(heading: str) -> str:
    import unicodedata

    folded = unicodedata.normalize("NFKD", heading)
    plain = folded.encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())
