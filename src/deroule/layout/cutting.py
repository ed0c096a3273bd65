"""Where a block may be continued on a next slide: between entries first, then inside one, at sentences, then words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Any, TypeVar

from deroule.model.placed import Placed
from deroule.model.richtext import Prose, RichText, Run

P = TypeVar("P", bound=Placed)
Fits = Callable[[Any], bool]

FIELDS: dict[str, tuple[str, ...]] = {
    "Text": ("text",),
    "Bullets": ("items",),
    "Numbered": ("items",),
    "Quote": ("text",),
    "Definition": ("items",),
    "Code": ("text",),
    "Figures": ("items",),
    "Table": ("rows",),
    "Pillars": ("items",),
    "Steps": ("items",),
    "Timeline": ("lanes", "points"),
    "Hub": ("poles",),
    "Flows": ("incoming", "outgoing", "kept"),
    "Case": ("what", "results", "figures"),
    "Tools": ("items",),
    "Links": ("items",),
    "Contacts": ("items",),
    "Activity": ("instructions",),
    "Plan": ("entries",),
    "Item": ("text", "items"),
    "Part": ("text", "items"),
    "Term": ("meaning",),
    "Figure": ("label", "detail"),
    "Lane": ("points",),
    "Point": ("text",),
    "Cell": ("text",),
    "Tool": ("text",),
    "Link": ("text",),
    "Contact": ("role", "text"),
}
"""What may be cut in each type, in reading order; what is not named is in one piece and repeated."""
TOGETHER = frozenset({("Case", "figures")})
"""What is not cut after other words, but shown whole on the next slide: figures that stand in a row."""
ASIDE = 0.4
"""How far from an even share, as a part of it, a sentence's end may be for a text to be cut there."""
LEAST_BEGUN = 120
"""Characters of a text under other words that a slide's foot must hold: a line alone there is better on the next slide."""
LONGEST_REPEATED = 60
"""Characters of an entry that are repeated above the entries under it when these go on on a next slide."""


def cut(model: P, fits: Fits) -> tuple[P, P] | None:
    """Cut a model so that the first part fits; give both parts, or nothing when it cannot be cut.

    The first part holds all fields before the cut one, none after it.
    """
    fields = [
        field for field in FIELDS.get(type(model).__name__, ()) if getattr(model, field) not in (None, (), "auto")
    ]
    for field in reversed(fields):
        value = getattr(model, field)
        first = field == fields[0]
        whole = not first and (type(model).__name__, field) in TOGETHER
        if not first and not fits(_head(model, field, None)):
            continue

        def with_part(part: Any, field: str = field) -> bool:
            return fits(_head(model, field, part))

        parts = None if whole else _cut_value(value, with_part)
        if parts and (first or not _is_little(parts[0], value)):
            return _head(model, field, parts[0]), _rest(model, field, parts[1])
        if not first:
            return _head(model, field, None), _rest(model, field, value)
    return None


def _is_little(part: Any, value: Any) -> bool:
    """Whether a text, or that of the last entry, would be cut after a line or so."""
    if isinstance(part, tuple):
        part, value = (getattr(entries[len(part) - 1], "text", None) for entries in (part, value))
    return isinstance(part, RichText) and part != value and len(part.plain) <= LEAST_BEGUN


def is_barely_begun(part: Any, whole: Any) -> bool:
    """Whether a part of a block is no more than the first line or so of its first text."""
    if isinstance(part, RichText | Prose):
        return part != whole and len(part.plain) <= LEAST_BEGUN
    if isinstance(part, tuple):
        return len(part) == 1 and is_barely_begun(part[0], whole[0])
    if isinstance(part, Placed):
        fields = [field for field in FIELDS.get(type(part).__name__, ()) if getattr(part, field)]
        return any(is_barely_begun(getattr(part, field), getattr(whole, field)) for field in fields)
    return False


