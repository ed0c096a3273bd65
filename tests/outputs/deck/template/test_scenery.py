"""What is really behind words: forms as they are cut, turned, seen through or coloured from one end to the other."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image, ImageDraw
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from tests.outputs.deck.template.conftest import make
from tests.outputs.deck.template.specimens import (
    FRENCH,
    HOLDERS,
    changed,
    dark_foot,
    honeycomb,
    kinds_of_pages,
    layouts,
    photograph_everywhere,
    two_masters,
)
from tests.outputs.deck.template.writer import WIDE, Master, Share, Writer, fill, ground, png

from deroule.build.template_check import _specimen
from deroule.layout.desk import CENTIMETRE
from deroule.layout.page import Box
from deroule.model.theme import Stage, contrast, is_grey, tinted
from deroule.outputs.deck.template.clearing import GAP
from deroule.outputs.deck.template.deriving import Derived, derive
from deroule.outputs.deck.template.reading import Template
from deroule.outputs.deck.template.scenery import Scene
from deroule.outputs.deck.template.slots import ACCENTS, held
from deroule.source.themes import load_themes

BLUE = '<a:solidFill><a:srgbClr val="0000FF"/></a:solidFill>'
GRID = '<a:pattFill prst="lgGrid"><a:fgClr><a:srgbClr val="0000C0"/></a:fgClr><a:bgClr><a:srgbClr val="000080"/></a:bgClr></a:pattFill>'


def scene(draw) -> Scene:
    """The page for content of a template whose master draws what is asked."""
    master = Master(layouts(FRENCH), holders=HOLDERS)
    writer = Writer([master])
    master.extra = draw(writer)
    template = Template(writer.bytes(), "charte.pptx")
    return Scene(template.layouts["/ppt/slideMasters/slideMaster1.xml"][1])


def derived(content: bytes) -> Derived:
    """What is made of a template."""
    workspace, dossier = _specimen(content, "charte.pptx", "fr")
    base = load_themes(workspace, dossier.organisation, dossier.events[0]).value[None]
    return derive(Template(content, "charte.pptx"), base)


def box(at: Share) -> Box:
    width, height = WIDE
    return Box(round(at[0] * width), round(at[1] * height), round(at[2] * width), round(at[3] * height))


LOW, HIGH = box((0.1, 0.85, 0.1, 0.1)), box((0.8, 0.05, 0.1, 0.1))


def turned(writer: Writer) -> str:
    return writer.shape((0.4, -0.3, 0.2, 1.6), BLUE).replace("<a:xfrm>", '<a:xfrm rot="5400000">')


def mirrored(writer: Writer) -> str:
    return writer.shape((0, 0, 1, 1), BLUE, "rtTriangle").replace("<a:xfrm>", '<a:xfrm flipH="1" flipV="1">')


def curved(writer: Writer) -> str:
    bulge = '<a:cubicBezTo><a:pt x="0" y="0"/><a:pt x="100" y="0"/><a:pt x="100" y="100"/></a:cubicBezTo>'
    path = f'<a:path w="100" h="100"><a:moveTo><a:pt x="0" y="100"/></a:moveTo>{bulge}<a:close/></a:path>'
    made = writer.free_form([(0, 0), (1, 1), (0, 1)], BLUE)
    return made[: made.index("<a:path ")] + path + made[made.index("</a:pathLst>") :]


@pytest.mark.parametrize(
    ("draw", "low", "high"),
    [
        (lambda writer: writer.shape((0, 0, 1, 1), BLUE), "0000FF", "0000FF"),
        (lambda writer: writer.shape((0, 0, 1, 1), GRID), "0000A0", "0000A0"),
        (lambda writer: writer.shape((0, 0, 1, 1), GRID.replace("lgGrid", "pct25")), "000090", "000090"),
        (lambda writer: writer.shape((0, 0, 1, 1), BLUE, "rtTriangle"), "0000FF", "FFFFFF"),
        (mirrored, "FFFFFF", "0000FF"),
        (lambda writer: writer.free_form([(0, 0), (1, 1), (0, 1)], BLUE), "0000FF", "FFFFFF"),
        (turned, "FFFFFF", "FFFFFF"),
        (curved, "0000FF", "FFFFFF"),
        (lambda writer: writer.shape((0, 0, 1, 1), BLUE.replace("/></a:s", '><a:alpha val="20000"/></a:srgbClr></a:s')), "CCCCFF", "CCCCFF"),
    ],
    ids=["whole", "grid", "quarter", "triangle", "mirrored", "free form", "turned", "curved", "seen through"],
)  # fmt: skip
def test_a_box_stands_on_what_is_seen_there(draw, low: str, high: str) -> None:
    found = scene(draw)
    assert (found.behind(LOW), found.behind(HIGH)) == (low, high)


def test_a_turned_bar_is_where_it_was_turned_to() -> None:
    assert scene(turned).behind(box((0.3, 0.48, 0.4, 0.04))) == "0000FF"


def test_a_blend_is_dark_at_one_end_and_light_at_the_other() -> None:
    stops = '<a:gs pos="0"><a:srgbClr val="000000"/></a:gs><a:gs pos="100000"><a:srgbClr val="FFFFFF"/></a:gs>'

    def down(writer: Writer) -> str:
        return writer.shape((0, 0, 1, 1), f'<a:gradFill><a:gsLst>{stops}</a:gsLst><a:lin ang="5400000"/></a:gradFill>')

    found = scene(down)
    assert found.behind(LOW) > "D00000" and found.behind(HIGH) < "400000"
    assert found.unreadable_share(box((0, 0, 1, 1)), "000000", 4.5) == pytest.approx(0.5, abs=0.15)


def desk() -> bytes:
    """A sheet of paper on a blue desk, as one picture; a pencil lies on the paper, at the end of the title's place."""
    picture = Image.new("RGB", (640, 360), "#1F7A99")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((20, 12, 620, 350), fill="white")
    pen.line((500, 70, 600, 8), fill="#F2C230", width=14)
    return png(picture)


