"""Whatever a file holds, loading gives a diagnostic at a place in that file, and never a traceback."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from deroule.checks import run_checks
from deroule.diagnostics.render import FORMS, render
from deroule.model.after import WrittenAfter
from deroule.model.written import WrittenEvent, WrittenOrganisation, WrittenSequence
from deroule.source import load
from deroule.source.schema import written_fields
from deroule.workspace import MemoryWorkspace

SOUND = {
    "sequences/organisation.yml": "organisations: {a: {name: A}}\n",
    "sequences/e/event.yml": "title: T\nsequences: [s]\norganiser: a\n",
}
PATH = "sequences/e/s.yml"
HEAD = b"kind: concept\ntitle: S\nslides:\n"
BOMB = "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{chr(98 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 10)}]\n" for i in range(9)
)
BAD = {
    "broken": (b"kind: concept\n title: x\n", "SRC002", 2),
    "windows-1252": ("kind: concept\ntitle: \xe9t\xe9\n".encode("cp1252"), "SRC001", 2),
    "utf-16": ("kind: x".encode("utf-16"), "SRC001", 1),
    "binary": (bytes(range(256)), "SRC001", 1),
    "empty": (b"", "SRC001", 1),
    "only a comment": (b"# nothing\n", "SRC001", 1),
    "a line of 10 MB": (b"title: " + b"x" * 10_000_000, "SRC001", 1),
    "a text of 1 MB": (b"title: " + b"x" * 1_000_000, "SRC004", 1),
    "200 lists": (b"kind: " + b"[" * 200 + b"]" * 200, "SRC004", 1),
    "200 mappings": ("\n".join(" " * i + "a:" for i in range(200)).encode(), "SRC004", 41),
    "50,000 dashes": (b"- " * 50_000, "SRC004", 1),
    "an anchor bomb": (BOMB.encode(), "SRC004", 6),
    "an anchor in itself": (b"a: &a [*a]\n", "SRC002", 1),
    "a tag": (b"kind: !!python/object/apply:os.system [ls]\n", "SRC004", 1),
    "a control character": (b"kind: concept\ntitle: a\x07b\n", "SRC002", 2),
    "two documents": (b"kind: concept\n---\ntitle: x\n", "SRC002", 2),
    "a list": (b"- a\n", "SRC008", 1),
    "a duplicate key": (b"kind: concept\ntitle: x\ntitle: y\nslides: [{title: x, text: y}]\n", "SRC003", 3),
    "an unknown key": (HEAD + b"  - titel: x\n", "SRC005", 4),
    "a script in a link": (HEAD + b"  - title: '[y](javascript:alert(1))'\n    text: a\n", "SRC015", 4),
    "a link without an address": (HEAD + b"  - title: x\n    text: 'see [y]()'\n", "SRC021", 5),
    "a script with accents": (HEAD + "  - title: x\n    text: '[y](javascript:à)'\n".encode(), "SRC015", 5),
    "a site without https": (HEAD + b"  - title: x\n    text: '[y](www.a.fr)'\n", "SRC015", 5),
    "a resource with no address": (HEAD + b"  - title: x\n    links: [{title: a, address: ''}]\n", "SRC021", 5),
    "an include from above": (HEAD + b"  - include: ../../etc/passwd\n", "SRC010", 4),
    "an absolute include": (HEAD + b"  - include: /etc/passwd\n", "SRC010", 4),
    "a picture from above": (HEAD + b"  - title: x\n    image: ../../../etc/passwd\n", "SRC010", 5),
    "a picture that is not there": (HEAD + b"  - title: x\n    image: nothing.png\n", "SRC009", 5),
    "a corrupt picture": (HEAD + b"  - title: x\n    image: corrupt.png\n", "SRC011", 5),
    "data that is not there": (HEAD + b"  - title: x\n    chart: {file: nothing.csv}\n", "SRC009", 5),
    "a ragged table": (HEAD + b"  - title: x\n    chart: {file: ragged.csv}\n", "SRC016", 5),
    "a wrong date": (HEAD + b"  - title: x\n    text: y\n    duration: ten\n", "SRC007", 6),
    "an unknown speaker": (HEAD + b"  - title: x\n    text: y\n    speakers: [nobody]\n", "SRC013", 6),
    "an id twice": (HEAD + b"  - {title: x, id: b, text: y}\n  - {title: z, id: b, text: y}\n", "SRC012", 5),
}


@pytest.mark.parametrize("name", BAD)
def test_a_fault_is_told_at_its_line(name: str) -> None:
    content, code, line = BAD[name]
    beside = {"sequences/e/corrupt.png": b"\x89PNG\r\n\x1a\nbroken", "sequences/e/ragged.csv": "a,b\n1,2\n3\n"}
    workspace = MemoryWorkspace({**SOUND, **beside, PATH: content})
    found = load(workspace).diagnostics
    assert (code, PATH, line) in {(one.code.id, one.span.path, one.span.line) for one in found if one.span}
    for language in ("fr", "en"):
        for form in FORMS:
            assert render(found, form, workspace=workspace, language=language)


def test_all_faults_of_all_files_come_in_one_run() -> None:
    files = {
        **SOUND,
        "sequences/e/event.yml": "title: T\ndate: tomorrow\nsequences: [s, t]\norganiser: a\n",
        PATH: HEAD + b"  - title: x\n    txt: y\n    duration: ten\n",
        "sequences/e/t.yml": "kind: concepts\n",
        "content/a.md": b"\xff\xfe",
    }
    found = load(MemoryWorkspace(files)).diagnostics
    assert {one.span.path for one in found if one.span} >= {"sequences/e/event.yml", "content/a.md"}


def test_html_in_text_stays_text() -> None:
    files = {**SOUND, PATH: HEAD + b"  - title: a <script>alert(1)</script> b\n    text: '<b>x</b> &lt; {y}'\n"}
    outcome = load(MemoryWorkspace(files))
    assert not outcome.diagnostics
    slide = outcome.value.events[0].sequences[0].slides[-1]
    assert "<script>alert(1)</script>" in slide.title.plain


def test_a_byte_order_mark_is_admitted() -> None:
    files = {**SOUND, PATH: b"\xef\xbb\xbf" + HEAD + b"  - title: x\n    text: y\n"}
    assert not load(MemoryWorkspace(files)).diagnostics


YAML_PIECES = st.lists(
    st.sampled_from(
        ["title", "text", ": ", "\n", "  ", "- ", "[", "]", "{", "}", "&a", "*a", "'", '"', "poll", "slides", "figures",
         "items", "#", "|", ">", "!", "é", "columns", "table", "plan", "auto", "10:30", "\t", ",", "?", "section"]
    ),
    max_size=40,
)  # fmt: skip


def loads(content: bytes, path: str = PATH) -> None:
    """Load a workspace in which one file is `content`: nothing raises, every place lies in its file, all is told."""
    workspace = MemoryWorkspace({**SOUND, path: content})
    outcome = load(workspace)
    lines = re.split("\r\n|\r|\n|\x85|\u2028|\u2029", content.decode("utf-8-sig", errors="replace"))
    for one in (*outcome.diagnostics, *run_checks(outcome.value, workspace)):
        for span in (one.span, *(note.span for note in one.notes)):
            if span and span.path == path:
                assert 1 <= span.line <= len(lines), (one, len(lines))
                assert 1 <= span.column <= len(lines[span.line - 1]) + 1, (one, lines[span.line - 1])
                assert span.end_line is None or span.line <= span.end_line <= len(lines)
    for form in FORMS:
        render(outcome.diagnostics, form, workspace=workspace, language="fr")


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example(["?"])
@given(YAML_PIECES)
def test_loading_never_raises_on_yaml(pieces: list[str]) -> None:
    loads(HEAD + b"  - " + "".join(pieces).encode())


@settings(max_examples=60, deadline=None)
@example(b"\r\x01")
@given(st.binary(max_size=120) | st.text(max_size=120).map(str.encode))
def test_loading_never_raises_on_anything(content: bytes) -> None:
    loads(content)


WHOLE = (
    "# deroule: ignore CHK109 parce que c'est un essai\nkind: concept\ntitle: 'Été : une idée'\nspeakers: [a]\n"
    "duration: 1 h 30\nsummary: >-\n  Deux\n  lignes.\nslides:\n  - section: Une partie\n  - title: L'emploi\n"
    "    figures:\n      - {value: 12 000, label: emplois, when: 1994}\n    columns:\n      - {heading: A, bullets: [x, y]}\n"
    "      - text: '**b** [c](https://d.example)'\n    notes: |\n      On dit ceci.\n  - poll: seul\n    question: Seul ?\n"
    "    options: [oui, non]\n  - {title: t, chart: {categories: [a, b], series: [{name: s, values: [1, 2]}]}}\n"
    "  - include: shared/x#y\n  - title: z\n    table: {columns: [a, b], rows: [[1, {text: 2, rows: 2}], [3]]}\n"
    "    only: [court]\n"
)
EDITS = st.lists(
    st.tuples(
        st.integers(0, len(WHOLE)),
        st.integers(0, 12),
        st.sampled_from(
            ["", " ", "  ", "\t", "\n", ": ", "- ", "[", "]", "{", "}", "'", '"', "#", "&", "*", "!", "|", "%", "é", "\u2028", "0"]
        ),
    ),
    min_size=1,
    max_size=4,
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(EDITS)
def test_a_sequence_that_is_edited_anyhow_is_told_within_its_lines(edits: list[tuple[int, int, str]]) -> None:
    text = WHOLE
    for place, cut, typed in edits:
        text = text[:place] + typed + text[place + cut :]
    loads(text.encode())


FIELDS = st.recursive(
    st.none() | st.sampled_from(["a", "12", "-1", "nan", "oui", "1:2:3", "2018-02-30", "../x", "#", "é" * 50]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "title",
                    "text",
                    "figures",
                    "columns",
                    "items",
                    "kind",
                    "slides",
                    "only",
                    "poll",
                    "chart",
                    "values",
                    "x",
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@pytest.mark.parametrize(
    "path", [PATH, "sequences/e/event.yml", "sequences/organisation.yml", "sequences/e/after/after.yml"]
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_shape_in_any_field_of_any_file_is_told(path: str, data: st.DataObject) -> None:
    models = {
        PATH: WrittenSequence,
        "sequences/organisation.yml": WrittenOrganisation,
        "sequences/e/event.yml": WrittenEvent,
    }
    keys = sorted(written_fields(models.get(path, WrittenAfter)))
    written = data.draw(st.dictionaries(st.sampled_from(keys), FIELDS, max_size=5))
    loads(
        (
            SOUND.get(path, "kind: concept\ntitle: S\n")
            + "".join(f"{key}: {json.dumps(value)}\n" for key, value in written.items())
        ).encode(),
        path,
    )