def shares(model: P, count: int) -> tuple[P, ...] | None:
    """Share the entries of a model out evenly; nothing when it is not one list of at least `count` entries."""
    fields = [
        field for field in FIELDS.get(type(model).__name__, ()) if getattr(model, field) not in (None, (), "auto")
    ]
    value = getattr(model, fields[0]) if len(fields) == 1 else None
    starts = _even_starts(value, count) if isinstance(value, tuple) and len(value) >= count else None
    if starts is None:
        return None
    done: list[P] = []
    rest = model
    for start, end in pairwise(starts):
        entries = getattr(rest, fields[0])
        done.append(_head(rest, fields[0], entries[: end - start]))
        rest = _rest(rest, fields[0], entries[end - start :])
    return (*done, rest)


def _even_starts(entries: tuple[Any, ...], count: int) -> list[int] | None:
    """Give where each of `count` shares begins; rows that a cell spans stay together, if that leaves something to all."""
    each, longer = divmod(len(entries), count)
    wanted = [each * number + min(number, longer) for number in range(count)]
    free = sorted(set(range(len(entries))) - _tied(entries))
    starts = [min(free, key=lambda at, wish=wish: abs(at - wish)) for wish in wanted]  # type: ignore[misc]
    return starts if len(set(starts)) == count else None


def _tied(rows: tuple[Any, ...]) -> set[int]:
    """Tell the rows of a table that cells from above reach into, so that they may not begin a slide."""
    return {
        at + further
        for at, row in enumerate(rows)
        if isinstance(row, tuple)
        for cell in row
        for further in range(1, getattr(cell, "rows", 1))
    }


def _head(model: P, field: str, value: object) -> P:
    """Give the model up to a part of one field, without the fields after it."""
    fields = FIELDS[type(model).__name__]
    after = fields[fields.index(field) + 1 :]
    changes = {name: _empty(model, name) for name in after} | {field: _empty(model, field) if value is None else value}
    return model.model_copy(update=changes)


def _rest(model: P, field: str, value: object) -> P:
    """Give the model from a part of one field on, without the fields before it."""
    fields = FIELDS[type(model).__name__]
    changes: dict[str, object] = {name: _empty(model, name) for name in fields[: fields.index(field)]} | {field: value}
    name = type(model).__name__
    if name == "Numbered":
        changes["start"] = model.start + len(model.items) - len(value)  # type: ignore[attr-defined,arg-type]
    if name in ("Steps", "Plan"):
        changes["first"] = model.first + len(getattr(model, field)) - len(value)  # type: ignore[attr-defined,arg-type]
    if name == "Item" and field == "items":
        text = model.text  # type: ignore[attr-defined]
        changes["text"] = text if len(text.plain) <= LONGEST_REPEATED else RichText.of("…")
    return model.model_copy(update=changes)


def _empty(model: Placed, field: str) -> object:
    value = getattr(model, field)
    if isinstance(value, RichText):
        return RichText()
    return () if isinstance(value, tuple) else None


def _cut_value(value: Any, fits: Fits) -> tuple[Any, Any] | None:
    if isinstance(value, RichText):
        return _cut_text(value, fits)
    if isinstance(value, Prose):
        return _cut_prose(value, fits)
    if isinstance(value, str):
        lines = _cut_tuple(tuple(value.splitlines()), lambda part: fits("\n".join(part)))
        return ("\n".join(lines[0]), "\n".join(lines[1])) if lines else None
    return _cut_tuple(value, fits)


def _most(count: int, fits: Callable[[int], bool]) -> int:
    """Give the largest number below `count` that fits, 0 when not even 1 does."""
    low, high = 0, count - 1
    while low < high:
        middle = (low + high + 1) // 2
        if fits(middle):
            low = middle
        else:
            high = middle - 1
    return low


def _cut_tuple(items: tuple[Any, ...], fits: Fits) -> tuple[tuple[Any, ...], tuple[Any, ...]] | None:
    count = _most(len(items), lambda number: fits(items[:number]))
    if count:
        return items[:count], items[count:]
    first = items[0]
    if isinstance(first, Placed):
        parts = cut(first, lambda part: fits((part,)))
        return ((parts[0],), (parts[1], *items[1:])) if parts else None
    if isinstance(first, tuple):
        cells = _cut_row(first, lambda part: fits((part,)))
        return ((cells[0],), (cells[1], *items[1:])) if cells else None
    return None


