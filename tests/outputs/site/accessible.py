"""Audits every kind of page in a browser: axe-core in light and dark at three widths, no sideways scrolling, a keyboard walk."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

VIEWS = {"320 px": (320, 640), "1280 px": (1280, 900), "200 %": (640, 450)}
"""What is looked at: a phone, a desk, and the desk at twice the size, which leaves half the width."""
GROUNDS = ("light", "dark")
OTHER_GROUND = "stands on another ground"
"""What is told where a page did not take the ground that it was asked to: it would have been looked at twice in the other."""
_EVENT = "evenements/2018-03-01-entrepreneuriat-de-territoire"
_ENGLISH = "evenements/2026-11-24-deroule-en-45-minutes"
KINDS = {
    "home": ("index.html",),
    "cycle": ("evenements/index.html",),
    "event": (f"{_EVENT}/index.html",),
    "english-event": (f"{_ENGLISH}/index.html",),
    "sequence": (f"{_EVENT}/decryptage.html",),
    "english-sequence": (f"{_ENGLISH}/write.html",),
    "replay": (f"{_EVENT}/replay.html", f"{_ENGLISH}/replay.html"),
    "sheets": ("experiences/index.html",),
    "tools": ("outils/index.html",),
    "questions": ("questions/index.html",),
    "publications": ("publications/index.html",),
    "sheet": ("experiences/okhra.html",),
    "tool": ("outils/cartographie-des-acteurs.html",),
    "question": ("questions/quest-ce-quun-ptce.html",),
    "publication": ("publications/pecqueur-ressource-territoriale.html",),
    "videos": ("videos/index.html",),
    "speakers": ("intervenants.html",),
    "glossary": ("glossaire.html",),
    "themes": ("tags.html",),
    "page": ("a-propos.html",),
    "missing": ("404.html",),
    "statement": ("accessibilite.html",),
}
"""A page of each kind; one that a dossier has not is left out."""
WALKED = ("home", "event", "sequence", "glossary")
"""Kinds whose keyboard walk the statement tells of."""
_STILL = "*, *::before, *::after { transition: none !important; animation: none !important }"
_COLOURS = "{type: 'rule', values: ['color-contrast', 'link-in-text-block']}"
_RUN = """axe.run({resultTypes: ['violations'], ONLY}).then(told => ({
  rules: [...told.passes, ...told.violations, ...told.inapplicable, ...told.incomplete].map(one => one.id),
  violations: told.violations.map(one => ({rule: one.id, where: one.nodes.map(node => node.target.join(' '))})),
  wide: document.documentElement.scrollWidth - innerWidth}))"""
_GROUND = """dark => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => {
  document.body.dataset.mdColorScheme = dark ? 'slate' : 'default'; done(); })))"""
"""Puts an open page on a ground as the theme's own button does, once the theme has heard of the system's: it keeps its first."""
_IS_DARK = "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).every(one => one < 128)"
_FOCUSED = """() => { const one = document.activeElement, shown = one.offsetWidth ? one : one.nextElementSibling || one;
  const box = shown.getBoundingClientRect(), style = getComputedStyle(shown);
  return { name: one.outerHTML.slice(0, 120), body: one === document.body,
    seen: box.width > 0 && box.height > 0 && style.visibility !== 'hidden',
    marked: style.outlineStyle !== 'none' || style.boxShadow !== 'none' }; }"""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found wrong: the kind of page, the view, the rule, the places."""

    kind: str
    view: str
    rule: str
    where: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Audit:
    """What was looked at and what was found."""

    kinds: tuple[str, ...]
    rules: tuple[str, ...]
    findings: tuple[Finding, ...]


def audit(browser: Any, address: str, site: Path, axe: str) -> Audit:
    """Open a page of each kind once and look at it in every view. `axe`: the text of axe-core."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    kinds, rules, findings = [], set[str](), list[Finding]()
    for kind, places in KINDS.items():
        place = next((one for one in places if (site / one).is_file()), None)
        if place is None:
            continue
        kinds.append(kind)
        page.goto(address + place)
        tried, found = look(page, kind, axe)
        rules |= tried
        findings += found
    context.close()
    return Audit(tuple(kinds), tuple(sorted(rules)), tuple(findings))


def look(page: Any, kind: str, axe: str) -> tuple[set[str], list[Finding]]:
    """Look in every view at the page that is open, as it stands; give the rules tried and what was found."""
    rules, findings = set[str](), list[Finding]()
    page.add_style_tag(content=_STILL)
    page.evaluate(axe)
    for ground in GROUNDS:
        page.emulate_media(color_scheme=ground)
        page.evaluate(_GROUND, ground == "dark")
        for view, (width, height) in VIEWS.items():
            page.set_viewport_size({"width": width, "height": height})
            only = "" if ground == "light" else f"runOnly: {_COLOURS}"  # another ground changes colours alone
            told = page.evaluate(_RUN.replace("ONLY", only))
            rules.update(told["rules"])
            named = f"{ground}, {view}"
            findings += [Finding(kind, named, one["rule"], tuple(one["where"])) for one in told["violations"]]
            if page.evaluate(_IS_DARK) != (ground == "dark"):
                findings.append(Finding(kind, named, OTHER_GROUND, ()))
            if told["wide"] > 0:
                findings.append(Finding(kind, named, "scrolls sideways", (f"{told['wide']} px",)))
    page.emulate_media(color_scheme="light")
    page.evaluate(_GROUND, False)
    return rules, findings


def keyboard_walk(browser: Any, address: str, steps: int = 60) -> list[str]:
    """Walk through a page with the tab key alone; give what takes the focus without being seen to."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(address)
    unseen, visited = [], []
    for _ in range(steps):
        page.keyboard.press("Tab")
        told = page.evaluate(_FOCUSED)
        if told["body"]:
            break
        visited.append(told["name"])
        if not told["seen"] or not told["marked"]:
            unseen.append(told["name"])
    context.close()
    return unseen if visited else ["nothing takes the focus"]


def axe_of(needs_package: Callable[[str], Path]) -> str:
    """Give the text of axe-core."""
    return (needs_package("axe-core") / "axe.min.js").read_text(encoding="utf-8")


@contextmanager
def opened(window: Any, address: str) -> Iterator[Any]:
    """Open a page in a window that had nothing before (see `tests/windows.py`)."""
    page = window.emptied(reduced_motion="reduce")
    page.goto(address)
    yield page
    window.leave()


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder on a local port; give its address."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    class Calm(http.server.ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """Say nothing: a browser drops a film in the middle once it has seen enough."""

    server = Calm(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
