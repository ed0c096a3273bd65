"""The reference pages of the documentation, made from the model and from the codes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from deroule.build.codes import all_codes
from deroule.diagnostics import Code
from deroule.model.after import (
    WrittenAfter,
    WrittenChapter,
    WrittenCut,
    WrittenMark,
    WrittenMedia,
    WrittenMessage,
    WrittenPollResult,
    WrittenQuestion,
)
from deroule.model.blocks import BLOCKS
from deroule.model.written import (
    Include,
    SharedSlides,
    WrittenEvent,
    WrittenOrganisation,
    WrittenSection,
    WrittenSequence,
    WrittenSlide,
)
from deroule.source.schema import written_fields
from deroule.workspace import Workspace

PAGES = ("docs/reference/blocks.md", "docs/reference/codes.md")
_MADE = "<!-- made from the model and the codes by `python -m deroule.build.reference`: do not edit -->\n"
_FILES = (
    ("event.yml", WrittenEvent),
    ("a sequence", WrittenSequence),
    ("organisation.yml", WrittenOrganisation),
    ("shared/*.yml", SharedSlides),
    ("a slide", WrittenSlide),
    ("a section", WrittenSection),
    ("an include", Include),
    ("after/after.yml", WrittenAfter),
    ("a slide's time, of after.yml", WrittenMark),
    ("a cut, of after.yml", WrittenCut),
    ("a chapter, of after.yml", WrittenChapter),
    ("a film or a sound, of after.yml", WrittenMedia),
    ("a poll's result, of after.yml", WrittenPollResult),
    ("a question, of after.yml", WrittenQuestion),
    ("a message, of after.yml", WrittenMessage),
)


def write_reference(workspace: Workspace) -> None:
    """Write the pages into the workspace's docs."""
    workspace.write(PAGES[0], blocks_page().encode())
    workspace.write(PAGES[1], codes_page().encode())


def blocks_page() -> str:
    """Give the page of files and blocks: every key, what it holds, whether it is needed."""
    parts = [_MADE, "# What can be written\n", "## Files and their entries\n"]
    for name, model in _FILES:
        parts.append(_section(f"### {name}", model))
    parts.append("## Blocks\n\nA block's key is its kind; blocks are shown in the order written.\n")
    told: set[type[BaseModel]] = {model for _, model in _FILES}
    for kind, block in BLOCKS.items():
        parts.append(_section(f"### `{kind}`", block))
        for inner in _inner(block):
            if inner not in told and inner not in BLOCKS.values():
                told.add(inner)
                parts.append(_section(f"#### {inner.__name__.lower()}, of `{kind}`", inner))
    return "\n".join(parts)


def codes_page() -> str:
    """Give the page of codes, in English and in French."""
    parts = [_MADE, "# Codes\n", "`deroule explain CODE` prints these pages in the terminal.\n"]
    return "\n".join([*parts, *(code_section(code) for code in all_codes())])


def code_section(code: Code) -> str:
    """Give a code's part of the page."""
    hints = f"\n*{code.hint.en}* · *{code.hint.fr}*\n" if code.hint else ""
    messages = f"> {code.message.en}\n>\n> {code.message.fr}\n"
    return f"## {code.id} {code.name} ({code.severity})\n\n{messages}\n{code.page.en}\n\n{code.page.fr}\n{hints}"


def _section(heading: str, model: type[BaseModel]) -> str:
    main = getattr(model, "main", None)
    short = f"\nShort form: a bare value fills `{main}`.\n" if isinstance(main, str) else ""
    rows = "\n".join(_row(key, field) for key, field in written_fields(model).items())
    doc = (model.__doc__ or "").strip()
    return f"{heading}\n\n{doc}\n{short}\n| key | what it holds | |\n| --- | --- | --- |\n{rows}\n"


def _row(key: str, field: FieldInfo) -> str:
    needed = "needed" if field.is_required() else ""
    return f"| `{key}` | {(field.description or '').replace('|', '/')} | {needed} |"


def _inner(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Give the mappings that a block's fields hold."""
    for field in model.model_fields.values():
        for found in _models(field.annotation):
            yield found
            if found is not model and found not in BLOCKS.values() and not _holds(found, found):
                yield from _inner(found)


def _holds(model: type[BaseModel], wanted: type[BaseModel]) -> bool:
    return any(wanted in _models(field.annotation) for field in model.model_fields.values())


def _models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [] if annotation in BLOCKS.values() else [annotation]
    return [found for inner in get_args(annotation) for found in _models(inner)]


if __name__ == "__main__":
    from deroule.workspace import DiskWorkspace

    write_reference(DiskWorkspace(Path.cwd()))
