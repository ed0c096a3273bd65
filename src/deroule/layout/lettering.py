"""Rich text to measured paragraphs: a look for the runs, line ends, heights."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Literal, TypeAlias
from unicodedata import bidirectional

from deroule.layout.breaking import break_lines
from deroule.layout.measure import face_of
from deroule.layout.page import EMU_PER_POINT, Colour, Paragraph, TextRun
from deroule.model.richtext import Prose, RichText
from deroule.model.theme import FontRole, Theme

JUDGED_PITCH = 1.22
"""The line pitch that fit is judged with; 1.2 is what is shown."""
HANGING_PITCH = 1.28
"""The same where letters hang deeper than the rest: subscripts, and fonts of code among others."""
Said: TypeAlias = RichText | str | None
Align: TypeAlias = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class Look:
    """How a stretch of text looks."""

    size: float
    colour: Colour
    bold: bool = False
    italic: bool = False
    font: Literal["heading", "body", "mono"] = "body"
    language: str = "fr"
    align: Align = "left"
    link: str | None = None

    def but(self, **changes: object) -> Look:
        """Give the same look with some changes."""
        return replace(self, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Setting:
    """Paragraphs set in a width: with their line ends, and what they take."""

    paragraphs: tuple[Paragraph, ...] = ()
    height: int = 0
    """EMU, judged with the safe line pitch."""
    width: int = 0
    """Widest line, margins included, in EMU."""
    lines: int = 0
    broken: bool = False
    """Whether a word had to be broken by force."""
    room: int = 0
    """The width that it was set in, in EMU."""
    theme: Theme | None = field(default=None, repr=False, compare=False)
    """The theme that it was set in."""


def runs_of(said: Said, look: Look) -> tuple[TextRun, ...]:
    """Give the runs of a text in a look."""
    rich = RichText.of(said) if isinstance(said, str) else said or RichText()
    return tuple(
        TextRun(
            run.text, look.size, look.colour, look.bold or run.bold or run.code, look.italic or run.italic,
            "mono" if run.code else look.font, run.superscript, run.subscript, run.language or look.language,
            run.link or look.link,
        )
        for run in rich.runs
    )  # fmt: skip


def paragraph(said: Said, look: Look, **placing: object) -> Paragraph:
    """Give one paragraph of a text; `placing` are fields of Paragraph."""
    return Paragraph(runs_of(said, look), look.align, **placing)  # type: ignore[arg-type]


def prose(text: Prose | None, look: Look, *, apart: float = 0.5) -> tuple[Paragraph, ...]:
    """Give the paragraphs of a prose, `apart` lines of space between them."""
    return tuple(paragraph(part, look, space_before=look.size * apart) for part in (text or Prose()).paragraphs)


def set_text(theme: Theme, paragraphs: Iterable[Paragraph], width: int) -> Setting:
    """Set paragraphs in a width of EMU."""
    room = max(width, EMU_PER_POINT)
    height, widest, lines, broken = 0.0, 0, 0, False
    done: list[Paragraph] = []
    key = key_of(theme)
    for position, written in enumerate(paragraphs):
        available = (room - written.margin) * (1 - theme.width_margin) / EMU_PER_POINT
        runs, breaks, line_width, forced = _lines(key, written.runs, round(max(available, 1.0), 2))
        # Written out rather than `replace`d: this is the inmost loop of placing.
        p, from_right = written, from_right_to_left(runs)
        align = "right" if from_right and p.align == "left" else p.align
        done.append(
            Paragraph(
                runs,
                align,
                breaks,
                p.bullet,
                p.level,
                p.indent,
                p.margin,
                p.space_before,
                p.line_pitch,
                from_right,
                p.bullet_colour,
            )
        )
        height += height_of(runs, breaks) + (written.space_before if position else 0.0)
        lines += len(breaks) + 1
        widest = max(widest, round(line_width * EMU_PER_POINT / (1 - theme.width_margin)) + written.margin)
        broken = broken or forced
    return Setting(tuple(done), round(height * EMU_PER_POINT), widest, lines, broken, room, theme)


def from_right_to_left(runs: tuple[TextRun, ...]) -> bool:
    """Whether the first letter that has a direction is written from right to left (Unicode annex 9, rule P2)."""
    for run in runs:
        if run.text.isascii():
            if any(map(str.isalpha, run.text)):
                return False
            continue
        for character in run.text:
            direction = bidirectional(character)
            if direction in ("L", "R", "AL"):
                return direction != "L"
    return False


def lowered(p: Paragraph, air: float) -> Paragraph:
    """Give a paragraph with more air above it, in points."""
    return Paragraph(
        p.runs, p.align, p.breaks, p.bullet, p.level, p.indent, p.margin, p.space_before + air, p.line_pitch,
        p.right_to_left, p.bullet_colour,
    )  # fmt: skip


def balanced_width(theme: Theme, paragraphs: tuple[Paragraph, ...], width: int) -> int:
    """Give the narrowest width that needs no more lines than `width`: lines of like length, no orphan."""
    lines = set_text(theme, paragraphs, width).lines
    low, high = width // 2, width
    if lines == 1:
        return width
    while high - low > 60_000:
        middle = (low + high) // 2
        setting = set_text(theme, paragraphs, middle)
        if setting.lines > lines or setting.broken:
            low = middle
        else:
            high = middle
    return high


_themes: dict[str, Theme] = {}
_keys: dict[int, tuple[dict[str, FontRole], str]] = {}
"""Keys by the identity of a theme's fonts, which its variants share; the fonts are kept, so that no other takes it."""


