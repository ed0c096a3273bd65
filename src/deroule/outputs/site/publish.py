"""From what the engine built to what is published: heads, languages, a page for what is not found, a map of the site."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from lxml import etree

from deroule.outputs.site.finish import finish
from deroule.outputs.site.heads import with_head
from deroule.outputs.site.missing import PAGE, write_missing
from deroule.outputs.site.moved import built
from deroule.outputs.site.shelf import Shelf
from deroule.outputs.site.stage import Stage

_MAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def publish(stage: Stage, site: Path, outside: Mapping[str, Collection[str]], shelf: Shelf | None = None) -> None:
    """Make the pages below `site` whole. `outside`: the origins that a page's video may come from, by page."""
    (site / "sitemap.xml.gz").unlink(missing_ok=True)  # carries the moment of compression
    write_missing(stage, site / PAGE)
    heads, told = {built(path): head for path, head in stage.heads.items()}, facts(stage)

    def headed(address: str, page: str) -> str:
        return with_head(page, address, heads[address], told) if address in heads else page

    finish(site, outside, headed, shelf or Shelf(None))
    if stage.material.address:
        (site / "sitemap.xml").write_bytes(site_map(stage))
    else:  # a map holds whole addresses, or nothing
        (site / "sitemap.xml").unlink(missing_ok=True)


def facts(stage: Stage) -> tuple[str, str, str]:
    """Give what the head of each page tells of the site: its name, its address, its language."""
    return stage.material.name, stage.material.address, stage.language


def site_map(stage: Stage) -> bytes:
    """Write the map of the site: every page, with the day of its last change where that is known."""
    top = etree.Element(f"{{{_MAP}}}urlset", nsmap={None: _MAP})  # type: ignore[dict-item]
    for path, head in sorted(stage.heads.items()):
        place = etree.SubElement(top, f"{{{_MAP}}}url")
        etree.SubElement(place, f"{{{_MAP}}}loc").text = stage.material.address + built(path)
        if head.changed:
            etree.SubElement(place, f"{{{_MAP}}}lastmod").text = head.changed.isoformat()
    etree.indent(top)
    return etree.tostring(top, xml_declaration=True, encoding="UTF-8")
