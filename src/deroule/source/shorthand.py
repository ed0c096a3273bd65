"""From the written form to the canonical one: short blocks spelled out, block keys gathered into `blocks`.

Driven by the model (each block's `main` field and fields); the only special case is a poll or a quiz whose question
stands on the slide itself.
"""

from __future__ import annotations

import types
import typing
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from deroule.diagnostics import Diagnostic, Words
from deroule.model.blocks import BLOCKS, Block, Group
from deroule.model.placed import Placed
from deroule.model.richtext import Prose, RichText
from deroule.model.written import Include, WrittenSection, WrittenSlide
from deroule.source.codes import MISSING_FIELD, UNKNOWN_KEY, WRONG_SHAPE
from deroule.source.nearest import nearest
from deroule.source.nodes import Items, Mapping, Scalar
from deroule.span import Span

_QUOTE = Words(
    "si c'est du texte, mettez-le entre guillemets : \"{key} : …\"",
    "if it is text, put it in quotation marks: \"{key}: …\"",
)  # fmt: skip
_TITLE = Words(
    "ajoutez `title:` ; entre guillemets s'il commence par un signe (#, &, *)",
    "add `title:`; in quotation marks if it begins with a sign (#, &, *)",
)
ASKED = {
    "poll": ("question", "options", "multiple", "instruction"),
    "quiz": ("question", "options", "multiple", "feedback"),
}


