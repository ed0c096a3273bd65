"""The only door to disk: nothing outside the workspace is read or written, and a file is whole or not there."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deroule.workspace import DiskWorkspace, MemoryWorkspace, OutsideWorkspaceError, Recorder, workspace_path
from deroule.workspace.writing import write_beside


@pytest.mark.parametrize("path", ["../x", "a/../../x", "/etc/passwd", "C:/x", "c:x", "a\\b", "a\0b", "..", "a/../.."])
def test_a_path_that_leaves_the_workspace_is_refused(path: str) -> None:
    with pytest.raises(OutsideWorkspaceError):
        workspace_path(path)


@given(st.text(max_size=40), st.sampled_from(["", "a", "a/b"]))
def test_no_text_ever_resolves_outside(written: str, folder: str) -> None:
    try:
        path = workspace_path(written, folder)
    except OutsideWorkspaceError:
        return
    assert not path.startswith(("/", "../")) and path != ".."


def test_a_link_that_leads_out_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "space").mkdir()
    (tmp_path / "space" / "inside.txt").symlink_to(tmp_path / "secret.txt")
    workspace = DiskWorkspace(tmp_path / "space")
    assert not workspace.exists("inside.txt")
    with pytest.raises(OutsideWorkspaceError):
        workspace.read("inside.txt")
    with pytest.raises(OutsideWorkspaceError):
        workspace.write("inside.txt", b"x")
    assert (tmp_path / "secret.txt").read_text() == "secret"


def test_a_linked_folder_is_not_listed(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "x.md").write_text("x")
    (tmp_path / "space").mkdir()
    (tmp_path / "space" / "content").symlink_to(tmp_path / "outside")
    assert DiskWorkspace(tmp_path / "space").files(ending=".md") == ()


def test_hidden_files_are_not_listed(tmp_path: Path) -> None:
    for name in ("a.md", ".b.md", ".git/c.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert DiskWorkspace(tmp_path).files(ending=".md") == ("a.md",)


def test_a_write_that_fails_leaves_the_old_file_and_no_litter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "file.txt"
    write_beside(target, b"old")
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        write_beside(target, b"new")
    monkeypatch.undo()
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["file.txt"]


def test_the_day_is_the_one_of_source_date_epoch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1519862400")
    assert DiskWorkspace(tmp_path).today().isoformat() == "2018-03-01"


def test_the_recorder_notes_what_was_read_and_what_was_missing() -> None:
    recorder = Recorder(MemoryWorkspace({"a.txt": "a", "b/c.txt": "c"}))
    recorder.read("a.txt")
    assert not recorder.exists("nowhere.txt")
    recorder.files("b")
    assert set(recorder.read_files) == {"a.txt", "nowhere.txt"}
    assert recorder.read_files["nowhere.txt"] == "missing"
    assert list(recorder.listings) == ["b\0"]
    assert recorder.read_day is None
    recorder.today()
    assert recorder.read_day is not None
