"""Rich text as HTML inside of Markdown: everything is escaped, marks are kept, links lead to known schemes and pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from deroule.model.richtext import Prose, RichText, Run
from deroule.outputs.site.terms import Terms

_SCHEMES = ("https://", "http://", "mailto:", "tel:")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_MARKS = (("code", "code"), ("bold", "strong"), ("italic", "em"), ("superscript", "sup"), ("subscript", "sub"))

NOTHING = Markup("")
"""What is written of a text that is not there."""


@dataclass(frozen=True, slots=True)
class Hand:
    """Writes rich text on one page.

    `address` turns a written address or id into a link of the page, or nothing when it leads nowhere; `terms` are
    the words of the glossary that get a tooltip.
    """

    address: Callable[[str], str | None]
    terms: Terms

    def line(self, text: RichText | None) -> Markup:
        """Write one paragraph, without its `p`."""
        if not text:
            return NOTHING
        return self._run(text.runs[0]) if len(text.runs) == 1 else Markup("".join(map(self._run, text.runs)))

    def lines(self, texts: Iterable[RichText]) -> list[Markup]:
        """Write several paragraphs, each without its `p`."""
        return [self.line(text) for text in texts]

    def prose(self, prose: Prose | None) -> Markup:
        """Write paragraphs."""
        return Markup("".join([f"<p>{self.line(text)}</p>" for text in prose.paragraphs])) if prose else NOTHING

    def link(self, written: str | None) -> str | None:
        """Give the address to put into `href`, or nothing."""
        if not written:
            return None
        return written if written.lower().startswith(_SCHEMES) else self.address(written)

    def _run(self, run: Run) -> Markup:
        if run.text == "\n":
            return Markup("<br>")
        href = self.link(run.link)
        plain = run.code or href or run.language
        made = escape(run.text) if plain else self.terms.explained(run.text)
        if run.code or run.bold or run.italic or run.superscript or run.subscript:
            for mark, tag in _MARKS:
                if getattr(run, mark):
                    made = Markup(f"<{tag}>{made}</{tag}>")
        if run.language and _LANGUAGE.fullmatch(run.language):
            made = Markup(f'<span lang="{run.language}">{made}</span>')
        return Markup(f'<a href="{escape(href)}">{made}</a>') if href else made
