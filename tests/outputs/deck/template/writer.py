"""Writes templates as companies have them, part by part, so that each test says what is particular about its own."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field

from PIL import Image, ImageDraw

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = f'xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TREE = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
KIND = "application/vnd.openxmlformats-officedocument."
LIGHT = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
DARK = {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"}
WIDE, SQUARE, GOOGLE = (12_192_000, 6_858_000), (9_144_000, 6_858_000), (9_144_000, 5_143_500)
OFFICE = ("44546A", "E7E6E6", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47")

Share = tuple[float, float, float, float]
"""Left, top, width and height as shares of the slide."""


@dataclass
class Holder:
    """A placeholder. `type` empty leaves the attribute out; `at` empty leaves its place to the master."""

    type: str
    index: int | None = None
    at: Share | None = None
    words: str = "Text"
    style: str = ""
    body: str = ""


@dataclass
class Layout:
    name: str
    holders: list[Holder]
    type: str = ""
    extra: str = ""
    background: str = ""
    attributes: str = ""


@dataclass
class Master:
    layouts: list[Layout]
    name: str = "Thème"
    colours: tuple[str, ...] = OFFICE
    """dk2, lt2, accent1 to accent6."""
    dark: tuple[str, str] = ("000000", "FFFFFF")
    """dk1, lt1."""
    fonts: tuple[str, str] = ("Calibri Light", "Calibri")
    map: dict[str, str] = field(default_factory=lambda: dict(LIGHT))
    background: str = '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'
    holders: list[Holder] = field(default_factory=list)
    extra: str = ""
    title_style: str = '<a:lvl1pPr algn="l"><a:defRPr sz="3600" kern="1200">{tx1}{mj}</a:defRPr></a:lvl1pPr>'
    body_style: str = '<a:lvl1pPr marL="228600" indent="-228600" algn="l"><a:buChar char="•"/><a:defRPr sz="2400">{tx1}{mn}</a:defRPr></a:lvl1pPr>'


def fill(name: str) -> str:
    return f'<a:solidFill><a:schemeClr val="{name}"/></a:solidFill>'


def ground(inside: str) -> str:
    return f"<p:bg><p:bgPr>{inside}<a:effectLst/></p:bgPr></p:bg>"


def logo(width: int = 240, height: int = 80, colour: str = "#C8102E") -> bytes:
    picture = Image.new("RGB", (width, height), "white")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, height, height), fill=colour)
    pen.rectangle((height + 10, height // 3, width - 6, 2 * height // 3), fill="#333333")
    return png(picture)


def photograph(top: str, bottom: str) -> bytes:
    picture = Image.new("RGB", (320, 180), top)
    ImageDraw.Draw(picture).polygon([(0, 180), (320, 180), (320, 90), (200, 120), (90, 70), (0, 130)], fill=bottom)
    return png(picture)


def sweets() -> bytes:
    """A picture of many colours, light and dark ones, in spots as wide as a word."""
    picture = Image.new("RGB", (320, 180), "#6D4C41")
    pen = ImageDraw.Draw(picture)
    colours = ("#FFEB3B", "#0D47A1", "#E53935", "#FAFAFA", "#1B5E20", "#4A148C", "#FF9800")
    for at in range(18 * 10):
        across, down = at % 18 * 18, at // 18 * 18
        pen.ellipse((across, down, across + 17, down + 17), fill=colours[at * 5 % 7])
    return png(picture)


def png(picture: Image.Image) -> bytes:
    made = io.BytesIO()
    picture.save(made, "PNG")
    return made.getvalue()


class Writer:
    """Writes one template. `media` are pictures by file name, which masters refer to as `rIdMedia0`, `rIdMedia1`…"""

    def __init__(
        self, masters: list[Master], size: tuple[int, int] = WIDE, *, samples: int = 0, potx: bool = False
    ) -> None:
        self.masters, self.size, self.samples, self.potx = masters, size, samples, potx
        self.media: dict[str, bytes] = {}
        self.absolute = False
        self.type_list = True

    def shape(self, at: Share, look: str, geometry: str = "rect", words: str = "") -> str:
        """A free shape of a master or layout."""
        text = (
            f'<p:txBody><a:bodyPr/><a:p><a:r><a:rPr lang="fr-FR" sz="1000"/><a:t>{words}</a:t></a:r></a:p></p:txBody>'
            if words
            else ""
        )
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="90{len(look) + round(at[0] * 100)}" name="Décor"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
            f'<p:spPr>{self._frame(at)}<a:prstGeom prst="{geometry}"><a:avLst/></a:prstGeom>{look}<a:ln><a:noFill/></a:ln></p:spPr>{text}</p:sp>'
        )

    def free_form(self, points: list[tuple[float, float]], look: str) -> str:
        """A shape of a master or layout whose corners are told, in shares of the slide."""
        across, down = self.size
        first, *others = [f'<a:pt x="{round(x * across)}" y="{round(y * down)}"/>' for x, y in points]
        lines = "".join(f"<a:lnTo>{point}</a:lnTo>" for point in others)
        path = f'<a:path w="{across}" h="{down}"><a:moveTo>{first}</a:moveTo>{lines}<a:close/></a:path>'
        geometry = f'<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>{path}</a:pathLst></a:custGeom>'
        whole = self.shape((0, 0, 1, 1), look)
        return whole.replace('<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>', geometry)

    def picture(self, at: Share, number: int = 0) -> str:
        return (
            f'<p:pic><p:nvPicPr><p:cNvPr id="95{number}" name="Logo" descr="Logo"/><p:cNvPicPr/><p:nvPr userDrawn="1"/></p:nvPicPr>'
            f'<p:blipFill><a:blip r:embed="rIdMedia{number}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
            f'<p:spPr>{self._frame(at)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
        )

    def _frame(self, at: Share) -> str:
        width, height = self.size
        return (
            f'<a:xfrm><a:off x="{round(at[0] * width)}" y="{round(at[1] * height)}"/>'
            f'<a:ext cx="{round(at[2] * width)}" cy="{round(at[3] * height)}"/></a:xfrm>'
        )

    def _holder(self, holder: Holder, number: int) -> str:
        kind = f' type="{holder.type}"' if holder.type else ""
        index = f' idx="{holder.index}"' if holder.index is not None else ""
        properties = f"<p:spPr>{self._frame(holder.at)}</p:spPr>" if holder.at else "<p:spPr/>"
        style = f"<a:lstStyle>{holder.style}</a:lstStyle>" if holder.style else "<a:lstStyle/>"
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Platzhalter {number}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f"<p:nvPr><p:ph{kind}{index}/></p:nvPr></p:nvSpPr>{properties}<p:txBody><a:bodyPr{holder.body}/>{style}"
            f'<a:p><a:r><a:rPr lang="fr-FR"/><a:t>{holder.words}</a:t></a:r></a:p></p:txBody></p:sp>'
        )

    def _tree(self, holders: list[Holder], extra: str) -> str:
        inside = extra + "".join(self._holder(one, number) for number, one in enumerate(holders, 2))
        return f"<p:spTree>{TREE}{inside}</p:spTree>"

    def _theme(self, master: Master) -> str:
        dk1, lt1 = master.dark
        slots = ("dk2", "lt2", *(f"accent{n}" for n in range(1, 7)))
        colours = "".join(f'<a:{s}><a:srgbClr val="{v}"/></a:{s}>' for s, v in zip(slots, master.colours, strict=True))
        solid = fill("phClr") * 3
        line = f'<a:ln w="9525">{fill("phClr")}</a:ln>' * 3
        effect = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
        empty = '<a:ea typeface=""/><a:cs typeface=""/>'
        return (
            f'{HEAD}<a:theme xmlns:a="{A}" name="{master.name}"><a:themeElements><a:clrScheme name="c">'
            f'<a:dk1><a:srgbClr val="{dk1}"/></a:dk1><a:lt1><a:srgbClr val="{lt1}"/></a:lt1>{colours}'
            f'<a:hlink><a:srgbClr val="0563C1"/></a:hlink><a:folHlink><a:srgbClr val="954F72"/></a:folHlink></a:clrScheme>'
            f'<a:fontScheme name="f"><a:majorFont><a:latin typeface="{master.fonts[0]}"/>{empty}</a:majorFont><a:minorFont>'
            f'<a:latin typeface="{master.fonts[1]}"/>{empty}</a:minorFont></a:fontScheme><a:fmtScheme name="m"><a:fillStyleLst>{solid}'
            f"</a:fillStyleLst><a:lnStyleLst>{line}</a:lnStyleLst><a:effectStyleLst>{effect}</a:effectStyleLst><a:bgFillStyleLst>{solid}"
            "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
        )

    def _master(self, master: Master, first_id: int) -> str:
        words = {"tx1": fill("tx1"), "mj": '<a:latin typeface="+mj-lt"/>', "mn": '<a:latin typeface="+mn-lt"/>'}
        names = {
            **master.map,
            **{f"accent{n}": f"accent{n}" for n in range(1, 7)},
            "hlink": "hlink",
            "folHlink": "folHlink",
        }
        told = " ".join(f'{name}="{value}"' for name, value in names.items())
        ids = "".join(
            f'<p:sldLayoutId id="{first_id + number}" r:id="rId{number}"/>'
            for number in range(1, len(master.layouts) + 1)
        )
        return (
            f"{HEAD}<p:sldMaster {NAMES}><p:cSld>{master.background}{self._tree(master.holders, master.extra)}</p:cSld><p:clrMap {told}/>"
            f"<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:txStyles><p:titleStyle>{master.title_style.format(**words)}</p:titleStyle>"
            f"<p:bodyStyle>{master.body_style.format(**words)}</p:bodyStyle><p:otherStyle/></p:txStyles></p:sldMaster>"
        )

    def _layout(self, layout: Layout) -> str:
        kind = f' type="{layout.type}"' if layout.type else ""
        return (
            f'{HEAD}<p:sldLayout {NAMES}{kind}{layout.attributes} preserve="1"><p:cSld name="{layout.name}">{layout.background}'
            f"{self._tree(layout.holders, layout.extra)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
        )

    def bytes(self) -> bytes:
        """The file."""
        parts: dict[str, tuple[str, bytes]] = {}
        links: dict[str, list[tuple[str, str, str]]] = {"": [("rId1", "officeDocument", "ppt/presentation.xml")]}
        self._write_masters(parts, links)
        self._write_samples(parts, links)
        main = "template.main" if self.potx else "presentation.main"
        parts["ppt/presentation.xml"] = (f"{KIND}presentationml.{main}+xml", self._presentation().encode())
        links["ppt/presentation.xml"] = [
            *(
                (f"rIdM{n}", "slideMaster", f"ppt/slideMasters/slideMaster{n}.xml")
                for n in range(1, len(self.masters) + 1)
            ),
            *((f"rIdS{n}", "slide", f"ppt/slides/slide{n}.xml") for n in range(1, self.samples + 1)),
            ("rIdT", "theme", "ppt/theme/theme1.xml"),
        ]
        return self._zip(parts, links)

    def _write_masters(self, parts: dict, links: dict) -> None:
        number, first_id = 0, 2_147_483_660
        media = [(f"rIdMedia{n}", "image", f"ppt/media/{name}") for n, name in enumerate(self.media)]
        for at, master in enumerate(self.masters, 1):
            name, theme = f"ppt/slideMasters/slideMaster{at}.xml", f"ppt/theme/theme{at}.xml"
            parts[theme] = (f"{KIND}theme+xml", self._theme(master).encode())
            parts[name] = (f"{KIND}presentationml.slideMaster+xml", self._master(master, first_id).encode())
            first_id += len(master.layouts) + 1
            links[name] = [*media, ("rIdTheme", "theme", theme)]
            for place, layout in enumerate(master.layouts, 1):
                number += 1
                own = f"ppt/slideLayouts/slideLayout{number}.xml"
                parts[own] = (f"{KIND}presentationml.slideLayout+xml", self._layout(layout).encode())
                links[own] = [*media, ("rId1", "slideMaster", name)]
                links[name].append((f"rId{place}", "slideLayout", own))
        for file, content in self.media.items():
            parts[f"ppt/media/{file}"] = ("image/png", content)

    def _write_samples(self, parts: dict, links: dict) -> None:
        for number in range(1, self.samples + 1):
            name = f"ppt/slides/slide{number}.xml"
            shapes = self._holder(Holder("title", None, None, f"Exemple {number} à remplacer"), 2)
            content = f"{HEAD}<p:sld {NAMES}><p:cSld><p:spTree>{TREE}{shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
            parts[name] = (f"{KIND}presentationml.slide+xml", content.encode())
            sample = f"ppt/media/exemple{number}.png"
            parts[sample] = ("image/png", photograph("#88AACC", "#335577"))
            links[name] = [("rId1", "slideLayout", "ppt/slideLayouts/slideLayout1.xml"), ("rId2", "image", sample)]

    def _presentation(self) -> str:
        masters = "".join(
            f'<p:sldMasterId id="{2_147_483_648 + 500 * n}" r:id="rIdM{n}"/>' for n in range(1, len(self.masters) + 1)
        )
        slides = "".join(f'<p:sldId id="{255 + n}" r:id="rIdS{n}"/>' for n in range(1, self.samples + 1))
        listed = f"<p:sldIdLst>{slides}</p:sldIdLst>" if slides else ""
        return (
            f'{HEAD}<p:presentation {NAMES}><p:sldMasterIdLst>{masters}</p:sldMasterIdLst>{listed}<p:sldSz cx="{self.size[0]}" '
            f'cy="{self.size[1]}"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>'
        )

    def _zip(self, parts: dict, links: dict) -> bytes:
        made = io.BytesIO()
        overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, (kind, _) in parts.items())
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(
                "[Content_Types].xml",
                f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
                f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>',
            )
            for name, (_, content) in parts.items():
                archive.writestr(name, content)
            for name, targets in links.items():
                archive.writestr(self._rels_name(name), self._rels(name, targets))
        return made.getvalue()

    @staticmethod
    def _rels_name(name: str) -> str:
        folder, _, file = name.rpartition("/")
        return f"{folder}/_rels/{file}.rels".lstrip("/") if name else "_rels/.rels"

    def _rels(self, name: str, targets: list[tuple[str, str, str]]) -> str:
        up = "/" if self.absolute else "../" * name.count("/")
        inside = "".join(
            f'<Relationship Id="{identity}" Type="{R}/{kind}" Target="{up}{target}"/>'
            for identity, kind, target in targets
        )
        return f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'
