"""Typst, in process: typesets a packaged template over data, and turns its refusals into diagnostics.

The data travels as JSON and pictures as files of a fresh folder that is Typst's whole world, so nothing that an author
wrote is ever read as Typst code, no other file of the machine can be named, and nothing is fetched from the network.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import json
import tempfile
import threading
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import typst

from deroule.diagnostics import Outcome
from deroule.programs.codes import TYPST_FAILED

Form = Literal["svg", "png", "pdf", "plain-pdf"]
"""A plain PDF says nothing of its structure: it is there to be drawn, not to be read."""
ACCESSIBLE: list[Literal["ua-1"]] = ["ua-1"]
"""PDF/UA-1: the compiler refuses a missing title, jumps of heading level, pictures without alternative text."""

MEMORY = 10
"""Calls that Typst remembers."""
_NOTHING = b" "


class TypstFailedError(Exception):
    """Typst's own sentence on why it stopped."""


def compile_typst(
    template: str,
    data: Mapping[str, Any],
    *,
    form: Form,
    fonts: Sequence[Path],
    pictures: Mapping[str, bytes] | None = None,
    pixels_per_inch: float = 96.0,
    day: dt.date | None = None,
    system_fonts: bool = False,
) -> tuple[bytes, ...]:
    """Typeset `template` (Typst source) over `data` (read there as `json("data.json")`).

    Gives one file for PDF, one a page for SVG and PNG. `fonts` are folders; the machine's own fonts are looked at
    only when asked for, so that pages are the same everywhere. Raises TypstFailedError.
    """
    return compile_forms(
        template, data, forms=(form,), fonts=fonts, pictures=pictures, pixels_per_inch=pixels_per_inch, day=day,
        system_fonts=system_fonts,
    )[form]  # fmt: skip


def compile_forms(
    template: str,
    data: Mapping[str, Any],
    *,
    forms: Sequence[Form],
    fonts: Sequence[Path],
    pictures: Mapping[str, bytes] | None = None,
    pixels_per_inch: float = 96.0,
    day: dt.date | None = None,
    system_fonts: bool = False,
    ageing: int = 0,
) -> dict[Form, tuple[bytes, ...]]:
    """Typeset once and write in several forms, as `compile_typst` does in one.

    Typst remembers parts of what it has typeset, and forgets those that the last `MEMORY` calls made no use of: with
    `ageing`, this call counts as so many more, for whoever typesets much that does not come again.
    """
    moment = dt.datetime.combine(day, dt.time(), dt.UTC) if day else dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
    with tempfile.TemporaryDirectory(prefix="deroule-") as folder:
        root = Path(folder)
        (root / "main.typ").write_text(template, encoding="utf-8")
        (root / "data.json").write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
        for name, content in (pictures or {}).items():
            (root / name).write_bytes(content)
        known = _fonts(tuple(str(one) for one in fonts), system_fonts)
        try:
            compiler: Any = typst.Compiler(
                str(root / "main.typ"), root=root, font_paths=known, package_path=root, package_cache_path=root
            )
            made = {form: _written(compiler, form, pixels_per_inch, moment) for form in forms}
            for _ in range(ageing):
                compiler.compile(input=_NOTHING, format="svg")
        except typst.TypstError as refusal:
            raise TypstFailedError(_sentence(refusal)) from refusal
    return made


def _written(compiler: Any, form: Form, pixels_per_inch: float, moment: dt.datetime) -> tuple[bytes, ...]:
    standards = [*ACCESSIBLE] if form == "pdf" else []
    made = compiler.compile(
        format=form.removeprefix("plain-"), ppi=pixels_per_inch, pdf_standards=standards, pdf_tags=form == "pdf",
        timestamp=moment,
    )  # fmt: skip
    return tuple(made) if isinstance(made, list) else (made,)


@lru_cache(maxsize=16)
def _fonts(folders: tuple[str, ...], system: bool) -> typst.Fonts:
    """Read fonts once: a call would else read those of all its folders."""
    return typst.Fonts(include_system_fonts=system, include_embedded_fonts=True, font_paths=[*folders])


_DRAWING = (
    '#set page(width: {width}pt, height: auto, margin: 0pt, fill: none)\n#image("picture.svg", width: 100%, alt: "")\n'
)
_RASTER_WIDTH = 1600
"""Pixels: sharp when projected at 1080 lines and printed at half a page."""
_rasters: dict[str, bytes] = {}
_raster_locks: dict[str, threading.Lock] = {}
_shared: Path | None = None
"""Where the processes of a build leave them for each other."""


def share_drawings(folder: Path) -> None:
    """Have this process leave the drawings that it made in a folder, and take those that others left there."""
    global _shared
    folder.mkdir(parents=True, exist_ok=True)
    _shared = folder


def svg_as_png(svg: bytes) -> bytes:
    """Draw an SVG as PNG, 1600 pixels wide, in its own proportions. Each picture is drawn once. Raises TypstFailedError.

    Decks, documents and pages show the same pictures, and are made at the same time by several threads and processes.
    """
    key = hashlib.sha256(svg).hexdigest()
    with _raster_locks.setdefault(key, threading.Lock()):
        if key not in _rasters:
            _rasters[key] = _taken(key) or _drawn(key, svg)
    return _rasters[key]


def _taken(key: str) -> bytes | None:
    with contextlib.suppress(OSError):
        return (_shared / f"{key}.png").read_bytes() if _shared else None
    return None


def _drawn(key: str, svg: bytes) -> bytes:
    template = _DRAWING.format(width=_RASTER_WIDTH // 2)
    (made,) = compile_typst(template, {}, form="png", fonts=(), pictures={"picture.svg": svg}, pixels_per_inch=144)
    if _shared:
        with contextlib.suppress(OSError), tempfile.NamedTemporaryFile(dir=_shared, delete=False) as half:
            half.write(made)
            half.close()  # a file is renamed whole, so that nobody reads half of it
            Path(half.name).replace(_shared / f"{key}.png")
    return made


def svg_height(svg: bytes) -> float:
    """Give the height of an SVG as a share of its width. Raises TypstFailedError when it cannot be drawn."""
    template = _DRAWING.format(width=_RASTER_WIDTH)
    (page,) = compile_typst(template, {}, form="svg", fonts=(), pictures={"picture.svg": svg})
    view = page.split(b'viewBox="', 1)[1].split(b'"', 1)[0]
    return float(view.split()[3]) / _RASTER_WIDTH


def typeset_pdf(
    what: str,
    template: str,
    data: Mapping[str, Any],
    *,
    fonts: Sequence[Path],
    pictures: Mapping[str, bytes] | None = None,
    day: dt.date | None = None,
    system_fonts: bool = False,
) -> Outcome[bytes | None]:
    """Typeset a PDF/UA-1; `what` names it in the diagnostic that stands for a refusal."""
    try:
        (made,) = compile_typst(
            template, data, form="pdf", fonts=fonts, pictures=pictures, day=day, system_fonts=system_fonts
        )
    except TypstFailedError as refusal:
        return Outcome(None, (TYPST_FAILED.at(None, what=what, why=refusal),))
    return Outcome(made)


def _sentence(refusal: typst.TypstError) -> str:
    message = str(getattr(refusal, "message", "") or refusal).strip()
    hints = [str(hint) for hint in getattr(refusal, "hints", [])]
    return " ; ".join([message, *hints])
