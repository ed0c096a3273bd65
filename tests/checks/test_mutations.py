"""Copies of the repository's own sources, damaged at random: reading, checking and staging find faults, never fall."""

from __future__ import annotations

import functools
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deroule.checks import run_checks
from deroule.diagnostics import Severity
from deroule.outputs.site.owner import read_owner
from deroule.outputs.site.stage import Material, Stage
from deroule.source import load
from deroule.source.load import load_event
from deroule.workspace import MemoryWorkspace

ROOT = Path(__file__).resolve().parents[2]
EVENT = "2026-11-24-deroule-en-45-minutes"
HOSTILE = ["\0", "\t", "&a *a", "*a", "<<: *x", "!!python/object:os.system", "'", '"', "{", "]", ": ", "- ", "\u202e", "\ud7ff", "%", "|", "?", "../../etc/passwd", "{{ 7*7 }}", "<script>", "#", "---\n", "9" * 400, "[" * 90, "é" * 3, "\ufeff", "\x85"]  # fmt: skip


@functools.cache
def sources() -> dict[str, str]:
    """The second event, what it shares, some pages and the settings, as texts by path."""
    paths = [
        ROOT / "mkdocs.yml",
        ROOT / "sequences/organisation.yml",
        *sorted((ROOT / "sequences" / EVENT).glob("*.yml")),
    ]
    paths += [*sorted((ROOT / "sequences/shared").glob("*.yml")), *sorted((ROOT / "content").rglob("*.md"))[:6]]
    return {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in paths}


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    path = draw(st.sampled_from(sorted(sources())))
    text = sources()[path]
    start = draw(st.integers(0, len(text)))
    kind = draw(st.sampled_from(["insert", "cut", "truncate", "repeat", "bytes", "indent"]))
    length = draw(st.integers(1, 200))
    if kind == "insert":
        text = text[:start] + draw(st.sampled_from(HOSTILE)) + text[start:]
    elif kind == "cut":
        text = text[:start] + text[start + length :]
    elif kind == "truncate":
        text = text[:start]
    elif kind == "repeat":
        text = text[:start] + text[start : start + length] * 3 + text[start + length :]
    elif kind == "indent":
        text = text[:start] + text[start:].replace("\n  ", "\n ", 1)
    content = text.encode("utf-8", "replace")
    return path, content[: len(content) // 2] + b"\xff\xfe" + content[
        len(content) // 2 :
    ] if kind == "bytes" else content


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(damaged())
def test_damage_is_told_and_nothing_falls(damage: tuple[str, bytes]) -> None:
    path, content = damage
    workspace = MemoryWorkspace({**sources(), path: content})
    outcome = load(workspace)
    found = (*outcome.diagnostics, *run_checks(outcome.value, workspace), *read_owner(workspace).found)
    for one in found:
        assert one.message("fr") and one.message("en")
        if one.span is not None:
            assert one.span.line >= 1 and one.span.column >= 1
    again = load_event(workspace, EVENT, outcome.value)
    assert all(one.severity in Severity for one in again.diagnostics)


def test_names_of_files_that_mean_harm_are_only_names(tmp_path: Path) -> None:
    hostile = [
        "a;rm -rf.md",
        "<img src=x>.md",
        "$(id).md",
        "..md",
        "%2e%2e.md",
        "é\u0301.md",
        "'\".md",
        "con.md",
        "{{x}}.md",
    ]
    workspace = MemoryWorkspace({**sources(), **{f"content/outils/{name}": "# Titre\n" for name in hostile}})
    outcome = load(workspace)
    stage = Stage(Material(outcome.value, {}, workspace), tmp_path)
    from deroule.outputs.site.sheets import write_pages

    write_pages(stage)
    for made in tmp_path.rglob("*"):
        assert made.resolve().is_relative_to(tmp_path.resolve())


def test_sequences_that_include_each_other_are_told() -> None:
    loop = "slides:\n  - include: shared/{}\n"
    workspace = MemoryWorkspace({
        **sources(),
        "sequences/shared/un.yml": loop.format("deux"), "sequences/shared/deux.yml": loop.format("un"),
        f"sequences/{EVENT}/event.yml": sources()[f"sequences/{EVENT}/event.yml"].replace("sequences:", "sequences: [boucle]\nold:", 1),
        f"sequences/{EVENT}/boucle.yml": "kind: concept\ntitle: Boucle\n" + loop.format("un"),
    })  # fmt: skip
    assert any(one.severity is Severity.ERROR and "shared/" in str(one.span) for one in load(workspace).diagnostics)
