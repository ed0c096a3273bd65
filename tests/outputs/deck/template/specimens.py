"""Templates that differ in kind, each as some program or some company really makes them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from pptx import Presentation
from tests.outputs.deck.template.writer import (
    DARK,
    GOOGLE,
    SQUARE,
    Holder,
    Layout,
    Master,
    Share,
    Writer,
    fill,
    ground,
    logo,
    photograph,
    sweets,
)

TITLE_AT, BODY_AT = (0.07, 0.06, 0.78, 0.14), (0.07, 0.24, 0.86, 0.62)
FOOT = [
    Holder("dt", 10, (0.07, 0.92, 0.2, 0.05), "01/01/2026"),
    Holder("ftr", 11, (0.3, 0.92, 0.4, 0.05), "Pied"),
    Holder("sldNum", 12, (0.75, 0.92, 0.18, 0.05), "‹#›"),
]
HOLDERS = [
    Holder("title", None, TITLE_AT, "Titre", body=' anchor="ctr"'),
    Holder("body", 1, BODY_AT, "Texte"),
    *(Holder(one.type, one.index - 8, one.at, one.words) for one in FOOT),
]
TITLE, BODY = Holder("title"), Holder("", 1)
CENTRED = '<a:lvl1pPr algn="ctr"><a:defRPr sz="4800" b="1"/></a:lvl1pPr>'


def bare(*holders: Holder) -> list[Holder]:
    """Placeholders that leave their place to the master, and the foot."""
    return [*holders, *(Holder(one.type, one.index) for one in FOOT)]


def layouts(names: tuple[str, ...], *, types: bool = True) -> list[Layout]:
    """The seven layouts that most templates have, named in the company's language."""
    told = ("title", "obj", "secHead", "twoObj", "titleOnly", "blank", "picTx") if types else ("",) * 7
    made = [
        [Holder("ctrTitle", None, (0.1, 0.28, 0.8, 0.24), style=CENTRED, body=' anchor="b"'), Holder("subTitle", 1, (0.1, 0.55, 0.8, 0.2), style='<a:lvl1pPr algn="ctr"/>')],
        bare(TITLE, BODY),
        [Holder("title", None, (0.07, 0.35, 0.86, 0.2), style='<a:lvl1pPr><a:defRPr sz="4400" b="1"/></a:lvl1pPr>', body=' anchor="b"'), Holder("body", 1, (0.07, 0.57, 0.86, 0.16))],
        bare(TITLE, Holder("", 1, (0.07, 0.24, 0.41, 0.62)), Holder("", 2, (0.52, 0.24, 0.41, 0.62))),
        bare(TITLE),
        bare(),
        bare(TITLE, Holder("pic", 1, (0.07, 0.24, 0.5, 0.6)), Holder("body", 2, (0.6, 0.24, 0.33, 0.6))),
    ]  # fmt: skip
    return [Layout(name, holders, kind) for name, holders, kind in zip(names, made, told, strict=True)]


FRENCH = (
    "Diapositive de titre", "Titre et contenu", "Titre de section", "Deux contenus", "Titre seul", "Vide",
    "Image avec légende",
)  # fmt: skip
GERMAN = (
    "Titelfolie", "Titel und Inhalt", "Abschnittsüberschrift", "Zwei Inhalte", "Nur Titel", "Leer", "Bild mit Überschrift",
)  # fmt: skip
ARABIC = ("شريحة عنوان", "عنوان ومحتوى", "رأس المقطع", "محتويان", "عنوان فقط", "فارغ", "صورة ذات تسمية توضيحية")


def office_default() -> bytes:
    """The default of python-pptx: Office 2013, 4:3, English names."""
    made = io.BytesIO()
    Presentation().save(made)
    return made.getvalue()


def french() -> bytes:
    """A French ministry's kind: a band at the left, the logo at the bottom right, blue and red."""
    master = Master(
        layouts(FRENCH), colours=("000091", "F5F5FE", "000091", "E1000F", "009081", "A558A0", "C8AA39", "417DC4"),
        fonts=("Marianne", "Marianne"), holders=HOLDERS,
    )  # fmt: skip
    writer = Writer([master])
    writer.media["logo.png"] = logo(colour="#000091")
    master.extra = writer.shape((0, 0, 0.025, 1), fill("accent1")) + writer.picture((0.86, 0.05, 0.11, 0.09))
    master.title_style = '<a:lvl1pPr algn="l"><a:defRPr sz="3200" b="1"><a:solidFill><a:schemeClr val="accent1"/></a:solidFill>{mj}</a:defRPr></a:lvl1pPr>'.replace(
        "{mj}<a:solidFill>", "<a:solidFill>"
    ).replace("</a:solidFill></a:defRPr>", "</a:solidFill>{mj}</a:defRPr>")
    cover = master.layouts[0]
    cover.background = ground(fill("accent1"))
    cover.holders[
        0
    ].style = '<a:lvl1pPr algn="l"><a:defRPr sz="4400" b="1"><a:solidFill><a:schemeClr val="bg1"/></a:solidFill></a:defRPr></a:lvl1pPr>'
    cover.holders[
        1
    ].style = '<a:lvl1pPr algn="l"><a:defRPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill></a:defRPr></a:lvl1pPr>'
    return writer.bytes()


