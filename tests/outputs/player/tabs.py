"""What the tests of players share: each tab of a page is opened, and looked at by axe-core."""

from __future__ import annotations

from pathlib import Path
from typing import Any

VIOLATIONS = "axe.run().then(r => r.violations.map(v => v.id + ' ' + v.nodes.map(n => n.target)))"


def faults_of_tabs(page: Any, axe: Path, width: int) -> list[str]:
    """Give what axe-core finds in a page with each of its tabs open, and the tabs with which it is wider than the screen."""
    page.evaluate((axe / "axe.min.js").read_text(encoding="utf-8"))
    found: list[str] = []
    for tab in page.locator("[role=tab]").all():
        tab.click()
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append(f"wider than {width}: {tab.inner_text()}")
        found += page.evaluate(VIOLATIONS)
    return found
