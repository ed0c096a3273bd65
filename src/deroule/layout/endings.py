"""Which words end a line: no little word that belongs to the next one, no number without its noun, no word alone at the end.

Words are held together by no-break spaces, never by forced breaks: a text stays a text when somebody edits it. This
is done when a text is drawn, not while sizes are tried: it never changes the number of lines.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from deroule.layout.breaking import break_lines, line_widths
from deroule.layout.lettering import Setting, height_of, key_of, theme_of
from deroule.layout.page import EMU_PER_POINT, Paragraph, TextRun

FRENCH = """& à a au aux avec c ce ces cet cette chez d dans de des dont du elle elles en entre est et il ils j je l la le
les leur leurs ma mais mes mon n ne ni nos notre nous on ou où par pour qu que qui s sa sans se ses si son sont sous sur ta
tes ton tout très un une vers vos votre vous y"""
ENGLISH = """& a an and are as at be but by for from he i if in into is it its my no nor not of on or our she so than that the
their these they this those to was we were which who with you your"""
LITTLE = {"fr": frozenset(FRENCH.split()), "en": frozenset(ENGLISH.split())}
"""Articles, prepositions, pronouns and other words that lean on the next one, by language."""
LONGEST_CHAIN = 3
"""Little words that may go to the next line together: "et de la"."""
LEANING, LOST = 0.12, 0.35
"""What a little word at a line's end costs, and a word alone on the last line, beside the square of a line's share of
white: a better end is not worth a line that is half empty."""
SHORT, SHORTEST = 0.4, 0.2
"""Share of the width under which a word alone on the last line looks lost, and under which any words do."""
HOLLOW = 0.62
"""Letters of a line, as a share of the line's above, under which it takes a word from it."""
NARROW, WIDE = 2.0, 14.0
"""Widths in em between which little words begin to count: in a narrow column, any better end leaves a hole."""
_NUMBER = re.compile(r"[\d\u00a0\u202f.,]*\d%?")
_APART = re.compile(r"[ \t\u00a0\u202f'’(«“]+")
_SEVERAL = re.compile(r"[\s/]")


def mended(setting: Setting) -> Setting:
    """Give a setting whose lines end well, in as many lines and no more height; the same one when nothing can be done."""
    if setting.theme is None or setting.broken or setting.lines <= len(setting.paragraphs):
        return setting
    key, share = key_of(setting.theme), (1 - setting.theme.width_margin) / EMU_PER_POINT
    done: list[Paragraph] = []
    changed = False
    for p in setting.paragraphs:
        if p.breaks:
            width = round(max((setting.room - p.margin) * share, 1.0), 2)
            runs, breaks = _mended(key, p.runs, p.breaks, width)
            if runs is not p.runs and height_of(runs, breaks) <= height_of(p.runs, p.breaks):
                changed = True
                p = Paragraph(
                    runs, p.align, breaks, p.bullet, p.level, p.indent, p.margin, p.space_before, p.line_pitch,
                    p.right_to_left, p.bullet_colour,
                )  # fmt: skip
        done.append(p)
    return replace(setting, paragraphs=tuple(done)) if changed else setting


@lru_cache(maxsize=16_384)
def _mended(
    key: str, runs: tuple[TextRun, ...], breaks: tuple[int, ...], width: float
) -> tuple[tuple[TextRun, ...], tuple[int, ...]]:
    """Try at each line's end, from the first, what holding its last words to the next one gives; keep what is better."""
    text, little = "".join(run.text for run in runs), _little(runs)
    if not any(_held_spaces(text, breaks, at, little) for at in range(len(breaks))):
        return runs, breaks
    theme, held = theme_of(key), frozenset[int]()

    def cost_of(words: str, spaces: frozenset[int], ends: tuple[int, ...]) -> float:
        return _cost(words, line_widths(theme, runs, ends, spaces), ends, (width, runs[0].size, little))

    best = cost_of(text, held, breaks)
    before = best + 1.0
    while best < before:
        before = best
        for at in range(len(breaks)):
            chosen = None
            tried = [(text, held, breaks, spaces) for spaces in _held_spaces(text, breaks, at, little)]
            while tried:
                own, kept, ends, spaces = tried.pop(0)
                glued, holding = _held(own, spaces), kept.union(spaces)
                again, _, forced = break_lines(theme, runs, width, held=holding)
                if forced or len(again) != len(breaks):
                    continue
                cost = cost_of(glued, holding, again)
                if cost < best:
                    best, chosen = cost, (glued, holding, again)
                elif ends is breaks and at == len(breaks) - 1 > 0:
                    # What the last line takes may leave a hole above it, which a word from higher up fills.
                    tried.extend((glued, holding, again, more) for more in _held_spaces(glued, again, at - 1, little))
            if chosen:
                text, held, breaks = chosen
    return _rewritten(runs, text) if held else runs, breaks


