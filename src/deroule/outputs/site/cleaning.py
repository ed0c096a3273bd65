"""Makes what people wrote harmless in the pages that the engine built: by parsing them as a browser does, not by patterns.

The whole body of a page is parsed by an HTML5 parser and written anew from lists of what is allowed. Nothing depends on
where the content begins or ends, so nothing that an author writes can step out of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import nh3

from deroule.outputs.site.policy import SCRIPT, Known

_SHIELDS = {"<": "\ue000", ">": "\ue001", "&": "\ue002", '"': "\ue003", "'": "\ue004"}
_ENTITIES = {"\ue000": "&lt;", "\ue001": "&gt;", "\ue002": "&amp;", "\ue003": "&quot;", "\ue004": "&#39;"}
_SHIELDING = str.maketrans({**dict.fromkeys(_ENTITIES, ""), **_SHIELDS})
_IN_DATA = str.maketrans({sign: f"\\u{ord(typed):04x}" for typed, sign in _SHIELDS.items()})

_KEPT_OPEN, _KEPT_CLOSE = "\ue010", "\ue011"
"""Around the number of a script that stays, while the body is cleaned."""
_KEPT = re.compile(f"{_KEPT_OPEN}(\\d+){_KEPT_CLOSE}")

_TAGS = (nh3.ALLOWED_TAGS - {"map", "area", "tt", "center", "strike", "acronym", "rtc"}) | {
    "audio", "button", "dialog", "fieldset", "form", "input", "label", "legend", "main", "meter", "optgroup", "option",
    "output", "picture", "progress", "search", "section", "select", "source", "textarea", "track", "video",
    "svg", "g", "path", "circle", "rect", "line", "polyline", "polygon", "ellipse", "text", "tspan", "title", "desc",
    "defs", "use",
}  # fmt: skip
_EVERYWHERE = {"class", "id", "title", "lang", "dir", "role", "hidden", "tabindex", "style"}
_DRAWN = {
    "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray", "transform", "x", "y", "x1",
    "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height", "d", "points", "viewBox", "preserveAspectRatio",
    "font-size", "font-family", "font-weight", "text-anchor", "dominant-baseline", "dx", "dy", "opacity", "fill-opacity", "xmlns",
    "focusable",
}  # fmt: skip
_ATTRIBUTES: dict[str, set[str]] = {
    "*": _EVERYWHERE,
    "a": {"href", "hreflang", "download", "rel", "type", "target"},
    "abbr": {"title"},
    "audio": {"controls", "preload", "src"},
    "blockquote": {"cite"},
    "button": {"type", "disabled", "value", "popovertarget"},
    "col": {"span", "width"},
    "details": {"open", "name"},
    "dialog": {"open"},
    "fieldset": {"disabled"},
    "img": {"src", "srcset", "sizes", "alt", "width", "height", "loading", "decoding", "fetchpriority"},
    "input": {"type", "name", "value", "checked", "disabled", "placeholder", "autocomplete", "min", "max", "step"},
    "label": {"for"},
    "li": {"value"},
    "meter": {"value", "min", "max", "low", "high", "optimum"},
    "ol": {"start", "reversed", "type"},
    "optgroup": {"label"},
    "option": {"value", "selected", "label", "disabled"},
    "output": {"for"},
    "progress": {"value", "max"},
    "select": {"name", "disabled"},
    "source": {"src", "srcset", "sizes", "type", "media"},
    "td": {"colspan", "rowspan", "headers"},
    "textarea": {"rows", "cols", "placeholder", "disabled"},
    "th": {"colspan", "rowspan", "headers", "scope", "abbr"},
    "time": {"datetime"},
    "track": {"src", "kind", "srclang", "label", "default"},
    "video": {"controls", "poster", "preload", "src", "width", "height", "playsinline", "muted"},
    "use": {"href"},
    **dict.fromkeys(
        ("svg", "g", "path", "circle", "rect", "line", "polyline", "polygon", "ellipse", "text", "tspan"), _DRAWN
    ),
}
_STYLES = {"text-align", "width", "min-width", "max-width", "height", "aspect-ratio", "vertical-align"}
_EMBEDDED = {
    ("img", "src"): re.compile(r"data:image/(?:png|jpeg|gif|webp|svg\+xml)[;,]", re.IGNORECASE),
    ("track", "src"): re.compile(r"data:text/vtt[;,]", re.IGNORECASE),
}
_ELSEWHERE = re.compile(r"(?:^|[\s,])\s*(?:https?:|[\\/]{2})", re.IGNORECASE)


def shield(text: str) -> str:
    """Keep a text from being read as markup by an engine that escapes nothing; `unshield` shows it as it was typed.

    The five signs of HTML travel as characters of the private use area, through titles, attributes, lists of tags.
    """
    return text.translate(_SHIELDING)


def unshield(page: str) -> str:
    """Write shielded signs as the entities that a browser shows as typed, in text, attributes and titles alike."""
    for sign, entity in _ENTITIES.items():  # many times faster than a table, on a page that holds few of them
        if sign in page:  # to look costs a third of replacing nothing
            page = page.replace(sign, entity)
    return page


def clean_body(body: str, trusted: Known) -> str:
    """Give a page's body with what is allowed only; of scripts, data and what `trusted` knows stay in place."""
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        script = _data(found["attributes"], found["text"])
        if not script and trusted(found["attributes"], found["text"]):
            script = found[0]
        if not script:
            return ""
        kept.append(script)
        return f"{_KEPT_OPEN}{len(kept) - 1}{_KEPT_CLOSE}"

    marked = SCRIPT.sub(keep, _without_marks(body))
    cleaned: str = _BY_LISTS.clean(marked)
    if _holds_what_values_decide(cleaned):
        cleaned = _BY_VALUES.clean(marked)
    return _KEPT.sub(lambda found: kept[int(found[1])], cleaned)


