"""Presenter's notes: a page of notes a slide, with its time first, links that work and foreign words marked."""

from __future__ import annotations

from deroule.layout.page import SlidePage
from deroule.model.richtext import RichText, Run
from deroule.outputs.deck.draw.sheet import web_address
from deroule.outputs.deck.package import Package, Part
from deroule.outputs.deck.speaking import Said
from deroule.outputs.deck.xml import HEAD, NAMES, language_tag, text

NOTES_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml"
_TREE = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'


def draw_notes(page: SlidePage, slide: Part, package: Package, master: Part, said: Said | None = None) -> None:
    """Write the notes of a slide, if it has any; `said` are those with marks, the page's own are plain."""
    if said is None or page.part > 1:
        said = Said("", tuple(RichText.of(one) for one in page.notes))
    if not said.time and not said.paragraphs:
        return
    part = package.new("/ppt/notesSlides/notesSlide#.xml", NOTES_TYPE)
    part.relate("notesMaster", master)
    part.relate("slide", slide)
    slide.relate("notesSlide", part)
    language = page.notes_language
    time = f"<a:p>{_run(Run(said.time, bold=True), language, part)}</a:p>" if said.time else ""
    paragraphs = "".join(
        f"<a:p>{''.join(_run(run, language, part) for run in one.runs)}</a:p>" for one in said.paragraphs
    )
    part.content = (
        f"{HEAD}<p:notes {NAMES}><p:cSld><p:spTree>{_TREE}"
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        f'<p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{time}{paragraphs}</p:txBody></p:sp>'
        "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    ).encode()


def _run(run: Run, language: str, part: Part) -> str:
    tag = language_tag(run.language or language)
    flags = (' b="1"' if run.bold else "") + (' i="1"' if run.italic else "")
    address = web_address(run.link) if run.link else ""
    link = f'<a:hlinkClick r:id="{part.relate("hyperlink", address)}"/>' if address else ""
    properties = f'<a:rPr lang="{tag}"{flags}>{link}</a:rPr>' if link else f'<a:rPr lang="{tag}"{flags}/>'
    if run.text == "\n":
        return f"<a:br>{properties}</a:br>"
    return f"<a:r>{properties}<a:t>{text(run.text)}</a:t></a:r>"
