"""The order of names: what a French reader looks for is where it is looked for."""

from __future__ import annotations

from itertools import permutations

import pytest

from deroule.alphabet import alphabetical


@pytest.mark.parametrize(
    "names",
    [
        ["Outil 2", "Outil 10", "Outil 100"],
        ["cote", "coté", "côte", "côté"],
        ["Zone", "zones", "Élan"],
        ["Œuf", "of", "Oubli"],
        ["L’eau", "L'économie", "L’habitat"],
        ["2e séance", "10e séance", "Atelier"],
        ["Saint-Étienne", "Saint Eustache", "Sainte-Foy"],
        ["C", "C++"],
    ],
)
def test_names_stand_where_they_are_looked_for_in_whatever_order_they_come(names: list[str]) -> None:
    expected = {"Zone": ["Élan", "Zone", "zones"], "Œuf": ["Œuf", "of", "Oubli"]}.get(names[0], names)
    assert {tuple(sorted(mixed, key=alphabetical)) for mixed in permutations(names)} == {tuple(expected)}
