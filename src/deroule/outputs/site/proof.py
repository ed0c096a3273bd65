"""The last look at a site before it is published: whatever its pages lead to, and would ask of another site, is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from deroule.diagnostics import Diagnostic, Words
from deroule.model.dossier import Dossier
from deroule.outputs.site.addresses import place
from deroule.outputs.site.codes import BUILT_LINK_BROKEN
from deroule.outputs.site.links import BrokenLink, Missing, check_links
from deroule.outputs.site.moved import built
from deroule.outputs.site.shelf import Shelf
from deroule.span import Span

_WHY: dict[Missing, Words] = {
    "file": Words("rien ne s'y trouve", "nothing stands there"),
    "anchor": Words("la page n'a pas cet endroit", "the page has no such place"),
    "twice": Words("deux endroits de la page portent ce nom", "two places of the page have this name"),
    "site": Words("l'adresse sort du site", "the address leads out of the site"),
    "root": Words(
        "elle part de la racine d'un serveur, qu'un dossier n'a pas",
        "it starts at a server's root, which a folder has not",
    ),
    "outside": Words("la page le demanderait à un autre site", "the page would ask it of another site"),
}


def prove(site: Path, address: str, dossier: Dossier, shelf: Shelf) -> tuple[Diagnostic, ...]:
    """Check every link of the built pages; a fault that many pages share, as one in a page form, is told once."""
    sources = {built(place(page)): page.path for page in dossier.pages}
    return tuple(_told(check_links(site, address, shelf), sources))


def audit_site(site: Path) -> tuple[Diagnostic, ...]:
    """Check every link of any built site, told at its pages."""
    broken = check_links(site)
    return tuple(_told(broken, {one.page: (site / one.page).as_posix() for one in broken}))


def _told(broken: Iterable[BrokenLink], sources: Mapping[str, str]) -> Iterator[Diagnostic]:
    pages: dict[tuple[str, Missing], list[str]] = {}
    for one in broken:
        pages.setdefault((one.address, one.missing), []).append(one.page)
    for (address, missing), where in pages.items():
        first, others = where[0], len(where) - 1
        more = Words(f" et {others} autre(s)", f" and {others} more") if others else Words("", "")
        span = Span(sources[first]) if first in sources else None
        yield BUILT_LINK_BROKEN.at(span, address=address, page=first, more=more, why=_WHY[missing])
