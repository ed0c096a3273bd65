"""Rules of the presentation: lists and their ids, sections, notes, and what each slide, layout and master stands on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from deroule.outputs.deck.lint.opened import Fault, Opened, P, R
from deroule.outputs.deck.reading.opened import whole

LEAST_MASTER = 2_147_483_648
LEAST_SLIDE, MOST_SLIDE = 256, 2_147_483_647
"""ECMA-376 part 1, 19.7.13 and 19.7.14: the two kinds of id have ranges that do not meet."""


def slide_ids(opened: Opened) -> Iterator[Fault]:
    """Find slides listed twice or not at all, and ids out of range."""
    tree = opened.trees.get(opened.main)
    if tree is None:
        yield Fault("no-presentation", opened.main or "/")
        return
    known = opened.by_id(opened.main)
    listed = list(tree.iterfind(f"{P}sldIdLst/{P}sldId"))
    for identity, count in Counter(one.get("id") for one in listed).items():
        if count > 1 or not LEAST_SLIDE <= whole(identity) <= MOST_SLIDE:
            yield Fault("slide-id", opened.main, str(identity))
    targets = Counter(known[one.get(f"{R}id", "")].target for one in listed if one.get(f"{R}id", "") in known)
    for name in opened.parts("slide+xml"):
        if targets[name] != 1:
            yield Fault("slide-not-listed-once", name, str(targets[name]))


def master_ids(opened: Opened) -> Iterator[Fault]:
    """Find ids of masters and layouts that clash or are out of range: both share one range through the deck."""
    ids: Counter[str] = Counter()
    tree = opened.trees.get(opened.main)
    if tree is not None:
        ids.update(one.get("id", "") for one in tree.iterfind(f"{P}sldMasterIdLst/{P}sldMasterId"))
    for master in opened.parts("slideMaster+xml"):
        root = opened.trees.get(master)
        if root is not None:
            ids.update(one.get("id", "") for one in root.iterfind(f"{P}sldLayoutIdLst/{P}sldLayoutId"))
    for identity, count in ids.items():
        if count > 1 or whole(identity) < LEAST_MASTER:
            yield Fault("master-id", opened.main, identity)


def standing(opened: Opened) -> Iterator[Fault]:
    """Find slides without a layout, layouts without a master, masters without a theme of their own."""
    for kind, wanted in (
        ("slide+xml", "slideLayout"),
        ("slideLayout+xml", "slideMaster"),
        ("slideMaster+xml", "theme"),
        ("notesMaster+xml", "theme"),
    ):
        for name in opened.parts(kind):
            count = len(opened.related(name, wanted))
            if count != 1:
                yield Fault("stands-on-nothing", name, f"{wanted}: {count}")
    masters = [*opened.parts("slideMaster+xml"), *opened.parts("notesMaster+xml")]
    themes = Counter(theme for master in masters for theme in opened.related(master, "theme"))
    for name, count in themes.items():
        if count > 1:
            yield Fault("shared-theme", name, str(count))


def notes(opened: Opened) -> Iterator[Fault]:
    """Find notes without master or slide, and a notes master that the presentation does not list."""
    pages, masters = opened.parts("notesSlide+xml"), opened.parts("notesMaster+xml")
    for name in pages:
        slides = opened.related(name, "slide")
        if len(opened.related(name, "notesMaster")) != 1:
            yield Fault("notes-without-master", name)
        if len(slides) != 1 or name not in opened.related(slides[0], "notesSlide"):
            yield Fault("notes-without-slide", name)
    tree = opened.trees.get(opened.main)
    if masters and tree is not None and tree.find(f"{P}notesMasterIdLst/{P}notesMasterId") is None:
        yield Fault("notes-master-not-listed", opened.main)
    if len(masters) > 1:
        yield Fault("notes-master-not-listed", masters[1])


def sections(opened: Opened) -> Iterator[Fault]:
    """Find sections that name a slide that is not there, and slides in no section or in two."""
    tree = opened.trees.get(opened.main)
    if tree is None:
        return
    named: Counter[str] = Counter()
    guids: Counter[str] = Counter()
    for section in tree.iter("{*}section"):
        guids[section.get("id", "")] += 1
        named.update(one.get("id", "") for one in section.iterfind("{*}sldIdLst/{*}sldId"))
    if not guids:
        return
    shown = {one.get("id", "") for one in tree.iterfind(f"{P}sldIdLst/{P}sldId")}
    for identity in sorted(shown ^ set(named) | {one for one, count in named.items() if count > 1}):
        yield Fault("section-slides", opened.main, identity)
    for identity, count in guids.items():
        if count > 1:
            yield Fault("section-id", opened.main, identity)
