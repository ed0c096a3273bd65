"""The flagship event against its brief: every slide in its visual form, every fact and figure on it, notes that can be said."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from deroule.model.blocks import Block
from deroule.model.event import Event, Slide, SlideForm
from deroule.model.richtext import Prose, RichText

SLIDES: tuple[tuple[str, str, str], ...] = (
    ("couverture", "cover", "Entrepreneuriat de territoire et collectivités locales|Les territoires émergents"),
    ("programme", "agenda", ""),
    ("trois-missions", "pillars", "Informer|Accompagner|Promouvoir|Répondre aux questions|Anticiper|Adapter l’offre|dossiers pédagogiques et méthodes|expériences locales"),
    ("publics", "bullets", "10 000 habitants|nouvelles|déléguées|sans seuil|PETR|Pays|parcs naturels régionaux"),
    ("informer", "figures", "12 000|24|11|13 000|20 000|gratuit|1er|3e|jeudis|suppléments|site internet|newsletters"),
    ("outils-en-ligne", "links", "Boîte à outils|finances|fiscalité|Base documentaire|Fiches pédagogiques|Base d’expériences|Téléconférences|téléphone|Appui juridique|Dossiers|Vidéos"),
    ("decryptage-ouverture", "divider", ""),
    ("vision-statistique", "image bullets", "produit intérieur brut|valeur ajoutée locale|taux de chômage|nombre de salariés|bases fiscales"),
    ("vision-sectorielle", "pillars", "Primaire|Agriculture|Forêt|Secondaire|Industrie|Tertiaire|Services|chambres consulaires|aides à l’installation|formation"),
    ("vision-amenageuse", "image callout", "Bécon-les-Granits|ateliers relais|infrastructures|équipements|transport|facteurs extérieurs|moyens"),
    ("trois-visions-combinees", "pillars callout", "Agriculture|Industrie|Commerce et artisanat|Services aux habitants|Tourisme|statistiques|aménagement|lire|agir"),
    ("vision-flux", "flows callout", "évasion commerciale|nouveaux habitants|personnes âgées|Capter|créer"),
    ("vision-developpement-local", "quote callout", "son avenir|chances égales|déclinent|initiatives|Repérer|encourager|promouvoir|animer|soutenir"),
    ("vision-circulaire", "quote callout", "ressources locales|sans fin|échelle locale|coopérer|sensibiliser|accompagner"),
    ("trois-autres-visions-combinees", "pillars", "flux|développement local|économie circulaire"),
    ("comment-contribuer", "compare callout", "mais|ne s’opposent pas|Attirer des entreprises|zone d’activités|transition écologique|endogène|ressources spécifiques|dynamiques entrepreneuriales"),
    ("un-mouvement", "bullets", "plus collectives|consommer|endogènes|coopération|innovation|démocratique|ancrée|réinvestie"),
    ("une-voie-complementaire", "bullets", "complémentaire|Elinor Ostrom|Nobel d’économie 2009|ruraux|émergence|générateur d’activités"),
    ("illustrations-ouverture", "section", ""),
    ("cas-smicval", "case", "SMICVAL|Libournais|années 1990|développement local|collectivités, associations et entreprises|Nouvel’R|économie circulaire"),
    ("cas-ere-43", "case", "SCIC ERE 43|Haute-Loire|Velay|Auvergne|bois local|collectivités|particuliers|entreprises|forêt|maintenance|fonctionnalité|circulaire"),
    ("cas-bouteilles", "case figures", "Lons-le-Saunier|Jura|10 millions|70 %|collecter, trier, laver, contrôler|300|50|7 000|13|7 autres territoires|1 à 2 emplois|million|1 t de CO2|3 000|ADEME"),
    ("temoignage-ouverture", "divider", "Mathieu Barrois"),
    ("temoignage-couverture", "guest-cover", "Colorons la coopération|Luberon – Provence"),
    ("plan-temoignage", "plan", "roman|ôkhra, un projet de territoire|Le PTCE Matières & Couleurs|La filière couleur|Le projet|La gouvernance|Les axes forts|L’avancement"),
    ("okhra-histoire", "timeline callout", "1994|2005|SCIC|2008|Arcano|filiale|SOF|Bruoux|Gargas|2011|sites ocriers|2016|appel à projets|services culturels|but non lucratif|De la friche|ocre à la couleur"),
    ("okhra-1994", "image", "full"),
    ("okhra-aujourdhui", "image", "full"),
    ("okhra-emploi", "figures", "1994|11|salariés industriels|massif ocrier|2015|65|50 ETP|industrie et les services|Et demain"),
    ("okhra-cooperateurs", "figures", "250|234 000 €|6|Région|Département|parc naturel régional|communautés de communes|2 communes|20 à 30 %|29 juillet 2014|38|8 salariés|30 contributeurs|43|partenaires|prescripteurs|120|bénévoles|porte le PTCE"),
    ("ptce-presentation", "columns", "R&D|production|formation|promotion|emplois à l’année|Structurer la filière|Changer d’échelle|Local|Régional|identité|National|développement durable|innovation"),
    ("filiere-couleur", "steps", "1994|Ocre, garance, pierre|2014|Ocres et couleurs|couleurs végétales|biosourcées|2020|écosystème|partenariats consolidés|changement d’échelle|mise en commun des moyens"),
    ("projet-axes", "table", "Représentation|Scic ôkhra|Animation territoriale|CBE du Pays d’Apt|économie circulaire|CBE Sud Luberon|universités d’Avignon et d’Aix-Marseille|chimie verte|color labs|living labs|tiers-lieu Colorcoop Lab|études de marché|marchandisage|conditionnement|Provence|beaux-arts|souvenir|jeu|pédagogie|biodécoration|tourisme immersif|vitrine vivante|événements festifs|couleurs durables|offre collective|plateforme de gestion mutualisée"),
    ("gouvernance", "hub callout", "plusieurs niveaux|diversité des acteurs et des statuts|richesse"),
    ("croisement-fertile", "hub", "Pigments|cosmétique|peintures|alimentation|chimie verte|CBE|Labo de l’ESS|communauté apprenante des PTCE|réseau des Scic|institut de recherche de la CDC|CNRS|CRITT|laboratoires|Centres de formation|Greta|universités|acteurs et professionnels du tourisme|sites"),
    ("axes-forts", "columns", "entre plusieurs parties|technique et sociale|stratégie de marketing|valeur ajoutée|déchet de l’un|Postes et compétences|groupement d’employeurs de la SCIC|basse saison|été"),
    ("avancement", "timeline", "Mars 2016|printemps du CNRS|lumière et couleur|Automne 2017|Color Coop Lab|tiers-lieu|besoins des entreprises|mécénat de compétences|Cahier des charges|étude de marketing|Coopérative des couleurs|déposée|Gamme souvenir|beaux-arts|Luberon|2016–2017|vente|ingénieur|Premier parcours Matières & Couleurs|6 sites|11 produits|plateforme coopérative de vente|IRFEDD|faisabilité|CBE d’Apt|plateforme de formation"),
    ("contacts-luberon", "contacts", "PTCE|SCIC ôkhra|CBE du Pays d’Apt"),
    ("prerequis-ouverture", "divider", ""),
    ("a-vous", "pillars", "expérience|regard|témoignage"),
    ("question-ressources", "poll", "pas de territoire sans ressources|à mobiliser|D’accord|Pas d’accord"),
    ("question-specialistes", "poll", "spécialistes|moins les collectivités s’en mêlent|D’accord|Pas d’accord"),
    ("question-coconstruction", "poll", "seul on va vite|ensemble on va loin|coconstruction|D’accord|Pas d’accord"),
    ("quatre-prerequis", "pillars", "Contexte|identité territoriale|ressources spécifiques|figure centrale|Méthode|cartographie des acteurs|émergence|générateur de projets|captation|État d’esprit|coconstruction|coopération|Moyens|ingénierie"),
    ("genese", "text tools", "identité|vision partagée|communauté de destin|prospective|gestion quotidienne|Voyages d’étude|inflexion"),
    ("cooperation", "definition tools", "solutions nouvelles|Intérêts alignés|Confiance|expérience|décoder|Cartographie des acteurs|Ce que j’apporte, ce que je reçois|psychosociaux du changement"),
    ("ressources-specifiques", "bullets callout tools", "sans valeur marchande|Endogènes|résilience|Matérielles ou immatérielles|savoir-faire|gisement de couleur|matières premières secondaires|Fédératrices|approprier|distinguer|tues|déclassées|Bernard Pecqueur|Émergence|Captation|Diagnostic|Boucle locale d’innovation"),
    ("experimentation", "text quote", "Boucle locale d’innovation|idée|marché test|conditions|rencontres"),
    ("ressource-territoriale", "columns text", "Bernard Pecqueur|latente|révèlent|histoire|différence|coût|AOP|volaille de Bresse|semi-conducteurs|nanotechnologies|Grenoble|Aubusson"),
    ("figure-centrale", "bullets tools", "groupes hybrides|vision politique|cadre habituel|voies nouvelles|freins|court terme|posture|collectivités|catalyseurs|alliances"),
    ("financer-ingenierie", "text tools", "modèle économique|investissement territorial|R&D du territoire|Financements hybrides|Dispositifs et appels à projets"),
    ("collectivites-concernees-ouverture", "section", ""),
    ("cinq-raisons", "bullets", "ancrage|cogestion des biens communs|long terme|modèle économique|politique publique|gouvernance démocratique|relie les personnes"),
    ("aller-plus-loin-ouverture", "divider", ""),
    ("poursuivre", "links", "Journées d’échanges|Nationales ou régionales|Appui sur le terrain|Cycle de webconférences|Entrepreneuriat de territoire|Fiches d’expérience et publications|Pack de rediffusion|Enregistrement, diapositives et synthèse|Questionnaire d’évaluation"),
    ("fin", "closing", "Merci"),
)  # fmt: skip
"""The brief's 55 slides (its 23rd is two: the divider and the guest's cover): id, form, and what must be read on them."""

EXCHANGES = {
    "question-ressources", "question-specialistes", "question-coconstruction", "cas-bouteilles", "contacts-luberon",
    "ressource-territoriale", "cinq-raisons", "poursuivre",
}  # fmt: skip
"""Slides on which participants vote, write or ask: their time is not the speaker's alone."""


