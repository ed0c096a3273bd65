"""Slides recognised in films: screen shares with cameras beside and over them, borders, builds, twins, returns."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from deroule.importers.align.pages import DeckPage
from deroule.importers.pictures.area import find_area
from deroule.importers.pictures.recognise import NO_FILM, NOT_BUILT, recognise_slides
from deroule.importers.pictures.references import load_references
from deroule.model.recording import Mark
from deroule.workspace import MemoryWorkspace

RATE = 4
TITLES = ["Couverture", "Le plan", "Un fait", "Deux faits", "Une carte", "Les suites", "Contacts", "Merci"]


def slide(number: int, *, bullets: int) -> Image.Image:
    """Draw a white slide as decks have them: title, rule, bullets, a footer on each."""
    made = Image.new("RGB", (640, 360), "white")
    draw = ImageDraw.Draw(made)
    rng = np.random.default_rng(number // 2 if number in (2, 3) else number + 10)
    draw.text((40, 24), TITLES[number // 1 if number != 3 else 2], fill="#123", font=ImageFont.load_default(34))
    draw.rectangle((40, 76, 200 + 40 * (number % 5), 82), fill="#1D4F91")
    for line in range(bullets):
        width = int(rng.integers(160, 420))
        draw.rectangle((60, 110 + 40 * line, 60 + width, 124 + 40 * line), fill="#444")
    if number % 3 == 1:
        draw.ellipse((430, 130, 590, 290), fill="#C77F2B")
    draw.text((40, 334), f"Réunion – {number + 1}", fill="#777", font=ImageFont.load_default(12))
    return made


@pytest.fixture(scope="module")
def slides() -> list[Image.Image]:
    """Eight slides; the third and the fourth are twins but for a bullet."""
    return [slide(number, bullets=[1, 4, 3, 4, 0, 5, 2, 1][number]) for number in range(len(TITLES))]


@pytest.fixture(scope="module")
def pages(slides: list[Image.Image]) -> tuple[tuple[DeckPage, ...], MemoryWorkspace]:
    files = {}
    for number, picture in enumerate(slides):
        held = io.BytesIO()
        picture.save(held, "PNG")
        files[f"p{number}.png"] = held.getvalue()
    made = tuple(DeckPage(number + 1, f"s{number}", "", picture=f"p{number}.png") for number in range(len(slides)))
    return made, MemoryWorkspace(files)


def face(rng: np.random.Generator, size: tuple[int, int]) -> Image.Image:
    """Something that moves all the time."""
    return Image.fromarray(rng.integers(60, 210, (5, 7, 3), dtype=np.uint8)).resize(size, Image.Resampling.BICUBIC)


def film(
    path: Path,
    script: Sequence[tuple[Image.Image | None, float]],
    *,
    place: tuple[int, int, int, int] = (0, 0, 640, 360),
    cameras: Sequence[tuple[int, int, int, int]] = (),
    behind: str = "black",
    build: bool = False,
) -> Path:
    """Make an H.264 film: a slide (nothing: a face) and its seconds; `build` shows each slide's lower half later."""
    rng = np.random.default_rng(7)
    left, top, width, height = place
    with av.open(str(path), "w") as out:
        stream = out.add_stream("libx264", rate=RATE, options={"crf": "30", "preset": "ultrafast"})
        stream.width, stream.height, stream.pix_fmt = 640, 360, "yuv420p"
        shown = Image.new("RGB", (width, height), behind)
        for picture, seconds in script:
            before, whole = shown, picture and picture.resize((width, height), Image.Resampling.LANCZOS)
            for tick in range(round(seconds * RATE)):
                frame = Image.new("RGB", (640, 360), behind)
                if whole is None:
                    frame.paste(face(rng, (width, height)), (left, top))
                else:
                    shown = whole.copy()
                    if build and tick < seconds * RATE / 2:
                        ImageDraw.Draw(shown).rectangle((0, height * 0.62, width, height * 0.9), fill="white")
                    frame.paste(Image.blend(before, shown, 0.5) if tick == 0 else shown, (left, top))  # it fades in
                for camera in cameras:
                    frame.paste(face(rng, camera[2:]), camera[:2])
                out.mux(stream.encode(av.VideoFrame.from_image(frame)))
        out.mux(stream.encode())
    return path


