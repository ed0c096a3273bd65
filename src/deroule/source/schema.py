"""JSON Schemas of the written form, short and long, made from the model: what editors complete and explain."""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel, WithJsonSchema
from pydantic.fields import FieldInfo

from deroule.model.after import WrittenAfter
from deroule.model.blocks import BLOCKS, Block, Group
from deroule.model.placed import Placed
from deroule.model.richtext import Prose, RichText
from deroule.model.written import (
    Include,
    SharedSlides,
    WrittenEvent,
    WrittenOrganisation,
    WrittenSection,
    WrittenSequence,
    WrittenSlide,
)
from deroule.source.shorthand import ASKED
from deroule.workspace import Workspace

FOLDER = "sequences/.schema"
SCHEMAS: dict[str, type[Placed]] = {
    "event": WrittenEvent,
    "sequence": WrittenSequence,
    "organisation": WrittenOrganisation,
    "shared": SharedSlides,
    "after": WrittenAfter,
}
Schema = dict[str, Any]
# An editor's own YAML reader types 11, 3.10 and yes before it asks the schema: text may arrive as any of these.
_TEXT: Schema = {"type": ["string", "number", "boolean"]}
_HIDDEN = ("kind", "entry")


def write_schemas(workspace: Workspace, language: str) -> tuple[str, ...]:
    """Write the schemas where the files' first lines look for them; give their paths."""
    paths = []
    for name in SCHEMAS:
        path = f"{FOLDER}/{name}.json"
        workspace.write(path, schema_text(name, language).encode())
        paths.append(path)
    return tuple(paths)


def schema_text(name: str, language: str) -> str:
    """Give the text of a schema file, with descriptions in French or in English."""
    return json.dumps(schema(name, language), ensure_ascii=False, indent=1) + "\n"


def schema(name: str, language: str) -> Schema:
    """Give the schema of a kind of file of SCHEMAS."""
    builder = _Builder(language)
    top = builder.reference(SCHEMAS[name])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Déroulé: {name}",
        **top,
        "$defs": dict(sorted(builder.definitions.items())),
    }


@lru_cache(maxsize=1)
def french() -> dict[str, str]:
    """Give the French descriptions by English one."""
    stored: dict[str, str] = json.loads((files("deroule.source") / "descriptions_fr.json").read_text("utf-8"))
    return stored


