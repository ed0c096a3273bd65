"""A deck in any template is valid, keeps to the template's areas, and carries nothing of its samples."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from pptx import Presentation
from tests.layout.rendering import Comparison, compare
from tests.office import converted, to_pdf
from tests.openxml import schema_faults, sdk_faults
from tests.outputs.deck.template.conftest import Made, make
from tests.outputs.deck.template.specimens import ALL, french

from deroule.layout.contrast import faint_texts
from deroule.layout.desk import CENTIMETRE
from deroule.layout.lettering import set_text
from deroule.layout.page import EMU_PER_POINT, Box, TextShape
from deroule.model.theme import Theme
from deroule.outputs.deck.audit import audit
from deroule.outputs.deck.audit.codes import FAINT
from deroule.outputs.deck.lint import lint

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
each = pytest.mark.parametrize("name", ALL)


def members(deck: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def slides_of(deck: bytes) -> list[etree._Element]:
    return [
        etree.fromstring(content)
        for name, content in sorted(members(deck).items())
        if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)
    ]


@pytest.fixture(scope="session")
def folder(decks: dict[str, Made], tmp_path_factory: pytest.TempPathFactory) -> Path:
    into = tmp_path_factory.mktemp("decks")
    for name, made in decks.items():
        (into / f"{name}.pptx").write_bytes(made.deck)
    return into


@each
def test_the_schemas_find_no_fault(name: str, folder: Path) -> None:
    assert schema_faults(folder / f"{name}.pptx") == []


@pytest.mark.node
@pytest.mark.slow
def test_the_open_xml_sdk_finds_no_fault(folder: Path) -> None:
    assert sdk_faults(sorted(folder.glob("*.pptx"))) == {}


@each
def test_the_package_lint_finds_no_fault(name: str, decks) -> None:
    assert lint(decks[name].deck) == ()


@pytest.fixture(scope="session")
def rendered(decks: dict[str, Made], folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Comparison]:
    """Each deck as LibreOffice shows it, compared with where its words were placed."""
    shown = to_pdf([folder / f"{name}.pptx" for name in decks], tmp_path_factory.mktemp("shown"))
    return {
        name: compare(file.read_bytes(), made.pages, made.theme.width / EMU_PER_POINT)
        for file, (name, made) in zip(shown, decks.items(), strict=True)
    }


@pytest.mark.office
@pytest.mark.slow
@each
def test_libreoffice_shows_no_words_over_others_nor_over_footer_and_logo(name: str, rendered) -> None:
    assert rendered[name].over == []


@pytest.mark.office
@pytest.mark.slow
@each
def test_libreoffice_needs_no_more_lines_than_were_placed(name: str, rendered) -> None:
    assert rendered[name].boxes > 20
    assert rendered[name].overfull == []


@pytest.mark.office
@pytest.mark.slow
def test_a_template_that_libreoffice_saves_here_and_now_is_worn_like_any_other(tmp_path: Path) -> None:
    (tmp_path / "charte.pptx").write_bytes(french())
    (drawing,) = converted([tmp_path / "charte.pptx"], tmp_path / "one", "otp")
    (saved,) = converted([drawing], tmp_path / "two", "pptx")
    made = make(saved.read_bytes())
    assert made.found == () and made.theme.stages
    assert lint(made.deck) == ()
    for slide in Presentation(io.BytesIO(made.deck)).slides:
        assert slide.shapes.title is not None and slide.shapes.title.text_frame.text
    assert not [faint for page in made.pages for faint in faint_texts(page, made.theme)]


@each
def test_nothing_is_told_of_a_sound_template(name: str, decks) -> None:
    assert decks[name].found == ()


@each
def test_no_slide_holds_a_placeholder_that_nobody_filled(name: str, decks) -> None:
    for slide in Presentation(io.BytesIO(decks[name].deck)).slides:
        for shape in slide.placeholders:
            assert shape.text_frame.text.strip(), (slide.slide_id, shape.name)


@each
def test_each_slide_has_its_title_in_the_templates_own_place_for_it(name: str, decks) -> None:
    for slide in Presentation(io.BytesIO(decks[name].deck)).slides:
        assert slide.shapes.title is not None and slide.shapes.title.text_frame.text


@each
def test_what_stands_under_the_titles_of_covers_and_dividers_is_no_smaller_than_the_floor(name: str, decks) -> None:
    sizes = [
        run.size
        for page in decks[name].pages
        for item in page.items
        if isinstance(item, TextShape) and item.name == "Sous-titre"
        for paragraph in item.paragraphs
        for run in paragraph.runs
    ]
    assert min(sizes) >= 18


@each
def test_content_keeps_to_its_area(name: str, decks) -> None:
    made = decks[name]
    slack = EMU_PER_POINT
    for page in made.pages:
        stage = made.theme.stages[page.layout]
        room = stage.room
        for item in page.items:
            if not isinstance(item, TextShape) or item.placeholder == "title" or item.name == "Fond du texte":
                continue
            box = item.box
            assert box.x >= room.x - slack and box.right <= room.right + slack, (page.id, item.name)
            assert box.y >= room.y - slack and box.bottom <= room.bottom + slack, (page.id, item.name)


@each
def test_titles_and_content_stay_clear_of_what_the_master_draws_and_of_the_foot(name: str, decks) -> None:
    made = decks[name]
    for kind in ("content", "cover", "divider"):
        stage = made.theme.stages[kind]
        ours = [stage.title] + ([stage.room] if kind == "content" else [])
        for area in ours:
            for one in (*(shown.area for shown in stage.scenery if shown.opacity > 0.3), stage.footer, stage.number):
                if one is not None:
                    assert not crosses(area, one), (kind, area, one)


def crosses(area, thing) -> bool:
    """Whether a thing stands in an area without being what the area stands on."""
    across = min(area.right, thing.right) - max(area.x, thing.x)
    down = min(area.bottom, thing.bottom) - max(area.y, thing.y)
    shared = max(across, 0) * max(down, 0)
    return 0 < shared < 0.85 * area.width * area.height


@each
def test_every_text_is_read_on_what_is_really_behind_it(name: str, decks) -> None:
    made = decks[name]
    assert not [faint for page in made.pages for faint in faint_texts(page, made.theme)]
    assert not [found for found in audit(made.deck, "deck.pptx") if found.code is FAINT]


@each
def test_slides_name_scheme_colours_and_theme_fonts_alone(name: str, decks) -> None:
    for slide in slides_of(decks[name].deck):
        assert not list(slide.iter(f"{A}srgbClr"))
        faces = {one.get("typeface") for one in slide.iter(f"{A}latin")}
        assert faces <= {"+mj-lt", "+mn-lt", "Courier New"}
        assert {one.get("typeface") for one in slide.iter(f"{A}buFont")} <= {"+mj-lt"}


@each
def test_no_colour_turns_the_hue_of_the_scheme_colour_it_is_of(name: str, decks) -> None:
    """Else another accent in the theme would be shown in a hue that nobody chose."""
    ours = {
        part: content for part, content in members(decks[name].deck).items() if re.match(r"ppt/(slides|charts)/", part)
    }
    assert ours
    assert [part for part, content in ours.items() if b"hueOff" in content or b"hueMod" in content] == []


@each
def test_the_deck_is_of_the_templates_size_and_carries_all_its_layouts(name: str, decks) -> None:
    before = Presentation(io.BytesIO(_readable(decks[name].template)))
    after = Presentation(io.BytesIO(decks[name].deck))
    assert (after.slide_width, after.slide_height) == (before.slide_width, before.slide_height)
    listed = [[layout.name for layout in master.slide_layouts] for master in before.slide_masters]
    kept = [[layout.name for layout in master.slide_layouts] for master in after.slide_masters]
    assert sorted(kept) == sorted(listed)


def _readable(template: bytes) -> bytes:
    """python-pptx refuses a .potx: its type is told as a presentation's."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in members(template).items():
            archive.writestr(name, content.replace(b"template.main", b"presentation.main"))
    return made.getvalue()


