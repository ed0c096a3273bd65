"""Makes the engine's pages whole: cleaned of what does not belong, with shielded signs shown and a policy that holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from importlib import resources
from pathlib import Path

from deroule.outputs.site.anchors import anchor_terms
from deroule.outputs.site.cleaning import clean_body, unshield
from deroule.outputs.site.missing import IN_A_FOLDER
from deroule.outputs.site.policy import Known, Trust, trust_of, with_policy
from deroule.outputs.site.raising import raise_letters
from deroule.outputs.site.shelf import Shelf
from deroule.outputs.site.wholeness import keep_names_whole

REFERENCE = "tags.html"
"""A page whose Markdown is ours alone: what scripts it holds are the theme's and ours."""
_BODY = re.compile(r"<body[^>]*>")


def finish(site: Path, outside: Mapping[str, Collection[str]], headed: Callable[[str, str], str], shelf: Shelf) -> None:
    """Finish every page below `site`.

    `outside`: the origins that a page's video may come from, by page. `headed` gives a page, by its address and its
    text, with the head that belongs to it. What `shelf` holds of a page that is as it was is taken as it is.
    """
    trust = trust_of_site(site)
    trusted = repr((sorted(trust.inline), sorted(trust.files)))
    for path in site.rglob("*.html"):
        address = path.relative_to(site).as_posix()
        page, origins = headed(address, path.read_bytes().decode("utf-8")), outside.get(address, ())
        key = shelf.key("page", page, trusted, *sorted(origins))
        finished = shelf.take(key)
        if finished is None:
            finished = finish_page(page, trust, origins)
            shelf.put(key, finished)
        path.write_bytes(finished.encode("utf-8"))


def trust_of_site(site: Path) -> Trust:
    """Learn which scripts are the theme's and ours, from a page of the site that is not finished yet or is."""
    style = resources.files("deroule.outputs.site") / "style"
    own = [f"style/{one.name}" for one in style.iterdir() if one.name.endswith(".js")]
    return trust_of((site / REFERENCE).read_text(encoding="utf-8"), own, (IN_A_FOLDER,))


def finish_page(page: str, trust: Trust, outside: Collection[str] = ()) -> str:
    """Give the page as it is published. The head holds shielded texts only; the body is parsed and written anew."""
    opening = _BODY.search(page)
    if opening is None:  # a page that only leads elsewhere
        return unshield(with_policy(page, trust))
    body, closing, rest = page[opening.end() :].rpartition("</body>")
    if not closing:
        body, rest = page[opening.end() :], ""
    whole = page[: opening.end()] + finish_body(body, trust) + closing + rest
    return unshield(with_policy(whole, trust, outside))


def finish_body(body: str, trusted: Known) -> str:
    """Give a body, or the content of one, cleaned, with anchors for its terms, raised letters of `1er`, names kept whole."""
    return keep_names_whole(raise_letters(anchor_terms(clean_body(body, trusted))))
