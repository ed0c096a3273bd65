"""Indexes made for the folders of content/ whose owner wrote none: their pages are reached by more than the search."""

from __future__ import annotations

from collections.abc import Iterable

from deroule.alphabet import alphabetical
from deroule.diagnostics import Words
from deroule.model.dossier import Page
from deroule.slug import slug

_TITLES = {
    "experiences": Words("Fiches d’expérience", "Experience sheets"),
    "outils": Words("Outils", "Tools"),
    "publications": Words("Publications", "Publications"),
    "questions": Words("Questions et réponses", "Questions and answers"),
    "videos": Words("Vidéos", "Videos"),
}
_LISTED_ALREADY = "evenements"
"""The folder of the site where the build puts the list of events."""


def with_indexes(pages: Iterable[Page], language: str) -> tuple[Page, ...]:
    """Give the pages in their order, with an index for each folder that has pages and nothing that leads to them.

    The folder's own `index.md` leads there, and so does a page beside the folder that has its name. Indexes made
    before are made anew, or go.
    """
    written = [page for page in pages if not page.made]
    paths, ids = {page.path for page in written}, {page.id for page in written}
    folders = dict.fromkeys(page.path.split("/")[1] for page in written if page.path.count("/") > 1)
    made = [
        _index(folder, ids, language)
        for folder in folders
        if folder != _LISTED_ALREADY and paths.isdisjoint((f"content/{folder}/index.md", f"content/{folder}.md"))
    ]
    return tuple(sorted((*written, *made), key=lambda page: alphabetical(page.path)))


def _index(folder: str, taken: set[str], language: str) -> Page:
    told = _TITLES.get(folder)
    title = told.in_language(language) if told else folder.replace("-", " ").replace("_", " ").capitalize()
    name = slug(folder) or "index"
    return Page(
        id=f"{name}-index" if name in taken else name, path=f"content/{folder}/index.md", kind=folder, title=title,
        facts={}, body="", made=True,
    )  # fmt: skip