def clean_fragment(fragment: str) -> str:
    """Give a piece of HTML without any script."""
    return clean_body(fragment, lambda attributes, text: False)


def _without_marks(text: str) -> str:
    return text.replace(_KEPT_OPEN, "").replace(_KEPT_CLOSE, "")


def _holds_what_values_decide(cleaned: str) -> bool:
    """Say whether there is, in a text cleaned by lists, any value that `_allowed_value` might not leave as it is.

    Most pages hold none, and to ask for each of their attributes takes as long as to parse them. What the parser has
    written has its attributes in double quotes, and in them signs as entities, so that nothing hides from a search.
    """
    return (
        "mermaid" in cleaned
        or "<use" in cleaned
        or any(before[-4:].lower() == "data" for before in cleaned.split(":"))
        or any(decides.search(value) for opening, decides in _DECIDED_BY for value in _values(cleaned, opening))
        or any(cleaned.rfind("<", 0, at) > cleaned.rfind(">", 0, at) for at in _marks_of(cleaned))
    )


_FROM_ELSEWHERE = re.compile(r"https?:|[\\/]{2}", re.IGNORECASE)
_DECIDED_BY = (
    ('src="', _FROM_ELSEWHERE),
    ('srcset="', _FROM_ELSEWHERE),
    ('poster="', _FROM_ELSEWHERE),
    ('title="', re.compile("<|&lt;|\ue000")),
    ('type="', re.compile("password|file|image|submit", re.IGNORECASE)),
)


def _values(cleaned: str, opening: str) -> Iterator[str]:
    """Give the values of an attribute, found by what opens it: many times faster than by a pattern."""
    at = cleaned.find(opening)
    while at >= 0:
        start = at + len(opening)
        end = cleaned.find('"', start)
        yield cleaned[start:end]
        at = cleaned.find(opening, end)


def _marks_of(cleaned: str) -> Iterator[int]:
    """Give where the marks of kept scripts stand."""
    for mark in (_KEPT_OPEN, _KEPT_CLOSE):
        at = cleaned.find(mark)
        while at >= 0:
            yield at
            at = cleaned.find(mark, at + 1)


def _allowed_value(tag: str, attribute: str, value: str) -> str | None:
    """Refuse data addresses but for pictures and captions, what a page would load from elsewhere, and the like.

    A kept script's mark inside of an attribute goes: the script's quotes would end the attribute.
    """
    value = _without_marks(value)
    if attribute in ("href", "src", "cite", "poster", "srcset") and value.lstrip().lower().startswith("data:"):
        embedded = _EMBEDDED.get((tag, attribute))
        return value if embedded and embedded.match(value.lstrip()) else None
    if attribute in ("src", "srcset", "poster") and _ELSEWHERE.search(value):  # would be asked of another site
        return None
    if attribute == "title":  # the theme shows it in a box of its own, and reads it as HTML there
        return value.replace("<", "‹").replace("\ue000", "‹")
    if tag == "use" and not value.startswith("#"):
        return None
    if tag == "input" and attribute == "type" and value.lower() in ("password", "file", "image", "submit"):
        return "text"
    if attribute == "class" and "mermaid" in value:  # the theme would ask a public network for its drawing script
        return None
    return value


_IS_DATA = re.compile(r"""\btype=["']?application/ld\+json["'\s]?""")


def _data(attributes: str, text: str) -> str:
    """Write a script that holds structured data anew, from its parsed value; nothing when it is no such data."""
    if "ld+json" not in attributes or not _IS_DATA.search(attributes + " "):
        return ""
    try:
        value = json.loads(text)
    except ValueError:
        return ""
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_IN_DATA)
    for sign in "<>&":
        plain = plain.replace(sign, f"\\u{ord(sign):04x}")
    return f'<script type="application/ld+json">{plain}</script>'


_LISTS: dict[str, Any] = {
    "tags": _TAGS, "clean_content_tags": {"script", "style"}, "attributes": _ATTRIBUTES, "filter_style_properties": _STYLES,
    "generic_attribute_prefixes": {"data-", "aria-"}, "url_schemes": {"http", "https", "mailto", "tel", "data"},
    "link_rel": None, "strip_comments": True,
}  # fmt: skip
_BY_LISTS = nh3.Cleaner(**_LISTS)
_BY_VALUES = nh3.Cleaner(**_LISTS, attribute_filter=_allowed_value)