def _cut_row(cells: tuple[Any, ...], fits: Fits) -> tuple[tuple[Any, ...], tuple[Any, ...]] | None:
    """Cut every cell of a row that is higher than a slide, at the same share of its words."""
    words = [len(cell.text.plain.split()) for cell in cells]
    largest = max(words, default=0)
    count = _most(largest, lambda number: fits(tuple(_first_words(cell, number) for cell in cells)))
    if not count:
        return None
    return tuple(_first_words(cell, count) for cell in cells), tuple(_other_words(cell, count) for cell in cells)


def _first_words(cell: Any, count: int) -> Any:
    return cell.model_copy(update={"text": _words(cell.text, 0, count)})


def _other_words(cell: Any, count: int) -> Any:
    return cell.model_copy(update={"text": _words(cell.text, count, None)})


def _words(prose: Prose, start: int, end: int | None) -> Prose:
    kept, seen = [], 0
    for paragraph in prose.paragraphs:
        own = _offsets(paragraph)
        first, last = max(start - seen, 0), len(own) if end is None else min(end - seen, len(own))
        if first < last:
            text_end = own[last] if last < len(own) else len(paragraph.plain)
            kept.append(_slice(paragraph, own[first], text_end))
        seen += len(own)
    return Prose(tuple(kept))


def _offsets(text: RichText) -> list[int]:
    return [match.start() for match in re.finditer(r"[^ \n]+", text.plain)]


def _cut_prose(prose: Prose, fits: Fits) -> tuple[Prose, Prose] | None:
    paragraphs = prose.paragraphs
    count = _most(len(paragraphs), lambda number: fits(Prose(paragraphs[:number])))
    following = paragraphs[count:]
    parts = _cut_text(following[0], lambda part: fits(Prose((*paragraphs[:count], part))))
    if parts and (not count or len(parts[0].plain) > LEAST_BEGUN):
        return Prose((*paragraphs[:count], parts[0])), Prose((parts[1], *following[1:]))
    return (Prose(paragraphs[:count]), Prose(following)) if count else None


def _cut_text(text: RichText, fits: Fits) -> tuple[RichText, RichText] | None:
    plain = text.plain
    starts = [offset for offset in _offsets(text) if offset]
    if not starts:
        return _cut_word(text, fits)
    count = _most(len(starts) + 1, lambda number: fits(_slice(text, 0, starts[number - 1])))
    if not count:
        return _cut_word(text, fits)
    at = _even_end(plain, starts[:count])
    return _slice(text, 0, at), _slice(text, at, len(plain))


def _even_end(plain: str, words: list[int]) -> int:
    """Give where a text ends on its first slide, of words' places that all fit: so that its slides are filled alike.

    A sentence's end near there is best, then a half sentence's, then a word's; never a colon, which announces.
    """
    most = words[-1]
    slides = -(-len(plain) // most)
    share, least = len(plain) / slides, len(plain) - (slides - 1) * most

    def nearest(places: Iterable[int]) -> int:
        return min((one for one in places if one >= least), key=lambda place: abs(place - share), default=0)

    for end in (r"[.!?…]\s+", r";\s+"):
        best = nearest(match.end() for match in re.finditer(end, plain[:most]))
        if abs(best - share) < share * ASIDE:
            return best
    return nearest(one for one in words if not plain[:one].rstrip().endswith(":")) or nearest(words)


def _cut_word(text: RichText, fits: Fits) -> tuple[RichText, RichText] | None:
    length = len(text.plain)
    count = _most(length, lambda number: fits(_slice(text, 0, number)))
    return (_slice(text, 0, count), _slice(text, count, length)) if count else None


def _slice(text: RichText, start: int, end: int) -> RichText:
    kept, at = [], 0
    for run in text.runs:
        part = run.text[max(start - at, 0) : max(end - at, 0)]
        if part:
            kept.append(
                Run(part, run.bold, run.italic, run.code, run.superscript, run.subscript, run.link, run.language)
            )
        at += len(run.text)
    if kept and end < at:
        last = kept[-1]
        kept[-1] = Run(
            last.text.rstrip(" "),
            last.bold,
            last.italic,
            last.code,
            last.superscript,
            last.subscript,
            last.link,
            last.language,
        )
    return RichText(tuple(kept))
