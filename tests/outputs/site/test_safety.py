"""Nothing that people write runs as a script: bodies cleaned, metadata escaped, and a policy that holds behind them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from deroule.outputs.site import cleaning
from deroule.outputs.site.cleaning import clean_body, clean_fragment, shield, unshield
from deroule.outputs.site.policy import trust_of, with_policy
from deroule.source import load
from deroule.workspace import MemoryWorkspace

PAYLOADS = (
    "<script>boom()</script>",
    "<img src=x onerror=boom()>",
    "<svg onload=boom()></svg>",
    "<a href='javascript:boom()'>lien</a>",
    "<iframe srcdoc='<script>parent.boom()</script>'></iframe>",
    "<details open ontoggle=boom()><summary>x</summary></details>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x onerror=boom()&gt;'>",
    "\"><script>boom()</script><b title=\"' onmouseover=boom() x='",
    "<input autofocus onfocus=boom()>",
)
"""The nine payloads: a script, its ways in by an event, an address, a frame, a mutation, a broken quote."""

BYPASSES = """
    ```
<img src=x onerror=boom()>

``` ` texte
<img src=x onerror=boom()>

```python
<img src=x onerror=boom()>

[a](java&#115;cript:boom())
[b](&#x6A;avascript:boom())
[c][suite] [d]( <javascript:boom()> )

[suite]:
  javascript:boom()

[e](../index.md){href="javascript:boom()" onclick="boom()"}

## Titre { #x"onmouseover="boom() onclick=boom() }

## Autre { id='y"></a></nav></article><script>boom()</script>' }

<scr<script>ipt>boom()</scr</script>ipt>

<img alt="<script type='application/ld+json'>{&quot;a&quot;:&quot; onerror=boom() x=&quot;}</script>" src=x>

<pre class="mermaid">graph</pre>

</article></main></body><script>boom()</script>

<script id="__config" type="application/json">{"base": "https://elsewhere.example/"}</script>
"""
"""What went through the cleaning by patterns that this one replaces, and what aims at a cleaning by parts."""

TRAP = """window.ran = []; window.boom = () => window.ran.push(document.currentScript?.outerHTML || 'event');
window.alert = window.boom; window.print = window.boom;"""

HOVER = """() => document.querySelectorAll('[title]').forEach(one => ['pointerenter', 'mouseenter', 'mouseover', 'focusin']
  .forEach(name => one.dispatchEvent(new MouseEvent(name, {bubbles: true}))))"""

FOUND = """() => [...document.querySelectorAll('*')].flatMap(one => [...one.attributes].filter(a =>
  /^on/i.test(a.name) || /^\\s*(javascript|vbscript):/i.test(a.value) || (/^(href|src|srcdoc|action|formaction|poster)$/i.test(a.name)
  && /^(data:text\\/html|https:\\/\\/elsewhere)/i.test(a.value)) || a.name === 'srcdoc').map(a => one.outerHTML.slice(0, 200)))"""


def _hostile() -> dict[str, str]:
    """Give a workspace with the payloads wherever an author may write."""
    files = {}
    for number, payload in enumerate(PAYLOADS):
        quoted = json.dumps(payload)
        files[f"content/outils/p{number}.md"] = (
            f"---\ntitle: {quoted}\nsummary: {quoted}\ntags: [{quoted}]\nplace: {quoted}\n---\n\n{payload}\n\n"
            f'Texte {payload} et [lien](javascript:boom() "{payload}") ![{payload}](https://elsewhere.example/x.png).\n\n'
            f"## {payload}\n\n- {payload}\n\n`{payload}`\n\n{BYPASSES if number == 0 else ''}"
        )
    glossary = "\n\n".join(f"Mot {number} {payload}\n:   {payload}" for number, payload in enumerate(PAYLOADS))
    files["content/glossaire.md"] = f"---\ntitle: Glossaire\n---\n\n# Glossaire\n\n{glossary}\n"
    names = json.dumps("".join(PAYLOADS))
    files["content/index.md"] = "---\ntitle: Accueil\n---\n\n# Accueil\n"
    files["mkdocs.yml"] = (
        f"site_name: {names}\nsite_description: {names}\nsite_author: {names}\ncopyright: {names}\nhooks: [evil.py]\n"
        f"extra_javascript: ['https://elsewhere.example/x.js']\nextra: {{analytics: {{provider: google, property: x}}, homepage: {names}}}\n"
        f"nav:\n  - {names}: index.md\n  - Outil: outils/p0.md\n"
    )
    files["sequences/mars/event.yml"] = (
        f"title: {names}\nsubtitle: {names}\nkind: webconference\ndate: 2026-03-01\nstarts: 10:30\nduration: 45 min\n"
        f"organiser: ateliers\nsummary: {names}\naudience: [{names}]\nobjectives: [{names}]\ntags: [{names}]\n"
        f"speakers:\n  ana:\n    name: {names}\n    role: {names}\n    biography: {names}\n    consent: {{recording: 2026-01-01, publication: 2026-01-01}}\nlicence: {names}\n"
        f"resources:\n  livre: {{title: {names}, authors: [{names}], publisher: {names}, text: {names}}}\nsequences: [un, deux]\n"
    )
    files |= _slides(names)
    files["sequences/mars/un.yml"] = (
        f"kind: concept\ntitle: {names}\nduration: 45 min\nsummary: {names}\nkey_points: [{names}]\nslides:\n"
        f"  - title: {names}\n    bullets: [{names}]\n    notes: {names}\n"
        f"  - title: Mots\n    definition:\n      - term: {names}\n        meaning: {names}\n"
    )
    return files


def _slides(names: str) -> dict[str, str]:
    """Give slides with the payloads in every kind of block, in the name of a file, and in what was said."""
    drawing = "images/a'\"><img src=x onerror=boom()>.svg"
    item = f"{{text: {names}, right: yes, feedback: {names}}}"
    blocks = {
        "image": f"{{file: {json.dumps(drawing)}, alt: {names}, caption: {names}, credit: {names}}}",
        "poll": f"vote\n    question: {names}\n    options: [{names}, b]\n    instruction: {names}",
        "quiz": f"q\n    question: {names}\n    options: [{item}, b]\n    feedback: {names}",
        "links": f"[{{resource: livre}}, {{title: {names}, address: 'https://exemple.org/', text: {names}}}]",
        "contacts": f"[{{organisation: {names}, role: {names}, name: {names}, telephone: {names}, email: {names}}}]",
        "case": f"{{who: {names}, where: {names}, since: {names}, what: {names}, results: [{names}]}}",
        "quote": f"{{text: {names}, by: {names}, source: {names}}}",
        "code": f"{{text: {names}, language: {names}, caption: {names}}}",
        "figures": f"[{{value: {names}, unit: {names}, label: {names}, detail: {names}, when: {names}}}]",
        "table": f"\n      columns: [{names}, b]\n      rows: [[{names}, c]]\n      caption: {names}",
        "timeline": f"[{{when: {names}, title: {names}, text: {names}}}]",
    }
    slides = "".join(f"  - title: {kind}\n    sources: [livre]\n    {kind}: {told}\n" for kind, told in blocks.items())
    said = "\n\n".join(f"00:00:{n:02d}.000 --> 00:00:{n + 1:02d}.000\n{text}" for n, text in enumerate(PAYLOADS))
    return {
        "sequences/mars/deux.yml": f"kind: concept\ntitle: Deux\nduration: 45 min\nslides:\n{slides}",
        f"sequences/mars/{drawing}": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>',
        "sequences/mars/after/after.yml": (
            f"tool: zoom\nlength: 0:00:20\nmedia: [{{address: 'https://exemple.org/w'}}]\ncaptions: {{fr: c.vtt}}\nconsent: 2026-02-01\n"
            f"chapters:\n  - {{at: 0:00:00, title: {names}}}\nquestions:\n  - {{question: {names}, answers: [{names}]}}\n"
        ),
        "sequences/mars/after/c.vtt": f"WEBVTT\n\n{said}\n",
    }


@pytest.mark.parametrize(
    "written",
    [
        "registration: {}", "address: {}", "resources:\n  livre: {{title: A, address: {}}}",
        "speakers:\n  ana: {{name: Ana, address: {}}}",
    ],
)  # fmt: skip
def test_an_address_that_would_run_is_refused_where_it_is_read(written: str) -> None:
    for address in ("javascript:boom()", "JaVaScript:boom()", "data:text/html,x", "vbscript:x"):
        told = f"title: A\ndate: 2026-03-01\nsequences: [un]\n{written.format(json.dumps(address))}\n"
        outcome = load(MemoryWorkspace({
            "sequences/mars/event.yml": told, "sequences/organisation.yml": "language: fr\n",
            "sequences/mars/un.yml": "kind: concept\ntitle: Un\nslides:\n  - title: A\n    bullets: [b]\n",
        }))  # fmt: skip
        assert outcome.failed, address


@pytest.fixture(scope="module")
def hostile(site_of: Callable[[Mapping[str, str]], Path]) -> Path:
    return site_of(_hostile())


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("policy", ["without its policy", "with its policy"])
def test_no_payload_runs_wherever_it_is_written(hostile: Path, chromium, policy: str) -> None:
    context = chromium.new_context(bypass_csp=policy == "without its policy")
    context.add_init_script(TRAP)
    page = context.new_page()
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    pages = sorted(hostile.rglob("*.html"))
    assert len(pages) > len(PAYLOADS)
    for path in pages:
        page.goto(path.as_uri(), wait_until="load")
        page.keyboard.press("Tab")
        page.evaluate(HOVER)
        where = path.relative_to(hostile).as_posix()
        assert page.evaluate("window.ran") == [], where
        assert page.evaluate(FOUND) == [], where
    assert dialogs == []
    assert [address for address in asked if not address.startswith(("file:", "data:"))] == []
    context.close()


@pytest.mark.slow
@pytest.mark.browser
def test_the_policy_stops_what_cleaning_would_have_missed(hostile: Path, chromium, tmp_path: Path) -> None:
    page_path = hostile / "leak.html"
    text = (hostile / "index.html").read_text(encoding="utf-8")
    page_path.write_text(text.replace("</article>", "".join(PAYLOADS) + "</article>"), encoding="utf-8")
    context = chromium.new_context()
    context.add_init_script(TRAP)
    page = context.new_page()
    page.goto(page_path.as_uri(), wait_until="load")
    assert page.evaluate("document.querySelector('article script') !== null")
    assert page.evaluate("window.ran") == []
    page_path.unlink()
    context.close()


@pytest.mark.slow
def test_texts_are_shown_as_they_were_typed(hostile: Path) -> None:
    page: html.HtmlElement = html.parse(
        str(hostile / "outils" / "p0.html"), html.HTMLParser(encoding="utf-8")
    ).getroot()
    assert page.findtext(".//title").startswith("<script>boom()</script> - ")
    assert page.xpath("//meta[@name='description']/@content") == ["<script>boom()</script>"]
    assert page.xpath("//p[@class='d-tags']/a/text()")[0].strip() == "<script>boom()</script>"
    assert not any("\ue000" <= sign <= "\ue0ff" for path in hostile.rglob("*.html") for sign in path.read_text("utf-8"))


@pytest.mark.parametrize("payload", [*PAYLOADS, BYPASSES])
def test_cleaning_leaves_no_way_to_run(payload: str) -> None:
    tree = html.fragment_fromstring(clean_fragment(payload), create_parent="div")
    for element in tree.iter():
        assert element.tag not in ("script", "style", "iframe", "math", "object", "embed")
        assert not any(name.startswith("on") for name in element.attrib)
        assert not str(element.get("href", "")).lower().startswith("javascript")


def test_what_authors_need_stays() -> None:
    kept = (
        '<figure id="f"><img src="a.png" alt="Vue"><figcaption lang="en">View</figcaption></figure>'
        '<video controls="" src="a.mp4"><track src="data:text/vtt,WEBVTT" kind="captions" srclang="fr"></video>'
        '<svg viewBox="0 0 9 9"><title>Part</title><path d="M0 0h9"></path></svg>'
        '<td style="text-align:right" colspan="2">x</td><a href="mailto:a@example.org">a</a>'
    )
    table = f"<table><tbody><tr>{kept[kept.index('<td') : kept.index('<a ')]}</tr></tbody></table>"
    whole = kept[: kept.index("<td")] + table + kept[kept.index("<a ") :]
    assert clean_fragment(whole) == whole


def test_structured_data_stays_and_cannot_end_its_script() -> None:
    data = '<script type="application/ld+json">{"name": "a \\u003c/script>\ue000b\ue003"}</script>'
    cleaned = clean_fragment(data)
    text = cleaned.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert json.loads(text) == {"name": 'a </script><b"'}
    assert "<" not in text


def test_only_the_themes_scripts_are_known_wherever_their_page_lies() -> None:
    trust = trust_of('<script>a=new URL(".",location)</script><script src="assets/x.js"></script>', ["style/s.js"])
    body = (
        '<script>a=new URL("../..",location)</script><script src="../assets/x.js"></script><script src="../style/s.js">'
        '</script><script>boom()</script><script src="https://x.example/assets/x.js"></script>'
    )
    assert clean_body(body, trust) == body[: body.index("<script>boom")]
    page = with_policy(f'<head><meta charset="utf-8"></head><body>{body}', trust)
    assert page.count("sha256-") == 1


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("<>&\"'a\ue000\ue004#;/ é")))
def test_a_shielded_text_is_never_markup_and_is_shown_as_typed(text: str) -> None:
    shielded = shield(text)
    assert not set(shielded) & set("<>&\"'")
    shown = html.fragment_fromstring(f"<p title='{unshield(shielded)}'>{unshield(shielded)}</p>")
    typed = text.replace("\ue000", "").replace("\ue004", "")
    assert (shown.text or "", shown.get("title")) == (typed, typed)


DECIDED = (
    '<a href="DATA:text/html,x">a</a>', '<a href="\u00a0data:text/html,x">a</a>', '<img src="&#100;ata:image/png;base64,x">',
    '<img src="//elsewhere.example/a.png">', '<img srcset="a.png, HTTPS://elsewhere.example/b.png 2x">',
    '<video poster="\\\\elsewhere.example\\a"></video>', '<b title="&lt;img onerror=boom()&gt;">a</b>', '<b title="\ue000">a</b>',
    '<svg><use href="a.svg#x"></use></svg>', '<input type="PassWord">', '<p class="mermaid">a</p>',
    '<p id="\ue0100\ue011">a</p>', '<p id="&#xe010;0">a</p>', "<p title='<script src=\"style/s.js\"></script>'>a</p>",
    "<p>2 > 1</p>", "<script src='style/s.js'></script>", "<b>data: a title=\"x\"</b>", '<p data-src="https://a.example/b">a</p>',
)  # fmt: skip
"""Values that lists cannot judge, and what looks like them."""


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from((*PAYLOADS, *DECIDED, "<p>", "</p>", "'", '"', ">", "texte")), max_size=8))
def test_a_value_is_judged_wherever_it_stands(parts: list[str]) -> None:
    trust = trust_of("", ["style/s.js"])
    body = "".join(parts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cleaning, "_holds_what_values_decide", lambda cleaned: True)
        judged = clean_body(body, trust)
    assert clean_body(body, trust) == judged


@pytest.mark.parametrize("hostile", DECIDED[:13])
def test_no_page_with_such_a_value_goes_unjudged(hostile: str) -> None:
    assert cleaning._holds_what_values_decide(cleaning._BY_LISTS.clean(hostile))


def test_the_parser_writes_signs_in_attributes_as_entities() -> None:
    assert (
        cleaning._BY_LISTS.clean("""<b title='<a "b" &amp;>'>x</b>""")
        == '<b title="&lt;a &quot;b&quot; &amp;&gt;">x</b>'
    )
