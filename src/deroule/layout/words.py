"""The words that layout itself puts on slides and in alternative texts, in French and English."""

from __future__ import annotations

from deroule.diagnostics import Words

PROGRAMME = Words("Programme", "Programme")
SEQUENCE = Words("Séquence {number}", "Part {number}")
TOOLS = Words("Outils", "Tools")
PLAN = Words("Plan", "Plan")
ACTIVITY = Words("À vous", "Your turn")
DURATION = Words("Durée", "Duration")
GROUPS = Words("Groupes", "Groups")
MATERIAL = Words("Matériel", "Material")
SINCE = Words("depuis {since}", "since {since}")
MINUTES = Words("{count} min", "{count} min")
SECONDS = Words("{count} s", "{count} s")
CONTINUED = Words("{title} ({part}/{parts})", "{title} ({part}/{parts})")
INCOMING = Words("Ce qui entre", "What comes in")
OUTGOING = Words("Ce qui sort", "What goes out")
KEPT = Words("Ce qui reste", "What stays")
WATCH = Words("Voir le film", "Watch the film")
HUB_ALT = Words("Schéma : {centre} au centre, relié à {parts}", "Diagram: {centre} in the middle, linked to {parts}")
FLOWS_ALT = Words(
    "Schéma de flux autour de {centre}. Entrent : {incoming}. Sortent : {outgoing}. Restent : {kept}",
    "Flow diagram around {centre}. In: {incoming}. Out: {outgoing}. Kept: {kept}",
)
STEPS_ALT = Words("Étapes, dans l’ordre : {parts}", "Steps, in order: {parts}")
PILLARS_ALT = Words("{count} parties : {parts}", "{count} parts: {parts}")
SUM_ALT = Words("Parties qui s’ajoutent : {parts}", "Parts that add up: {parts}")
TIMELINE_ALT = Words("Frise chronologique : {parts}", "Timeline: {parts}")
FIGURES_ALT = Words("Chiffres clés : {parts}", "Key figures: {parts}")
TABLE_ALT = Words("Tableau : {parts}", "Table: {parts}")
CHART_ALT = Words("Graphique : {parts}", "Chart: {parts}")
CHART_UNIT = Words("En {unit}", "In {unit}")
COMPARE_ALT = Words("Comparaison : {parts}", "Comparison: {parts}")
VIDEO_ALT = Words("Film : {title}", "Film: {title}")
UP, DOWN, FLAT = Words("en hausse", "rising"), Words("en baisse", "falling"), Words("stable", "steady")
NOTHING = Words("rien", "nothing")


def quoted(text: str, language: str) -> tuple[str, str]:
    """Give the quotation marks that open and close in a language, with their spaces."""
    if any(mark in text[:2] for mark in '«“"'):
        return "", ""
    return ("«\u00a0", "\u00a0»") if language.lower().startswith("fr") else ("“", "”")
