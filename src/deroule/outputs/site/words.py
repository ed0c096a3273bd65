"""The words of the site's pages, in French and English."""

from __future__ import annotations

_WORDS = {
    "fr": {
        "home": "Accueil", "events": "Événements", "tags": "Thèmes", "programme": "Programme", "speakers": "Intervenants",
        "objectives": "Objectifs", "audience": "Public", "prerequisites": "Prérequis", "downloads": "À télécharger",
        "key-points": "À retenir", "slides": "Diapositives", "said": "Ce qui est dit", "previous": "Précédent", "next": "Suivant",
        "slide-of": "Diapositive", "latest": "Les événements du dossier", "place": "Lieu", "since": "Depuis", "actors": "Acteurs",
        "results": "Résultats", "contact": "Contact", "terms": "Termes définis dans les séances", "minutes": "min", "kind-webconference": "Webconférence",
        "kind-training": "Formation", "download-deck": "Diaporama modifiable", "download-handout": "Diapositives et notes",
        "download-synthesis": "Synthèse", "download-replay": "Archive de rediffusion", "event": "Événement", "see": "Voir la page",
        "facts": "En bref", "sequence": "Séquence",
    },
    "en": {
        "home": "Home", "events": "Events", "tags": "Topics", "programme": "Programme", "speakers": "Speakers",
        "objectives": "Objectives", "audience": "Audience", "prerequisites": "Prerequisites", "downloads": "Downloads",
        "key-points": "Key points", "slides": "Slides", "said": "What is said", "previous": "Previous", "next": "Next",
        "slide-of": "Slide", "latest": "The events of this dossier", "place": "Place", "since": "Since", "actors": "Who takes part",
        "results": "Results", "contact": "Contact", "terms": "Terms defined in the sessions", "minutes": "min", "kind-webconference": "Web conference",
        "kind-training": "Training", "download-deck": "Editable deck", "download-handout": "Slides and notes",
        "download-synthesis": "Synthesis", "download-replay": "Replay pack", "event": "Event", "see": "See the page",
        "facts": "In short", "sequence": "Sequence",
    },
}  # fmt: skip


def words_of(language: str) -> dict[str, str]:
    """Give the words of a language; English where it is not known."""
    return _WORDS.get(language[:2], _WORDS["en"])
