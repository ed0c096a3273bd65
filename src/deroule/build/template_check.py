"""`deroule template check`: a template read, a specimen placed in it, and the pages on one contact sheet."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from deroule.diagnostics import Diagnostic, Outcome
from deroule.layout import place
from deroule.layout.page import SlidePage
from deroule.model.dossier import Dossier
from deroule.model.theme import Theme
from deroule.outputs.deck.template import dress
from deroule.outputs.deck.template.deriving import derive
from deroule.outputs.deck.template.reading import Template
from deroule.outputs.deck.template.report import report
from deroule.outputs.pictures.draw import draw_pages
from deroule.source import load
from deroule.source.themes import load_themes
from deroule.workspace import MemoryWorkspace

FOLDER = "sequences/essai"
_WIDTH, _ACROSS, _GAP, _CAPTION = 480, 3, 24, 30
_GROUND, _INK = "#D9DCE1", "#1A1A1A"


@dataclass(frozen=True, slots=True)
class TemplateCheck:
    """What the command tells: the report, and the pages of the specimen on one PNG."""

    text: str
    sheet: bytes


def check_template(content: bytes, name: str, language: str) -> Outcome[TemplateCheck | None]:
    """Check a template. Never raises: one that cannot be read gives a diagnostic and nothing else."""
    workspace, dossier = _specimen(content, name, language)
    event = dossier.events[0]
    bare = load_themes(workspace, dossier.organisation, event).value
    dressed = dress(workspace, bare, dossier.organisation, event)
    theme = dressed.value[None]
    if not theme.stages:
        return Outcome(None, tuple(_without_place(one) for one in dressed.diagnostics))
    placed = place(event, dressed.value)
    text = report(derive(Template(content, name), theme), language)
    sheet = _contact_sheet(placed.value, theme, workspace)
    return Outcome(TemplateCheck(text, sheet), placed.diagnostics)


def _without_place(finding: Diagnostic) -> Diagnostic:
    """The specimen's files are ours: nobody can look up a line of them."""
    return replace(finding, span=None)


def _specimen(content: bytes, name: str, language: str) -> tuple[MemoryWorkspace, Dossier]:
    folder = files("deroule").joinpath("build", "specimen", "fr" if language.startswith("fr") else "en")
    read = {one: folder.joinpath(one).read_text("utf-8") for one in ("organisation.yml", "event.yml", "essai.yml")}
    workspace = MemoryWorkspace(
        {
            "sequences/organisation.yml": f"{read['organisation.yml']}template: '{_quoted(name)}'\n",
            f"sequences/{name}": content,
            f"{FOLDER}/event.yml": read["event.yml"],
            f"{FOLDER}/essai.yml": read["essai.yml"],
        }
    )
    outcome = load(workspace)
    assert outcome.value is not None and not outcome.failed, [one.message("en") for one in outcome.diagnostics]
    return workspace, outcome.value


def _quoted(name: str) -> str:
    return name.replace("'", "''")


def _drawn(file: Path, theme: Theme) -> Image.Image:
    """Give the picture of a page; an empty one where a broken picture of the template keeps it from being drawn."""
    if not file.is_file():
        return Image.new("RGB", (_WIDTH, _WIDTH * theme.height // theme.width), f"#{theme.colours['paper']}")
    return Image.open(file).convert("RGB")


def _contact_sheet(pages: Sequence[SlidePage], theme: Theme, workspace: MemoryWorkspace) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        into = Path(folder)
        draw_pages(pages, {None: theme}, workspace, into, forms=("png",), width=_WIDTH)
        drawn = [(page, _drawn(into / f"{page.id}.png", theme)) for page in pages]
    height = max(picture.height for _, picture in drawn)
    rows = -(-len(drawn) // _ACROSS)
    across, down = _WIDTH + _GAP, height + _GAP + _CAPTION
    sheet = Image.new("RGB", (_ACROSS * across + _GAP, rows * down + _GAP), _GROUND)
    pen, font = ImageDraw.Draw(sheet), _caption_font()
    for at, (page, picture) in enumerate(drawn):
        x, y = _GAP + at % _ACROSS * across, _GAP + at // _ACROSS * down
        sheet.paste(picture, (x, y))
        pen.text((x, y + picture.height + 6), f"{page.number} · {page.layout}", _INK, font)
    made = io.BytesIO()
    sheet.save(made, "PNG")
    return made.getvalue()


def _caption_font() -> ImageFont.FreeTypeFont:
    font = files("rinoh_typeface_dejavusans").joinpath("DejaVuSans.ttf")
    return ImageFont.truetype(io.BytesIO(font.read_bytes()), 15)