class Expander:
    """Expands one file's nodes; keys that nothing knows are reported and left out."""

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []
        self.meant: set[tuple[Span, str]] = set()
        """Mappings with the field that an unknown key of theirs most likely stands for; "" where that is not known."""

    def expand(self, node: Any, model: type[BaseModel]) -> Any:
        """Give the canonical node of a mapping of `model`."""
        if not isinstance(node, Mapping):
            node = self._spelled(node, model)
            if not isinstance(node, Mapping):
                return node
        if model in (WrittenSlide, Group):
            node = self._gather_blocks(node, model)
        names = field_names(model)
        items: dict[str, Any] = {}
        for key, value in node.items():
            if key not in names:
                known = names - {"entry", "kind"} if issubclass(model, Block) else names
                self._unknown(node, key, sorted(known), text=_is_text(model) and not names & set(node))
                continue
            if value is None:
                continue  # a key without a value is a field left out
            written = _parted(value) if key == "tags" and isinstance(value, Scalar) else value
            items[key] = self._value(written, shape_of(model, key))
        return Mapping(items, node.span, node.keys_at)

    def _spelled(self, node: Any, model: type[BaseModel]) -> Any:
        main = getattr(model, "main", None)
        if main is None or node is None:
            return node
        span = getattr(node, "span", None) or Span("")
        return Mapping({main: node}, span, {main: span})

    def _value(self, value: Any, shape: Shape) -> Any:
        """Expand a value by the type of its field."""
        if isinstance(value, Scalar) and shape.is_list and value not in shape.words:
            value = Items([value], value.span)  # an only entry may go without its dash
        if shape.model is None and not shape.holds_blocks and not shape.holds_entries:
            return value
        if shape.is_list:
            return self._list(value, shape)
        if shape.is_dict and shape.model and isinstance(value, Mapping):
            items = {key: self.expand(item, shape.model) for key, item in value.items()}
            return Mapping(items, value.span, value.keys_at)
        return self.expand(value, shape.model) if shape.model and not _is_word(value, shape) else value

    def _list(self, value: Any, shape: Shape) -> Any:
        if _is_word(value, shape):
            return value
        items = value if isinstance(value, Items) else Items([value], value.span)
        if shape.inner is not None:
            return Items([self._list(row, shape.inner) for row in items], items.span)
        return Items([self._item(item, shape) for item in items], items.span)

    def _item(self, item: Any, shape: Shape) -> Any:
        if shape.holds_blocks:
            return self._written_block(item)
        if shape.holds_entries:
            return self._entry(item)
        return self.expand(item, shape.model) if shape.model else item

    # --- entries of `slides` ---

    def _entry(self, item: Any) -> Any:
        if not isinstance(item, Mapping):
            return item
        for name, model in (("section", WrittenSection), ("include", Include)):
            if name in item:
                return _with(self.expand(item, model), "entry", name, item.span)
        slide = self.expand(item, WrittenSlide)
        if not item.get("title") and not _asks(slide) and (item.span, "title") not in self.meant:
            span = item.keys_at.get("title", item.span)
            self.found.append(MISSING_FIELD.at(span, key="title", hint=_TITLE))
        return _with(slide, "entry", "slide", item.span)

    # --- blocks ---

    def _written_block(self, item: Any) -> Any:
        """Expand an entry of a `blocks:` list: a mapping with one block key, or with `kind`."""
        if not isinstance(item, Mapping):
            return item
        if "kind" in item:
            block = BLOCKS.get(str(item["kind"]))
            return self.expand(item, block) if block else item
        kinds = [key for key in item if key in BLOCKS]
        if len(kinds) != 1:
            for key in item:
                if key not in BLOCKS:
                    self._unknown(item, key, list(BLOCKS))
            return None
        rest = {key: value for key, value in item.items() if key != kinds[0]}
        return self._block(kinds[0], item[kinds[0]], item.keys_at[kinds[0]], Mapping(rest, item.span, item.keys_at))

    def _gather_blocks(self, node: Mapping, model: type[BaseModel]) -> Mapping:
        names = field_names(model)
        asked = {key for kind in ASKED if kind in node for key in ASKED[kind]}
        items: dict[str, Any] = {}
        blocks: list[Any] = []
        for key, value in node.items():
            if key in asked and key not in names:
                continue
            if key in BLOCKS:
                blocks.append(self._block(key, value, node.keys_at.get(key, node.span), node))
            elif key in names or key == "entry":
                items[key] = value
            else:
                self._unknown(node, key, [*sorted(names - {"entry"}), *BLOCKS])
        if "blocks" in items and isinstance(items["blocks"], Items):
            blocks += [self._written_block(item) for item in items["blocks"]]
        blocks = [block for block in blocks if block is not None]
        if blocks:
            items["blocks"] = Items(blocks, node.span)
        made = Mapping(items, node.span, dict(node.keys_at))
        made.keys_at.setdefault("blocks", node.span)
        return made

    def _block(self, kind: str, value: Any, span: Span, around: Mapping) -> Any:
        block = BLOCKS[kind]
        if value is None and block.main is None and kind not in ASKED:
            value = Mapping({}, span, {})
        if kind in ASKED and not isinstance(value, Mapping):
            value = self._asked(kind, value, span, around)
        elif not isinstance(value, Mapping):
            value = self._spelled(value if value is not None else Scalar("", span), block)
        elif block.main and not (set(value) & (field_names(block) - {"kind"})):
            value = Mapping({block.main: value}, value.span, {block.main: value.span})
        expanded = self.expand(value, block)
        if not isinstance(expanded, Mapping):
            self.found.append(WRONG_SHAPE.at(getattr(value, "span", None) or span, expected=_keys_of(kind, block)))
            return None
        return _with(expanded, "kind", kind, span)

    def _asked(self, kind: str, name: Any, span: Span, around: Mapping) -> Mapping:
        items = {"id": name} if name is not None else {}
        items |= {key: around[key] for key in ASKED[kind] if key in around}
        keys = {key: around.keys_at.get(key, span) for key in items} | {"id": span}
        return Mapping(items, span, keys)

    def _unknown(self, around: Mapping, key: str, known: list[str], *, text: bool = False) -> None:
        """Report a key. Where a text may stand, one with a colon in it looks like a key: quotation marks mend that."""
        span = around.keys_at.get(key, around.span)
        near = nearest(key, known)
        hint = Words("vouliez-vous écrire « {near} » ?", "did you mean “{near}”?") if near else None
        if text and near is None:
            hint = _QUOTE
        self.meant.add((around.span, near or ""))
        self.found.append(UNKNOWN_KEY.at(span, hint=hint, key=key, known=", ".join(known), near=near or ""))


