"""Makes the OpenDocument reference of the house: styles, A4 page, header and footer, from pandoc's bare one."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from deroule.model.theme import Theme
from deroule.outputs.document.accents import accent_styles
from deroule.outputs.document.archive import read_parts, write_parts
from deroule.outputs.document.look import STYLES, Style, colour, family
from deroule.programs.pandoc import default_reference

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
FO = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
SVG = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
_NAMES = f'xmlns:office="{OFFICE}" xmlns:style="{STYLE}" xmlns:text="{TEXT}" xmlns:fo="{FO}" xmlns:svg="{SVG}"'


def reference_odt(theme: Theme, header: str, footer: str, language: str, accents: tuple[str, ...] = ()) -> bytes:
    """Make the reference document; `header` and `footer` are the running texts at the left, `accents` the colours of
    the sequences."""
    parts = read_parts(default_reference("odt"))
    root = etree.fromstring(parts["styles.xml"])
    _faces(root, theme)
    styles = root.find(f"{{{OFFICE}}}styles")
    if styles is not None:
        _house_styles(styles, theme, language, accents)
    _page(root, header, footer)
    parts["styles.xml"] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return write_parts(parts)


def _faces(root: etree._Element, theme: Theme) -> None:
    faces = root.find(f"{{{OFFICE}}}font-face-decls")
    known = {face.get(f"{{{STYLE}}}name") for face in faces} if faces is not None else set()
    for role in theme.fonts.values():
        if faces is not None and role.family not in known:
            known.add(role.family)
            name = quoteattr(role.family)
            faces.append(etree.fromstring(f"<style:font-face {_NAMES} style:name={name} svg:font-family={name}/>"))


def _house_styles(styles: etree._Element, theme: Theme, language: str, accents: tuple[str, ...]) -> None:
    made = {style.open: style for style in (*STYLES, *accent_styles(accents))}
    for found in list(styles):
        if found.get(f"{{{STYLE}}}name") in made and found.get(f"{{{STYLE}}}family") == "paragraph":
            styles.remove(found)
    for style in made.values():
        styles.append(etree.fromstring(_style(style, theme)))
    # Entries of the contents are links that look like text.
    styles.append(
        etree.fromstring(
            f'<style:style {_NAMES} style:name="Index_20_Link" style:display-name="Index Link" style:family="text"/>'
        )
    )
    for number, accent in enumerate(accents, start=1):
        styles.append(etree.fromstring(_character_style(number, accent)))
    code, _, country = ("fr-FR" if language.startswith("fr") else "en-GB").partition("-")
    for default in styles.iterfind(f"{{{STYLE}}}default-style/{{{STYLE}}}text-properties"):
        default.set(f"{{{FO}}}language", code)
        default.set(f"{{{FO}}}country", country)
    for link in styles:
        if link.get(f"{{{STYLE}}}name") == "Internet_20_link":
            for look in link.iterfind(f"{{{STYLE}}}text-properties"):
                look.set(f"{{{FO}}}color", f"#{colour(theme, 'accent1')}")


def _character_style(number: int, accent: str) -> str:
    return (
        f'<style:style {_NAMES} style:name="Accent_20_{number}" style:display-name="Accent {number}" '
        f'style:family="text"><style:text-properties fo:color="{accent}"/></style:style>'
    )


def _style(style: Style, theme: Theme) -> str:
    names = {known.word: known.open for known in STYLES}
    parent = f'style:parent-style-name="{names[style.base]}"' if style.base else ""
    level = f'style:default-outline-level="{style.word[-1]}"' if style.word.startswith("heading ") else ""
    keep = 'fo:keep-with-next="always"' if style.keep else ""
    fill = f'fo:background-color="#{colour(theme, style.fill)}"' if style.fill else ""
    bar = f'fo:border-left="2.5pt solid #{colour(theme, style.accent)}" fo:padding="5pt"' if style.bar else ""
    face = quoteattr(family(theme, style))
    weight = "bold" if style.bold else "normal"
    slant = "italic" if style.italic else "normal"
    display = quoteattr(style.open.replace("_20_", " "))
    leader = ' style:leader-style="dotted" style:leader-text="."' if style.word.startswith("toc ") else ""
    tabs = (
        f'<style:tab-stops><style:tab-stop style:position="16.4cm" style:type="right"{leader}/></style:tab-stops>'
        if style.word in ("header", "footer") or leader
        else ""
    )
    return (
        f'<style:style {_NAMES} style:name="{style.open}" style:display-name={display} style:family="paragraph" '
        f'{parent} {level} style:class="text"><style:paragraph-properties fo:margin-top="{style.before}pt" '
        f'fo:margin-bottom="{style.after}pt" fo:margin-left="{style.left}pt" fo:margin-right="0pt" fo:text-indent="0pt" '
        f'fo:line-height="115%" fo:orphans="2" fo:widows="2" {keep} {fill} {bar}>{tabs}</style:paragraph-properties><style:text-properties '
        f'style:font-name={face} fo:font-size="{style.size}pt" fo:font-weight="{weight}" fo:font-style="{slant}" '
        f'fo:color="#{colour(theme, style.colour)}"/></style:style>'
    )


def _page(root: etree._Element, header: str, footer: str) -> None:
    for page in root.iter(f"{{{STYLE}}}page-layout-properties"):
        sizes = {"page-width": "21cm", "page-height": "29.7cm", "margin-top": "1.3cm", "margin-bottom": "1.2cm",
                 "margin-left": "2.3cm", "margin-right": "2.3cm"}  # fmt: skip
        for name, value in sizes.items():
            page.set(f"{{{FO}}}{name}", value)
    space = f'<style:header-footer-properties {_NAMES} fo:min-height="0.9cm" %s/>'
    for layout in root.iter(f"{{{STYLE}}}page-layout"):
        for place, margin in (("header", "bottom"), ("footer", "top")):
            holder = layout.find(f"{{{STYLE}}}{place}-style")
            if holder is not None:
                holder[:] = [etree.fromstring(space % f'fo:margin-{margin}="0.4cm"')]
    for master in root.iter(f"{{{STYLE}}}master-page"):
        master[:] = [
            etree.fromstring(
                f'<style:header {_NAMES}><text:p text:style-name="Header">{escape(header)}</text:p></style:header>'
            ),
            etree.fromstring(
                f'<style:footer {_NAMES}><text:p text:style-name="Footer">{escape(footer)}<text:tab/>'
                '<text:page-number text:select-page="current">1</text:page-number> / '
                "<text:page-count>1</text:page-count></text:p></style:footer>"
            ),
        ]