def test_a_title_keeps_clear_of_what_is_seen_in_a_picture_behind_the_slide() -> None:
    master = Master(layouts(FRENCH), holders=HOLDERS)
    writer = Writer([master])
    writer.media["bureau.png"] = desk()
    master.background = ground(
        '<a:blipFill><a:blip r:embed="rIdMedia0"/><a:stretch><a:fillRect/></a:stretch></a:blipFill>'
    )
    stage = derived(writer.bytes()).theme.stages["content"]
    assert stage.title is not None and WIDE[0] * 0.6 < stage.title.right < WIDE[0] * 500 / 640
    assert stage.room.width > WIDE[0] * 0.8 and not stage.veils


def test_a_photograph_is_seen_everywhere_and_in_nobodys_way() -> None:
    stage = derived(photograph_everywhere()).theme.stages["content"]
    assert stage.title is not None and stage.title.width > WIDE[0] * 0.7


def test_a_cut_corner_takes_no_more_room_than_it_covers() -> None:
    cut = scene(lambda writer: writer.free_form([(0, 0), (1, 0), (0, 0.2)], fill("accent1")))
    (thing,) = cut.things_in(box((0.5, 0, 0.5, 1)))
    assert thing.bottom < WIDE[1] * 0.12
    assert cut.things_in(box((0.5, 0.5, 0.5, 0.5))) == []


def test_a_room_keeps_its_distance_from_what_is_drawn_beside_it() -> None:
    """A line under the text's place, and a cut form that all but touches it."""
    places = [replace(one, at=(0.07, 0.24, 0.86, 0.6)) if one.type == "body" else one for one in HOLDERS]
    master = Master(layouts(FRENCH), holders=places)
    writer = Writer([master])
    master.extra = writer.shape((0, 0.841, 1, 0.01), BLUE)
    assert derived(writer.bytes()).theme.stages["content"].room.bottom <= WIDE[1] * 0.841 - GAP
    master.extra = writer.free_form([(0, 0.842), (1, 0.842), (1, 1), (0, 1)], BLUE)
    assert derived(writer.bytes()).theme.stages["content"].room.bottom <= WIDE[1] * 0.842 - GAP


def test_words_under_a_title_keep_their_distance_from_its_last_line() -> None:
    told = layouts(FRENCH)
    title, words = told[0].holders[:2]
    told[0].holders[1] = replace(words, at=(0.1, title.at[1] + title.at[3] + 0.005, 0.8, 0.15))
    cover = derived(Writer([Master(told, holders=HOLDERS)]).bytes()).theme.stages["cover"]
    assert cover.subtitle.y - cover.title.bottom >= CENTIMETRE // 2
    assert cover.subtitle.bottom == pytest.approx(WIDE[1] * (title.at[1] + title.at[3] + 0.155), abs=50_000)


def test_what_is_hardly_seen_is_in_nobodys_way() -> None:
    pale = BLUE.replace("/></a:s", '><a:alpha val="20000"/></a:srgbClr></a:s')
    assert scene(lambda writer: writer.shape((0, 0, 0.5, 0.5), pale)).things_in(box((0, 0, 1, 1))) == []


def test_a_title_over_many_pale_things_keeps_its_place() -> None:
    stage = derived(honeycomb()).theme.stages["content"]
    assert stage.title is not None and stage.title.width > WIDE[0] * 0.7


def test_each_master_has_its_own_places_where_libreoffice_wrote_those_of_one_into_all() -> None:
    stages = derived(kinds_of_pages()).theme.stages
    content, cover = stages["content"], stages["cover"]
    assert content.title is not None and content.title.y < 6_858_000 * 0.15
    assert content.room.height > 6_858_000 * 0.5
    assert cover.title is not None and cover.title.y > 6_858_000 * 0.4


def test_a_cover_stands_on_the_master_made_for_covers() -> None:
    found = derived(kinds_of_pages()).roles
    masters = {role: layout.master.name[-5:] for role, layout in found.items()}
    assert masters["title"] == "1.xml" and masters["obj"] == masters["titleOnly"] == "2.xml"


def test_a_cover_of_another_look_is_left() -> None:
    assert {layout.master.name[-5:] for layout in derived(two_masters()).roles.values()} == {"2.xml"}


@pytest.mark.parametrize(("ink", "told"), [("tx1", ("ftr",)), ("bg1", ())])
def test_a_footer_that_is_not_read_where_it_stands_takes_a_colour_that_is(ink: str, told: tuple[str, ...]) -> None:
    made = make(dark_foot(ink))
    stage = made.theme.stages["content"]
    assert (stage.footer_colour, stage.number_colour, stage.foot_recoloured) == ("paper", "paper", told)
    for slide in Presentation(io.BytesIO(made.deck)).slides:
        for holder in slide.placeholders:
            if holder.placeholder_format.type == PP_PLACEHOLDER.FOOTER:
                assert bool(list(holder.element.iter("{*}solidFill"))) == bool(told)


def test_content_stands_on_the_master_that_leaves_it_room() -> None:
    """The first master draws an opaque panel, that words could be read on, over a half of the text's place."""
    masters = [Master(layouts(FRENCH), name=name, holders=HOLDERS, fonts=("Arial", "Arial")) for name in ("Un", "Deux")]
    writer = Writer(masters)
    masters[0].extra = writer.shape((0.3, 0, 0.4, 1), '<a:solidFill><a:srgbClr val="EEEEEE"/></a:solidFill>')
    found = derived(writer.bytes()).roles
    assert (found["obj"].master.name[-5:], found["title"].master.name[-5:]) == ("2.xml", "1.xml")


def test_words_on_a_band_with_a_pattern_are_read() -> None:
    master = Master(layouts(FRENCH), holders=HOLDERS)
    writer = Writer([master])
    master.extra = writer.shape((0, 0, 1, 0.22), GRID)
    assert derived(writer.bytes()).theme.stages["content"].style.colour == "paper"


