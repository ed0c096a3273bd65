"""Every field of every file: the loader reads it, the schema admits it, and each value knows where it stands."""

from __future__ import annotations

import types
import typing
from typing import Annotated, Any, Literal, get_args, get_origin

import jsonschema
import pytest
import yaml
from pydantic import BaseModel

from deroule.model import scalars
from deroule.model.blocks import BLOCKS, Block, Group
from deroule.model.placed import Placed
from deroule.model.richtext import Prose, RichText
from deroule.model.written import Include, WrittenSection, WrittenSlide
from deroule.source.decode import decode
from deroule.source.schema import SCHEMAS, schema, written_fields
from deroule.source.yaml_file import read_nodes

SCALARS: dict[Any, Any] = {
    scalars.Id: "un-mot", scalars.Written: "012", scalars.Duration: "1 h 30", scalars.Time: "10:30",
    scalars.Moment: "1:02:03", scalars.Shift: "-2.5", scalars.Date: "2018-03-01", scalars.YesNo: "oui",
    scalars.Number: "12 000", scalars.Language: "fr", scalars.TimeZone: "Europe/Paris",
    scalars.Address: "https://exemple.fr", scalars.WebAddress: "https://exemple.fr/film", scalars.Colour: "#1D4F91", RichText: "**Un** mot", Prose: "Un mot.\n\nDeux.",
    int: 1, float: 1.0, str: "mot",
}  # fmt: skip
DEEPEST = 7


class Sample:
    """Writes a value for any type of the model, each field filled."""

    def __init__(self) -> None:
        self.count = 0

    def of(self, annotation: Any, metadata: tuple[Any, ...] = (), depth: int = 0) -> Any:
        if get_origin(annotation) is Annotated:
            known = SCALARS.get(annotation)
            inner, *more = get_args(annotation)
            if known is not None:
                return known
            for name, written in SCALARS.items():  # Pydantic takes a field's Annotated apart
                if get_origin(name) is Annotated and get_args(name)[1:] == tuple(more):
                    return written
            return self.of(inner, tuple(more), depth)
        origin = get_origin(annotation)
        if origin in (types.UnionType, typing.Union):
            chosen = [one for one in get_args(annotation) if one is not type(None)]
            if any(_bare(one) is WrittenSlide for one in chosen):
                return self.slide(depth)
            if all(isinstance(_bare(one), type) and issubclass(_bare(one), Block) for one in chosen):
                return {"text": "Un mot."} if depth > 3 else self.block(list(BLOCKS)[self.count % len(BLOCKS)], depth)
            return self.of(chosen[-1], metadata, depth)
        if origin is tuple:
            least = max((getattr(one, "min_length", None) or 1 for one in metadata), default=1)
            return [self.of(get_args(annotation)[0], (), depth + 1) for _ in range(least)]
        if origin is dict:
            key, value = get_args(annotation)
            return {self.of(key): self.of(value, (), depth + 1)}
        if origin is Literal:
            return get_args(annotation)[-1]
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return self.mapping(annotation, depth + 1)
        return SCALARS[annotation]

    def field(self, field: Any, depth: int) -> Any:
        for written, value in SCALARS.items():
            inner, *more = get_args(written) if get_origin(written) is Annotated else (None,)
            if inner == field.annotation and any(one in field.metadata for one in more):
                return value
        return self.of(field.annotation, tuple(field.metadata), depth)

    def mapping(self, model: type[BaseModel], depth: int = 0) -> dict[str, Any]:
        made = {}
        for key, field in written_fields(model).items():
            if depth < DEEPEST or field.is_required():
                made[key] = self.field(field, depth)
        if model is Group:
            made.pop("blocks", None)
            made["text"] = "Un mot."
        return made

    def block(self, kind: str, depth: int) -> dict[str, Any]:
        self.count += 1
        return {kind: self.mapping(BLOCKS[kind], depth + 1)}

    def slide(self, depth: int) -> dict[str, Any]:
        return {**self.mapping(WrittenSlide, depth), **self.block("text", depth)}


def _bare(annotation: Any) -> Any:
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation


def everything(name: str) -> dict[str, Any]:
    """A file of one kind with every field written, every block, a section and an include."""
    sample = Sample()
    made = sample.mapping(SCHEMAS[name])
    if "slides" in made and name != "after":
        made["slides"] = [
            *({"title": "Un", **sample.block(kind, 0)} for kind in BLOCKS),
            sample.slide(0),
            sample.mapping(WrittenSection),
            sample.mapping(Include),
        ]
    return made


def placed_in(value: Any) -> list[Placed]:
    if isinstance(value, Placed):
        inner = [one for name in type(value).model_fields for one in placed_in(getattr(value, name))]
        return [value, *inner]
    if isinstance(value, tuple | list):
        return [one for item in value for one in placed_in(item)]
    if isinstance(value, dict):
        return [one for item in value.values() for one in placed_in(item)]
    return []


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_is_read_admitted_and_placed(name: str) -> None:
    written = everything(name)
    text = yaml.safe_dump(written, allow_unicode=True, sort_keys=False)
    node, faults, _ = read_nodes(text.encode(), f"{name}.yml")
    assert node is not None and not faults
    decoded = decode(node, SCHEMAS[name], "fr")
    assert [one.message("en") for one in decoded.found] == []
    assert decoded.whole and decoded.value is not None
    lines = text.count("\n")
    for one in placed_in(decoded.value):
        if one == type(one).model_construct(**{key: f.default for key, f in type(one).model_fields.items()}):
            continue  # left out: made by the tool itself
        assert one.span is not None and 1 <= one.span.line <= lines, one
        for field in one.model_fields_set - {"kind", "entry"}:
            span = one.span_of(field)
            assert span is not None and span.path == f"{name}.yml" and 1 <= span.line <= lines, (one, field)
    problems = list(jsonschema.Draft202012Validator(schema(name, "fr")).iter_errors(written))
    assert not problems, [(list(one.absolute_path), one.message[:200]) for one in problems]


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_is_explained_to_the_editor(name: str) -> None:
    def explained(one: Any, path: str) -> list[str]:
        if isinstance(one, dict):
            bare = [
                f"{path}/{key}" for key, value in one.get("properties", {}).items() if not value.get("description")
                and "$ref" not in value
            ]  # fmt: skip
            return bare + [found for key, value in one.items() for found in explained(value, f"{path}/{key}")]
        return [found for item in one for found in explained(item, path)] if isinstance(one, list) else []

    for language in ("fr", "en"):
        assert not explained(schema(name, language), "")
