"""Staging: the owner's pages copied, the generated ones written beside them as plain Markdown."""

from __future__ import annotations

import json
import posixpath
import shutil
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any

import jinja2
import markupsafe
from jinja2.sandbox import SandboxedEnvironment

from deroule.model.blocks import Definition
from deroule.model.dossier import Dossier, Page
from deroule.model.event import Event, Sequence
from deroule.outputs.document.album import Album
from deroule.outputs.site.markdown import front_matter, literal
from deroule.outputs.site.told import slides_told
from deroule.outputs.site.words import words_of
from deroule.workspace import Workspace

EVENTS = "evenements"
FILES = "telechargements"
OWN = "templates/site"
"""Where the workspace may keep page forms of its own, one by one."""
INDEXED = ("experiences", "outils", "questions", "publications")


class Stage:
    """The folder of pages being filled."""

    def __init__(self, dossier: Dossier, inputs: Mapping[str, Path], folder: Path, workspace: Workspace) -> None:
        self.dossier = dossier
        self.inputs = inputs
        self.folder = folder
        self.workspace = workspace
        self.words = words_of(dossier.organisation.language)
        self.environment = SandboxedEnvironment(
            loader=jinja2.FunctionLoader(self._form),
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            undefined=jinja2.StrictUndefined,
        )
        self.environment.filters["literal"] = literal
        self.environment.filters["html"] = lambda value: markupsafe.escape(str(value))

    def _form(self, name: str) -> str:
        own = f"{OWN}/{name}"
        if self.workspace.exists(own):
            return self.workspace.read(own).decode()
        return (resources.files("deroule.outputs.site") / "templates" / name).read_text(encoding="utf-8")

    def write(self, path: str, form: str, facts: Mapping[str, object], **values: Any) -> None:
        """Write a page from a form, with its front matter."""
        body = self.environment.get_template(form).render(words=self.words, **values)
        self.put(path, front_matter(facts) + body)

    def put(self, path: str, text: str) -> None:
        """Write a page."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def stage_pages(dossier: Dossier, inputs: Mapping[str, Path], folder: Path, workspace: Workspace) -> None:
    """Fill `folder` with every page of the site, its pictures and its downloads."""
    stage = Stage(dossier, inputs, folder, workspace)
    _copy_style(stage)
    for page in dossier.pages:
        _owner_page(stage, page)
    for event in dossier.events:
        _event(stage, event)
    for name, kind in (("index.md", "home"), (f"{EVENTS}/index.md", "events")):
        if kind == "events" or not any(page.path == "content/index.md" for page in dossier.pages):
            title = stage.words["events"] if kind == "events" else stage.words["home"]
            stage.write(name, f"{kind}.md.jinja", {"title": title}, events=dossier.events, title=title)
    stage.put("tags.md", f"# {stage.words['tags']}\n\n<!-- material/tags -->\n")


def _copy_style(stage: Stage) -> None:
    for file in (resources.files("deroule.outputs.site") / "style").iterdir():
        stage.put(f"style/{file.name}", file.read_text(encoding="utf-8"))


def _owner_page(stage: Stage, page: Page) -> None:
    """Copy a page of the owner's, with what its kind adds: fact box, list of pages, terms of the slides."""
    path = page.path.removeprefix("content/")
    body = page.body.rstrip() + "\n"
    facts: dict[str, object] = {"title": page.title}
    if page.tags:
        facts["tags"] = list(page.tags)
    if page.facts.get("summary"):
        facts["description"] = str(page.facts["summary"])
    if path == "index.md":
        body += stage.environment.get_template("latest.md.jinja").render(words=stage.words, events=stage.dossier.events)
    elif page.kind in INDEXED and posixpath.basename(path) == "index.md":
        listed = [one for one in stage.dossier.pages if one.kind == page.kind and one is not page]
        body += stage.environment.get_template("listed.md.jinja").render(words=stage.words, pages=listed)
    elif page.kind == "experiences":
        box = stage.environment.get_template("facts.md.jinja").render(words=stage.words, facts=page.facts)
        heading, _, rest = body.partition("\n")
        body = f"{heading}\n\n{box}\n{rest}" if heading.startswith("# ") else f"{box}\n{body}"
    elif path == "glossaire.md":
        body += _terms(stage, body)
    if not body.lstrip().startswith("# "):
        body = f"# {literal(page.title)}\n\n{body}"
    stage.put(path, front_matter(facts) + body)


