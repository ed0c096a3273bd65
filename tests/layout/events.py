"""Events made by hand for the tests of layout, and the stress deck: every block with little, normal, much, too much."""

from __future__ import annotations

from collections.abc import Sequence

from deroule.model import blocks as b
from deroule.model.event import Event, Slide, SlideForm
from deroule.model.event import Sequence as EventSequence
from deroule.model.media import Media
from deroule.model.richtext import Prose, RichText
from deroule.model.theme import Theme
from deroule.model.written import WrittenEvent, WrittenOrganisation, WrittenSequence
from deroule.source.richtext import Reader
from deroule.source.themes import load_themes
from deroule.workspace import MemoryWorkspace

FRENCH = (
    "Les collectivités territoriales accompagnent des dynamiques entrepreneuriales collectives, ancrées et "
    "réinvesties localement ; elles révèlent des ressources jusque-là inaperçues. "
)
VARIED = FRENCH + (
    "Une coopérative d’intérêt collectif réunit habitants, salariés et communes autour d’un même projet ; chacun y a une "
    "voix. Les premiers emplois sont venus de la forêt, puis des ateliers de réparation ouverts dans l’ancienne filature. "
    "Que reste-t-il au pays de la valeur qu’il crée ? C’est la question que posent les élus, année après année, à ceux qui "
    "viennent s’installer. La réponse tient en trois mots : connaître, relier, investir. On commence par dresser la liste "
    "des savoir-faire, des locaux vides et des matières que l’on jette. On réunit ensuite ceux qui ne se parlaient pas : "
    "l’artisan et le lycée, la banque et l’association, le maire et le voisin d’à côté. Rien ne se fait sans un lieu, un "
    "nom, une heure où l’on se retrouve ; c’est là que naissent les projets qui durent. Les financements viennent après, "
    "jamais avant, et le département n’apporte que ce qui manque. Au bout de cinq ans, la moitié des entreprises créées "
    "emploient au moins deux personnes, et huit sur dix sont toujours en activité. "
)
"""Sentences that are not alike, so that lines end everywhere."""
NASTY = (
    "anticonstitutionnellement-désinstitutionnalisation "
    "https://exemple.fr/un/tres/long/chemin/vers/une/page?avec=questions&et=reponses "
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung 🎉🚀 Привет мир 你好世界欢迎来到这里 مرحبا "
    + "x" * 90
    + " "
)
COMPOUNDS = (
    "Anticonstitutionnellement, l’intercommunalisation départementalo-régionale désinstitutionnalise "
    "l’extraterritorialité socio-économique transfrontalière. "
)
ADDRESSES = (
    "https://exemple.fr/collectivites/ressources/2018-03-01/entrepreneuriat?page=12&tri=date#resultats "
    "puis contact.tres.long@communaute-de-communes-du-pays-de-quelque-part.exemple.fr "
)
SCRIPTS = (
    "Привет, дорогой мир! Ελληνικά γράμματα με τόνους. 你好世界,欢迎来到这里。日本語のテキストです。 "
    "Việt Nam độc lập, Łódź, Şanlıurfa, Kœnigsmacker. "
)
FROM_THE_RIGHT = "مرحبا بالعالم، هذا نص عربي طويل للاختبار. שלום עולם, זה טקסט בעברית. "
MARKED = "Le **XXI^e^ siècle** : *à 1 250 m^2^*, H~2~O, `x=1`, [un lien](https://exemple.fr) **fort** et [smart grid]{lang=en}. "
AMOUNTS = {
    "little": "Un mot", "normal": FRENCH[:90], "much": FRENCH * 2, "nasty": NASTY, "far too much": VARIED * 2,
    "compounds": COMPOUNDS, "addresses": ADDRESSES, "scripts": SCRIPTS, "from the right": FROM_THE_RIGHT,
    "marked": MARKED, "much marked": MARKED * 4,
}  # fmt: skip
SEVERAL = ("little", "normal", "much", "nasty")
"""What is tried with two, three and six entries; the others with three."""


def rich(text: str) -> RichText:
    """The paragraph that an author would have written so, marks and all."""
    return Reader("fr").rich_text(text.strip())


def prose(text: str) -> Prose:
    return Reader("fr").prose(text.strip())


def theme(name: str = "default") -> Theme:
    event = event_of([], name)
    outcome = load_themes(MemoryWorkspace({}), WrittenOrganisation(organisations={}), event)
    assert not outcome.diagnostics
    return outcome.value[None]


def slide(identity: str, *shown: b.Block, title: str = "Un titre qui affirme quelque chose", **fields: object) -> Slide:
    return Slide(identity, SlideForm.CONTENT, 1, rich(title), blocks=shown, sequence="une", **fields)  # type: ignore[arg-type]