def band(drawn: str, between: str, down: Share = (0, 0, 1, 1)) -> Derived:
    """What is made of a template with a grid of two colours over a part of its slides."""
    master = Master(layouts(FRENCH), holders=HOLDERS)
    writer = Writer([master])
    master.extra = writer.shape(down, GRID.replace("0000C0", drawn).replace("000080", between))
    return derived(writer.bytes())


@pytest.mark.parametrize("grid", [("3465A4", "009EDA"), ("009EDA", "3465A4")], ids=["dark lines", "light lines"])
def test_words_on_a_pattern_are_read_on_both_its_colours(grid: tuple[str, str]) -> None:
    """A large title is read in black on either blue; small words in no colour at all: they get a plain area."""
    cover = band(*grid).theme.stages["cover"]
    assert (cover.style.colour, "title" in cover.veiled) == ("ink", False)
    assert (cover.style.text, "words" in cover.veiled) == ("ink", True)


def test_the_colours_of_slides_on_a_pattern_are_read_on_both_its_colours() -> None:
    colours = band("FFFFFF", "D8D8D8").theme.colours
    assert [slot for slot in ("ink", "muted", *ACCENTS) if contrast(colours[slot], "D8D8D8") < 4.5] == []


def test_areas_on_a_ground_of_middling_lightness_are_darker_than_it() -> None:
    """Lighter ones would leave white words little contrast, and no quieter colour beside it."""
    master = Master(layouts(FRENCH), holders=HOLDERS, background=ground(paint("3361A2")))
    colours = derived(Writer([master]).bytes()).theme.colours
    assert (colours["ink"], colours["paper"]) == ("FFFFFF", "3361A2")
    assert contrast("FFFFFF", colours["soft"]) > contrast("FFFFFF", "3361A2")
    assert colours["muted"] != "FFFFFF"


def test_colours_are_read_at_both_ends_of_a_ground_that_runs_from_one_into_another() -> None:
    master = Master(layouts(FRENCH), holders=HOLDERS, background=ground(blend("FF8000", "FFFF00")))
    made = derived(Writer([master]).bytes())
    content, colours = made.theme.stages["content"], made.theme.colours
    seen = Scene(made.roles[made.used["content"]])
    assert [
        slot for slot in ("ink", "muted", *ACCENTS) if seen.unreadable_share(content.room, colours[slot], 4.5)
    ] == []


def blend(top: str, bottom: str) -> str:
    stops = f'<a:gs pos="0"><a:srgbClr val="{top}"/></a:gs><a:gs pos="100000"><a:srgbClr val="{bottom}"/></a:gs>'
    return f'<a:gradFill><a:gsLst>{stops}</a:gsLst><a:lin ang="5400000"/></a:gradFill>'


def test_a_ground_that_leaves_an_ink_little_contrast_is_judged_by_its_middle() -> None:
    """By its end, no tint of white would be left that white words are read on."""
    master = Master(layouts(FRENCH), holders=HOLDERS, background=ground(blend("4677B8", "234C8F")))
    colours = derived(Writer([master]).bytes()).theme.colours
    assert colours["ink"] == "FFFFFF"
    assert contrast("FFFFFF", tinted("FFFFFF", colours["paper"], 0.9)) >= 4.5


@pytest.mark.parametrize("colour", ["8C2F39", "7A5C3E", "8064A2", "2F5D62", "C0504D"])
def test_a_colour_that_has_to_be_all_but_white_is_white(colour: str) -> None:
    """What little hue it kept would be told as a shift of another hue, and darker than it was judged."""
    made = held(colour, "3361A2", "2C538B")
    assert made == "FFFFFF" or not is_grey(made)