def _terms(stage: Stage, body: str) -> str:
    """Add the terms that slides define and the owner's glossary does not."""
    told = body.lower()
    found: dict[str, tuple[str, str]] = {}
    for event in stage.dossier.events:
        for sequence in event.sequences:
            for slide in sequence.slides:
                for block in slide.blocks:
                    for term in block.items if isinstance(block, Definition) else ():
                        if term.term.plain.lower() not in told:
                            link = f"{EVENTS}/{event.id}/{sequence.id}.md#{slide.id}"
                            found.setdefault(term.term.plain, (term.meaning.plain, link))
    return stage.environment.get_template("terms.md.jinja").render(words=stage.words, terms=dict(sorted(found.items())))


def _event(stage: Stage, event: Event) -> None:
    """Write an event's page and the pages of its sequences, and copy its pictures and downloads."""
    base = f"{EVENTS}/{event.id}"
    pictures = _pictures(stage, event, base)
    album = Album(stage.workspace, {})
    told = slides_told(event, album, "media/")
    for name, content in album.files.items():
        target = stage.folder / base / "media" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    words = words_of(event.language)
    facts = {"title": event.title.plain, "description": event.written.summary.plain, "tags": list(event.written.tags)}
    downloads = _downloads(stage, event)
    cover = next((entry["png"] for entry in pictures.get(event.slides[0].id, [])), "") if event.slides else ""
    stage.write(f"{base}/index.md", "event.md.jinja", facts, event=event, downloads=downloads, cover=cover, said=words)
    for position, sequence in enumerate(event.sequences):
        around = (event.sequences[position - 1] if position else None, _after(event, position))
        facts = {
            "title": f"{sequence.title.plain} – {event.title.plain}",
            "description": sequence.written.summary.plain,
        }
        stage.write(
            f"{base}/{sequence.id}.md", "sequence.md.jinja", facts,
            event=event, sequence=sequence, pictures=pictures, told=told, before=around[0], after=around[1], said=words,
        )  # fmt: skip


def _after(event: Event, position: int) -> Sequence | None:
    return event.sequences[position + 1] if position + 1 < len(event.sequences) else None


def _pictures(stage: Stage, event: Event, base: str) -> dict[str, list[dict[str, Any]]]:
    """Copy the slide pictures; give the pages of the deck by slide id."""
    folder = stage.inputs.get(f"pictures/{event.id}")
    if folder is None or not (folder / "pages.json").is_file():
        return {}
    found: dict[str, list[dict[str, Any]]] = {}
    target = stage.folder / base / "slides"
    target.mkdir(parents=True, exist_ok=True)
    for entry in json.loads((folder / "pages.json").read_text(encoding="utf-8")):
        shutil.copyfile(folder / entry["png"], target / entry["png"])
        found.setdefault(entry["slide_id"], []).append(entry)
    return found


def _downloads(stage: Stage, event: Event) -> list[dict[str, str]]:
    """Copy what is offered; give title, address, format and size of each."""
    from deroule.outputs.site import OFFERED

    made = []
    for form in OFFERED:
        path = stage.inputs.get(form.format(e=event.id))
        if path is None:
            continue
        target = stage.folder / FILES / event.id / path.name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
        kind = form.split("/")[0]
        made.append(
            {
                "title": words_of(event.language)[f"download-{kind}"],
                "address": f"../../{FILES}/{event.id}/{path.name}",
                "form": path.suffix[1:].upper(),
                "size": _size(path.stat().st_size, event.language),
            }
        )
    return made


def _size(count: int, language: str) -> str:
    unit = ("Mo", "Ko") if language.startswith("fr") else ("MB", "kB")
    if count >= 1_000_000:
        number = f"{count / 1_000_000:.1f}"
        return f"{number.replace('.', ',') if language.startswith('fr') else number}\u00a0{unit[0]}"
    return f"{max(1, count // 1000)}\u00a0{unit[1]}"