def german_without_pictures() -> bytes:
    """German names, neither a layout for pictures nor a foot, capitals in titles, a green line under them."""
    master = Master(
        layouts(GERMAN)[:6], colours=("1D3B2A", "EEF4EC", "2E7D32", "8BC34A", "FBC02D", "EF6C00", "5D4037", "455A64"),
        fonts=("Verdana", "Verdana"), holders=HOLDERS[:2],
    )  # fmt: skip
    for layout in master.layouts:
        layout.holders = [one for one in layout.holders if one.type not in ("dt", "ftr", "sldNum")]
    writer = Writer([master])
    master.extra = writer.shape((0.07, 0.21, 0.86, 0.006), fill("accent1"))
    master.title_style = (
        '<a:lvl1pPr algn="l"><a:defRPr sz="2800" b="1" cap="all" spc="300">{tx1}{mj}</a:defRPr></a:lvl1pPr>'
    )
    master.layouts[0].attributes = ' showMasterSp="0"'
    return writer.bytes()


def dark() -> bytes:
    """White on midnight blue, by the master's map of colours."""
    master = Master(
        layouts(FRENCH), dark=("0B1B33", "FFFFFF"), map=dict(DARK), holders=HOLDERS, fonts=("Segoe UI", "Segoe UI"),
        colours=("14294A", "DCE6F5", "F2A900", "00A3AD", "E4572E", "7BC950", "B388EB", "4D7EA8"),
    )  # fmt: skip
    return Writer([master]).bytes()


def two_masters() -> bytes:
    """A poor first master with a cover alone, a second one with everything."""
    first = Master([layouts(FRENCH)[0]], name="Couverture", holders=HOLDERS, background=ground(fill("accent2")))
    second = Master(
        layouts(FRENCH), name="Contenu", holders=HOLDERS, fonts=("Georgia", "Arial"),
        colours=("3B2A1A", "F7F1E8", "8C2F39", "B5651D", "2F5D62", "5E548E", "6A994E", "BC4749"),
    )  # fmt: skip
    return Writer([first, second]).bytes()


def google() -> bytes:
    """The shape of a Google Slides export: 10 inches wide, capital names, absolute targets, a number and no footer."""
    number = Holder("sldNum", 12, (0.926, 0.907, 0.06, 0.077), "‹#›")
    style = '<a:lvl1pPr algn="ctr"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buSzPts val="5200"/><a:buNone/><a:defRPr sz="5200"/></a:lvl1pPr>'.replace(
        ' lvl="0"', ""
    )
    body = ' spcFirstLastPara="1" wrap="square" lIns="91425" tIns="91425" rIns="91425" bIns="91425" anchor="t" anchorCtr="0"'
    made = [
        Layout("TITLE", [Holder("ctrTitle", None, (0.034, 0.145, 0.932, 0.399), style=style, body=body.replace('"t"', '"b"')), Holder("subTitle", 1, (0.034, 0.551, 0.932, 0.154), style='<a:lvl1pPr algn="ctr"><a:buNone/><a:defRPr sz="2800"/></a:lvl1pPr>', body=body), number], "title", attributes=' matchingName="Title slide"'),
        Layout("SECTION_HEADER", [Holder("title", None, (0.034, 0.418, 0.932, 0.164), style='<a:lvl1pPr algn="ctr"><a:defRPr sz="3600"/></a:lvl1pPr>', body=body), number], "secHead"),
        Layout("TITLE_AND_BODY", [Holder("title", None, (0.034, 0.087, 0.932, 0.111), body=body), Holder("body", 1, (0.034, 0.224, 0.932, 0.664), body=body), number], "tx"),
        Layout("TITLE_AND_TWO_COLUMNS", [Holder("title", None, (0.034, 0.087, 0.932, 0.111), body=body), Holder("body", 1, (0.034, 0.224, 0.437, 0.664), body=body), Holder("body", 2, (0.529, 0.224, 0.437, 0.664), body=body), number], "twoColTx"),
        Layout("TITLE_ONLY", [Holder("title", None, (0.034, 0.087, 0.932, 0.111), body=body), number], "titleOnly"),
        Layout("BIG_NUMBER", [Holder("title", None, (0.034, 0.215, 0.932, 0.382), body=body), Holder("body", 1, (0.034, 0.613, 0.932, 0.253), body=body), number], "", attributes=' matchingName="Big number" userDrawn="1"'),
        Layout("BLANK", [number], "blank"),
    ]  # fmt: skip
    master = Master(
        made, name="Simple Light", fonts=("Arial", "Arial"), dark=("000000", "FFFFFF"), background=ground(fill("lt1")),
        colours=("595959", "EEEEEE", "4285F4", "212121", "78909C", "FFAB40", "0097A7", "EEFF41"),
        holders=[Holder("title", None, (0.034, 0.087, 0.932, 0.111), body=body), Holder("body", 1, (0.034, 0.224, 0.932, 0.664), body=body), number],
        title_style='<a:lvl1pPr algn="l"><a:defRPr sz="2800">{tx1}</a:defRPr></a:lvl1pPr>',
        body_style='<a:lvl1pPr marL="457200" indent="-342900" algn="l"><a:buChar char="●"/><a:defRPr sz="1800"><a:solidFill><a:schemeClr val="dk2"/></a:solidFill></a:defRPr></a:lvl1pPr>',
    )  # fmt: skip
    writer = Writer([master], GOOGLE, samples=2)
    writer.absolute = True
    return writer.bytes()