def cover(behind: str, title: str, words: str, pieces: tuple[tuple[Share, str], ...] = ()) -> Stage:
    """The cover of a template on a ground of its own, title and words in colours that it asks for."""
    master = Master(layouts(FRENCH), holders=HOLDERS)
    writer = Writer([master])
    first = master.layouts[0]
    first.background = ground(behind)
    first.extra = "".join(writer.shape(at, paint(colour)) for at, colour in pieces)
    for holder, asked in zip(first.holders, (title, words), strict=False):
        holder.style = f"<a:lvl1pPr><a:defRPr>{paint(asked)}</a:defRPr></a:lvl1pPr>"
    return derived(writer.bytes()).theme.stages["cover"]


def paint(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def test_a_title_is_written_in_what_is_read_on_all_that_it_stands_on() -> None:
    """White is read on the grey that fills most of the place, black on the paler part at its end too."""
    stops = "".join(
        f'<a:gs pos="{at}"><a:srgbClr val="{colour}"/></a:gs>'
        for at, colour in ((60_000, "757575"), (61_000, "B0B0B0"))
    )
    stage = cover(f'<a:gradFill><a:gsLst>{stops}</a:gsLst><a:lin ang="0"/></a:gradFill>', "FFFFFF", "000000")
    assert stage.style.colour == "ink" and "title" not in stage.veiled


def test_a_title_that_would_run_out_of_its_piece_of_colour_by_a_letter_is_written_in_what_is_read_beside_it_too() -> (
    None
):
    stage = cover(paint("FFFFFF"), "FFFFFF", "000000", (((0.13, 0.2, 0.8, 0.34), "F10D0C"),))
    assert (stage.style.colour, stage.veiled) == ("ink", ())


def test_an_accent_that_is_hardly_read_does_not_stand_for_a_dark_colour_of_the_template() -> None:
    assert cover(paint("1ABC9C"), "2C3E50", "000000").style.colour == "ink"


def test_a_white_that_is_not_read_becomes_black_rather_than_grey() -> None:
    assert cover(paint("FFB500"), "FFFFFF", "FFFFFF").style.colour == "ink"


def test_words_that_run_across_pieces_of_many_colours_stand_on_a_plain_area_though_each_lets_them_be_read() -> None:
    pieces = (((0.05, 0.54, 0.25, 0.25), "F10D0C"), ((0.7, 0.54, 0.25, 0.25), "E8A202"))
    stage = cover(paint("FFFFFF"), "000000", "000000", pieces)
    assert (stage.style.text, stage.veiled) == ("ink", ("words",))


def test_what_a_template_writes_in_one_colour_stays_of_one() -> None:
    """White is read on this ground where it is large, and not where it is small."""
    stage = cover(paint("358EA5"), "FFFFFF", "FFFFFF")
    assert (stage.style.colour, stage.style.text) == ("ink", "ink")


def test_a_title_whose_style_is_not_read_takes_the_colour_of_the_sample_words() -> None:
    """LibreOffice writes the look of a page's title on its sample words, and leaves the cover's in the styles."""
    navy = f'<a:lvl1pPr><a:defRPr sz="3200">{paint("04617B")}</a:defRPr></a:lvl1pPr>'
    master = Master(layouts(FRENCH), holders=HOLDERS, title_style=navy)
    writer = Writer([master])
    master.extra = writer.shape((0, 0, 1, 0.22), paint("1A81BF"))
    plain = b'<a:rPr lang="fr-FR"/><a:t>Titre</a:t>'
    white = plain.replace(b"/><a:t>", f">{paint('FFFFFF')}</a:rPr><a:t>".encode())
    assert derived(writer.bytes()).theme.stages["content"].style.colour == "ink"
    assert derived(changed(writer.bytes(), plain, white)).theme.stages["content"].style.colour == "paper"


def test_white_words_of_a_band_are_black_on_a_page_without_it() -> None:
    white = f'<a:lvl1pPr><a:defRPr sz="3200">{fill("bg1")}</a:defRPr></a:lvl1pPr>'
    master = Master(layouts(FRENCH), holders=HOLDERS, title_style=white)
    writer = Writer([master])
    assert derived(writer.bytes()).theme.stages["content"].style.colour == "ink"