def _keys_of(kind: str, block: type[Block]) -> Words:
    """Name the keys of a block, those first that it cannot do without."""
    fields = {key: field for key, field in block.model_fields.items() if key not in {"kind", *Block.model_fields}}
    told = ", ".join(f"`{key}:`" for key in sorted(fields, key=lambda key: not fields[key].is_required()))
    return Words(f"les clés d'un bloc `{kind}` : {told}", f"the keys of a `{kind}` block: {told}")


def _asks(slide: Mapping) -> bool:
    """Whether a poll or a quiz stands on the slide: its question is a title."""
    return any(isinstance(one, Mapping) and str(one.get("kind")) in ASKED for one in slide.get("blocks", ()))


def _is_text(model: type[BaseModel]) -> bool:
    """Whether a mapping of `model` may be written as a bare text."""
    main: str | None = getattr(model, "main", None)
    annotation: Any = model.model_fields[main].annotation if main else None
    return annotation is RichText or annotation is Prose


# --- what the types say: each field is looked at once, and tens of thousands are read ---


@dataclass(frozen=True, slots=True)
class Shape:
    """What may stand in a field, as far as short forms go."""

    model: type[Placed] | None
    """The mapping in it, such as that of `tuple[Item, ...]` or `Consent | None`."""
    is_list: bool
    is_dict: bool
    holds_blocks: bool
    holds_entries: bool
    words: tuple[str, ...]
    """The words admitted beside a list: `entries: auto`."""
    inner: Shape | None = None
    """What the rows of a list of lists are."""


@cache
def field_names(model: type[BaseModel]) -> frozenset[str]:
    """Give the keys that may be written for `model`: aliases stand for their fields."""
    return frozenset(field.alias or name for name, field in model.model_fields.items())


@cache
def shape_of(model: type[BaseModel], key: str) -> Shape:
    """Give the shape of the field written as `key`."""
    for name, field in model.model_fields.items():
        if key == (field.alias or name):
            return _shape(field.annotation)
    raise KeyError(key)


def _shape(annotation: Any) -> Shape:
    inner = _inner(annotation) if _is_list(annotation) else None
    return Shape(
        _model_in(annotation), _is_list(annotation), get_origin(annotation) is dict, _mentions(annotation, Block),
        _mentions(annotation, WrittenSlide), _words_in(annotation), _shape(inner) if _is_list(inner) else None,
    )  # fmt: skip


def _model_in(annotation: Any) -> type[Placed] | None:
    if isinstance(annotation, type) and issubclass(annotation, Placed):
        return annotation
    for inner in get_args(annotation):
        found = _model_in(inner)
        if found is not None and not issubclass(found, Block) and found not in (WrittenSlide, WrittenSection, Include):
            return found
    return None


def _mentions(annotation: Any, wanted: type) -> bool:
    if isinstance(annotation, type):
        return issubclass(annotation, wanted)
    return any(
        _mentions(inner, wanted)
        for inner in get_args(annotation)
        if inner is not Ellipsis and not isinstance(inner, str)
    )


def _is_list(annotation: Any) -> bool:
    if get_origin(annotation) in (tuple, list):
        return True
    return get_origin(annotation) in (types.UnionType, typing.Union) and any(
        _is_list(one) for one in get_args(annotation)
    )


def _inner(annotation: Any) -> Any:
    if get_origin(annotation) in (types.UnionType, typing.Union):
        annotation = next(one for one in get_args(annotation) if _is_list(one))
    return get_args(annotation)[0]


def _words_in(annotation: Any) -> tuple[str, ...]:
    options = (get_args(one) for one in get_args(annotation) if get_origin(one) is typing.Literal)
    return tuple(word for words in options for word in words)


def _is_word(value: Any, shape: Shape) -> bool:
    return isinstance(value, str) and value in shape.words


def _with(node: Any, key: str, value: str, span: Span) -> Any:
    if not isinstance(node, Mapping):
        return node
    return Mapping({key: Scalar(value, span), **node}, node.span, {key: span, **node.keys_at})


def _parted(written: Scalar) -> Items:
    """Tags may be written on one line, with commas between them."""
    return Items([Scalar(part.strip(), written.span) for part in written.split(",") if part.strip()], written.span)