def potx_with_samples() -> bytes:
    """A .potx with sample slides, their pictures, and a layout that links to one of them."""
    master = Master(layouts(FRENCH), holders=HOLDERS, fonts=("Cambria", "Calibri"))
    made = Writer([master], samples=4, potx=True).bytes()
    return _with(made, {
        "ppt/slideLayouts/slideLayout2.xml": lambda text: text.replace(
            "<a:t>Text</a:t>", '<a:t>Text</a:t>', 1
        ).replace('<a:rPr lang="fr-FR"/>', '<a:rPr lang="fr-FR"><a:hlinkClick r:id="rIdSample" action="ppaction://hlinksldjump"/></a:rPr>', 1),
        "ppt/slideLayouts/_rels/slideLayout2.xml.rels": lambda text: text.replace(
            "</Relationships>",
            '<Relationship Id="rIdSample" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide" Target="../slides/slide3.xml"/></Relationships>',
        ),
    })  # fmt: skip


def photograph_covers() -> bytes:
    """Photographs behind covers and dividers, a logo at the top right over the title's place, 4:3."""
    master = Master(
        layouts(FRENCH), holders=[Holder("title", None, (0.06, 0.05, 0.88, 0.14), "Titre", body=' anchor="b"'), *HOLDERS[1:]],
        colours=("2B2D42", "EDF2F4", "D80032", "2B2D42", "8D99AE", "EF233C", "457B9D", "E9C46A"), fonts=("Century Gothic", "Calibri"),
    )  # fmt: skip
    writer = Writer([master], SQUARE)
    writer.media["logo.png"] = logo()
    writer.media["photo.png"] = photograph("#10243F", "#1D4D3A")
    master.extra = writer.picture((0.8, 0.04, 0.16, 0.08))
    photo = '<a:blipFill><a:blip r:embed="rIdMedia1"/><a:stretch><a:fillRect/></a:stretch></a:blipFill>'
    white = '<a:lvl1pPr algn="l"><a:defRPr sz="4000" b="1"><a:solidFill><a:schemeClr val="bg1"/></a:solidFill></a:defRPr></a:lvl1pPr>'
    for place in (0, 2):
        master.layouts[place].background = ground(photo)
        for holder in master.layouts[place].holders[:2]:
            holder.style = (
                white if holder.type in ("ctrTitle", "title") else white.replace("4000", "2000").replace(' b="1"', "")
            )
    return writer.bytes()


def right_to_left() -> bytes:
    """Arabic names, paragraphs from right to left, aligned right."""
    rtl = '<a:lvl1pPr algn="r" rtl="1"><a:defRPr sz="3200">{tx1}{mj}</a:defRPr></a:lvl1pPr>'
    master = Master(
        layouts(ARABIC), holders=HOLDERS, title_style=rtl, fonts=("Tahoma", "Tahoma"),
        body_style='<a:lvl1pPr marL="228600" indent="-228600" algn="r" rtl="1"><a:buChar char="•"/><a:defRPr sz="2400">{tx1}{mn}</a:defRPr></a:lvl1pPr>',
        colours=("1B4332", "F1FAEE", "2D6A4F", "D4A373", "9C6644", "457B9D", "6D597A", "E76F51"),
    )  # fmt: skip
    return Writer([master]).bytes()