@each
def test_samples_are_gone_with_all_their_parts(name: str, decks) -> None:
    deck = members(decks[name].deck)
    slides = [one for one in deck if one.startswith("ppt/slides/slide")]
    assert len(slides) == len(decks[name].pages)
    assert not [one for one in deck if b"Exemple" in deck[one] and one.endswith(".xml")]
    wanted = {
        one.rsplit("/", 1)[-1] for content in deck.values() if b"<Relationships" in content for one in _targets(content)
    }
    media = {one.rsplit("/", 1)[-1] for one in deck if "/media/" in one}
    assert media <= wanted


def _targets(rels: bytes) -> list[str]:
    return re.findall(r'Target="([^"]+)"', rels.decode())


def test_the_same_template_gives_the_same_bytes(decks) -> None:
    assert make(french()).deck == decks["french"].deck


def test_a_small_slide_takes_smaller_type_in_proportion(decks) -> None:
    made = decks["google"]
    assert made.theme.height == 6_858_000
    sizes = {int(run.get("sz")) for slide in slides_of(made.deck) for run in slide.iter(f"{A}rPr") if run.get("sz")}
    assert max(sizes) <= 7_200 * 0.75 and min(size for size in sizes if size >= 1_350) >= 1_350


def test_the_title_keeps_clear_of_a_logo_in_its_corner(decks) -> None:
    stage = decks["photograph-covers"].theme.stages["content"]
    logo = next(one.area for one in stage.scenery if one.picture)
    assert stage.title.right <= logo.x


