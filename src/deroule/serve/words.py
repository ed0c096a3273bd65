"""The words of the preview, in both languages."""

from __future__ import annotations

from deroule.diagnostics import Words

WORDS = {
    "title": Words("Aperçu", "Preview"),
    "settled": Words("À jour", "Up to date"),
    "following": Words("Le site suit…", "The site follows…"),
    "lost": Words("Aperçu arrêté : relancez deroule serve", "Preview stopped: run deroule serve again"),
    "faults": Words("À corriger", "To mend"),
    "none": Words("Rien à corriger", "Nothing to mend"),
    "slides": Words("Diapositives", "Slides"),
    "slide": Words("Diapositive", "Slide"),
    "all": Words("Toutes les diapositives", "All slides"),
    "notes": Words("Notes", "Notes"),
    "site": Words("Voir le site", "See the site"),
    "hide": Words("Masquer l'aperçu", "Hide the preview"),
    "show": Words("Montrer l'aperçu", "Show the preview"),
    "hint": Words("Pour corriger", "To mend it"),
    "error": Words("erreur", "error"),
    "warning": Words("avertissement", "warning"),
    "waiting": Words(
        "Le site se construit ; les diapositives sont déjà là.", "The site is being built; the slides are here."
    ),
}


def words_in(language: str) -> dict[str, str]:
    """Give the words in one language, for the script of the preview."""
    return {name: words.in_language(language) for name, words in WORDS.items()} | {"language": language[:2]}