def shown(event: Event) -> list[Slide]:
    return [slide for slide in event.slides if slide.form is not SlideForm.REFERENCES]


def kinds(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        yield block.kind
        for group in (
            (*getattr(block, "groups", ()), *getattr(block, "sides", ()))
            if block.kind in ("columns", "compare")
            else ()
        ):
            yield from kinds(group.blocks)
        if block.kind == "case" and block.figures:  # type: ignore[attr-defined]
            yield "figures"


def words(value: Any) -> Iterator[str]:
    """Every text of a block, in order, as it reads."""
    if isinstance(value, RichText):
        yield value.plain
    elif isinstance(value, Prose):
        yield from (text.plain for text in value.paragraphs)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from words(getattr(value, name))
    elif isinstance(value, tuple | list):
        for part in value:
            yield from words(part)
    elif isinstance(value, str):
        yield value


def read_on(slide: Slide) -> str:
    texts = [slide.title.plain, slide.subtitle.plain if slide.subtitle else "", *words(slide.blocks)]
    # A fact is a fact whichever space stands in it.
    return re.sub(r"\s+", " ", " ".join(texts)).replace("\u2082", "2")


def test_the_slides_of_the_brief_come_in_its_order(flagship: Event) -> None:
    assert [slide.id for slide in shown(flagship)] == [name for name, _, _ in SLIDES]
    assert len(SLIDES) - 1 == 55


@pytest.mark.parametrize(("name", "form", "facts"), SLIDES, ids=[name for name, _, _ in SLIDES])
def test_a_slide_has_its_form_its_facts_and_its_notes(flagship: Event, name: str, form: str, facts: str) -> None:
    slide = next(slide for slide in flagship.slides if slide.id == name)
    had = {*kinds(slide.blocks), slide.form.value}
    assert set(form.split()) <= had, f"{name} shows {sorted(had)}"
    text = read_on(slide)
    assert [fact for fact in facts.split("|") if fact and fact not in text] == []
    assert slide.notes
    assert re.search(r"[.!?…]»?$", slide.notes.plain.strip()), "notes are full sentences"


def test_the_polls_are_three_and_asked_once(flagship: Event) -> None:
    polls = [block for slide in flagship.slides for block in slide.blocks if block.kind == "poll"]
    assert len(polls) == len({block.id for block in polls}) == 3  # type: ignore[attr-defined]
    assert all([option.text.plain for option in block.options] == ["D’accord", "Pas d’accord"] for block in polls)  # type: ignore[attr-defined]


def test_what_is_to_be_said_can_be_said_in_the_time_that_is_given(flagship: Event) -> None:
    """150 words a minute at the most; and where nobody else speaks, 75 at the least: no slide waits in silence."""
    for slide in flagship.slides:
        if slide.duration and slide.notes:
            rate = len(slide.notes.plain.split()) / slide.duration.total_seconds() * 60
            assert rate <= 151, slide.id
            assert slide.id in EXCHANGES or rate >= 75, slide.id


def test_every_sequence_has_a_summary_in_sentences_and_key_points(flagship: Event) -> None:
    for sequence in flagship.sequences:
        assert len(sequence.written.summary.plain.split()) >= 80, sequence.id
        assert 3 <= len(sequence.written.key_points) <= 6, sequence.id


def test_nobody_s_address_is_given(flagship: Event) -> None:
    everything = json.dumps([read_on(slide) + (slide.notes.plain if slide.notes else "") for slide in flagship.slides])
    assert not re.search(r"[\w.]+@[\w.]+|0\d(?:[ .]\d\d){4}", everything)