def test_words_on_a_photograph_are_in_the_templates_white(decks) -> None:
    style = decks["photograph-covers"].theme.stages["cover"].style
    assert (style.colour, style.text) == ("paper", "paper")


@pytest.mark.parametrize("kind", ["cover", "divider", "closing"])
def test_one_plain_area_as_high_as_the_words_is_laid_on_a_restless_photograph(kind: str, decks) -> None:
    made = decks["photograph-everywhere"]
    for page in (page for page in made.pages if page.layout == kind):
        veil, *texts = page.items
        assert veil.name == "Fond du texte" and [text.name for text in texts] == ["Titre", "Sous-titre"]
        taken = [_taken(text, made.theme) for text in texts]
        top, bottom = min(box.y for box in taken), max(box.bottom for box in taken)
        assert veil.box.y < top and bottom < veil.box.bottom
        assert veil.box.height < bottom - top + 2 * CENTIMETRE


def _taken(text: TextShape, theme: Theme) -> Box:
    """What the words of a text take of its box."""
    height = set_text(theme, text.paragraphs, text.box.width).height
    top = {"top": text.box.y, "middle": text.box.y + (text.box.height - height) // 2}
    return Box(text.box.x, top.get(text.anchor, text.box.bottom - height), text.box.width, height)


def test_a_dark_template_stays_dark(decks) -> None:
    colours = decks["dark"].theme.colours
    assert colours["paper"] == "0B1B33" and colours["ink"] == "FFFFFF"


def test_right_to_left_styles_do_not_turn_our_words_round(decks) -> None:
    for slide in slides_of(decks["right-to-left"].deck):
        for style in slide.iter(f"{A}lvl1pPr"):
            assert style.get("rtl") == "0"


def test_titles_in_a_right_to_left_template_begin_where_our_words_begin(decks) -> None:
    stages = decks["right-to-left"].theme.stages
    assert {kind: stages[kind].style.align for kind in ("content", "divider")} == {"content": "left", "divider": "left"}


def test_boxes_of_all_kinds_stay_on_the_slide(decks) -> None:
    for made in decks.values():
        for page in made.pages:
            for item in page.items:
                box = getattr(item, "box", None)
                if isinstance(box, Box):
                    assert box.x >= 0 and box.y >= 0, (page.id, item.name)
                    assert box.right <= made.theme.width and box.bottom <= made.theme.height, (page.id, item.name)