def key_of(theme: Theme) -> str:
    """Name a theme by what measuring depends on, so that lines are remembered across slides."""
    known = _keys.get(id(theme.fonts))
    if known is not None and known[0] is theme.fonts:
        return known[1]
    key = "|".join(f"{role}:{font.files['regular']}" for role, font in sorted(theme.fonts.items()))
    _themes.setdefault(key, theme)
    _keys[id(theme.fonts)] = theme.fonts, key
    return key


def theme_of(key: str) -> Theme:
    """Give a theme that measures as the key says."""
    return _themes[key]


@lru_cache(maxsize=65_536)
def _lines(
    key: str, runs: tuple[TextRun, ...], width: float
) -> tuple[tuple[TextRun, ...], tuple[int, ...], float, bool]:
    theme = _themes[key]
    runs = tuple(_shown(theme, run) for run in runs)
    breaks, widest, forced = break_lines(theme, runs, width)
    return runs, breaks, widest, forced


def _shown(theme: Theme, run: TextRun) -> TextRun:
    if "\u202f" in run.text and not face_of(theme, run).has("\u202f"):
        return replace(run, text=run.text.replace("\u202f", "\u00a0"))
    return run


def height_of(runs: tuple[TextRun, ...], breaks: tuple[int, ...]) -> float:
    """Give the height in points, each line by the largest size in it and by what hangs below it."""
    sizes = {run.size for run in runs}
    hanging = [run for run in runs if run.subscript or run.font == "mono"]
    if len(sizes) <= 1 and (not hanging or all(run.font == "mono" and not run.subscript for run in runs)):
        return (len(breaks) + 1) * JUDGED_PITCH * (sizes.pop() if sizes else 0.0)
    total, marks = 0.0, (0, *breaks, sum(len(run.text) for run in runs))
    for start, end in pairwise(marks):
        shown = _between(runs, start, end)
        pitch = HANGING_PITCH if any(run in hanging for run in shown) else JUDGED_PITCH
        total += pitch * max((run.size for run in shown), default=max(sizes))
    return total


def _between(runs: tuple[TextRun, ...], start: int, end: int) -> list[TextRun]:
    """Give the runs that a line shows some of."""
    after = accumulate(len(run.text) for run in runs)
    return [run for run, stop in zip(runs, after, strict=True) if stop > start and stop - len(run.text) < end]
