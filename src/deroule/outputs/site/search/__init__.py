"""The search of the site: an index of its finished pages, in small parts that scripts load where a page is opened."""

from __future__ import annotations

from pathlib import Path

from deroule.outputs.site.search.facts import SiteFacts
from deroule.outputs.site.search.index import write_index
from deroule.outputs.site.search.passages import read_page

_LEFT_OUT = ("404.html", "tags.html")


def index_site(site: Path, facts: SiteFacts) -> None:
    """Read every finished page below `site` and write the index beside them."""
    pages = []
    for path in sorted(site.rglob("*.html")):
        address = path.relative_to(site).as_posix()
        if address not in _LEFT_OUT:
            pages.append(read_page(path.read_text(encoding="utf-8"), address, facts.of(address)))
    write_index((page for page in pages if page is not None), site)