def without_types() -> bytes:
    """Neither types on layouts nor on bodies: only places tell what a layout is for; a panel carries the words."""
    master = Master(
        layouts(tuple(f"Custom {n}" for n in range(7)), types=False), holders=HOLDERS, background=ground(fill("accent1")),
        colours=("22223B", "F2E9E4", "4A4E69", "C1121F", "2A9D8F", "E76F51", "9A8C98", "B5838D"), fonts=("Lato", "Lato"),
    )  # fmt: skip
    master.layouts.reverse()
    writer = Writer([master])
    panel = writer.shape((0.03, 0.04, 0.94, 0.94), fill("bg1"), "roundRect")
    for layout in master.layouts:
        layout.extra = panel
    return writer.bytes()


def portrait_foot_on_top() -> bytes:
    """16:10, the foot's places at the top, a footer of legal words drawn by the master, titles centred."""
    foot = [Holder("ftr", 11, (0.07, 0.01, 0.5, 0.04), "Pied"), Holder("sldNum", 12, (0.85, 0.01, 0.1, 0.04), "‹#›")]
    made = layouts(GERMAN)
    for layout in made:
        layout.holders = [one for one in layout.holders if one.type not in ("dt", "ftr", "sldNum")]
        layout.holders += [Holder(one.type, one.index, one.at, one.words) for one in foot]
    master = Master(
        made, holders=[*HOLDERS[:2], *foot], fonts=("Trebuchet MS", "Trebuchet MS"), background=ground(fill("bg2"))
    )
    master.title_style = '<a:lvl1pPr algn="ctr"><a:defRPr sz="3200">{tx1}{mj}</a:defRPr></a:lvl1pPr>'
    writer = Writer([master], (9_144_000, 5_715_000))
    master.extra = writer.shape(
        (0.07, 0.88, 0.86, 0.05), "<a:noFill/>", words="Amtsgericht Musterstadt HRB 12345 – vertraulich"
    )
    return writer.bytes()


def restless_photograph() -> bytes:
    """A first master whose every layout stands on a photograph that no text is read on, a second one that is plain."""
    first = Master(layouts(FRENCH), name="Photographie", holders=HOLDERS)
    second = Master(layouts(FRENCH), name="Papier", holders=HOLDERS, fonts=("Arial", "Arial"))
    writer = Writer([first, second])
    writer.media["photo.png"] = sweets()
    photo = '<a:blipFill><a:blip r:embed="rIdMedia0"/><a:stretch><a:fillRect/></a:stretch></a:blipFill>'
    for layout in first.layouts:
        layout.background = ground(photo)
    return writer.bytes()


def photograph_everywhere() -> bytes:
    """A photograph that no text is read on behind every slide; there is no other master."""
    master = Master(layouts(FRENCH), holders=HOLDERS, fonts=("Arial", "Arial"))
    writer = Writer([master])
    writer.media["photo.png"] = sweets()
    master.background = ground(
        '<a:blipFill><a:blip r:embed="rIdMedia0"/><a:stretch><a:fillRect/></a:stretch></a:blipFill>'
    )
    return writer.bytes()


def titles_in_the_middle() -> bytes:
    """One master whose layouts all have their title half way down, as LibreOffice saves one that was drawn for a cover."""
    master = Master(
        layouts(FRENCH)[:6], fonts=("Arial", "Arial"),
        holders=[Holder("title", None, (0.07, 0.42, 0.86, 0.17), "Titre", body=' anchor="ctr"'), Holder("body", 1, (0.07, 0.62, 0.86, 0.26), "Texte"), *HOLDERS[2:]],
    )  # fmt: skip
    for at in (1, 3):
        for holder in master.layouts[at].holders:
            if holder.at is not None and holder.index in (1, 2):
                holder.at = (holder.at[0], 0.62, holder.at[2], 0.26)
    return Writer([master]).bytes()


def libreoffice() -> bytes:
    """The French template above, turned into an Impress template and back by LibreOffice 7.4."""
    return Path(__file__).with_name("libreoffice.pptx").read_bytes()


