"""What a content page holds and the site will not: scripts, frames, whatever would be asked of another site."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deroule.checks.page_markup import addresses_of, tags_of
from deroule.checks.surroundings import Surroundings
from deroule.diagnostics import Code, Diagnostic, Severity, Words
from deroule.model.dossier import Dossier, Page

CODE = Code(
    "CHK125",
    "left-out-of-the-site",
    Severity.WARNING,
    Words("« {what} » n'est pas publié : {why}", "“{what}” is not published: {why}"),
    Words(
        "Le site ne demande rien à un autre et n'exécute que ses propres scripts : c'est ce qui protège les lecteurs, et ce "
        "qui le fait marcher depuis un dossier. Ce qui viendrait d'ailleurs (image, film, cadre) et ce qui s'exécute "
        "(`<script>`, `onclick`, une adresse `javascript:`) est donc retiré des pages.",
        "The site asks nothing of another and runs its own scripts only: this protects readers, and lets it work from a "
        "folder. What would come from elsewhere (a picture, a film, a frame) and what runs (`<script>`, `onclick`, a "
        "`javascript:` address) is taken out of the pages.",
    ),
    Words(
        "copiez l'image ou le film à côté de la page, ou écrivez un lien à suivre, `[texte](adresse)`",
        "copy the picture or the film beside the page, or write a link to follow, `[text](address)`",
    ),
)
DROPPED = ("applet", "base", "embed", "frame", "iframe", "link", "meta", "object", "script", "style")
"""Tags that no page of the site holds."""
_ELSEWHERE = re.compile(r"\s*(?:https?:|[\\/]{2})", re.IGNORECASE)
_RUN = re.compile(r"\s*(?:java|vb)script:", re.IGNORECASE)
_FROM_ELSEWHERE = Words("il viendrait d'un autre site", "it would come from another site")
_RUNS = Words("une page n'exécute que les scripts du site", "a page runs the site's own scripts only")
_NO_TAG = Words("cette balise n'a pas cours dans une page", "this tag has no place in a page")
_REMOVE = Words("retirez-le", "remove it")


def check(dossier: Dossier, surroundings: Surroundings) -> Iterator[Diagnostic]:
    """Look at what each page writes in HTML, and at the pictures that it shows."""
    for page in dossier.pages:
        yield from _in_tags(page)
        for address in addresses_of(page):
            if _RUN.match(address.text):
                yield CODE.at(address.span, what=address.text, why=_RUNS, hint=_REMOVE)
            elif address.is_loaded and not address.is_html and _ELSEWHERE.match(address.text):
                yield CODE.at(address.span, what=address.text, why=_FROM_ELSEWHERE)


def _in_tags(page: Page) -> Iterator[Diagnostic]:
    for tag in tags_of(page):
        if tag.name == "script" and "ld+json" in tag.attributes.get("type", ("",))[0]:
            continue  # data, which no browser runs: it is published
        if tag.name in DROPPED:
            if any(_ELSEWHERE.match(value) for value, _ in tag.attributes.values()):
                yield CODE.at(tag.span, what=f"<{tag.name}>", why=_FROM_ELSEWHERE)
            else:
                yield CODE.at(tag.span, what=f"<{tag.name}>", why=_NO_TAG, hint=_REMOVE)
            continue
        for name, (value, span) in tag.attributes.items():
            if name.startswith("on"):
                yield CODE.at(span, what=name, why=_RUNS, hint=_REMOVE)
            elif name in ("src", "srcset", "poster", "data") and _ELSEWHERE.match(value):
                yield CODE.at(span, what=value, why=_FROM_ELSEWHERE)
