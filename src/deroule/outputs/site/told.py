"""The slides of an event told as HTML, by the same document forms as the synthesis, in one call of pandoc."""

from __future__ import annotations

from lxml import etree, html

from deroule.model.event import Event
from deroule.outputs.document import tree
from deroule.outputs.document.album import Album
from deroule.outputs.document.telling import Teller
from deroule.outputs.document.words import Wording
from deroule.programs.pandoc import write_html

_MARK = "deroule-slide-"


def slides_told(event: Event, album: Album, pictures: str) -> dict[str, str]:
    """Give the HTML of each slide's blocks by slide id; pictures are looked for below `pictures`."""
    teller = Teller(event, album, Wording(event.language))
    nodes = []
    for number, slide in enumerate(event.slides):
        division = tree.division(teller.tell_all(slide.blocks, slide), lang=slide.language)
        division["c"][0][0] = f"{_MARK}{number}"
        nodes.append(division)
    document = {"pandoc-api-version": tree.API_VERSION, "meta": {}, "blocks": nodes}
    top = html.fragment_fromstring(write_html(document), create_parent="div")
    for picture in top.iter("img"):
        if not str(picture.get("src", "")).startswith(("http:", "https:")):
            picture.set("src", pictures + str(picture.get("src")))
    for link in top.iter("a"):
        if str(link.get("href", "")).startswith("#"):
            link.attrib.pop("href")
    for element in top.iter():
        # ids of the page's headings are the slides' own
        if isinstance(element.tag, str) and not str(element.get("id", "")).startswith(_MARK):
            element.attrib.pop("id", None)
    found = {}
    for number, slide in enumerate(event.slides):
        place = top.find(f".//div[@id='{_MARK}{number}']")
        found[slide.id] = _inside(place) if place is not None else ""
    return found


def _inside(place: html.HtmlElement) -> str:
    text = "".join(etree.tostring(child, encoding="unicode", method="html") for child in place)
    # an empty line would end the raw HTML block of the Markdown page
    return "\n".join(line for line in text.splitlines() if line.strip())
