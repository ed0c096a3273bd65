"""`deroule template check`: the report on the terminal, the sheet beside the file."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from tests.outputs.deck.template.specimens import google

from deroule.cli import main


@pytest.mark.slow
def test_it_tells_what_is_there_and_draws_the_sheet(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    file = tmp_path / "charte.pptx"
    file.write_bytes(google())
    assert main(["template", "check", str(file)]) == 0
    told = capsys.readouterr().out
    assert "« TITLE »" in told and "absente →" in told and "zone de contenu" in told
    with Image.open(io.BytesIO((tmp_path / "charte-deroule.png").read_bytes())) as sheet:
        assert sheet.width > 1_400 and sheet.height > 1_000


@pytest.mark.parametrize(("name", "content"), [("charte.pptx", b"nothing"), ("charte.docx", b"PK")])
def test_what_is_no_template_is_refused(
    name: str, content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    assert main(["template", "check", str(file)]) == 1
    assert "TPL001" in capsys.readouterr().out


def test_a_missing_file_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["template", "check", str(tmp_path / "absent.pptx")]) == 1
    told = capsys.readouterr().err
    assert "absent.pptx" in told and "il n'y a rien à cet endroit" in told
