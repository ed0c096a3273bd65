"""The French words that a trainer writes for the keys of the language, so that the hint names the key."""

from __future__ import annotations

from deroule.slug import slug

_WORDS = {
    "accueil": "cover", "activite": "activity", "adresse": "address",
    "alternatif": "alt", "alternative": "alt", "animateur": "speakers", "auteurs": "authors",
    "avec": "speakers", "bilan": "summary", "blocs": "blocks", "cas": "case", "chiffres": "figures",
    "chronologie": "timeline", "citation": "quote", "citations": "quote", "code-source": "code", "colonnes": "columns",
    "comparaison": "compare", "conclusion": "callout", "contact": "contacts", "couverture": "cover", "cloture": "closing",
    "debut": "starts", "definitions": "definition", "diapositives": "slides", "diapos": "slides", "date-de-debut": "date",
    "duree": "duration", "etapes": "steps", "encadre": "callout", "entete": "heading", "evaluation": "evaluation",
    "fichier": "file", "film": "video", "flux": "flows", "frise": "timeline", "genre": "kind", "graphique": "chart",
    "grille": "table", "heure": "starts", "horaire": "starts", "identite": "brand", "image": "image", "images": "image",
    "inclure": "include", "inclusion": "include", "intervenant": "speakers", "intervenants": "speakers",
    "intervenante": "speakers", "intervenantes": "speakers", "jour": "date", "langue": "language", "legende": "caption",
    "licence": "licence", "lien": "links", "liens": "links", "lieu": "place", "liste": "bullets", "logo": "logo",
    "marque": "brand", "modele": "template", "mots-cles": "tags", "nom": "name", "numerotation": "numbering",
    "objectifs": "objectives", "organisateur": "organiser", "outil": "tools", "outils": "tools", "paragraphe": "text",
    "piliers": "pillars", "plan": "plan", "points-cles": "key_points", "points_cles": "key_points",
    "prerequis": "prerequisites", "programme": "agenda", "public": "audience", "puces": "bullets", "question": "question",
    "questionnaire": "quiz", "quand": "when", "references": "references", "reponses": "options", "resume": "summary",
    "role": "role", "schema": "hub", "section": "section", "sondage": "poll", "sous-titre": "subtitle",
    "soustitre": "subtitle", "sous_titre": "subtitle", "sources": "sources", "synthese": "summary", "tableau": "table",
    "texte": "text", "texte-alternatif": "alt", "texte-de-remplacement": "alt", "titre": "title", "type": "kind", "unite": "unit", "valeur": "value", "valeurs": "values",
    "version": "variants", "versions": "variants",
    # Words of `kind:`
    "aller-plus-loin": "going-further", "atelier": "activity", "concepts": "concept", "decryptage": "concept",
    "formation": "training", "pause": "break", "temoignage": "testimony", "visioconference": "webconference",
    "webinaire": "webconference",
    # Words of a resource's `kind:`
    "livre": "book", "ouvrage": "book", "rapport": "report", "loi": "law", "donnees": "data",
}  # fmt: skip


def key_for(word: str) -> str | None:
    """Give the key that a French word stands for, accents and capitals aside."""
    return _WORDS.get(slug(word))
