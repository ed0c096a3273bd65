"""A page's words get their typography; its code, addresses and marks stay as typed."""

import pytest

from deroule.source.page_typography import typeset_facts, typeset_page


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        ("Où ? Ici ; là : partout !", "Où\u202f? Ici\u202f; là\u00a0: partout\u202f!"),
        ("Le mot « capteur » et l'idée", "Le mot «\u00a0capteur\u00a0» et l’idée"),
        ("### Séance 1 : d'où ?", "### Séance 1\u00a0: d’où\u202f?"),
        ('!!! note "À lire : avant"', '!!! note "À lire\u00a0: avant"'),
        ("Voir [l'outil](../outils/l'outil.md) ; merci", "Voir [l’outil](../outils/l'outil.md)\u202f; merci"),
        ("| Un mot : deux | 7 000 |", "| Un mot\u00a0: deux | 7\u202f000 |"),
    ],
)
def test_words_are_set(typed: str, made: str) -> None:
    assert typeset_page(typed, "fr") == made
    assert typeset_page(made, "fr") == made


@pytest.mark.parametrize(
    "kept",
    [
        "| --- | ---: |",
        "```yaml\ntitle: l'eau ; oui\n```",
        "Tapez `title: l'eau ; oui`.",
        ":   Un sens.",
        '<a href="x ; y">ici</a>',
        "[ref]: https://example.org/a;b",
        "        code : indenté",
    ],
)
def test_the_rest_stays(kept: str) -> None:
    assert typeset_page(kept, "fr") == kept


def test_facts_are_set_at_any_depth() -> None:
    assert typeset_facts({"results": ["20 %, c'est peu"], "id": "l-eau"}, "fr") == {
        "results": ["20\u00a0%, c’est peu"],
        "id": "l-eau",
    }
