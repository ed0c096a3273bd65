"""Links inside the dossier that lead nowhere: a page, an anchor or a file that is not there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from deroule.checks.page_markup import addresses_of
from deroule.checks.surroundings import Surroundings
from deroule.checks.walk import slides_of, texts_in
from deroule.diagnostics import Code, Diagnostic, Severity, Words
from deroule.model.dossier import Dossier, Page

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
_OUTSIDE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_NAME = re.compile(r"#?[\w-]+")
_BUILT = re.compile(r"(^|/)([^/]+)\.html$")
_IN_HTML = Words(
    "dans du HTML, écrivez l'adresse de la page construite, en `.html` ; ou écrivez un lien Markdown, `[texte](page.md)`",
    "in HTML, write the address of the built page, in `.html`; or write a Markdown link, `[text](page.md)`",
)
_MADE_PAGES = ("index", "accessibilite", "intervenants", "tags", "evenements/index")
_MADE_FILES = ("agenda.ics", "flux.xml")
_MADE_FOLDERS = ("telechargements/", "assets/")
"""What the build makes in the site beside the pages of events."""


def check(dossier: Dossier, surroundings: Surroundings) -> Iterator[Diagnostic]:
    """Follow the internal links of content pages and of the slides' texts."""
    pages = {page.path: page for page in dossier.pages}
    files = {*dossier.files, *_made(dossier)}
    for page in dossier.pages:
        yield from _page_links(page, pages, files)
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
    for address in addresses_of(page):
        if _OUTSIDE.match(address.text):
            continue
        file, _, anchor = unquote(address.text).partition("#")
        target = posixpath.normpath(posixpath.join(folder, file)) if file else page.path
        if address.is_html and file:
            written = target in pages
            target = _source_of(target, file)
            if written:
                yield CODE.at(address.span, address=address.text, hint=_IN_HTML)
                continue
        there = target in pages or target in files or _is_made(target)
        if there and anchor and target in pages:
            there = anchor in anchors(pages[target].body)
        if not there:
            yield CODE.at(address.span, address=address.text)


def _source_of(target: str, written: str) -> str:
    """Give the file that the address of a built page was made of: HTML is published as it is written."""
    if written.endswith("/") or posixpath.basename(written) in ("", ".", ".."):
        return posixpath.join(target, "index.md")
    return _BUILT.sub(r"\1\2.md", target)


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


def _made(dossier: Dossier) -> Iterator[str]:
    """Give what the site holds beside what the owner wrote, as if it stood in content/."""
    yield from (f"content/{name}.md" for name in _MADE_PAGES)
    yield from (f"content/{name}" for name in _MADE_FILES)
    for event in dossier.events:
        own = (*(sequence.id for sequence in event.sequences), "index", "replay")
        yield from (f"content/evenements/{event.id}/{name}.md" for name in own)


def _is_made(target: str) -> bool:
    """Whether a target is a file that the build lays down; which ones there are is seen in the built site only."""
    name = target.removeprefix("content/")
    in_event = name.startswith("evenements/") and not name.endswith(".md")
    return target.startswith("content/") and (in_event or name.startswith(_MADE_FOLDERS))


def anchors(body: str) -> set[str]:
    """Give the anchors that a page offers: its headings as Python-Markdown names them, and ids given by hand."""
    found = set(re.findall(r"\{[^}]*#([\w-]+)[^}]*\}", body)) | set(
        re.findall(r"""\b(?:id|name)=["']?([\w-]+)""", body)
    )
    for heading in re.findall(r"^#{1,6}\s+(.+?)\s*#*$", body, re.MULTILINE):
        found.add(_slug(re.sub(r"\{[^}]*\}\s*$|[*_`]", "", heading)))
    return found


def _slug(heading: str) -> str:
    import unicodedata

    folded = unicodedata.normalize("NFKD", heading)
    plain = folded.encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())
