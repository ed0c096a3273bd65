"""The looks of a deck: made from a Theme, or read from the template that the theme was derived from."""

from __future__ import annotations

from deroule.model.theme import Theme
from deroule.outputs.deck.look.base import make_look
from deroule.outputs.deck.look.look import Look
from deroule.outputs.deck.package import Package
from deroule.outputs.deck.template.deriving import derive
from deroule.outputs.deck.template.dressing import RECOLOURED
from deroule.outputs.deck.template.reading import Template
from deroule.outputs.deck.template.recolouring import recolour
from deroule.outputs.deck.template.slots import ACCENTS
from deroule.outputs.deck.template.wearing import template_look
from deroule.workspace import Workspace


class Wardrobe:
    """Adds looks to a package; a template's parts are added once for each look that wears it."""

    def __init__(self, package: Package, workspace: Workspace | None, language: str) -> None:
        self._package, self._workspace, self._language = package, workspace, language

    def look(self, theme: Theme) -> Look:
        """Give the look of a theme. A theme has stages exactly when its template could be read."""
        if not theme.stages or self._workspace is None:
            return make_look(self._package, theme, self._language)
        template = Template(self._workspace.read(theme.template), theme.template)
        if RECOLOURED in theme.options:
            recolour(template, {slot: theme.sources[slot][1] for slot in ACCENTS})
        return template_look(self._package, derive(template, theme), theme)
