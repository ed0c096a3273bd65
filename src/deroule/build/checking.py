"""Checking without making: everything that a build would find before it makes anything."""

from __future__ import annotations

from deroule.diagnostics import Diagnostic
from deroule.workspace import DiskWorkspace


def check(workspace: DiskWorkspace, *, links: bool = False) -> tuple[Diagnostic, ...]:
    """Read and check the sources and the site's settings, and place every slide; with `links` find dead ones too."""
    from deroule.build.placements import Placements
    from deroule.checks import run_checks
    from deroule.outputs.site.navigation import missing_pages
    from deroule.outputs.site.owner import read_owner
    from deroule.source import load

    outcome = load(workspace)
    found = dict.fromkeys((*outcome.diagnostics, *run_checks(outcome.value, workspace)))
    placements = Placements(outcome.value, workspace)
    for event in outcome.value.events:
        found.update(dict.fromkeys(placements.looks(event).diagnostics))
        for variant in ("", *event.variants):
            found.update(dict.fromkeys(placements.pages(event, variant, "", "").diagnostics))
    owner = read_owner(workspace)
    found.update(dict.fromkeys((*owner.found, *missing_pages(owner, outcome.value, workspace))))
    if links:
        from deroule.build.web import check_addresses

        found.update(dict.fromkeys(check_addresses(outcome.value, workspace)))
    return tuple(found)
