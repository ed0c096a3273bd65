"""Staging: every page of the site as plain Markdown, generated or the owner's, with its pictures and files."""

from __future__ import annotations

import datetime as dt
import os
import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import Any

from markupsafe import Markup

from deroule.diagnostics import Diagnostic
from deroule.model.dossier import Dossier, Page
from deroule.model.event import Event, Slide
from deroule.model.people import Speaker
from deroule.outputs.player.folder import Folder
from deroule.outputs.site.addresses import EVENTS, Addresses, relative
from deroule.outputs.site.declared import Declared
from deroule.outputs.site.downloads import File, take_downloads
from deroule.outputs.site.forms import Forms
from deroule.outputs.site.hand import Hand
from deroule.outputs.site.heads import Head
from deroule.outputs.site.markdown import front_matter
from deroule.outputs.site.pictures import Pictures, as_portrait, take_pictures
from deroule.outputs.site.terms import Terms, terms_of
from deroule.slug import slug
from deroule.workspace import OutsideWorkspaceError, Workspace, lend


@dataclass(frozen=True, slots=True)
class Material:
    """What pages are made of: the dossier, the files that other outputs made, by artefact, and the workspace.

    `changed` tells the day when a file of the workspace was last changed, where that is known; `address` is the
    site's own, empty when it is not known, else ending with a slash.
    """

    dossier: Dossier
    inputs: Mapping[str, Path]
    workspace: Workspace
    changed: Mapping[str, dt.date] = field(default_factory=dict)
    name: str = ""
    address: str = ""
    notes: bool = True
    """Whether what is said on slides is public."""
    replays: Mapping[str, Folder] = field(default_factory=dict)
    """What the player shows, by event; only of those that have a replay page."""
    declared: Declared = field(default_factory=Declared)
    """What the owner declares on accessibility."""


class Stage:
    """The folder of pages being filled, with what is told of each page in its head."""

    def __init__(self, material: Material, folder: Path) -> None:
        self.material = material
        self.dossier = material.dossier
        self.folder = folder
        self.language = material.dossier.organisation.language
        self.addresses = Addresses(material.dossier)
        self.forms = Forms(material.workspace)
        self.heads: dict[str, Head] = {}
        self.replayed = set(material.replays)
        """The events that have a replay page."""
        self.filmed = {name for name, folder in material.replays.items() if folder.replay.media}
        """Those whose replay page has a film or a sound, or leads to one."""
        self.page_paths = frozenset(posixpath.normpath(page.path) for page in material.dossier.pages)
        self.known = {event.id: event for event in material.dossier.events}
        self.events = {event.id: _taken(event, material, folder) for event in material.dossier.events}
        self.told: list[Diagnostic] = []
        self.serving = _serving(material.dossier.pages)
        self._terms: dict[str, Terms] = {}
        self._made: set[str] = set()
        self.cards: dict[tuple[str, ...], dict[str, Any]] = {}
        """What was told of events and sequences: by their ids, and by the folder of the pages that share its links."""

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        """What was found wrong while pages were staged, in the workspace's page forms too."""
        return (*self.told, *self.forms.found)

    def pictures(self, event: Event) -> Pictures:
        """Give the pictures of an event."""
        return self.events[event.id][0]

    def downloads(self, event: Event) -> dict[str, list[File]]:
        """Give what an event's page offers, by word."""
        return self.events[event.id][1]

    def said(self, slide: Slide, hand: Hand) -> Markup:
        """Write what is said on a slide, where that is public."""
        return hand.prose(slide.notes) if self.material.notes else Markup("")

    def portrait(self, event: Event, speaker: Speaker) -> str:
        """Put a speaker's portrait into the site; give its path, or nothing when there is none that can be shown."""
        path = posixpath.normpath(posixpath.join(event.folder, speaker.portrait or ""))
        if not speaker.portrait or not self.material.workspace.exists(path):
            return ""
        small = as_portrait(self.material.workspace.read(path))
        target = f"{EVENTS}/{event.id}/portraits/{slug(speaker.name.plain)}.webp"
        if small:
            self.save(target, small)
        return target if small else ""

    def hand(self, path: str, language: str, event: Event | None = None) -> Hand:
        """Give what writes rich text on the page at `path`, in `language`."""
        return Hand(self.addresses.from_page(path, event), self.terms(language))

    def terms(self, language: str) -> Terms:
        """Give the glossary of a language, none of it told yet."""
        if language not in self._terms:
            self._terms[language] = terms_of(self.dossier, language)
        return self._terms[language].fresh()

    def write(self, path: str, form: str, head: Head, *, contents: bool = False, **facts: Any) -> None:
        """Write a page from a form. `contents`: whether it has a list of its headings beside it."""
        body = self.forms.fill(form, head.language, page=_to(path), **facts)
        self.put(path, head, body, contents=contents)

    def put(self, path: str, head: Head, body: str, *, contents: bool = False) -> None:
        """Write a page and keep its head."""
        self.heads[path] = head
        hidden = ("navigation", "path") if contents else ("navigation", "path", "toc")
        facts = {"title": head.title, "description": head.description, "hide": hidden}
        self.save(path, (front_matter(facts) + body).encode())

    def save(self, path: str, content: bytes) -> None:
        """Write a file of the site."""
        parent = posixpath.dirname(path)
        if parent not in self._made:
            self._made.add(parent)
            (self.folder / parent).mkdir(parents=True, exist_ok=True)
        _write(f"{self.folder}/{path}", content)

    @cached_property
    def indexes(self) -> dict[str, Page]:
        """The owner's index of each kind that has one."""
        named = ((page, page.path.split("/")) for page in self.dossier.pages if page.path.endswith("/index.md"))
        return {parts[1]: page for page, parts in named if len(parts) == 3 and parts[0] == "content"}

    def latest_below(self, folder: str) -> dt.date | None:
        """Give the day when a file below a folder was last changed."""
        return self._latest_of_folders.get(folder)

    @cached_property
    def _latest_of_folders(self) -> dict[str, dt.date]:
        found: dict[str, dt.date] = {}
        for path, day in self.material.changed.items():
            folder = posixpath.dirname(path)
            while folder:
                found[folder] = max(day, found.get(folder, day))
                folder = posixpath.dirname(folder)
        return found

    def latest(self, paths: Iterable[str]) -> dt.date | None:
        """Give the day when one of these files was last changed."""
        return max((day for path in paths if (day := self.material.changed.get(path))), default=None)


