"""Links are told from the page that they stand on."""

from __future__ import annotations

import pytest

from deroule.outputs.site.addresses import relative


@pytest.mark.parametrize(
    ("page", "target", "link"),
    [
        ("index.md", "glossaire.md", "glossaire.html"),
        ("outils/carte.md", "index.md#haut", "../index.html#haut"),
        ("evenements/a/index.md", "evenements/a/debut.md", "debut.html"),
        ("evenements/a/index.md", "evenements/b/slides/x.svg", "../b/slides/x.svg"),
        ("a/b/c.md", "a/b", "../b"),
        ("a/b.md", "a/./x/../c.pdf", "c.pdf"),
    ],
)
def test_a_link_leads_from_page_to_target(page: str, target: str, link: str) -> None:
    assert relative(page, target) == link
