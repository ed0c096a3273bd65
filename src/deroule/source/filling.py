"""Fills a sequence with its slides: sections, includes, ids, pictures, each slide in its section."""

from __future__ import annotations

import dataclasses
import posixpath

from deroule.diagnostics import Diagnostic, Words
from deroule.model.blocks import Block, Image, Plan, PlanEntry, Poll, Quiz, Video
from deroule.model.event import Section, Slide, SlideForm
from deroule.model.placed import Placed
from deroule.model.richtext import RichText
from deroule.model.written import Include, SharedSlides, WrittenEvent, WrittenSection, WrittenSequence, WrittenSlide
from deroule.slug import slug
from deroule.source.charts import with_chart_data
from deroule.source.codes import INCLUDE_LOOP, MISSING_FILE
from deroule.source.files import FileReader
from deroule.source.loading import SEQUENCES, Loading
from deroule.source.made_slides import divider_is_made, made_id, made_slide, spoken_time
from deroule.source.media import read_media
from deroule.source.nearest import nearest
from deroule.source.numbering import label
from deroule.source.paths import outside
from deroule.source.references import MARK, RESOURCE, SLIDE, SPEAKER, dangling, dangling_in, flattened, unknown
from deroule.span import Span
from deroule.workspace import OutsideWorkspaceError, workspace_path

SHARED = f"{SEQUENCES}/shared"
_BELOW = Words(
    "le nom part de sequences/, sans « .yml » : `shared/missions`", "the name starts at sequences/, without “.yml”"
)