def _serving(pages: Iterable[Page]) -> dict[tuple[str, str], list[Page]]:
    """Find the pages that serve in an event, by its id and nothing, and those that go with a slide, by its id too."""
    found: dict[tuple[str, str], list[Page]] = {}
    for page in pages:
        event, slides = page.facts.get("event"), page.facts.get("slides")
        named = slides if isinstance(slides, list) else [slides] if slides else []
        for slide in dict.fromkeys(("", *map(str, named))) if event else ():
            found.setdefault((str(event), slide), []).append(page)
    return found


def _write(path: str, content: bytes) -> None:
    """Write a file in half of the time that Python's own files take: a site has thousands, each written once."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o666)
    try:
        while content:
            content = content[os.write(file, content) :]
    finally:
        os.close(file)


def _to(path: str) -> Any:
    """Give a page form what turns a path of the site into a link of its page."""
    return lambda target: relative(path, target)


def _taken(event: Event, material: Material, folder: Path) -> tuple[Pictures, dict[str, list[File]]]:
    drawn = material.inputs.get(f"pictures/{event.id}")
    return take_pictures(event, drawn, folder), take_downloads(event, material.inputs, folder)


def copy_style(stage: Stage) -> None:
    """Put the house's style sheets and scripts into the site."""
    for file in (resources.files("deroule.outputs.site") / "style").iterdir():
        stage.save(f"style/{file.name}", file.read_bytes())


def copy_files(stage: Stage) -> None:
    """Put what stands beside the owner's pages into the site; a film is lent, not read whole."""
    workspace = stage.material.workspace
    for path in stage.dossier.files:
        target = path.removeprefix("content/")
        try:
            lend(workspace.path(path), stage.folder / target)
        except OutsideWorkspaceError:  # a workspace without a disk
            stage.save(target, workspace.read(path))
