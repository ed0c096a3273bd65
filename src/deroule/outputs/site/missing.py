"""The page of what is not found: a server shows it at any address, and in a folder it opens as any other page does."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

from markupsafe import escape

from deroule.outputs.site.addresses import place
from deroule.outputs.site.cards import page_card
from deroule.outputs.site.moved import built
from deroule.outputs.site.sheets import indexes
from deroule.outputs.site.stage import Stage
from deroule.outputs.site.words import Wording

PAGE = "404.html"
IN_A_FOLDER = 'location.protocol==="file:"&&document.querySelector("base").remove()'
"""The script that lets the page's addresses count from the page itself where no server shows it elsewhere."""
_TITLE = "<h1>404 - Not found</h1>"
_SIDES = ('data-md-type="navigation"', 'data-md-type="toc"')
"""Beside this page the theme leaves room for lists that it has not."""
_CHARSET = '<meta charset="utf-8">'
_SCOPE = re.compile(r'(__md_scope=new URL\()"[^"]*",location\)')
"""Where the theme keeps what a reader chose: under the site's root."""
_WITHIN = re.compile(r'<a href="?#[^>]*>.*?</a>', re.DOTALL)
"""Links inside the page, as Zensical's first one: with a root of their own addresses, they would lead to the home page."""


def write_missing(stage: Stage, page: Path) -> None:
    """Say in the site's language that a page is not there, and how to find it."""
    if not page.is_file():
        return
    ways = [{**page_card("404.md", one, Wording(stage.language)), "path": place(one)} for one in indexes(stage)]
    told = stage.forms.fill("missing", stage.language, page=built, ways=ways)
    root = urlsplit(stage.material.address).path or "/"
    page.write_text(rooted(page.read_text("utf-8"), root).replace(_TITLE, told), "utf-8")


def rooted(text: str, root: str) -> str:
    """Give the engine's page with addresses that count from the site's root, which is told once.

    The engine begins each address at the root of the server, and in a folder nothing is there.
    """
    for side in _SIDES:
        text = text.replace(side, f"{side} hidden")
    begun = re.compile(rf"""(\b(?:href|src)=["']?){re.escape(root.rstrip("/"))}/(?!/)([^"'\s>]*)""")
    text = begun.sub(lambda found: found[1] + (found[2] or "index.html"), _WITHIN.sub("", text))
    text = _SCOPE.sub(r'\1".",document.baseURI)', text)
    told = f'{_CHARSET}<base href="{escape(root)}"><script>{IN_A_FOLDER}</script>'
    return text.replace(_CHARSET, told, 1)
