"""Works of an event that no slide cites or links to."""

from __future__ import annotations

from collections.abc import Iterator

from deroule.checks.surroundings import Surroundings
from deroule.checks.walk import placed_in
from deroule.diagnostics import Code, Diagnostic, Severity, Words
from deroule.model.blocks import Link
from deroule.model.dossier import Dossier

CODE = Code(
    "CHK117",
    "uncited-source",
    Severity.WARNING,
    Words("la ressource « {id} » n'est citée nulle part", "the resource “{id}” is cited nowhere"),
    Words(
        "Une ressource de `event.yml` n'est citée par aucune diapositive (`sources:`) et aucun lien n'y mène "
        "(`links:` avec `resource:`) : elle n'apparaîtra dans aucun document.",
        "A resource of `event.yml` is cited by no slide (`sources:`) and no link leads to it (`links:` with "
        "`resource:`): it will appear in no document.",
    ),
    Words("citez-la avec `sources:`, ou retirez-la", "cite it with `sources:`, or remove it"),
)


def check(dossier: Dossier, surroundings: Surroundings) -> Iterator[Diagnostic]:
    """Compare each event's own resources with what its slides name."""
    for event in dossier.events:
        named = {source for slide in event.slides for source in slide.sources}
        for slide in event.slides:
            named |= {one.resource for one in placed_in(slide.blocks) if isinstance(one, Link) and one.resource}
        for resource_id, resource in event.written.resources.items():
            if resource_id not in named:
                yield CODE.at(resource.span, id=resource_id)
