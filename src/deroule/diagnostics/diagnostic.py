"""The values of this room: a code is declared once, a diagnostic is one finding of it at one place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from deroule.span import Span

T = TypeVar("T")


class Severity(StrEnum):
    """How much a finding weighs: an error stops the outputs that it touches, a warning does not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Words:
    """The same sentence in French and in English, with `{named}` places to fill."""

    fr: str
    en: str

    def in_language(self, language: str, **values: str) -> str:
        """Give the sentence in `language` (French for `fr…`, English for all else) with its places filled."""
        template = self.fr if language.lower().startswith("fr") else self.en
        return template.format_map(values) if values else template


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of fault: declared beside the code that finds it, listed in one table, explained on one page.

    `id` is three letters for the room and three digits (`SRC003`); `name` is what people call it (`unknown-key`).
    `page` is the user's page in Markdown: what is found, why it matters, an example, what to write instead.
    """

    id: str
    name: str
    severity: Severity
    message: Words
    page: Words
    hint: Words | None = None

    def at(
        self,
        span: Span | None,
        *,
        notes: Iterable[Note] = (),
        hint: Words | None = None,
        **values: object,
    ) -> Diagnostic:
        """Report this fault at `span`, filling the places of message and hint from `values`.

        A value that reads differently in French and in English is given as Words.
        """
        filled = tuple(sorted(pair for key, value in values.items() for pair in _pairs(key, value)))
        return Diagnostic(self, span, filled, tuple(notes), hint or self.hint)


@dataclass(frozen=True, slots=True)
class Note:
    """A remark under a diagnostic; it may point elsewhere."""

    message: Words
    span: Span | None = None
    values: tuple[tuple[str, str], ...] = ()

    def text(self, language: str) -> str:
        """Give the remark in `language`."""
        return self.message.in_language(language, **_in_language(self.values, language))


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: a code, a place, and the values that fill its sentences."""

    code: Code
    span: Span | None
    values: tuple[tuple[str, str], ...] = ()
    notes: tuple[Note, ...] = ()
    hint: Words | None = None

    @property
    def severity(self) -> Severity:
        """The weight of the fault."""
        return self.code.severity

    def message(self, language: str) -> str:
        """Give the sentence that tells the fault in `language`."""
        return self.code.message.in_language(language, **_in_language(self.values, language))

    def hint_text(self, language: str) -> str | None:
        """Give the act that makes the fault go away in `language`, where one is known."""
        return self.hint.in_language(language, **_in_language(self.values, language)) if self.hint else None


def _pairs(key: str, value: object) -> tuple[tuple[str, str], ...]:
    """Keep a value as text; Words are kept as two values, `key:fr` and `key:en`."""
    if isinstance(value, Words):
        return (f"{key}:en", value.en), (f"{key}:fr", value.fr)
    return ((key, str(value)),)


def _in_language(values: tuple[tuple[str, str], ...], language: str) -> dict[str, str]:
    side = ":fr" if language.lower().startswith("fr") else ":en"
    return {key.removesuffix(side): value for key, value in values if ":" not in key or key.endswith(side)}


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What a stage could make, and what it found wrong on the way."""

    value: T
    diagnostics: tuple[Diagnostic, ...] = field(default=())

    @property
    def failed(self) -> bool:
        """Whether any finding is an error."""
        return any(finding.severity is Severity.ERROR for finding in self.diagnostics)
