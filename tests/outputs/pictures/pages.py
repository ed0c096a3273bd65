"""Slide pages made by hand, one of each item, for the tests of pictures."""

from deroule.layout.charts.planning import planned
from deroule.layout.page import (
    Box,
    ChartBox,
    ChartSeries,
    Colour,
    Connector,
    GroupBox,
    Paragraph,
    Picture,
    SlidePage,
    Stroke,
    TableBox,
    TableCell,
    TextRun,
    TextShape,
)  # fmt: skip
from deroule.model.theme import FontRole, Theme, TypeSize

CM = 360_000
INK, ACCENT, SOFT = Colour("ink"), Colour("accent1"), Colour("soft")
FILES = {
    style: f"font_source_sans_pro:files/SourceSansPro-{name}.ttf"
    for style, name in (("regular", "Regular"), ("bold", "Bold"), ("italic", "It"), ("bold-italic", "BoldIt"))
}
THEME = Theme(
    name="test", width=12_192_000, height=6_858_000,
    colours={
        "ink": "1B2433", "paper": "FFFFFF", "soft": "F0F3F6", "muted": "5B6675", "line": "D5DAE0",
        "accent1": "1D4F91", "accent2": "00736B", "accent3": "A84717", "accent4": "6A3FA0", "accent5": "2F6B28",
        "accent6": "8A1F4B",
    },
    fonts={role: FontRole("Source Sans Pro", FILES) for role in ("heading", "body", "mono")},
    sizes={"body": TypeSize((20, 18))}, measures={},
)  # fmt: skip
THEMES = {None: THEME}


def words(text: str, size: float = 20, *, breaks: tuple[int, ...] = (), **look) -> Paragraph:
    own = {key: look.pop(key) for key in ("align", "bullet", "indent", "margin", "space_before") if key in look}
    return Paragraph((TextRun(text, size, look.pop("colour", INK), **look),), breaks=breaks, **own)


def page(*items, id: str = "page", title: str = "Une page", **facts) -> SlidePage:
    head = TextShape(
        Box(int(1.9 * CM), CM, 30 * CM, 2 * CM), "Titre", (words(title, 33, bold=True, font="heading"),),
        placeholder="title",
    )  # fmt: skip
    known = {
        "slide_id": id, "form": "content", "background": Colour("paper"), "accent": 1, "brand": None,
        "layout": "content",
    }  # fmt: skip
    return SlidePage(id=id, title=title, items=(head, *items), **(known | facts))


def everything(picture: str = "photo.png") -> tuple[SlidePage, ...]:
    """One page a kind of item."""
    text = "Une liste qui se poursuit sur une deuxième ligne"
    lists = TextShape(
        Box(2 * CM, 4 * CM, 14 * CM, 8 * CM), "Corps",
        (
            words(text, breaks=(33,), bullet="–", indent=CM, margin=CM),
            words("Le 1", bullet="–", indent=CM, margin=CM, space_before=8, link="https://example.org/"),
            words("centré", align="centre", colour=ACCENT), words("à droite", align="right"),
        ),
        fill=SOFT, insets=(CM, CM // 2, CM, CM // 2), geometry="roundRect", radius=0.05,
    )  # fmt: skip
    shapes = tuple(
        TextShape(Box((2 + 4 * place) * CM, 13 * CM, int(3.6 * CM), 2 * CM), shape, (words(str(place), align="centre"),),
                  geometry=shape, fill=Colour("accent2", 0.7), anchor="middle")
        for place, shape in enumerate(("rect", "roundRect", "ellipse", "chevron", "homePlate", "rightArrow", "triangle"))
    )  # fmt: skip
    arrow = Connector(18 * CM, 5 * CM, 30 * CM, 9 * CM, "Flèche", Stroke(ACCENT, 19_050), arrow=True)
    hub = GroupBox(Box(18 * CM, 4 * CM, 12 * CM, 6 * CM), "Diagramme", (arrow,), alt="Une flèche descend.")
    table = TableBox(
        Box(2 * CM, 4 * CM, 24 * CM, 6 * CM), "Tableau", (8 * CM, 8 * CM, 8 * CM), (2 * CM, 2 * CM, 2 * CM),
        (
            *(TableCell(0, c, (words(f"Titre {c}", 14, bold=True),), header=True, fill=SOFT) for c in range(3)),
            TableCell(1, 0, (words("Fusionnée", 14),), rows=2, anchor="middle"),
            TableCell(1, 1, (words("Large", 14),), columns=2), TableCell(2, 1, (words("a", 14),)),
            TableCell(2, 2, (words("b", 14),)),
        ),
        header_row=True, rule=Stroke(Colour("line")),
    )  # fmt: skip
    charts = tuple(
        planned(
            ChartBox(Box((2 + 10 * place) * CM, 4 * CM, 9 * CM, 11 * CM), kind, kind, ("2015", "2016", "2017"),
                     (ChartSeries("Emplois", (11, 65.5, None)),), (ACCENT, Colour("accent2"), Colour("accent3")), 14,
                     alt="De 11 à 65,5 emplois."),
            lambda text, _: 8.0 * len(text),
        )
        for place, kind in enumerate(("bar", "line", "pie"))
    )  # fmt: skip
    photo = Picture(Box(2 * CM, 4 * CM, 12 * CM, 8 * CM), "Photo", picture, alt="Un carré", crop=(0.1, 0, 0.1, 0))
    return (
        page(lists, hub, *shapes, id="texte", title="Texte et formes", notes=("Ce que l'on dit.", "Puis ceci.")),
        page(table, id="tableau", title="Tableau"), page(*charts, id="graphiques", title="Graphiques"),
        page(photo, id="photo", title="Photographie"),
    )  # fmt: skip
