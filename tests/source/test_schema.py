"""The JSON Schemas say what the loader admits: they are sound, current, and hold the repository's own files."""

from __future__ import annotations

import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from deroule.source.schema import SCHEMAS, described, french, schema, schema_text


class EditorLoader(yaml.SafeLoader):
    """Reads as editors do, by YAML 1.2: no dates, no sexagesimal numbers, no yes and no."""


EditorLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("null", r"~|null|", ["~", "n", ""]),
    ("bool", r"true|false", list("tf")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?[0-9]+\.[0-9]+", list("-+0123456789")),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)


def sources(repository: Path, name: str) -> list[Path]:
    folder = repository / "sequences"
    if name == "organisation":
        return [folder / "organisation.yml"]
    if name == "shared":
        return sorted((folder / "shared").glob("*.yml"))
    if name == "after":
        return sorted(folder.glob("20*/after/after.yml"))
    files = sorted(folder.glob("20*/*.yml"))
    return [path for path in files if (path.name == "event.yml") == (name == "event")]


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_repositorys_files_hold(name: str, repository: Path) -> None:
    validator = jsonschema.Draft202012Validator(schema(name, "en"))
    validator.check_schema(validator.schema)
    for path in sources(repository, name):
        faults = list(validator.iter_errors(yaml.load(path.read_text("utf-8"), EditorLoader)))
        assert not faults, (path.name, [(list(one.absolute_path), one.message[:200]) for one in faults])


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_published_schemas_are_current(name: str, repository: Path) -> None:
    assert (repository / "sequences" / ".schema" / f"{name}.json").read_text("utf-8") == schema_text(name, "fr")


@pytest.mark.parametrize(
    "slide",
    [
        {"titel": "x"},
        {"title": ["x"]},
        {"figures": {"values": 3}},
        {"columns": [{"text": "a"}]},
        {"image": {"alt": "x"}},
    ],
)
def test_what_the_loader_refuses_the_schema_refuses(slide: object) -> None:
    written = {"kind": "concept", "title": "S", "slides": [slide]}
    assert list(jsonschema.Draft202012Validator(schema("sequence", "en")).iter_errors(written))


def test_every_description_is_told_in_french() -> None:
    assert set(described()) == set(french())