def _held_spaces(text: str, breaks: tuple[int, ...], at: int, little: frozenset[str]) -> list[tuple[int, ...]]:
    """Give the spaces before a break that could hold: the last, the last two… as long as words lean on what follows.

    A last line of a word or two may take along any words, as many as it needs not to look lost; a line in the middle that
    was left short takes along one.
    """
    start, end = breaks[at - 1] if at else 0, breaks[at]
    line = text[start:end]
    if not line.endswith(" "):
        return []
    words = [word for word in line.split(" ") if word]
    if len(words) < 2:
        return []
    leaning = 0
    while leaning < min(LONGEST_CHAIN, len(words) - 1) and _leans(words[-1 - leaning], little):
        leaning += 1
    if at == len(breaks) - 1 and len(text[end:].split(" ")) <= 2:
        leaning = min(LONGEST_CHAIN, len(words) - 1)
    elif not leaning and at < len(breaks) - 1 and breaks[at + 1] - end < HOLLOW * (end - start):
        leaning = 1
    tried: list[tuple[int, ...]] = []
    spaces: tuple[int, ...] = ()
    place = end
    for word in reversed(words[len(words) - leaning :]):
        place = text.rindex(" ", start, place)
        spaces = (*spaces, place)
        tried.append(spaces)
        place = text.rindex(word, start, place)
    return tried


def _little(runs: tuple[TextRun, ...]) -> frozenset[str]:
    return LITTLE["en" if runs[0].language.lower().startswith("en") else "fr"]


def _leans(word: str, little: frozenset[str]) -> bool:
    last = _APART.split(word)[-1]
    return last.lower() in little or _NUMBER.fullmatch(last) is not None


def _cost(text: str, widths: list[float], breaks: tuple[int, ...], look: tuple[float, float, frozenset[str]]) -> float:
    """Weigh the line ends: white at the right, words that lean on the next line, a word lost on the last one.

    `look` is the width to fill, the size of the type and the little words of the language.
    """
    width, size, little = look
    alone = not _SEVERAL.search(text[breaks[-1] :].strip())
    cost = LOST if widths[-1] <= width * (SHORT if alone else SHORTEST) else 0.0
    leaning = LEANING * min(max((width / size - NARROW) / (WIDE - NARROW), 0.0), 1.0)
    for own, (start, end) in zip(widths, pairwise((0, *breaks)), strict=False):
        white = max(1 - own / width, 0.0)
        cost += white * white
        words = text[start:end].rstrip(" ").rsplit(" ", 1)
        if words[-1] and _leans(words[-1], little):
            cost += leaning
    return cost


def _held(text: str, spaces: tuple[int, ...]) -> str:
    """Put no-break spaces in the place of spaces."""
    for space in spaces:
        text = f"{text[:space]}\u00a0{text[space + 1 :]}"
    return text


def _rewritten(runs: tuple[TextRun, ...], text: str) -> tuple[TextRun, ...]:
    """Give the runs with the letters of a text that is as long."""
    changed, at = [], 0
    for run in runs:
        own, at = text[at : at + len(run.text)], at + len(run.text)
        changed.append(run if own == run.text else replace(run, text=own))
    return tuple(changed)
