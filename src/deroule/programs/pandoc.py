"""pandoc, as it comes with its Python wheel: writes document trees as DOCX, ODT and EPUB, and reads HTML into a tree."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pypandoc

from deroule.diagnostics import Diagnostic
from deroule.programs.codes import PANDOC_FAILED, PANDOC_WARNED

_MOST_SECONDS = 60.0


class PandocError(Exception):
    """pandoc's own sentence on why it stopped."""


@cache
def pandoc_path() -> str:
    """Find the program that came with the wheel, not whichever is newest on the machine."""
    beside = Path(pypandoc.__file__).parent / "files" / "pandoc"
    for candidate in (beside, beside.with_suffix(".exe")):
        if candidate.is_file():
            return str(candidate)
    return str(pypandoc.get_pandoc_path())


def write_document(
    what: str,
    document: Mapping[str, Any],
    form: str,
    target: Path,
    *,
    files: Mapping[str, bytes],
    arguments: Sequence[str] = (),
    day: dt.date | None = None,
) -> tuple[Diagnostic, ...]:
    """Write a pandoc document as `form` (docx, odt, epub3) to `target`.

    `files` are what the document and the arguments name: pictures, reference document, style sheet. They are all that
    pandoc finds in its folder; the target is not touched when it stops.
    """
    with tempfile.TemporaryDirectory(prefix="deroule-") as name:
        folder = Path(name)
        for file, content in files.items():
            (folder / file).write_bytes(content)
        command = ["--from=json", f"--to={form}", f"--output=made.{form}", *arguments]
        try:
            remarks = _run(command, json.dumps(document, ensure_ascii=False), folder, day)
        except PandocError as refusal:
            return (PANDOC_FAILED.at(None, what=what, why=refusal),)
        target.write_bytes((folder / f"made.{form}").read_bytes())
    return tuple(PANDOC_WARNED.at(None, what=what, why=line) for line in _remarks(remarks[1]))


def read_html(html: str) -> dict[str, Any]:
    """Read an HTML page into a document tree. Raises PandocError."""
    with tempfile.TemporaryDirectory(prefix="deroule-") as folder:
        told = _run(["--from=html", "--to=json"], html, Path(folder), None)[0]
    tree: dict[str, Any] = json.loads(told)
    return tree


def write_html(document: Mapping[str, Any]) -> str:
    """Write a document tree as a fragment of HTML. Raises PandocError."""
    with tempfile.TemporaryDirectory(prefix="deroule-") as folder:
        return _run(["--from=json", "--to=html"], json.dumps(document, ensure_ascii=False), Path(folder), None)[0]


def default_reference(form: str) -> bytes:
    """Give pandoc's own reference document (`docx` or `odt`), from which the project's look is made."""
    command = [pandoc_path(), f"--print-default-data-file=reference.{form}"]
    return subprocess.run(command, capture_output=True, check=True, timeout=_MOST_SECONDS).stdout


def _run(command: list[str], fed: str, folder: Path, day: dt.date | None) -> tuple[str, str]:
    moment = dt.datetime.combine(day or dt.date(2000, 1, 1), dt.time(), dt.UTC)
    environment = {
        "PATH": os.environ.get("PATH", ""), "HOME": str(folder), "LANG": "C.UTF-8",
        "SOURCE_DATE_EPOCH": str(int(moment.timestamp())),
    }  # fmt: skip
    try:
        ran = subprocess.run(
            [pandoc_path(), *command], input=fed.encode(), capture_output=True, cwd=folder, env=environment,
            check=False, timeout=_MOST_SECONDS,
        )  # fmt: skip
    except subprocess.TimeoutExpired as fault:
        raise PandocError(f"more than {_MOST_SECONDS:.0f} s") from fault
    said = ran.stderr.decode(errors="replace").strip()
    if ran.returncode:
        raise PandocError(said or f"exit {ran.returncode}")
    return ran.stdout.decode(errors="replace"), said


def _remarks(said: str) -> list[str]:
    return [line.removeprefix("[WARNING] ").strip() for line in said.splitlines() if line.startswith("[WARNING]")]
