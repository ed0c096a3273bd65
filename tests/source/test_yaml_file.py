"""A fault of writing hides nothing of its file: the entry that holds it is left out, and the rest is read."""

from __future__ import annotations

import pytest

from deroule.source.yaml_file import MAX_FAULTS, read_nodes

PATH = "a.yml"
BROKEN = {
    "a quotation mark that is not closed": ('    text: "abc', 4),
    "one that the next slide's closes": ('    text: "abc\n  - title: "B"', 4),
    "an apostrophe that is not closed": ("    text: 'abc", 4),
    "an apostrophe inside": ("    text: 'L'eau'", 4),
    "a bracket that is not closed": ("    tags: [a, b", 4),
    "a brace that is not closed": ("    quote: {text: a", 4),
    "two colons": ("    text: a : b : c", 4),
    "a tab": ("\ttext: a", 4),
    "a line too far left": ("   text: a", 4),
    "a line too far right": ("      text: a", 4),
    "a dash too far left": (" - title: B", 4),
    "a dash too far right": ("   - title: B", 4),
    "a dash without a space": ("    bullets:\n    -a", 5),
    "a colon forgotten": ("    text\n    notes: a", 4),
    "a star that begins a text": ("    text: *a* b", 4),
    "a sign that begins nothing": ("    text: @a", 4),
    "a text beside its bar": ("    text: | a", 4),
    "a word beside an alias": ("    text: *a b", 4),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_slide_that_cannot_be_read_hides_no_other(name: str) -> None:
    written, line = BROKEN[name]
    text = f"title: S\nslides:\n  - title: A\n{written}\n    notes: n\n  - title: Z\n    text: z\nsummary: last\n"
    top, found, whole = read_nodes(text.encode(), PATH)
    assert [one.span.line for one in found if one.span] == [line]
    assert top is not None
    assert not whole
    assert (top["title"], top["summary"]) == ("S", "last")
    assert top["slides"][-1]["title"] == "Z"
    assert top["slides"][-1].span.line == text[: text.index("title: Z")].count("\n") + 1


def test_every_fault_of_writing_is_told() -> None:
    text = 'title: "S\nkind: a: b\nslides:\n  - title: @A\n  - title: B\n  - title: [C\n  - {title: D}\ntags: [a\n'
    top, found, _ = read_nodes(text.encode(), PATH)
    assert [one.span.line for one in found if one.span] == [1, 2, 4, 6, 8]
    assert top == {"slides": [{"title": "B"}, {"title": "D"}]}


def test_a_list_of_which_nothing_can_be_read_is_not_empty() -> None:
    top, found, _ = read_nodes(b"title: S\nslides:\n  - title: [A\nkind: k\n", PATH)
    assert top == {"title": "S", "kind": "k"}
    assert len(found) == 1


@pytest.mark.parametrize(
    "text",
    [
        " title: S\nkind: k\nslides: []\nsummary: s\n",
        "slides:\n   - title: A\n  - title: B\n  - title: C\n  - title: D\n",
        "slides:\n   - title: A\n  - title: B\n  - title: C\ntitle: T\n",
    ],
)
def test_one_line_out_of_its_rank_is_told_once(text: str) -> None:
    """When the first entry stands too far right, each of the others seems to stand too far left."""
    _, found, _ = read_nodes(text.encode(), PATH)
    assert len(found) == 1


def test_a_missing_colon_is_told_at_its_word() -> None:
    _, found, _ = read_nodes(b"title: S\nslides\n  - title: A\n  - title: B\n", PATH)
    assert [str(one.span) for one in found] == ["a.yml:2:1"]


def test_an_anchor_in_what_was_left_out_is_there_all_the_same() -> None:
    top, found, _ = read_nodes(b"a: &a b\nslides:\n  - text: &x [y\n  - text: *x\n  - text: *a\n", PATH)
    assert [one.span.line for one in found if one.span] == [3]
    assert top is not None
    assert top["slides"][-1] == {"text": "b"}


def test_lines_of_dashes_are_told_and_passed_over() -> None:
    text = b"# first\n---\ntitle: S\n---\nkind: k\n...\nsummary: s\n"
    top, found, whole = read_nodes(text, PATH)
    assert [one.span.line for one in found if one.span] == [4, 6]
    assert whole
    assert top == {"title": "S", "kind": "k", "summary": "s"}


def test_signs_that_nobody_sees_are_told_where_they_stand() -> None:
    top, found, whole = read_nodes("title: éé\x07é\nkind: \x9dk\n".encode(), PATH)
    assert [str(one.span) for one in found] == ["a.yml:1:10", "a.yml:2:7"]
    assert whole
    assert top == {"title": "ééé", "kind": "k"}


def test_a_file_of_another_kind_is_not_told_line_by_line() -> None:
    _, found, _ = read_nodes(b"- [a\n\x07{\n: ]\n" * 500, PATH)
    assert len(found) <= MAX_FAULTS + 1


@pytest.mark.parametrize(("text", "place"), [("main: #1D4F91\n", "1:7"), ("tags:\n  - #eau\n  - air\n", "2:5")])
def test_a_value_that_would_be_read_as_a_comment_is_told(text: str, place: str) -> None:
    _, found, _ = read_nodes(text.encode(), PATH)
    assert [str(one.span) for one in found] == [f"{PATH}:{place}"]


@pytest.mark.parametrize("text", ["a: # a comment\n  - b\n", "a: #todo\nb: c\n", "a:\n  - b  # c\n"])
def test_a_comment_is_a_comment(text: str) -> None:
    assert read_nodes(text.encode(), PATH).found == []
