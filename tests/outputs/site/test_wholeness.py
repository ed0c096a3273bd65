"""In the narrow cells of a phone's tables lines do not end inside of names."""

from __future__ import annotations

import pytest

from deroule.outputs.site.finish import finish_body
from deroule.outputs.site.wholeness import keep_names_whole


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("à Saint-Étienne-de-Tinée", 'à <span class="d-whole">Saint-Étienne-de-Tinée</span>'),
        ("d’Aix-Marseille", '<span class="d-whole">d’Aix-Marseille</span>'),
        ('<a href="x-y.html">Apt-Ville</a>', '<a href="x-y.html"><span class="d-whole">Apt-Ville</span></a>'),
        ("<code>a-b</code> &amp;-x - y", "<code>a-b</code> &amp;-x - y"),
        ("c’est-à-dire-plus-long-que-tout", "c’est-à-dire-plus-long-que-tout"),
        ("sans trait", "sans trait"),
    ],
)
def test_names_with_hyphens_are_kept_whole(cell: str, expected: str) -> None:
    table = "<p>Aix-Marseille</p><table><tr><td class='a-b'>{}</td></tr></table>"
    assert keep_names_whole(table.format(cell)) == table.format(expected)


def test_pages_are_finished_so() -> None:
    made = finish_body("<table><tr><th>Aix-Marseille</th><td>1</td></tr></table>", lambda attributes, text: False)
    assert '<span class="d-whole">Aix-Marseille</span>' in made
