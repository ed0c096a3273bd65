"""The house's own template, made from a Theme: theme part, master and layouts with real placeholders."""

from __future__ import annotations

from deroule.layout.footers import own_width
from deroule.layout.page import Box
from deroule.model.theme import Theme
from deroule.outputs.deck.colours import Palette
from deroule.outputs.deck.look.look import Layout, Look, Placeholder
from deroule.outputs.deck.package import Package
from deroule.outputs.deck.xml import DRAWING, HEAD, NAMES, attribute

MASTER_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.slideMaster+xml"
LAYOUT_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml"
THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"

_NAMES = {
    "fr": {"title": "Couverture", "obj": "Titre et texte", "secHead": "Intercalaire", "titleOnly": "Titre seul", "blank": "Vide", "picTx": "Image et légende"},
    "en": {"title": "Cover", "obj": "Title and text", "secHead": "Divider", "titleOnly": "Title only", "blank": "Blank", "picTx": "Picture and caption"},
}  # fmt: skip
_PROMPTS = {
    "fr": {"title": "Titre", "body": "Texte", "pic": "Image", "subTitle": "Sous-titre"},
    "en": {"title": "Title", "body": "Text", "pic": "Picture", "subTitle": "Subtitle"},
}
_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
_TREE = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'


class Places:
    """Where the placeholders of a theme stand, in EMU."""

    def __init__(self, theme: Theme) -> None:
        measures = theme.measures
        left, width = measures["margin-left"], theme.width - measures["margin-left"] - measures["margin-right"]
        top, foot = measures["body-top"], measures["footer-top"]
        self.title = Box(left, measures["title-top"], width, top - measures["title-top"])
        self.body = Box(left, top, width, measures["body-bottom"] - top)
        self.cover = Box(left, theme.height // 4, width * 3 // 4, theme.height // 3)
        self.subtitle = Box(left, theme.height * 7 // 12, width * 3 // 4, theme.height // 6)
        height = theme.height - foot - 200_000
        self.footer = Box(left, foot, own_width(theme), height)
        self.number = Box(left + width * 5 // 6, foot, width - width * 5 // 6, height)


def make_look(package: Package, theme: Theme, language: str) -> Look:
    """Add the parts of a look to a package and give it."""
    palette = Palette(theme)
    theme_part = package.new("/ppt/theme/theme#.xml", THEME_TYPE, theme_xml(theme).encode())
    master = package.new("/ppt/slideMasters/slideMaster#.xml", MASTER_TYPE)
    places = Places(theme)
    layouts = {}
    for role in ("title", "obj", "secHead", "titleOnly", "picTx", "blank"):
        holders = _holders(role, places)
        part = package.new("/ppt/slideLayouts/slideLayout#.xml", LAYOUT_TYPE)
        name = _NAMES["fr" if language.startswith("fr") else "en"][role]
        part.content = _layout_xml(role, name, holders, theme, language).encode()
        part.relate("slideMaster", master)
        layouts[role] = Layout(part, role, name, holders)
        master.relate("slideLayout", part)
    master.relate("theme", theme_part)
    return Look(theme, palette, layouts, (master, theme_part, *(one.part for one in layouts.values())))


def write_master(look: Look, first_id: int, language: str) -> int:
    """Write the master's XML with ids from `first_id` on (unique through the deck); give the next free one."""
    master = look.master
    ids = "".join(
        f'<p:sldLayoutId id="{first_id + number}" r:id="{master.relate("slideLayout", layout.part)}"/>'
        for number, layout in enumerate(look.layouts.values())
    )
    master.content = _master_xml(look.theme, ids, language).encode()
    return first_id + len(look.layouts)


def _holders(role: str, places: Places) -> tuple[Placeholder, ...]:
    foot = (Placeholder("ftr", 11, places.footer, "quarter"), Placeholder("sldNum", 12, places.number, "quarter"))
    if role == "title":
        return (Placeholder("ctrTitle", None, places.cover), Placeholder("subTitle", 1, places.subtitle))
    if role == "secHead":
        return (Placeholder("title", None, places.cover), Placeholder("body", 1, places.subtitle))
    if role == "obj":
        return (Placeholder("title", None, places.title), Placeholder("obj", 1, places.body), *foot)
    if role == "titleOnly":
        return (Placeholder("title", None, places.title), *foot)
    if role == "picTx":
        return (Placeholder("title", None, places.title), Placeholder("pic", 1, places.body), *foot)
    return foot


def _shape(holder: Placeholder, number: int, theme: Theme, language: str, size: float, bold: bool) -> str:
    box = holder.box
    assert box is not None
    tag = "fr" if language.startswith("fr") else "en"
    words = _PROMPTS[tag]
    prompt = {"ctrTitle": words["title"], "title": words["title"], "subTitle": words["subTitle"], "pic": words["pic"]}
    label = prompt.get(holder.type, words["body"])
    look = f'<a:defRPr sz="{round(size * 100)}" b="{int(bold)}"/>'
    align = ' algn="r"' if holder.type == "sldNum" else ' algn="l"'
    none = "<a:buNone/>" if holder.type != "obj" else ""
    style = f'<a:lstStyle><a:lvl1pPr marL="0" indent="0"{align}>{none}{look}</a:lvl1pPr></a:lstStyle>'
    if holder.type == "sldNum":
        body = f'<a:p><a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum"><a:rPr lang="{language}"/><a:t>‹#›</a:t></a:fld></a:p>'
    elif holder.type == "ftr":
        body = f'<a:p><a:endParaRPr lang="{language}"/></a:p>'
    else:
        body = f'<a:p><a:r><a:rPr lang="{language}"/><a:t>{label}</a:t></a:r></a:p>'
    anchor = "b" if holder.type in ("ctrTitle",) else "ctr" if holder.type in ("ftr", "sldNum") else "t"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{attribute(label)} {number}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        f'</p:cNvSpPr><p:nvPr>{holder.xml}</p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="{box.x}" y="{box.y}"/>'
        f'<a:ext cx="{box.width}" cy="{box.height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}">'
        f"<a:normAutofit/></a:bodyPr>{style}{body}</p:txBody></p:sp>"
    )


def _sizes(holder: Placeholder, theme: Theme) -> tuple[float, bool]:
    if holder.type == "ctrTitle":
        return theme.sizes["cover"].normal, True
    if holder.type == "title":
        return theme.sizes["title"].normal, True
    if holder.type in ("ftr", "sldNum"):
        return theme.sizes["footer"].normal, False
    return theme.sizes["body"].normal, False


def _layout_xml(role: str, name: str, holders: tuple[Placeholder, ...], theme: Theme, language: str) -> str:
    shapes = "".join(
        _shape(holder, number, theme, language, *_sizes(holder, theme)) for number, holder in enumerate(holders, 2)
    )
    return (
        f'{HEAD}<p:sldLayout {NAMES} type="{role}" preserve="1"><p:cSld name="{attribute(name)}"><p:spTree>{_TREE}'
        f"{shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _master_xml(theme: Theme, layout_ids: str, language: str) -> str:
    places = Places(theme)
    holders = (
        Placeholder("title", None, places.title),
        Placeholder("body", 1, places.body),
        Placeholder("ftr", 3, places.footer, "quarter"),
        Placeholder("sldNum", 4, places.number, "quarter"),
    )
    shapes = "".join(
        _shape(holder, number, theme, language, *_sizes(holder, theme)) for number, holder in enumerate(holders, 2)
    )
    return (
        f'{HEAD}<p:sldMaster {NAMES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'
        f"<a:effectLst/></p:bgPr></p:bg><p:spTree>{_TREE}{shapes}</p:spTree></p:cSld>{_MAP}"
        f"<p:sldLayoutIdLst>{layout_ids}</p:sldLayoutIdLst><p:txStyles>"
        f"<p:titleStyle>{_levels(theme.sizes['title'].normal, 'tx1', '+mj', language, bold=True, count=1)}</p:titleStyle>"
        f"<p:bodyStyle>{_levels(theme.sizes['body'].normal, 'tx1', '+mn', language, bullets=True)}</p:bodyStyle>"
        f"<p:otherStyle>{_levels(theme.sizes['body'].floor, 'tx1', '+mn', language)}</p:otherStyle>"
        "</p:txStyles></p:sldMaster>"
    )


def _levels(
    size: float, colour: str, font: str, language: str, *, bold: bool = False, bullets: bool = False, count: int = 9
) -> str:
    made = []
    for level in range(count):
        margin = 342_900 + 342_900 * level if bullets else 0
        indent = -342_900 if bullets else 0
        mark = '<a:buFontTx/><a:buChar char="–"/>' if bullets else "<a:buNone/>"
        points = max(size - 2 * level, 18) if bullets else size
        made.append(
            f'<a:lvl{level + 1}pPr marL="{margin}" indent="{indent}" algn="l" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
            f'<a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef>{mark}'
            f'<a:defRPr lang="{language}" sz="{round(points * 100)}" b="{int(bold)}" kern="1200"><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
            f'<a:latin typeface="{font}-lt"/><a:ea typeface="{font}-ea"/><a:cs typeface="{font}-cs"/></a:defRPr></a:lvl{level + 1}pPr>'
        )
    return "".join(made)


def theme_xml(theme: Theme) -> str:
    """Write a theme part: colours by slot, fonts by role, a plain format scheme."""
    colours = theme.colours
    slots = {
        "dk1": "ink", "lt1": "paper", "dk2": "muted", "lt2": "soft",
        **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
        "hlink": "accent1", "folHlink": "muted",
    }  # fmt: skip
    scheme = "".join(
        f'<a:{slot}><a:srgbClr val="{colours[role].lstrip("#")}"/></a:{slot}>' for slot, role in slots.items()
    )
    heading, body = theme.fonts["heading"].family, theme.fonts["body"].family
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    empty = '<a:ea typeface=""/><a:cs typeface=""/>'
    return (
        f'{HEAD}<a:theme xmlns:a="{DRAWING}" name="{attribute(theme.name)}"><a:themeElements>'
        f'<a:clrScheme name="{attribute(theme.name)}">{scheme}</a:clrScheme><a:fontScheme name="{attribute(theme.name)}">'
        f'<a:majorFont><a:latin typeface="{attribute(heading)}"/>{empty}</a:majorFont>'
        f'<a:minorFont><a:latin typeface="{attribute(body)}"/>{empty}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="{attribute(theme.name)}"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}'
        f"</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )
