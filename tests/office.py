"""LibreOffice as tests run it: a profile of its own, and the same fonts on every machine.

Fonts decide where lines break. A machine without a metric twin of Arial shows another family, which is wider: what a
test then finds is the machine, not the deck. So LibreOffice sees the twins that Debian packages (Liberation for Arial,
Times and Courier, Carlito for Calibri, Caladea for Cambria), DejaVu for the rest of Europe's scripts and for Arabic,
Droid for Chinese and Japanese, Symbola for pictograms, and no other font. `scripts/setup.sh` installs them.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.conftest import IN_CI, needs

FONTS = Path("/usr/share/fonts/truetype")
FOLDERS = ("liberation2", "liberation", "crosextra", "dejavu", "droid", "ancient-scripts")
TWINS = {
    "Arial": "Liberation Sans",
    "Helvetica": "Liberation Sans",
    "Times New Roman": "Liberation Serif",
    "Courier New": "Liberation Mono",
    "Calibri": "Carlito",
    "Cambria": "Caladea",
    "Georgia": "DejaVu Serif",
}
FILES = (
    "LiberationSans-Regular.ttf",
    "Carlito-Regular.ttf",
    "Caladea-Regular.ttf",
    "DejaVuSerif.ttf",
    "DroidSansFallbackFull.ttf",
    "Symbola_hint.ttf",
)
LONGEST = 900
"""Seconds that one call may take."""


def needs_office() -> None:
    """Skip the test by name where LibreOffice or its fonts are missing; in CI a missing one is a failure."""
    needs("soffice")
    missing = [name for name in FILES if not any((FONTS / folder / name).is_file() for folder in FOLDERS)]
    if missing:
        reason = f"fonts not on this machine: {', '.join(missing)}"
        (pytest.fail if IN_CI else pytest.skip)(reason)


def to_pdf(files: Sequence[Path], folder: Path) -> list[Path]:
    """Turn files into PDF beside each other in `folder`, in one call; give the PDFs in the files' order."""
    return converted(files, folder, "pdf")


def converted(files: Sequence[Path], folder: Path, kind: str) -> list[Path]:
    """Turn files into another kind (`pdf`, `pptx`, `odp`), as `to_pdf` does."""
    needs_office()
    folder.mkdir(parents=True, exist_ok=True)
    fonts = folder / "fonts.conf"
    fonts.write_text(_fontconfig(folder / "font-cache"), encoding="utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", kind, "--outdir", str(folder), *map(str, files)]
    environment = os.environ | {"FONTCONFIG_FILE": str(fonts)}
    subprocess.run(command, env=environment, check=True, capture_output=True, timeout=LONGEST)
    return [folder / f"{file.stem}.{kind}" for file in files]


def _fontconfig(cache: Path) -> str:
    folders = "".join(f"<dir>{FONTS / name}</dir>" for name in FOLDERS)
    twins = "".join(
        f'<match><test name="family"><string>{family}</string></test>'
        f'<edit name="family" mode="assign" binding="strong"><string>{twin}</string></edit></match>'
        for family, twin in TWINS.items()
    )
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        f"<fontconfig>{folders}<cachedir>{cache}</cachedir>{twins}</fontconfig>\n"
    )