def changed(content: bytes, old: bytes, new: bytes) -> bytes:
    """The same template with some bytes of its parts changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(name, before.read(name).replace(old, new))
    return made.getvalue()


def without_the_end_of_its_logo(content: bytes) -> bytes:
    """The same template, its logo's file cut before the chunk that ends it: most programs show it all the same."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            after.writestr(name, part[:-12] if name.endswith("logo.png") else part)
    return made.getvalue()


def _with(content: bytes, changes: dict[str, Callable[[str], str]]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            part = before.read(name)
            after.writestr(name, changes[name](part.decode()) if name in changes else part)
    return made.getvalue()


def kinds_of_pages() -> bytes:
    """Made as LibreOffice makes them: a master for each kind of page, a cover and a page for content, whose layouts all
    tell the places of the cover; areas cut across, seen through or running from a colour into another."""
    centred, high = (0.07, 0.42, 0.86, 0.18), (0.07, 0.06, 0.86, 0.12)
    low, large = (0.07, 0.64, 0.86, 0.2), (0.07, 0.24, 0.86, 0.6)
    made = []
    for title, body in ((centred, low), (high, large)):
        told = layouts(FRENCH)
        kept = [told[number] for number in (0, 1, 4, 5)]
        for layout in kept:
            layout.holders = [_put(one, centred, low) for one in layout.holders]
        holders = [Holder("title", None, title, "Titre"), Holder("body", 1, body, "Texte"), *HOLDERS[2:]]
        made.append(Master(kept, name="Thème", holders=holders, fonts=("Arial", "Arial")))
    writer = Writer(made)
    green = '<a:solidFill><a:srgbClr val="0B3D2E"/></a:solidFill>'
    blend = '<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="0B3D2E"/></a:gs><a:gs pos="100000"><a:srgbClr val="10243F"/></a:gs></a:gsLst><a:lin ang="5400000"/></a:gradFill>'
    pale = '<a:solidFill><a:srgbClr val="0B3D2E"><a:alpha val="8000"/></a:srgbClr></a:solidFill>'
    made[0].extra = writer.shape((0, 0, 1, 1), blend)
    made[1].extra = writer.free_form([(0, 0), (1, 0), (0, 0.1)], green) + writer.shape(
        (0.6, 0.3, 0.5, 0.5), pale, "ellipse"
    )
    return writer.bytes()


def dark_foot(ink: str = "tx1") -> bytes:
    """A dark band at the foot, under the footer's place: in ours the number is white, the footer's colour is asked for."""
    master = Master(layouts(FRENCH), holders=list(HOLDERS), fonts=("Arial", "Arial"))
    writer = Writer([master])
    master.extra = writer.shape((0, 0.9, 1, 0.1), '<a:solidFill><a:srgbClr val="10243F"/></a:solidFill>')
    for at, colour in ((3, ink), (4, "bg1")):
        master.holders[at] = replace(
            master.holders[at], style=f"<a:lvl1pPr><a:defRPr>{fill(colour)}</a:defRPr></a:lvl1pPr>"
        )
    return writer.bytes()


def _put(holder: Holder, title: Share, body: Share) -> Holder:
    """A title or text at a place of its own; whatever else as it is."""
    if holder.type in ("title", "ctrTitle"):
        return replace(holder, at=title)
    return replace(holder, at=body) if holder.type in ("", "body", "subTitle") else holder


def honeycomb() -> bytes:
    """Pale cells all over the top of the slide, under the title's place, which would be cut to nothing beside them."""
    master = Master(layouts(FRENCH), holders=HOLDERS, fonts=("Arial", "Arial"))
    writer = Writer([master])
    pale = '<a:solidFill><a:srgbClr val="FFF5CE"/></a:solidFill>'
    cells = [(across / 10, down / 10, 0.08, 0.09) for across in range(10) for down in range(2)]
    master.extra = "".join(writer.shape(cell, pale, "hexagon") for cell in cells)
    return writer.bytes()


ALL: dict[str, Callable[[], bytes]] = {
    "office-default": office_default,
    "french": french,
    "german-without-pictures": german_without_pictures,
    "dark": dark,
    "two-masters": two_masters,
    "google": google,
    "potx-with-samples": potx_with_samples,
    "photograph-covers": photograph_covers,
    "right-to-left": right_to_left,
    "without-types": without_types,
    "foot-on-top": portrait_foot_on_top,
    "libreoffice": libreoffice,
    "restless-photograph": restless_photograph,
    "photograph-everywhere": photograph_everywhere,
    "titles-in-the-middle": titles_in_the_middle,
    "kinds-of-pages": kinds_of_pages,
}
