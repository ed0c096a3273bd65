"""Names made from texts: small letters, no accents, whole words."""

from __future__ import annotations

import sys

from deroule.slug import slug


def test_accents_signs_and_capitals_go():
    assert slug("L’économie, à Œuilly : « où ? »") == "leconomie-a-oeuilly-ou"
    assert slug("?!") == ""


def test_a_long_name_ends_with_a_whole_word():
    assert slug("Les pôles de coopération", 12) == "les-poles-de"
    assert slug("Les pôles de coopération", 11) == "les-poles"


def test_another_table_of_letters_changes_nothing(monkeypatch):
    monkeypatch.setitem(sys.modules, "unidecode", type(sys)("unidecode"))
    assert slug("Éléments") == "elements"
