"""Charts as authors write them, of the kinds that go wrong elsewhere: close lines, long names, too many numbers."""

from __future__ import annotations

from collections.abc import Sequence

from tests.layout.events import event_of, rich, slide, theme

from deroule.layout import place
from deroule.layout.page import ChartBox, SlidePage
from deroule.model import blocks as b

YEARS = ("2018", "2019", "2020", "2021", "2022", "2023")
ANSWERS = (
    "Plutôt d’accord, mais pas dans toutes les communes",
    "Pas d’accord du tout",
    "Sans opinion arrêtée sur la question posée",
    "D’accord",
)
BODIES = (
    "Intercommunalités", "Départements", "Régions", "Communes nouvelles et déléguées", "Syndicats mixtes",
    "Parcs naturels régionaux", "Pôles d’équilibre territoriaux",
)  # fmt: skip
MONTHS = tuple(f"{2010 + at // 12}-{at % 12 + 1:02}" for at in range(120))


def chart(kind: str, *values: Sequence[float | None], names: Sequence[str] = YEARS, unit: str | None = None) -> b.Chart:
    series = tuple(b.Series(name=rich(f"Série {at + 1}"), values=tuple(each)) for at, each in enumerate(values))
    return b.Chart(type=kind, categories=tuple(names), series=series, unit=unit)


CHARTS = {
    "falling": chart("line", (45, 41, 26, 18, 10, 3)),
    "valley": chart("line", (120, 80, 30, 35, 90, 140)),
    "close": chart("line", (120, 180, 230, 235, 290, 340), (90, 150, 210, 240, 250, 310)),
    "crossing": chart("line", (12, 18, 23, 23, 29, 34), (34, 29, 23, 21, 18, 12), (20, 20, 21, 20, 20, 20)),
    "steady": chart("line", (10980, 11020, 11100, 11090, 11150, 11230), unit="habitants"),
    "months": chart("line", [(at * 37) % 101 / 3 for at in range(120)], names=MONTHS, unit="°C"),
    "holes": chart("line", (12, None, 23, 23, None, 34)),
    "grouped": chart("bar", (12, 18, 23, 23, 29, 34), (34, 29, 23, 21, 18, 12), (20, 20, 21, 20, 20, 20)),
    "below zero": chart("bar", (12, -18, 23, -5, 29, -34)),
    "answers": chart("bar", (42, 12, 7, 30), names=ANSWERS, unit="%"),
    "bodies": chart("bar", (12, -18.5, 23, -5, 7, 9, 11), names=BODIES, unit="M€"),
    "too many": chart("bar", *[[3000 + 97 * at * (one + 1) % 1000 for at in range(12)] for one in range(3)], names=MONTHS[:12]),
    "long legend": b.Chart(
        type="bar",
        categories=tuple(f"Une catégorie au nom vraiment très long, numéro {at}" for at in range(6)),
        series=tuple(b.Series(name=rich(f"Une série dont le nom est long, numéro {one}"), values=tuple(float(one + at) for at in range(6)))
                     for one in range(7)),
    ),
    "small": chart("bar", (0.012, 0.0345, 0.02), names=("A", "B", "C")),
    "shares": chart("pie", (12, 18, 23, 5, 29, 13), names=("Agriculture", "Industrie", "Commerce", "Tourisme", "Services", "Autres")),
    "thin shares": chart("pie", (92, 2, 1, 3, 1, 1), names=("Agriculture", "Industrie", "Commerce", "Tourisme", "Services", "Énergie"), unit="%"),
    "many shares": chart("pie", (30, 20, 12, 9, 7, 5, 4, 4, 3, 3, 2, 1), names=MONTHS[:12], unit="%"),
    "votes": chart("pie", (52, 12, 1, 30), names=ANSWERS, unit="%"),
}  # fmt: skip


def pages_of(charts: dict[str, b.Chart]) -> tuple[SlidePage, ...]:
    event = event_of([slide(f"graphique-{at}", one, title=name) for at, (name, one) in enumerate(charts.items())])
    return place(event, {None: theme()}).value


def boxes_of(page: SlidePage) -> list[ChartBox]:
    return [item for item in page.items if isinstance(item, ChartBox)]


def placed(one: b.Chart) -> ChartBox:
    (page,) = pages_of({"un": one})
    (box,) = boxes_of(page)
    return box
