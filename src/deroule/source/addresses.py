"""The addresses of links: which are admitted, and what to write in place of those that are not."""

from __future__ import annotations

import re
from urllib.parse import unquote

from deroule.diagnostics import Diagnostic, Words
from deroule.source.codes import EMPTY_LINK, UNSAFE_LINK
from deroule.span import Span

_ADMITTED = re.compile(r"^(?:https?://|mailto:|tel:|#|/|\.{0,2}/|[\w%-][\w%./#-]*(?:\?[^\s:]*)?$)", re.IGNORECASE)
_SITE = re.compile(r"^www\.\S", re.IGNORECASE)
_PERSON = re.compile(r"^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$")


def judge(address: str, span: Span | None) -> Diagnostic | None:
    """Tell an address that is not admitted, with what it was meant to be where that can be seen."""
    written = unquote(address)  # the parser escapes what an address may not hold; the author wrote it plain
    if not address.strip():
        return EMPTY_LINK.at(span)
    meant = f"https://{written}" if _SITE.match(written) else f"mailto:{written}" if _PERSON.match(written) else ""
    if meant:
        return UNSAFE_LINK.at(span, address=written, hint=Words(f"écrivez « {meant} »", f"write “{meant}”"))
    return None if _ADMITTED.match(address) else UNSAFE_LINK.at(span, address=written)