class Filling:
    """Fills one sequence: slides in order, each in its section."""

    def __init__(
        self, loading: Loading, event: WrittenEvent, written: WrittenSequence, sequence_id: str, language: str
    ) -> None:
        self.loading = loading
        self.event = event
        self.written = written
        self.sequence_id = sequence_id
        self.language = language
        self.slides: list[Slide] = []
        self.sections: list[Section] = []
        self._members: dict[str, list[str]] = {}

    def open(self) -> None:
        """Make the divider and the guest's cover."""
        written, language = self.written, self.language
        if divider_is_made(written):
            slide_id = self.loading.ids.made(f"{self.sequence_id}-{made_id(language, 'divider')}", None)
            made = made_slide(SlideForm.DIVIDER, slide_id, written.divider, written.title, written.subtitle, language)
            self._add(dataclasses.replace(made, speakers=written.speakers))
        if written.cover is not None and written.cover.show:
            slide_id = self.loading.ids.made(f"{self.sequence_id}-{made_id(language, 'cover')}", None)
            made = made_slide(SlideForm.GUEST_COVER, slide_id, written.cover, written.title, written.subtitle, language)
            self._add(dataclasses.replace(made, speakers=written.speakers))

    def entries(self, entries: tuple[object, ...], folder: str, path_taken: tuple[str, ...]) -> None:
        """Add slides, sections and includes in the order written."""
        for entry in entries:
            self._check_marks(entry, folder)
            if isinstance(entry, WrittenSection):
                self._section(entry, folder)
            elif isinstance(entry, Include):
                self._include(entry, path_taken)
            elif isinstance(entry, WrittenSlide):
                self._slide(entry, folder)

    def _check_marks(self, entry: object, folder: str) -> None:
        """Tell marks of `only:` that no variant shows; shared slides may carry those of other events."""
        if f"{folder}/".startswith(f"{self.loading.folder}/"):
            known = self.loading.known_marks(self.event)
            marked = [entry, *flattened(entry.blocks)] if isinstance(entry, WrittenSlide) else [entry]
            for one in marked:
                if isinstance(one, Placed):
                    self.loading.found += dangling(one, "only", known, MARK)

    def close(self) -> tuple[tuple[Slide, ...], tuple[Section, ...]]:
        """Give slides and sections, each section with its slides' ids, and plans filled in."""
        sections = tuple(
            dataclasses.replace(section, slides=tuple(self._members.get(section.id, ()))) for section in self.sections
        )
        return tuple(self._with_plans(slide, sections) for slide in self.slides), sections

    def _with_plans(self, slide: Slide, sections: tuple[Section, ...]) -> Slide:
        """Write the titles of the sections into a plan left to `auto`."""
        if not any(isinstance(block, Plan) and block.entries == "auto" for block in slide.blocks):
            return slide
        entries = tuple(PlanEntry(title=section.title) for section in sections)
        blocks = tuple(
            block.model_copy(update={"entries": entries})
            if isinstance(block, Plan) and block.entries == "auto"
            else block
            for block in slide.blocks
        )
        return dataclasses.replace(slide, blocks=blocks)

    def _section(self, entry: WrittenSection, folder: str) -> None:
        ids = self.loading.ids
        section_id = ids.given(entry.id, entry.span_of("id")) if entry.id else ids.made(entry.section.plain, entry.span)
        text = label(len(self.sections) + 1, self.written.numbering)
        self.sections.append(Section(section_id, entry.section, text, entry.subtitle, entry.summary, span=entry.span))
        if entry.divider:
            self._add(
                Slide(
                    id=ids.made(f"{section_id}-{made_id(self.language, 'divider')}", None),
                    form=SlideForm.SECTION,
                    number=0,
                    title=entry.section,
                    subtitle=entry.subtitle,
                    notes=entry.notes,
                    duration=spoken_time(entry.notes, self.language),
                    only=entry.only,
                    language=self.language,
                    folder=folder,
                    span=entry.span,
                )
            )

    def _include(self, entry: Include, path_taken: tuple[str, ...]) -> None:
        loading = self.loading
        name, _, wanted = entry.include.partition("#")
        span = entry.span_of("include")
        try:
            path = workspace_path(f"{name}.yml", SEQUENCES)
        except OutsideWorkspaceError:
            loading.found.append(outside(entry.include, span))
            return
        if path in path_taken:
            loading.found.append(INCLUDE_LOOP.at(span, path=entry.include))
            return
        if loading.files.is_absent(path):
            loading.found.append(_no_such_include(loading.files, name, span))
            return
        shared = loading.files.model(path, SharedSlides, self.language, span)
        if shared is None:
            return
        chosen = shared.slides
        if wanted:
            chosen = tuple(one for one in shared.slides if _entry_id(one) == wanted)
            if not chosen and path not in loading.files.damaged:
                known = [one_id for one in shared.slides if (one_id := _entry_id(one))]
                loading.found.append(unknown(SLIDE, wanted, span, known))
        if entry.only:
            chosen = tuple(one.model_copy(update={"only": one.only or entry.only}) for one in chosen)
        self.entries(chosen, posixpath.dirname(path), (*path_taken, path))

    def _slide(self, entry: WrittenSlide, folder: str) -> None:
        loading = self.loading
        title = entry.title or _asked(entry) or RichText.of("…")
        loading.found += dangling(entry, "speakers", loading.known_speakers(self.event), SPEAKER)
        loading.found += dangling(entry, "sources", loading.known_resources, RESOURCE)
        loading.found += dangling_in(entry.blocks, loading.known_resources, loading.known_sheets)
        written_id = entry.id or _asked_id(entry)
        ids = loading.ids
        slide_id = (
            ids.given(written_id, entry.span_of("id")) if written_id else ids.made(title.plain, entry.span_of("title"))
        )
        self._add(
            Slide(
                id=slide_id,
                form=SlideForm.CONTENT,
                number=0,
                title=title,
                subtitle=entry.subtitle,
                blocks=tuple(self._block(block, folder) for block in entry.blocks),
                notes=entry.notes,
                duration=entry.duration or spoken_time(entry.notes, self.language),
                speakers=entry.speakers or self.written.speakers,
                sources=entry.sources,
                only=entry.only,
                split=entry.split,
                language=self.language,
                folder=folder,
                span=entry.span,
            )
        )

    def _block(self, block: Block, folder: str) -> Block:
        loading = self.loading
        made, faults = with_chart_data(block, loading.files.workspace, folder)
        loading.found += faults
        for one in flattened((block,)):
            names = (
                {"file": one.file}
                if isinstance(one, Image)
                else {"file": one.file, "poster": one.poster}
                if isinstance(one, Video)
                else {}
            )
            for field, name in names.items():
                if name:
                    media, faults = read_media(loading.files.workspace, name, folder, one.span_of(field))
                    loading.found += faults
                    if media:
                        loading.media[media.path] = media
        return made

    def _add(self, slide: Slide) -> None:
        section = self.sections[-1].id if self.sections else None
        self.slides.append(dataclasses.replace(slide, sequence=self.sequence_id, section=section))
        if section:
            self._members.setdefault(section, []).append(slide.id)


def _no_such_include(files: FileReader, name: str, span: Span | None) -> Diagnostic:
    """Tell a shared file that is not there, with the nearest one that is."""
    shared = [one.removeprefix(f"{SEQUENCES}/")[:-4] for one in files.workspace.files(SHARED, ending=".yml")]
    near = nearest(name.removesuffix(".yml"), shared)
    hint = Words("vouliez-vous écrire « {near} » ?", "did you mean “{near}”?") if near else _BELOW
    return MISSING_FILE.at(span, path=f"{SEQUENCES}/{name}.yml", near=near or "", hint=hint)


def _entry_id(entry: object) -> str | None:
    if isinstance(entry, WrittenSlide):
        return entry.id or (slug(entry.title.plain.replace("’", " ")) if entry.title else None)
    return entry.id if isinstance(entry, WrittenSection) else None


def _asked(entry: WrittenSlide) -> RichText | None:
    return next((block.question for block in entry.blocks if isinstance(block, Poll | Quiz)), None)


def _asked_id(entry: WrittenSlide) -> str | None:
    return next((block.id for block in entry.blocks if isinstance(block, Poll | Quiz) and block.id), None)
