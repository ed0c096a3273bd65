"""Text as the product keeps it: runs with their marks, read once from inline Markdown and shared by every output."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with the same marks. A line break is a run whose text is a newline."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    superscript: bool = False
    subscript: bool = False
    link: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class RichText:
    """One paragraph: its runs in reading order, typography already put right."""

    runs: tuple[Run, ...] = ()

    @property
    def plain(self) -> str:
        """The text without its marks; a line break becomes a space."""
        return "".join(" " if run.text == "\n" else run.text for run in self.runs)

    def __str__(self) -> str:
        return self.plain

    def __bool__(self) -> bool:
        return bool(self.runs)

    @classmethod
    def of(cls, text: str) -> RichText:
        """Make a paragraph of unmarked text."""
        return cls((Run(text),)) if text else cls()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(_read_rich_text)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": ["string", "number", "boolean"]}


@dataclass(frozen=True, slots=True)
class Prose:
    """Several paragraphs, separated by blank lines in the source."""

    paragraphs: tuple[RichText, ...] = ()

    @property
    def plain(self) -> str:
        """The paragraphs without their marks, separated by blank lines."""
        return "\n\n".join(paragraph.plain for paragraph in self.paragraphs)

    def __str__(self) -> str:
        return self.plain

    def __bool__(self) -> bool:
        return bool(self.paragraphs)

    @classmethod
    def of(cls, *texts: str) -> Prose:
        """Make unmarked paragraphs, one a text."""
        return cls(tuple(RichText.of(text) for text in texts))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(_read_prose)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": ["string", "number", "boolean"]}


class TextReader(Protocol):
    """What turns written text into rich text; the source room brings one as Pydantic's validation context."""

    def rich_text(self, written: str) -> RichText:
        """Read one paragraph of inline Markdown."""

    def prose(self, written: str) -> Prose:
        """Read paragraphs of inline Markdown, separated by blank lines."""

    def judge_address(self, written: str) -> None:
        """Note an address that is not admitted, to be told where it stands."""


def _read_rich_text(value: Any, info: core_schema.ValidationInfo) -> RichText:
    if isinstance(value, RichText):
        return value
    if not isinstance(value, str):
        raise ValueError("text expected")
    reader: TextReader | None = info.context
    return reader.rich_text(value) if reader is not None else RichText.of(str(value))


def _read_prose(value: Any, info: core_schema.ValidationInfo) -> Prose:
    if isinstance(value, Prose):
        return value
    if not isinstance(value, str):
        raise ValueError("text expected")
    reader: TextReader | None = info.context
    return reader.prose(value) if reader is not None else Prose.of(*str(value).split("\n\n"))
