"""The presentation part and what stands around it: notes master, properties, sections."""

from __future__ import annotations

import uuid

from deroule.layout.page import SlidePage
from deroule.model.theme import Theme
from deroule.outputs.deck.facts import DeckFacts
from deroule.outputs.deck.look.base import THEME_TYPE, theme_xml
from deroule.outputs.deck.package import Package, Part
from deroule.outputs.deck.package.parts import PRESENTATION
from deroule.outputs.deck.xml import HEAD, NAMES, attribute, language_tag, text

NOTES_MASTER = "application/vnd.openxmlformats-officedocument.presentationml.notesMaster+xml"
_TREE = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
_NAMESPACE = uuid.UUID("6f1f4f0a-5a0c-5d5e-9a58-0d2b5c1f7e11")
"""Ours alone: the GUIDs of sections are made from it and the deck's name, the same at each build."""
FIRST_SLIDE_ID = 256
FIRST_MASTER_ID = 2_147_483_648
A4 = (6_858_000, 9_906_000)


def add_notes_master(package: Package, theme: Theme, language: str, content: bytes = b"") -> Part:
    """Add the notes master, with the theme that it must have of its own (`content`, or made)."""
    master = package.new("/ppt/notesMasters/notesMaster#.xml", NOTES_MASTER)
    own = package.new("/ppt/theme/theme#.xml", THEME_TYPE, content or theme_xml(theme).encode())
    master.relate("theme", own)
    tag = language_tag(language)
    style = "".join(
        f'<a:lvl{level}pPr marL="0" algn="l"><a:defRPr lang="{tag}" sz="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        f'<a:latin typeface="+mn-lt"/></a:defRPr></a:lvl{level}pPr>'
        for level in range(1, 10)
    )
    width, height = A4
    slide_height = round((width - 1_372_000) * theme.height / theme.width)
    master.content = (
        f'{HEAD}<p:notesMaster {NAMES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
        f'<p:spTree>{_TREE}<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="686000" y="700000"/><a:ext cx="{width - 1_372_000}" cy="{slide_height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:ln></p:spPr></p:sp>'
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="686000" y="{slide_height + 1_100_000}"/><a:ext cx="{width - 1_372_000}" cy="{height - slide_height - 1_800_000}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="{tag}"/><a:t>Notes</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld>'
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" '
        f'accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:notesStyle>{style}</p:notesStyle></p:notesMaster>'
    ).encode()
    return master


def write_presentation(
    main: Part,
    looks: list[tuple[Part, int]],
    size: tuple[int, int],
    notes_master: Part,
    slides: list[tuple[SlidePage, Part]],
    facts: DeckFacts,
) -> None:
    """Write presentation.xml: masters, slides, size, defaults, sections."""
    masters = "".join(
        f'<p:sldMasterId id="{master_id}" r:id="{main.relate("slideMaster", master)}"/>' for master, master_id in looks
    )
    ids = "".join(
        f'<p:sldId id="{FIRST_SLIDE_ID + number}" r:id="{main.relate("slide", part)}"/>'
        for number, (_, part) in enumerate(slides)
    )
    notes = (
        f'<p:notesMasterIdLst><p:notesMasterId r:id="{main.relate("notesMaster", notes_master)}"/></p:notesMasterIdLst>'
    )
    tag = language_tag(facts.language)
    defaults = "".join(
        f'<a:lvl{level}pPr marL="0" algn="l"><a:defRPr lang="{tag}" sz="1800"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        f'<a:latin typeface="+mn-lt"/></a:defRPr></a:lvl{level}pPr>'
        for level in range(1, 10)
    )
    listed = f"<p:sldIdLst>{ids}</p:sldIdLst>" if slides else ""
    main.content = (
        f'{HEAD}<p:presentation {NAMES} saveSubsetFonts="1" autoCompressPictures="0"><p:sldMasterIdLst>{masters}</p:sldMasterIdLst>{notes}{listed}'
        f'<p:sldSz cx="{size[0]}" cy="{size[1]}"/><p:notesSz cx="{A4[0]}" cy="{A4[1]}"/>'
        f'<p:defaultTextStyle><a:defPPr><a:defRPr lang="{tag}"/></a:defPPr>{defaults}</p:defaultTextStyle>{_sections(slides, facts)}</p:presentation>'
    ).encode()


def _sections(slides: list[tuple[SlidePage, Part]], facts: DeckFacts) -> str:
    """PowerPoint's sections: one a sequence, with the opening and the ending around them."""
    if not slides:
        return ""
    groups: list[tuple[str, str, list[int]]] = []
    for number, (page, _) in enumerate(slides):
        key = page.sequence or ("" if not any(one for one, _, _ in groups) else ":end")
        if not groups or groups[-1][0] != key:
            name = facts.sections.get(key) or (facts.opening if key == "" else facts.ending)
            groups.append((key, name, []))
        groups[-1][2].append(FIRST_SLIDE_ID + number)
    made = "".join(
        f'<p14:section name="{attribute(name)}" id="{_guid(facts.identity, key, index)}"><p14:sldIdLst>'
        + "".join(f'<p14:sldId id="{slide_id}"/>' for slide_id in ids)
        + "</p14:sldIdLst></p14:section>"
        for index, (key, name, ids) in enumerate(groups)
    )
    return (
        '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst '
        f'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">{made}</p14:sectionLst></p:ext></p:extLst>'
    )


def _guid(identity: str, key: str, index: int) -> str:
    return "{" + str(uuid.uuid5(_NAMESPACE, f"{identity}/{key}/{index}")).upper() + "}"


def new_package() -> tuple[Package, Part]:
    """Start a package with its presentation part and the two that PowerPoint expects beside it."""
    package = Package()
    main = package.add(Part("/ppt/presentation.xml", PRESENTATION))
    package.root.relate("officeDocument", main)
    for kind, element in (("presProps", "presentationPr"), ("viewProps", "viewPr")):
        content = f"{HEAD}<p:{element} {NAMES}/>".encode()
        media = f"application/vnd.openxmlformats-officedocument.presentationml.{kind}+xml"
        main.relate(kind, package.add(Part(f"/ppt/{kind}.xml", media, content)))
    return package, main


def write_properties(package: Package, facts: DeckFacts) -> None:
    """Write the document's properties."""
    moment = facts.created.strftime("%Y-%m-%dT%H:%M:%SZ")
    keywords = f"<cp:keywords>{text(', '.join(facts.keywords))}</cp:keywords>" if facts.keywords else ""
    core = (
        f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{text(facts.title)}</dc:title><dc:subject>{text(facts.subject)}</dc:subject>"
        f"<dc:creator>{text(facts.author)}</dc:creator>{keywords}<dc:description>{text(facts.description)}</dc:description>"
        f"<cp:lastModifiedBy>{text(facts.author)}</cp:lastModifiedBy><dc:language>{text(language_tag(facts.language))}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified></cp:coreProperties>'
    )
    app = (
        f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>Déroulé</Application></Properties>"
    )
    kind = "application/vnd.openxmlformats-package.core-properties+xml"
    properties = package.add(Part("/docProps/core.xml", kind, core.encode()))
    package.root.relate(
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", properties
    )
    extended = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    package.root.relate("extended-properties", package.add(Part("/docProps/app.xml", extended, app.encode())))
