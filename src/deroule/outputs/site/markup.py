"""Rich text as HTML that stands inside Markdown: everything an author wrote is escaped, links only lead to known schemes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup, escape

from deroule.model.richtext import Prose, RichText, Run

_SCHEMES = ("https://", "http://", "mailto:", "tel:")


def metadata(text: str) -> str:
    """Make a text safe in titles, tags and descriptions.

    The engine writes these unescaped in some places and strips tags, then unescapes, in others: no form of `<` or of
    the straight quote would be safe in all of them, so their typographic twins take their place.
    """
    plain = text.replace("<", "‹").replace(">", "›").replace('"', "”")
    return " ".join(plain.replace("&", "&amp;").split())


def markdown(text: str) -> str:
    """Escape a text for a line of Markdown: a heading, a cell."""
    return re.sub(r"([\\`*_{}\[\]()#+\-.!|~^$:])", r"\\\1", metadata(text)).replace("\\:", "&#58;")


@dataclass(frozen=True, slots=True)
class Hand:
    """Writes rich text; `address` turns a written address into a link of the page, or nothing when it leads nowhere."""

    address: Callable[[str], str | None]

    def line(self, text: RichText | None) -> Markup:
        """Write one paragraph, without its `p`."""
        return Markup("").join(self._run(run) for run in text.runs) if text else Markup("")

    def prose(self, prose: Prose | None) -> Markup:
        """Write paragraphs."""
        paragraphs = prose.paragraphs if prose else ()
        return Markup("").join(Markup("<p>{}</p>").format(self.line(text)) for text in paragraphs)

    def link(self, written: str | None) -> str | None:
        """Give the address to put into `href`, or nothing."""
        if not written:
            return None
        return written if written.lower().startswith(_SCHEMES) else self.address(written)

    def _run(self, run: Run) -> Markup:
        if run.text == "\n":
            return Markup("<br>")
        made = escape(run.text)
        for wanted, tag in (
            (run.code, "code"), (run.bold, "strong"), (run.italic, "em"), (run.superscript, "sup"), (run.subscript, "sub"),
        ):  # fmt: skip
            if wanted:
                made = Markup(f"<{tag}>{{}}</{tag}>").format(made)
        if run.language:
            made = Markup('<span lang="{}">{}</span>').format(run.language, made)
        href = self.link(run.link)
        return Markup('<a href="{}">{}</a>').format(href, made) if href else made
