"""Every code of every room: one id, one name, words in both languages, a page."""

from __future__ import annotations

import string

from deroule.build.codes import all_codes
from deroule.diagnostics import Words


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_ids_and_names_are_unique() -> None:
    codes = all_codes()
    assert len({code.id for code in codes}) == len(codes)
    names = [code.name for code in codes]
    assert sorted(set(names)) == sorted(names)


def test_every_code_speaks_both_languages() -> None:
    for code in all_codes():
        for words in (code.message, code.page, code.hint):
            if isinstance(words, Words):
                assert words.fr.strip(), code.id
                assert words.en.strip(), code.id
        assert places(code.message.fr) == places(code.message.en), code.id
