"""What machines read in the head of a page: canonical address, language, picture and words for those who share it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import escape

_ARTICLE = '<article class="md-content__inner md-typeset"'
_CONTENTS = '<ul class="md-nav__list" data-md-component="toc"'
_ALTERNATE = "alternate alternate"
"""Said twice, which means the same: the theme asks for a map of the site beside whatever `rel=alternate` leads to."""
_LONGEST = 300
FEED = "flux.xml"
"""Where the feed lies."""


@dataclass(frozen=True, slots=True)
class Head:
    """A page's facts; `picture` is a path in the site, `others` the page in other languages, by language."""

    title: str
    language: str
    description: str = ""
    kind: str = "article"
    picture: str = ""
    picture_alt: str = ""
    day: dt.date | None = None
    changed: dt.date | None = None
    others: Mapping[str, str] = field(default_factory=dict)
    sheets: tuple[str, ...] = ()
    """Style sheets and scripts of this page alone, as links from it."""
    scripts: tuple[str, ...] = ()


def with_head(page: str, path: str, head: Head, site: tuple[str, str, str]) -> str:
    """Give a built page with its head and its language. `site`: its name, its address or nothing, its language."""
    name, address, language = site
    found = [
        ("property", "og:type", head.kind), ("property", "og:title", head.title), ("property", "og:site_name", name),
        ("property", "og:locale", head.language), ("property", "og:description", _short(head.description)),
    ]  # fmt: skip
    links = []
    if address:
        found.append(("property", "og:url", address + path))
        links = [(_ALTERNATE, other, address + place) for other, place in sorted(head.others.items())]
        links += [(_ALTERNATE, head.language, address + path)] if links else []
        if head.picture:
            found += [("property", "og:image", address + head.picture), ("name", "twitter:card", "summary_large_image")]
            found += [("property", "og:image:alt", head.picture_alt or head.title)]
    lines = [f'<meta {name}="{escape(key)}" content="{escape(value)}">' for name, key, value in found if value]
    lines += [f'<link rel="{rel}" hreflang="{escape(tongue)}" href="{escape(to)}">' for rel, tongue, to in links]
    if address:
        feed = f'type="application/rss+xml" title="{escape(name)}" href="{"../" * path.count("/")}{FEED}"'
        lines.append(f'<link rel="{_ALTERNATE}" {feed}>')
    lines += [f'<link rel="stylesheet" href="{escape(sheet)}">' for sheet in head.sheets]
    lines += [f'<script src="{escape(script)}" defer></script>' for script in head.scripts]
    page = page.replace("</head>", "".join(f"{line}\n" for line in lines) + "</head>", 1)
    return page if head.language == language else _spoken(page, head.language)


def _short(text: str) -> str:
    """Give the beginning of a text, up to a whole word, as long as those who show it make use of."""
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + "…"


def _spoken(page: str, language: str) -> str:
    """Say the language of the content, and of its contents list, where it is not the site's."""
    for opening in (_ARTICLE, _CONTENTS):
        page = page.replace(opening, f'{opening} lang="{escape(language)}"')
    return page
