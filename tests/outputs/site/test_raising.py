"""The letters of `1er` stand above the line in what is read, as French sets them, and nowhere else."""

from __future__ import annotations

import pytest

from deroule.outputs.site.policy import trust_of
from deroule.outputs.site.raising import raise_letters

SET = "1<sup>er</sup>"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<p>jeudi 1er&nbsp;mars</p>", f"<p>jeudi {SET}&nbsp;mars</p>"),
        ('<time datetime="2018-03-01">1er mars</time>', f'<time datetime="2018-03-01">{SET} mars</time>'),
        ("du&nbsp;1er mars, puis le 1er.", f"du&nbsp;{SET} mars, puis le {SET}."),
        ('<a title="1er mars" href="1er.html">le 1er</a>', f'<a title="1er mars" href="1er.html">le {SET}</a>'),
        ("<p>1<sup>er</sup> mars</p>", "<p>1<sup>er</sup> mars</p>"),
        ("<pre><b>le 1er</b></pre><code>1er</code> 1er", f"<pre><b>le 1er</b></pre><code>1er</code> {SET}"),
        ("<svg><text>1er</text></svg><option>1er</option>", "<svg><text>1er</text></svg><option>1er</option>"),
        (
            '<script type="application/ld+json">{"a": "1er"}</script>',
            '<script type="application/ld+json">{"a": "1er"}</script>',
        ),
        ("11er, v1er, a/1er-mars, x-1er, 1er_b, 1er@b.fr", "11er, v1er, a/1er-mars, x-1er, 1er_b, 1er@b.fr"),
    ],
)
def test_letters_are_raised_in_running_text_alone(written: str, shown: str) -> None:
    assert raise_letters(written) == shown


def test_finished_pages_and_live_ones_have_them_raised() -> None:
    from deroule.outputs.site.finish import finish_body

    assert finish_body("<p>Le 1er mars</p><dl><dt>Eau</dt></dl>", trust_of("", [])) == (
        f'<p>Le {SET} mars</p><dl><dt id="mot-eau">Eau</dt></dl>'
    )
