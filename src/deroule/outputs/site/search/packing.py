"""Writes sorted numbers and words as short texts that a page's script reads without a parser."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
"""A sign holds five bits of a number, and whether more follow."""


def pack_number(number: int) -> str:
    """Write a number from 0, five bits a sign, the lowest first."""
    signs = ""
    while number > 31:
        signs += SIGNS[32 + (number & 31)]
        number >>= 5
    return signs + SIGNS[number]


_SMALL = tuple(map(pack_number, range(4_096)))
"""Most numbers are distances, and small: they are packed once."""


def pack_ascending(numbers: Iterable[int]) -> str:
    """Write growing numbers by their distances."""
    listed = list(numbers)
    steps = [after - before - 1 for before, after in zip([-1, *listed], listed, strict=False)]
    return "".join([_SMALL[step] if step < 4_096 else pack_number(step) for step in steps])


def pack_runs(numbers: Sequence[int]) -> str:
    """Write growing numbers as runs: how many are skipped, how many follow each other."""
    signs, at, place = [], 0, 0
    while at < len(numbers):
        end = at
        while end + 1 < len(numbers) and numbers[end + 1] == numbers[end] + 1:
            end += 1
        signs.append(pack_number(numbers[at] - place) + pack_number(end - at))
        place = numbers[end] + 1
        at = end + 1
    return "".join(signs)


def pack_words(words: Sequence[str]) -> str:
    """Write sorted words, each without what it shares with the one before."""
    told, last = [], ""
    for word in words:
        shared = 0
        while shared < min(len(last), len(word), len(SIGNS) - 1) and last[shared] == word[shared]:
            shared += 1
        told.append(SIGNS[shared] + word[shared:])
        last = word
    return " ".join(told)
