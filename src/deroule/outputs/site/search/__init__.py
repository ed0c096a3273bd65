"""The search of the site: an index of its finished pages, in small parts that scripts load where a page is opened."""

from __future__ import annotations

from pathlib import Path

from deroule.outputs.site.search.facts import SiteFacts
from deroule.outputs.site.search.index import Index, as_text, from_text, order, weighed
from deroule.outputs.site.search.passages import read_page
from deroule.outputs.site.shelf import Shelf

_LEFT_OUT = ("404.html", "tags.html")


def index_site(site: Path, facts: SiteFacts, shelf: Shelf | None = None) -> None:
    """Read every finished page below `site` and write the index beside them.

    Pages are read in the order of the index, so that none has to be kept until all are read.
    """
    index, shelf = Index(), shelf or Shelf(None)
    addresses = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}.difference(_LEFT_OUT)
    for address in sorted(addresses, key=lambda one: order(facts.of(one), one)):
        page, known = (site / address).read_bytes().decode("utf-8"), facts.of(address)
        key = shelf.key("index", address, repr(known), page)
        kept = shelf.take(key)
        if kept is None:
            read = read_page(page, address, known)
            passages = weighed(read) if read else []
            shelf.put(key, as_text(passages))
        else:
            passages = from_text(kept)
        index.add(passages)
    index.write(site)