def written_fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Give the fields that an author may write, by the key that is written."""
    return {
        field.alias or name: field
        for name, field in model.model_fields.items()
        if not (name in _HIDDEN and get_origin(field.annotation) is Literal and len(get_args(field.annotation)) == 1)
        and not (name == "kind" and field.annotation is str)
    }


class _Builder:
    """Builds one schema; each mapping type becomes a definition."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.definitions: dict[str, Schema] = {}
        self.note: Callable[[str], object] = str
        """Told each English description; the completeness test listens."""

    def reference(self, model: type[BaseModel]) -> Schema:
        name = model.__name__
        if name not in self.definitions:
            self.definitions[name] = {}  # a mapping may hold itself: the name is taken before the body is made
            self.definitions[name] = self._definition(model)
        return {"$ref": f"#/$defs/{name}"}

    def _definition(self, model: type[BaseModel]) -> Schema:
        long = self._long(model)
        forms = [*self._short(model), long]
        made: Schema = long if len(forms) == 1 else {"anyOf": forms}
        return {"description": self._words((model.__doc__ or "").strip().split("\n")[0]), **made}

    def _long(self, model: type[BaseModel]) -> Schema:
        fields = written_fields(model)
        properties = {key: self._field(field) for key, field in fields.items()}
        required = [key for key, field in fields.items() if field.is_required()]
        if model in (WrittenSlide, Group):
            properties |= self._block_keys()
        if model is WrittenSlide:
            properties |= self._asked_keys()
        made: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
        return made | ({"required": required} if required else {})

    def _short(self, model: type[BaseModel]) -> list[Schema]:
        """Give the short forms: what fills the main field, and a single item without its list."""
        main = getattr(model, "main", None)
        if issubclass(model, Block) and model.model_fields["kind"].default in ASKED:
            return [{"$ref": "#/$defs/Id"}] if self._id() else []
        if main is None or not isinstance(main, str) or main not in model.model_fields:
            return []
        field = model.model_fields[main]
        forms = [self._type(field.annotation, list(field.metadata))]
        if issubclass(model, Block) and (item := _item(field.annotation)):
            forms.append(self.reference(item))
        return forms

    def _id(self) -> bool:
        self.definitions.setdefault("Id", {"type": "string", "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"})
        return True

    def _block_keys(self) -> dict[str, Schema]:
        return {kind: self.reference(block) for kind, block in BLOCKS.items()}

    def _asked_keys(self) -> dict[str, Schema]:
        """Give the fields of a poll or a quiz that may stand beside it on the slide."""
        keys: dict[str, Schema] = {}
        for kind, names in ASKED.items():
            keys |= {name: self._field(BLOCKS[kind].model_fields[name]) for name in names}
        return keys

    def _field(self, field: FieldInfo) -> Schema:
        made = self._type(field.annotation, list(field.metadata))
        if not field.is_required():
            made = {"anyOf": [made, {"type": "null"}]} if "type" not in made else _or_null(made)
        return {"description": self._words(field.description or ""), **made}

    def _words(self, english: str) -> str:
        self.note(english)
        return french().get(english, english) if self.language.startswith("fr") else english

    # --- types ---

    def _type(self, annotation: Any, metadata: list[Any]) -> Schema:
        if get_origin(annotation) is Annotated:
            annotation, *more = get_args(annotation)
            return self._type(annotation, [*metadata, *more])
        given = next((one.json_schema for one in metadata if isinstance(one, WithJsonSchema)), None)
        if given is not None:
            return dict(given)
        origin = get_origin(annotation)
        if origin in (types.UnionType, typing.Union):
            return self._union(annotation, metadata)
        if origin is tuple:
            return self._list(annotation, metadata)
        if origin is dict:
            return {"type": "object", "additionalProperties": self._type(get_args(annotation)[1], [])}
        if origin is Literal:
            return {"enum": list(get_args(annotation))}
        return self._leaf(annotation, metadata)

    def _leaf(self, annotation: Any, metadata: list[Any]) -> Schema:
        if annotation in (RichText, Prose, str):
            return dict(_TEXT)
        if annotation in (int, float):
            bounds = {"ge": "minimum", "le": "maximum", "gt": "exclusiveMinimum"}
            found = {
                word: getattr(one, name) for one in metadata for name, word in bounds.items() if hasattr(one, name)
            }
            return {"type": "integer" if annotation is int else ["number", "string"], **found}
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return self.reference(annotation)
        raise TypeError(f"no schema for {annotation}")

    def _union(self, annotation: Any, metadata: list[Any]) -> Schema:
        options = [one for one in get_args(annotation) if one is not type(None)]
        if len(options) == 1:
            made = self._type(options[0], metadata)
            return made if len(options) == len(get_args(annotation)) else _or_null(made)
        models = [_bare(one) for one in options]
        if WrittenSlide in models:
            return self._entry()
        if all(isinstance(one, type) and issubclass(one, Block) for one in models):
            return self._listed_block()
        return {"anyOf": [self._type(one, []) for one in options]}

    def _entry(self) -> Schema:
        """A slide unless it says that it is a section or an include: so that an editor explains the right one."""
        section, include = (self.reference(model)["$ref"] for model in (WrittenSection, Include))
        for name in ("WrittenSection", "Include"):
            forms = self.definitions[name].pop("anyOf", [])
            self.definitions[name].update(forms[-1] if forms else {})
        return {
            "type": "object",
            "if": {"required": ["section"]},
            "then": {"$ref": section},
            "else": {
                "if": {"required": ["include"]},
                "then": {"$ref": include},
                "else": self.reference(WrittenSlide),
            },
        }

    def _listed_block(self) -> Schema:
        self.definitions.setdefault("ListedBlock", {})
        if not self.definitions["ListedBlock"]:
            self.definitions["ListedBlock"] = {"type": "object", "additionalProperties": False}
            keys = self._block_keys() | self._asked_keys()
            self.definitions["ListedBlock"] |= {"minProperties": 1, "properties": keys}
        return {"$ref": "#/$defs/ListedBlock"}

    def _list(self, annotation: Any, metadata: list[Any]) -> Schema:
        """A list, or its only entry without the dash."""
        item = self._type(get_args(annotation)[0], [])
        least = next((one.min_length for one in metadata if hasattr(one, "min_length")), 0) or 0
        most = next((one.max_length for one in metadata if hasattr(one, "max_length")), None)
        made: Schema = {"type": "array", "items": item}
        made |= ({"minItems": least} if least else {}) | ({"maxItems": most} if most else {})
        return made if least > 1 else {"anyOf": [made, item]}


def _or_null(made: Schema) -> Schema:
    if "type" in made and "enum" not in made:
        kinds = made["type"] if isinstance(made["type"], list) else [made["type"]]
        return {**made, "type": [*kinds, *(["null"] if "null" not in kinds else [])]}
    return {"anyOf": [made, {"type": "null"}]}


def _bare(annotation: Any) -> Any:
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation


def _item(annotation: Any) -> type[Placed] | None:
    """Give the mapping that a list field holds, if it is a list of one kind of mapping."""
    if get_origin(annotation) in (types.UnionType, typing.Union):
        found = [one for one in get_args(annotation) if get_origin(one) is tuple]
        annotation = found[0] if found else annotation
    inner = get_args(annotation)[0] if get_origin(annotation) is tuple else None
    return inner if isinstance(inner, type) and issubclass(inner, Placed) else None


def described() -> tuple[str, ...]:
    """Give every English description that stands in the schemas, once: what the French file must hold."""
    builder = _Builder("en")
    told: list[str] = []
    builder.note = told.append
    for model in SCHEMAS.values():
        builder.reference(model)
    return tuple(dict.fromkeys(words for words in told if words))
