"""The slides' pictures in the site: copied from where they were drawn, found by slide."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image, ImageOps
from PIL.WebPImagePlugin import WebPImageFile  # by its mere name, Pillow would bring all its forty formats

from deroule.model.event import Event
from deroule.outputs.site.addresses import EVENTS
from deroule.workspace import lend

_CARD, _ROW = 640, 320
"""How wide the pictures of an event are, in pixels: on its card, and in a row among many."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture: its path in the site, the number and the title of the page that it shows, how wide and high it is.

    `drawing` is the same as a drawing in lines: sharp at every size, and a sixth of the weight once a server packs it.
    """

    path: str
    number: int
    title: str
    size: tuple[int, int]
    drawing: str = ""

    @property
    def seen(self) -> str:
        """The path of what a page shows: the drawing, where there is one."""
        return self.drawing or self.path


@dataclass(slots=True)
class Pictures:
    """The pictures of an event, by slide id. `card` and `row` are small ones of its cover; `cover` is a whole one for other
    sites, `hero` the one that a page shows."""

    slides: dict[str, list[Shown]] = field(default_factory=dict)
    card: str = ""
    row: str = ""
    cover: str = ""
    hero: str = ""

    def of(self, slide_id: str) -> list[Shown]:
        """Give the pictures of a slide: several when it is continued, none when it was not drawn."""
        return self.slides.get(slide_id, [])

    @property
    def count(self) -> int:
        """As many as the deck has slides: the number that is written on its last one."""
        return sum(map(len, self.slides.values()))


def take_pictures(event: Event, drawn: Path | None, folder: Path) -> Pictures:
    """Take the pictures of an event from the folder where they were drawn into the site's `folder`."""
    found = Pictures()
    if drawn is None or not (drawn / "pages.json").is_file():
        return found
    target = folder / EVENTS / event.id / "slides"
    for page in json.loads((drawn / "pages.json").read_text(encoding="utf-8")):
        for name in (page["png"], page["svg"]):
            lend(drawn / name, target / name)
        with Image.open(target / page["png"]) as picture:
            size = picture.size
        place = f"{EVENTS}/{event.id}/slides"
        shown = Shown(f"{place}/{page['png']}", page["number"], page["title"], size, f"{place}/{page['svg']}")
        found.slides.setdefault(page["slide_id"], []).append(shown)
    first = next((shown for slide in event.slides for shown in found.of(slide.id)), None)
    if first is not None:
        found.cover, found.hero = first.path, first.seen
        found.card, found.row = small_place(event, "card"), small_place(event, "row")
        _write_small(folder, found)
    return found


def small_place(event: Event, name: str) -> str:
    """Give the path in the site of a small picture of an event's cover: its `card`, or its `row` among many."""
    return f"{EVENTS}/{event.id}/{'carte' if name == 'card' else 'vignette'}.webp"


def as_portrait(content: bytes) -> bytes:
    """Give a square picture of a person, 256 pixels wide; nothing when the content is no picture."""
    try:
        with Image.open(io.BytesIO(content)) as picture:
            small = ImageOps.fit(ImageOps.exif_transpose(picture).convert("RGB"), (256, 256), Image.Resampling.LANCZOS)
    except (OSError, ValueError, Image.DecompressionBombError):
        return b""
    return _as_webp(small)


def _write_small(folder: Path, pictures: Pictures) -> None:
    """Write the small pictures of a cover, the smaller one from the larger one."""
    with Image.open(folder / pictures.cover) as cover:
        card = _smaller(cover.convert("RGB"), _CARD)
    for place, picture in ((pictures.card, card), (pictures.row, _smaller(card, _ROW))):
        (folder / place).write_bytes(_as_webp(picture))


def _smaller(picture: Image.Image, width: int) -> Image.Image:
    height = round(picture.height * width / picture.width)
    return picture.resize((width, height), Image.Resampling.LANCZOS)


def _as_webp(picture: Image.Image) -> bytes:
    made = io.BytesIO()
    picture.save(made, WebPImageFile.format, quality=82, method=4)
    return made.getvalue()