def event_of(slides: Sequence[Slide], theme_name: str = "default") -> Event:
    import datetime as dt

    written = WrittenSequence(kind="concept", title=rich("Une séquence"), slides=())
    one = EventSequence("une", 1, 1, written, rich("Une séquence"), "fr", dt.timedelta(minutes=20), None, tuple(slides))
    media = {
        "image.png": Media("image.png", "image/png", 1600, 900),
        "haute.png": Media("haute.png", "image/png", 600, 1200),
    }
    return Event(
        "evenement", WrittenEvent(title=rich("Un événement"), sequences=("une",)), "fr", rich("Un événement"), None,
        None, theme_name, (one,) if slides else (), media=media,
    )  # fmt: skip


def every_block(text: str, count: int = 3) -> dict[str, b.Block]:
    """One block of each kind whose texts are all `text`, with `count` entries where there are entries."""
    said, told = rich(text), prose(text)
    items = tuple(b.Item(text=said) for _ in range(count))
    parts = tuple(b.Part(title=rich(f"Partie {at}"), text=told) for at in range(count))
    figures = tuple(b.Figure(value="12 000", unit="t", label=said, detail=said) for _ in range(count))
    points = tuple(b.Point(when=str(1990 + at), title=rich("Un fait"), text=said) for at in range(count))
    short = rich(text[:160])
    group = b.Group(heading=rich("Titre"), blocks=(b.Bullets(items=items),))
    row = (b.Cell(text=told), b.Cell(text=prose("12")))
    return {
        block.kind: block
        for block in (
            b.Text(text=Prose((said,) * count)),
            b.Bullets(items=(*items, b.Item(text=said, items=(items[0], b.Item(text=said, items=items[:1]))))),
            b.Numbered(items=items, style="roman"),
            b.Callout(text=short),
            b.Quote(text=told, by=rich("Quelqu’un")),
            b.Definition(items=tuple(b.Term(term=rich("Un terme"), meaning=told) for _ in range(count))),
            b.Code(text="\n".join(["def a(b):", f"    return '{text[:60]}'"] * count)),
            b.Figures(items=figures),
            b.Table(
                columns=(b.Column(title=rich("Un")), b.Column(title=rich("Deux"), align="right")), rows=(row,) * count
            ),
            b.Chart(
                categories=("2016", "2017"), series=(b.Series(name=rich("Ventes"), values=(1.0, 2.5)),), title=short
            ),
            b.Columns(groups=(group, group)),
            b.Compare(sides=(group, group), relation=rich("mais")),
            b.Pillars(items=parts, join="plus"),
            b.Steps(items=parts),
            b.Timeline(points=points),
            b.Hub(centre=rich("Au centre"), poles=parts),
            b.Flows.model_validate(
                {"centre": rich("Un territoire"), "in": parts[:2], "out": parts[:2], "kept": parts[:1]}
            ),
            b.Image(file="image.png", alt=rich("Un dessin"), caption=short),
            b.Video(address="https://exemple.fr/film", title=short),
            b.Case(who=rich("Une coopérative"), where=rich("Ici"), what=told, results=items, figures=figures[:2]),
            b.Tools(items=tuple(b.Tool(name=rich("Un outil"), text=said) for _ in range(count))),
            b.Links(
                items=tuple(
                    b.Link(title=rich("Une page"), address="https://exemple.fr/page", text=said) for _ in range(count)
                )
            ),
            b.Contacts(items=tuple(b.Contact(organisation=rich("Un organisme"), role=said) for _ in range(count))),
            b.Poll(question=short, options=tuple(b.Option(text=rich(text[:70])) for _ in range(max(count, 2)))),
            b.Quiz(question=short, options=tuple(b.Option(text=rich(text[:70])) for _ in range(max(count, 2)))),
            b.Activity(instructions=told, material=(rich("Un crayon"),), groups=rich("À deux")),
            b.Plan(entries=tuple(b.PlanEntry(title=rich(text[:80])) for _ in range(count))),
        )
    }


def stress(theme_name: str = "default", *amounts: str) -> Event:
    """The stress deck: every block alone, by every amount of text, or those named, and by number of entries."""
    slides = []
    for amount in amounts or AMOUNTS:
        for count in (2, 3, 6) if amount in SEVERAL else (3,):
            for kind, block in every_block(AMOUNTS[amount], count).items():
                name = f"{kind}-{amount.replace(' ', '-')}-{count}"
                slides.append(slide(name, block, title=f"{kind}, {amount}, {count}"))
    return event_of(slides, theme_name)
