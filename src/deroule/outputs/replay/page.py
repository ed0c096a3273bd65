"""The page that opens by double click: slides with their text, search, downloads; no server, no network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources

import jinja2

from deroule.model.event import Event
from deroule.model.richtext import Prose
from deroule.outputs.document.words import Wording
from deroule.workspace import Workspace

TEMPLATE = "player.html.jinja"
OWN = "templates/replay/player.html.jinja"
"""Where the workspace may keep its own page form."""

WORDS = {
    "fr": {
        "replay": "Rediffusion", "search": "Chercher dans la séance", "downloads": "À télécharger", "slides": "Diapositives",
        "notes": "Ce qui est dit", "previous": "Précédente", "next": "Suivante", "slide": "Diapositive", "programme": "Programme",
        "found": "résultats", "none": "aucun résultat", "zip": "Si les images manquent, c'est que cette page est ouverte à "
        "l'intérieur de l'archive : extrayez d'abord tout le dossier.", "skip": "Aller à la diapositive", "speakers": "Avec",
        "text": "Texte de la diapositive",
    },
    "en": {
        "replay": "Replay", "search": "Search the session", "downloads": "Downloads", "slides": "Slides", "notes": "What is said",
        "previous": "Previous", "next": "Next", "slide": "Slide", "programme": "Programme", "found": "results", "none": "no result",
        "zip": "If pictures are missing, this page was opened inside the archive: unpack the whole folder first.",
        "skip": "Go to the slide", "speakers": "With", "text": "Text of the slide",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlayerSlide:
    """A page of the deck as the player shows it; `picture` is a path in the pack, empty without one."""

    id: str
    number: int
    title: str
    sequence: str
    picture: str
    text: str
    notes: Prose | None

    @property
    def lines(self) -> list[str]:
        """The lines of the slide under its title."""
        return [line for line in self.text.split("\n") if line.strip() and line.strip() != self.title.strip()]


@dataclass(frozen=True, slots=True)
class Download:
    """A file of the pack that is offered; size in bytes."""

    path: str
    title: str
    kind: str
    size: int


def player_page(
    event: Event, slides: Sequence[PlayerSlide], downloads: Sequence[Download], workspace: Workspace
) -> str:
    """Write the page. Everything of the author's is escaped by the template engine."""
    environment = jinja2.Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
    )
    source = workspace.read(OWN).decode() if workspace.exists(OWN) else _own_template()
    tongue = "fr" if event.language.startswith("fr") else "en"
    chapters = [
        slide
        for number, slide in enumerate(slides)
        if slide.sequence and (number == 0 or slides[number - 1].sequence != slide.sequence)
    ]
    speakers = [speaker.name.plain for speaker in event.speakers.values()]
    day = Wording(event.language).day(event.written.date) if event.written.date else ""
    made: str = environment.from_string(source).render(
        event=event, slides=slides, downloads=downloads, words=WORDS[tongue], chapters=chapters, speakers=speakers,
        day=day,
    )  # fmt: skip
    return made


def _own_template() -> str:
    return (resources.files("deroule.outputs.replay") / "player" / TEMPLATE).read_text(encoding="utf-8")
