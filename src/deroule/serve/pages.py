"""One page of the site as it will be: its Markdown written now, shown in the frame that the last build made."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from pathlib import Path

import markdown

from deroule.build.registry import OUTPUTS, planner
from deroule.model.dossier import Dossier
from deroule.model.event import Event
from deroule.outputs.site.addresses import EVENTS, event_place, place, replay_place, sequence_place
from deroule.outputs.site.cleaning import unshield
from deroule.outputs.site.events import write_event_page, write_sequence
from deroule.outputs.site.finish import finish_body, trust_of_site
from deroule.outputs.site.look import look_of
from deroule.outputs.site.offered import OFFERED
from deroule.outputs.site.owner import read_owner
from deroule.outputs.site.pictures import Pictures, Shown, small_place
from deroule.outputs.site.settings import EXTENSION_SETTINGS, EXTENSIONS
from deroule.outputs.site.sheets import write_page
from deroule.outputs.site.stage import Material, Stage
from deroule.programs.git import last_changes
from deroule.serve.pictures import LivePictures, Placed
from deroule.workspace import Workspace

COLOURS = "style/colours.css"
_ARTICLE = re.compile(r"<article class=\"?md-content__inner[^>]*>")
_HEADING = "---\n"
_PAGE = re.compile(r"""(<a\s[^>]*href=["']?(?![a-z]+:)[^"'\s>#]*)\.md(?=["'\s>#])""")
"""A link to a page as its owner writes it."""
_SIZE = (1280, 720)


class LivePages:
    """Pages by their place in the site. `site` is where the last build left it."""

    def __init__(self, workspace: Workspace, site: Path, pictures: LivePictures) -> None:
        self._workspace = workspace
        self._site = site
        self._pictures = pictures

    def page(self, path: str, dossier: Dossier) -> str | None:
        """Give the page at `path` of the site; nothing when it is none of those shown live, or has no frame yet."""
        frame = self._site / path
        if not path.endswith(".html") or not frame.is_file():
            return None
        written = self._markdown(path, dossier)
        return self._framed(frame.read_text("utf-8"), written) if written is not None else None

    def colours(self, dossier: Dossier) -> str | None:
        """Give the style sheet of the looks as they are now; nothing while a look is at fault."""
        worn: dict[str | None, object] = {}
        seen = self._pictures.shown()  # the looks of guests are those of the events that someone looks at
        for event in reversed([one for one in dossier.events if one.id in seen or one is dossier.events[0]]):
            worn |= self._pictures.of(dossier, event).themes
        return look_of(worn) if worn else None  # type: ignore[arg-type]

    def _markdown(self, path: str, dossier: Dossier) -> str | None:
        wanted = path.removesuffix(".html") + ".md"
        with tempfile.TemporaryDirectory(prefix="deroule-live-") as name:
            stage = Stage(self._material(wanted, dossier), Path(name))
            replays = {one.id: self._site / html_of(replay_place(one)) for one in dossier.events}
            stage.replayed = {name for name, page in replays.items() if page.is_file()}
            stage.filmed = {name for name in stage.replayed if _is_filmed(replays[name].read_bytes())}
            if not self._write(wanted, stage, dossier):
                return None
            return (Path(name) / wanted).read_text("utf-8")

    def _material(self, wanted: str, dossier: Dossier) -> Material:
        """Give what the page is made of; an event's page offers what the last build left of that event."""
        owner = read_owner(self._workspace, dossier.organisation.language)
        event = next((one for one in dossier.events if event_place(one) == wanted), None)
        inputs = self._made(dossier, event) if event else {}
        return Material(
            dossier, inputs, self._workspace, last_changes(self._workspace), owner.name, owner.address, owner.notes,
            declared=owner.declared,
        )  # fmt: skip

    def _made(self, dossier: Dossier, event: Event) -> dict[str, Path]:
        """Find the files of an event that its page offers."""
        wanted = {name.format(e=event.id) for name in (*OFFERED, "documents/{e}/calendar-ics")}
        plans = (planner(output).plan(dossier) for output in OUTPUTS if output != "site")
        found = {one.id: self._site.parent / one.path for plan in plans for one in plan if one.id in wanted}
        return {name: path for name, path in found.items() if path.is_file()}

    def _write(self, wanted: str, stage: Stage, dossier: Dossier) -> bool:
        for event in dossier.events:
            if event_place(event) == wanted:
                pictures = self._with_cover(event, shown_pictures(event, self._pictures.of(dossier, event)))
                stage.events[event.id] = (pictures, stage.downloads(event))
                write_event_page(stage, event)
                return True
            for sequence in event.sequences:
                if sequence_place(event, sequence) == wanted:
                    placed = self._pictures.of(dossier, event)
                    stage.events[event.id] = (shown_pictures(event, placed), {})
                    write_sequence(stage, event, sequence)
                    return True
        for page in dossier.pages:
            if place(page) == wanted:
                write_page(stage, page)
                return True
        return False

    def _with_cover(self, event: Event, found: Pictures) -> Pictures:
        """Add the pictures of an event's cover: the whole one as it is now, small ones as the last build left them."""
        first = next((shown for slide in event.slides for shown in found.of(slide.id)), None)
        found.cover, found.hero = (first.path, first.seen) if first else ("", "")
        for name in ("card", "row"):
            path = small_place(event, name)
            if (self._site / path).is_file():
                setattr(found, name, path)
        return found

    def _framed(self, frame: str, written: str) -> str | None:
        opening = _ARTICLE.search(frame)
        body, closing, rest = frame.rpartition("</article>")
        if opening is None or not closing:
            return None
        engine = markdown.Markdown(extensions=[*EXTENSIONS], extension_configs=EXTENSION_SETTINGS)
        made = _PAGE.sub(r"\1.html", engine.convert(_without_facts(written)))
        return body[: opening.end()] + unshield(finish_body(made, trust_of_site(self._site))) + closing + rest


def changed_places(old: Event, new: Event) -> set[str]:
    """Give the places in the site of an event's pages that a change shows on: its own, those of its sequences."""
    parts = {one.id: one for one in old.sequences}
    found = {
        html_of(sequence_place(new, one)) for one in new.sequences if parts.get(one.id) != one or old.title != new.title
    }
    if (old.written, _programme(old)) != (new.written, _programme(new)):
        found.add(html_of(event_place(new)))
    return found


def _programme(event: Event) -> list[tuple[object, ...]]:
    """Give what an event's page tells of its sequences."""
    return [
        (one.id, one.title, one.number, one.starts, one.duration, one.written.subtitle, one.written.speakers)
        for one in event.sequences
    ]


def html_of(path: str) -> str:
    """Give the built page of a page of Markdown."""
    return path.removesuffix(".md") + ".html"


def picture_place(event_id: str, page_id: str, form: str = "svg") -> str:
    """Give the place of a slide's picture in the site, as a drawing or as a picture of points (`png`)."""
    return f"{EVENTS}/{event_id}/slides/{page_id}.{form}"


def picture_at(path: str) -> tuple[str, str, str] | None:
    """Give the event, the page and the form of the picture that lies at a place of the site."""
    found = re.fullmatch(rf"{EVENTS}/([^/]+)/slides/([^/]+)\.(svg|png)", path)
    return (found[1], found[2], found[3]) if found else None


def shown_pictures(event: Event, placed: Placed) -> Pictures:
    """Tell a page form where the pictures are, each with its version, so that a browser asks for a new one."""
    found = Pictures()
    for page in placed.pages:
        drawing, picture = (
            f"{picture_place(event.id, page.id, form)}?v={placed.versions[page.id]}" for form in ("svg", "png")
        )
        found.slides.setdefault(page.slide_id, []).append(Shown(picture, page.number, page.title, _SIZE, drawing))
    return found


def _without_facts(written: str) -> str:
    if not written.startswith(_HEADING):
        return written
    return written[written.index(f"\n{_HEADING}", len(_HEADING) - 1) + len(_HEADING) + 1 :]


def versions_by_place(event_id: str, versions: Mapping[str, str]) -> dict[str, str]:
    """Give the version of each picture by its place in the site."""
    return {picture_place(event_id, page, form): one for page, one in versions.items() for form in ("svg", "png")}


def _is_filmed(replay: bytes) -> bool:
    """Whether a replay page, as it was built, plays a film or leads to one."""
    return b'data-media="none"' not in replay or b'class="dp-elsewhere"' in replay