def agrees(marks: Sequence[Mark], truth: Sequence[tuple[str | None, float]], slack: float = 1.3) -> list[float]:
    """Give the seconds at which the marks are wrong, changes aside."""
    wrong, at = [], 0.0
    for name, seconds in truth:
        for moment in np.arange(at + slack, at + seconds - slack, 0.5):
            shown = [one.slide for one in marks if one.start <= moment < (one.end or 1e9)]
            if shown != [name]:
                wrong.append(float(moment))
        at += seconds
    return wrong


def unwatched(stage: str, share: float) -> None:
    assert 0 <= share <= 1


ORDER = [0, 1, 2, 3, 2, 4, 5, 1, 6, 7]
LAYOUTS = {
    "the whole frame": {},
    "a camera beside it, black below": {"place": (0, 45, 480, 270), "cameras": [(480, 45, 160, 90)]},
    "borders, two cameras": {"place": (30, 20, 448, 252), "cameras": [(500, 40, 120, 90), (500, 150, 120, 90)], "behind": "#DDD"},
    "a camera over a corner": {"cameras": [(500, 10, 130, 96)]},
    "slides that build up": {"build": True},
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_slide_is_found_where_it_was_shown(layout: str, slides, pages, tmp_path: Path) -> None:
    script = [(slides[number], 6.0) for number in ORDER]
    truth: list[tuple[str | None, float]] = [(f"s{number}", 6.0) for number in ORDER]
    script.insert(5, (None, 8.0))
    truth.insert(5, (None, 8.0))
    marks = recognise_slides(film(tmp_path / "film.mp4", script, **LAYOUTS[layout]), *pages, unwatched)
    assert isinstance(marks, list)
    wrong = agrees(marks, truth)
    if layout == "slides that build up":  # until its last bullet comes, the second twin is the first
        wrong = [moment for moment in wrong if not 18 < moment < 21.5]
    assert wrong == []
    assert len(marks) == len(truth), "no flicker between"
    assert all(one.by == "picture" and 0 < one.confidence < 1 for one in marks if one.slide)
    assert [one.confidence > 0.6 for one in marks if one.slide and one.slide not in ("s2", "s3")] == [True] * 7


def test_a_layout_that_changes_is_followed(slides, pages, tmp_path: Path) -> None:
    both = tmp_path / "ab.mp4"
    script = [(slides[n], 5.0) for n in (0, 1, 2, 4, 5)]
    small = [shrunk_into(slides[n]) for n in (5, 6, 7, 1, 0)]
    film(both, [*script, *((one, 5.0) for one in small)])
    marks = recognise_slides(both, *pages, unwatched)
    assert isinstance(marks, list)
    truth = [
        ("s0", 5.0),
        ("s1", 5.0),
        ("s2", 5.0),
        ("s4", 5.0),
        ("s5", 10.0),
        ("s6", 5.0),
        ("s7", 5.0),
        ("s1", 5.0),
        ("s0", 5.0),
    ]
    assert agrees(marks, truth) == []


def shrunk_into(picture: Image.Image) -> Image.Image:
    made = Image.new("RGB", (640, 360), "#222")
    made.paste(picture.resize((400, 225)), (20, 60))
    return made


def test_a_twin_hidden_by_a_camera_is_told_with_little_confidence(slides, pages, tmp_path: Path) -> None:
    # Cameras hide all by which the two differ: the bullet, the end of the rule, the footer's number.
    hidden = [(20, 220, 480, 60), (20, 325, 200, 35), (220, 64, 200, 30)]
    script = [(slides[number], 6.0) for number in (0, 1, 2, 4, 5, 6)]
    marks = recognise_slides(film(tmp_path / "film.mp4", script, cameras=hidden), *pages, unwatched)
    assert isinstance(marks, list)
    twin = next(one for one in marks if one.slide in ("s2", "s3"))
    assert twin.confidence < 0.75
    assert all(one.confidence > 0.75 for one in marks if one.slide in ("s0", "s1", "s4"))


def test_a_film_without_our_slides_gives_none(pages, tmp_path: Path) -> None:
    rng = np.random.default_rng(3)
    script = [(face(rng, (640, 360)), 3.0) for _ in range(8)]
    assert recognise_slides(film(tmp_path / "film.mp4", script), *pages, unwatched) == []


def test_what_cannot_be_read_says_so(pages, tmp_path: Path, slides) -> None:
    held, workspace = pages
    torn = film(tmp_path / "film.mp4", [(slides[0], 4.0), (slides[1], 4.0)])
    torn.write_bytes(torn.read_bytes()[:400])
    assert recognise_slides(torn, held, workspace, unwatched) == NO_FILM
    assert recognise_slides(tmp_path / "absent.mp4", held, workspace, unwatched) == NO_FILM
    assert recognise_slides(torn, (DeckPage(1, "s0", ""),), workspace, unwatched) == NOT_BUILT
    assert recognise_slides(torn, held, MemoryWorkspace({"p0.png": b"x"}), unwatched) == NOT_BUILT


def test_a_rectangle_that_is_merely_white_is_not_taken_for_a_slide(pages) -> None:
    references = load_references(*pages)
    assert references is not None
    assert find_area([np.full((180, 320), 250, dtype=np.uint8)] * 4, references) is None


def dark(title: str, colour: str, number: str = "", *, picture: bool = False) -> Image.Image:
    """Draw a slide that is one area of colour: a cover, a divider."""
    made = Image.new("RGB", (640, 360), colour)
    draw = ImageDraw.Draw(made)
    draw.text((40, 140), title, fill="white", font=ImageFont.load_default(40))
    draw.text((480, 60), number, fill="#8FA9BD", font=ImageFont.load_default(200))
    if picture:
        draw.rectangle((430, 0, 640, 180), fill="#DDE6F0")
        draw.polygon(((430, 360), (430, 240), (640, 180), (640, 360)), fill="#4C8A3B")
    return made


def test_dark_covers_and_dividers_are_told_apart_and_no_waiting_room_is_one(slides, tmp_path: Path) -> None:
    deck = [
        dark("Entreprendre", "#1D4F91", picture=True), slides[1], dark("Le concept décodé", "#00736B", "1"), slides[4],
        dark("Témoignage d’un élu", "#A8481A", "2"), slides[5], dark("Merci", "#1D4F91"),
    ]  # fmt: skip
    files = {}
    for number, picture in enumerate(deck):
        held = io.BytesIO()
        picture.save(held, "PNG")
        files[f"p{number}.png"] = held.getvalue()
    made = tuple(DeckPage(number + 1, f"s{number}", "", picture=f"p{number}.png") for number in range(len(deck)))
    room = Image.new("RGB", (640, 360), "#1A1A1A")
    ImageDraw.Draw(room).rectangle((180, 60, 460, 300), fill="#3C3C3C")
    order = [0, 1, 2, 3, 4, 5, 6]
    path = film(
        tmp_path / "film.mp4", [(room, 8.0), *((deck[number], 6.0) for number in order)],
        place=(0, 30, 520, 292), cameras=[(520, 30, 120, 90)], behind="#1A1A1A",
    )  # fmt: skip
    marks = recognise_slides(path, made, MemoryWorkspace(files), unwatched)
    assert isinstance(marks, list)
    assert agrees(marks, [(None, 8.0), *((f"s{number}", 6.0) for number in order)]) == []
    assert all(one.confidence > 0.6 for one in marks if one.slide)
