"""Makes the engine's pages whole: cleaned of what does not belong, with shielded signs shown and a policy that holds."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from importlib import resources
from pathlib import Path

from deroule.outputs.site.anchors import anchor_terms
from deroule.outputs.site.cleaning import clean_body, unshield
from deroule.outputs.site.policy import Trust, trust_of, with_policy

REFERENCE = "tags.html"
"""A page whose Markdown is ours alone: what scripts it holds are the theme's and ours."""
_BODY = re.compile(r"<body[^>]*>")


def finish(site: Path, outside: Mapping[str, Collection[str]] | None = None) -> None:
    """Finish every page below `site`. `outside`: the origins that a page's video may come from, by page."""
    trust = trust_of_site(site)
    for path in sorted(site.rglob("*.html")):
        page = path.relative_to(site).as_posix()
        text = path.read_text(encoding="utf-8")
        path.write_text(finish_page(text, trust, (outside or {}).get(page, ())), encoding="utf-8")


def trust_of_site(site: Path) -> Trust:
    """Learn which scripts are the theme's and ours, from a page of the site that is not finished yet or is."""
    style = resources.files("deroule.outputs.site") / "style"
    own = [f"style/{one.name}" for one in style.iterdir() if one.name.endswith(".js")]
    return trust_of((site / REFERENCE).read_text(encoding="utf-8"), own)


def finish_page(page: str, trust: Trust, outside: Collection[str] = ()) -> str:
    """Give the page as it is published. The head holds shielded texts only; the body is parsed and written anew."""
    opening = _BODY.search(page)
    if opening is None:  # a page that only leads elsewhere
        return unshield(with_policy(page, trust))
    body, closing, rest = page[opening.end() :].rpartition("</body>")
    if not closing:
        body, rest = page[opening.end() :], ""
    whole = page[: opening.end()] + anchor_terms(clean_body(body, trust)) + closing + rest
    return unshield(with_policy(whole, trust, outside))
