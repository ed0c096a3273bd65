"""From files to events: includes expanded, ids given, references resolved, made slides in their place."""

from __future__ import annotations

import dataclasses
import datetime as dt
import posixpath

from deroule.diagnostics import Diagnostic, Note, Words
from deroule.model.blocks import Block, Image, Plan, PlanEntry, Poll, Quiz, Video
from deroule.model.brand import Brand
from deroule.model.event import Event, Section, Sequence, Slide, SlideForm
from deroule.model.media import Media
from deroule.model.placed import Placed
from deroule.model.resources import Resource
from deroule.model.richtext import RichText
from deroule.model.written import (
    Include,
    SharedSlides,
    WrittenEvent,
    WrittenOrganisation,
    WrittenSection,
    WrittenSequence,
    WrittenSlide,
)
from deroule.source.after import load_after
from deroule.source.charts import with_chart_data
from deroule.source.codes import DUPLICATE_ID, INCLUDE_LOOP, MISSING_FILE
from deroule.source.files import FileReader
from deroule.source.ids import Ids
from deroule.source.made_slides import divider_is_made, made_id, made_slide, opening_slides, spoken_time, word
from deroule.source.media import read_media
from deroule.source.nearest import nearest
from deroule.source.numbering import label
from deroule.source.paths import outside
from deroule.source.references import (
    BRAND,
    MARK,
    ORGANISER,
    RESOURCE,
    SEQUENCE,
    SLIDE,
    SPEAKER,
    THING,
    Names,
    dangling,
    dangling_in,
    flattened,
    unknown,
)
from deroule.span import Span
from deroule.workspace import OutsideWorkspaceError, workspace_path

SEQUENCES = "sequences"
SHARED = f"{SEQUENCES}/shared"
_FIRST = Words("la première est ici", "the first one is here")
_ONCE = Words(
    "chaque séquence vient une fois : retirez l'une des deux", "each sequence stands once: remove one of the two"
)
_BELOW = Words(
    "le nom part de sequences/, sans « .yml » : `shared/missions`", "the name starts at sequences/, without “.yml”"
)
UNNUMBERED = frozenset({"introduction", "break"})


@dataclasses.dataclass(slots=True)
class Around:
    """What events share: the organisation, and the pages of the dossier that can be cited as resources."""

    organisation: WrittenOrganisation
    pages: dict[str, Resource]
    whole: bool = True
    """Whether organisation.yml could be read whole: names that it lacks may otherwise well be written."""


class EventLoader:
    """Loads one event's folder."""

    def __init__(self, files: FileReader, folder: str, around: Around) -> None:
        self.files = files
        self.folder = folder
        self.around = around
        self.found: list[Diagnostic] = files.found
        self.ids = Ids()
        self.media: dict[str, Media] = {}
        self.resources: dict[str, Resource] = {}
        self.whole = True

    def load(self) -> Event | None:
        """Load the event; nothing when event.yml cannot be understood."""
        organisation = self.around.organisation
        path = f"{self.folder}/event.yml"
        written = self.files.model(path, WrittenEvent, organisation.language, Span(path))
        if written is None:
            self._look_at_sequences(organisation.language)
            return None
        self.whole = path not in self.files.damaged
        language = written.language or organisation.language
        self.resources = {**self.around.pages, **organisation.resources, **written.resources}
        self._check_event(written)
        named = (made_id(language, name) for name in ("cover", "agenda", "references", "closing"))
        reserved = tuple(self.ids.made(name, None) for name in named)
        opening = opening_slides(written, language, (reserved[0], reserved[1]))
        sequences = self._sequences(written, language)
        ending = self._ending(written, language, sequences, reserved)
        organiser = organisation.organisations.get(written.organiser or "")
        brand = written.brand or (organiser.brand if organiser else None)
        self.found += self.ids.found
        self._brand_pictures([organisation.brands.get(brand or ""), *(one.brand for one in sequences)])
        event = Event(
            id=posixpath.basename(self.folder),
            written=written,
            language=language,
            title=written.title,
            organiser=organiser,
            brand=organisation.brands.get(brand or ""),
            theme=organisation.theme,
            sequences=sequences,
            opening=opening,
            ending=ending,
            resources=self.resources,
            media=self.media,
            folder=self.folder,
            licence=written.licence or organisation.licence,
            pronunciations={**organisation.pronunciations, **written.pronunciations},
        )
        self._check_after_slides(written, event)
        numbered = _numbered(event)
        return dataclasses.replace(numbered, after=load_after(self.files, numbered))

    def _look_at_sequences(self, language: str) -> None:
        """Tell the faults of the sequences of an event that cannot be understood itself: all faults come in one run."""
        for path in self.files.beside(f"{self.folder}/event.yml"):
            self.files.model(path, WrittenSequence, language)

    def _check_event(self, written: WrittenEvent) -> None:
        organisers = self.around.organisation.organisations if self.around.whole else None
        self.found += dangling(written, "organiser", organisers, ORGANISER)
        self.found += dangling(written, "brand", self.brands, BRAND)
        for variant in written.variants.values():
            self.found += dangling(variant, "sequences", written.sequences if self.whole else None, SEQUENCE)

    def _check_after_slides(self, written: WrittenEvent, event: Event) -> None:
        """Tell what can only be told once every slide has its id: questions about nothing, marks that nothing shows."""
        things = {one.id for one in event.slides} | {one.id for one in event.sequences}
        things |= {section.id for one in event.sequences for section in one.sections} | {"event", event.id}
        things |= {f"objective-{place}" for place, _ in enumerate(written.objectives, start=1)}
        whole = self.whole and len(event.sequences) == len(written.sequences) and not self._damaged(event)
        for question in written.evaluation:
            self.found += dangling(question, "about", things if whole else None, THING)

    def _damaged(self, event: Event) -> bool:
        return any(one.path in self.files.damaged for one in event.sequences)

    @property
    def brands(self) -> Names:
        """The looks that may be named."""
        return self.around.organisation.brands if self.around.whole else None

    @property
    def known_resources(self) -> Names:
        """The resources that may be named."""
        return self.resources if self.whole and self.around.whole else None

    def known_speakers(self, event: WrittenEvent) -> Names:
        """The speakers that may be named."""
        return event.speakers if self.whole else None

    def known_marks(self, event: WrittenEvent) -> Names:
        """The marks of `only:` that some variant shows."""
        shown = {mark for name, one in event.variants.items() for mark in one.shows or (name,)}
        return shown if self.whole else None

    def _brand_pictures(self, brands: list[Brand | None]) -> None:
        """Measure logos and covers; they are named relative to organisation.yml."""
        for brand in dict.fromkeys(one for one in brands if one is not None):
            for field in ("logo", "cover"):
                written = getattr(brand, field)
                if written:
                    media, faults = read_media(self.files.workspace, written, SEQUENCES, brand.span_of(field))
                    self.found += faults
                    if media:
                        self.media[media.path] = media

    # --- sequences ---

    def _sequences(self, written: WrittenEvent, language: str) -> tuple[Sequence, ...]:
        made: list[Sequence] = []
        number = 0
        starts = _starts(written)
        for position, name in enumerate(written.sequences, 1):
            span = written.span_in("sequences", position - 1)
            if name in written.sequences[: position - 1]:
                first = Note(_FIRST, written.span_in("sequences", written.sequences.index(name)))
                self.found.append(DUPLICATE_ID.at(span, id=name, notes=[first], hint=_ONCE))
                continue
            sequence = self._written_sequence(name, language, span)
            if sequence is None:
                continue
            if sequence.kind not in UNNUMBERED:
                number += 1
            shown = number if sequence.kind not in UNNUMBERED else None
            resolved = self._sequence(name, sequence, written, position, shown, starts)
            made.append(resolved)
            starts = starts + resolved.duration if starts else None
        return tuple(made)

    def _written_sequence(self, name: str, language: str, span: Span | None) -> WrittenSequence | None:
        try:
            path = workspace_path(f"{name}.yml", self.folder)
        except OutsideWorkspaceError:
            self.found.append(outside(name, span))
            return None
        if self.files.is_absent(path):
            known = [posixpath.basename(one)[:-4] for one in self.files.beside(f"{self.folder}/event.yml")]
            self.found.append(unknown(SEQUENCE, name, span, known))
            return None
        return self.files.model(path, WrittenSequence, language, span)

    def _sequence(
        self,
        name: str,
        written: WrittenSequence,
        event: WrittenEvent,
        position: int,
        number: int | None,
        starts: dt.datetime | None,
    ) -> Sequence:
        language = written.language or event.language or self.around.organisation.language
        sequence_id = self.ids.given(written.id or posixpath.basename(name), written.span_of("id"))
        self.found += dangling(written, "speakers", self.known_speakers(event), SPEAKER)
        self.found += dangling(written, "brand", self.brands, BRAND)
        filling = _Filling(self, event, written, sequence_id, language)
        filling.open()
        filling.entries(written.slides, posixpath.dirname(f"{self.folder}/{name}"), ())
        slides, sections = filling.close()
        spoken = sum((slide.duration for slide in slides), dt.timedelta())
        return Sequence(
            id=sequence_id,
            position=position,
            number=number,
            written=written,
            title=written.title,
            language=language,
            duration=written.duration or spoken,
            starts=starts,
            slides=slides,
            sections=sections,
            brand=self.around.organisation.brands.get(written.brand or ""),
            path=f"{self.folder}/{name}.yml",
        )

    def _ending(
        self, written: WrittenEvent, language: str, sequences: tuple[Sequence, ...], reserved: tuple[str, ...]
    ) -> tuple[Slide, ...]:
        slides = []
        cited = [source for sequence in sequences for slide in sequence.slides for source in slide.sources]
        if written.references.show and cited:
            title = RichText.of(word(language, "references"))
            made = made_slide(SlideForm.REFERENCES, reserved[2], written.references, title, None, language)
            slides.append(dataclasses.replace(made, sources=tuple(dict.fromkeys(cited))))
        if written.closing.show:
            title = RichText.of(word(language, "closing"))
            slides.append(made_slide(SlideForm.CLOSING, reserved[3], written.closing, title, None, language))
        return tuple(slides)


class _Filling:
    """Fills one sequence: slides in order, each in its section."""

    def __init__(
        self, loader: EventLoader, event: WrittenEvent, written: WrittenSequence, sequence_id: str, language: str
    ) -> None:
        self.loader = loader
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
            slide_id = self.loader.ids.made(f"{self.sequence_id}-{made_id(language, 'divider')}", None)
            made = made_slide(SlideForm.DIVIDER, slide_id, written.divider, written.title, written.subtitle, language)
            self._add(dataclasses.replace(made, speakers=written.speakers))
        if written.cover is not None and written.cover.show:
            slide_id = self.loader.ids.made(f"{self.sequence_id}-{made_id(language, 'cover')}", None)
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
        if f"{folder}/".startswith(f"{self.loader.folder}/"):
            known = self.loader.known_marks(self.event)
            marked = [entry, *flattened(entry.blocks)] if isinstance(entry, WrittenSlide) else [entry]
            for one in marked:
                if isinstance(one, Placed):
                    self.loader.found += dangling(one, "only", known, MARK)

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
        ids = self.loader.ids
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
        loader = self.loader
        name, _, wanted = entry.include.partition("#")
        span = entry.span_of("include")
        try:
            path = workspace_path(f"{name}.yml", SEQUENCES)
        except OutsideWorkspaceError:
            loader.found.append(outside(entry.include, span))
            return
        if path in path_taken:
            loader.found.append(INCLUDE_LOOP.at(span, path=entry.include))
            return
        if loader.files.is_absent(path):
            loader.found.append(_no_such_include(loader.files, name, span))
            return
        shared = loader.files.model(path, SharedSlides, self.language, span)
        if shared is None:
            return
        chosen = shared.slides
        if wanted:
            chosen = tuple(one for one in shared.slides if _entry_id(one) == wanted)
            if not chosen:
                known = [one_id for one in shared.slides if (one_id := _entry_id(one))]
                loader.found.append(unknown(SLIDE, wanted, span, known))
        if entry.only:
            chosen = tuple(one.model_copy(update={"only": one.only or entry.only}) for one in chosen)
        self.entries(chosen, posixpath.dirname(path), (*path_taken, path))

    def _slide(self, entry: WrittenSlide, folder: str) -> None:
        loader = self.loader
        title = entry.title or _asked(entry) or RichText.of("…")
        loader.found += dangling(entry, "speakers", loader.known_speakers(self.event), SPEAKER)
        loader.found += dangling(entry, "sources", loader.known_resources, RESOURCE)
        loader.found += dangling_in(entry.blocks, loader.known_resources, loader.around.pages)
        written_id = entry.id or _asked_id(entry)
        ids = loader.ids
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
        loader = self.loader
        made, faults = with_chart_data(block, loader.files.workspace, folder)
        loader.found += faults
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
                    media, faults = read_media(loader.files.workspace, name, folder, one.span_of(field))
                    loader.found += faults
                    if media:
                        loader.media[media.path] = media
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
    from slugify import slugify

    if isinstance(entry, WrittenSlide):
        return entry.id or (slugify(entry.title.plain.replace("’", " ")) if entry.title else None)
    return entry.id if isinstance(entry, WrittenSection) else None


def _asked(entry: WrittenSlide) -> RichText | None:
    return next((block.question for block in entry.blocks if isinstance(block, Poll | Quiz)), None)


def _asked_id(entry: WrittenSlide) -> str | None:
    return next((block.id for block in entry.blocks if isinstance(block, Poll | Quiz) and block.id), None)


def _starts(written: WrittenEvent) -> dt.datetime | None:
    if written.date is None or written.starts is None:
        return None
    return dt.datetime.combine(written.date, written.starts)


def _numbered(event: Event) -> Event:
    """Number the slides through the whole event."""
    numbers = {slide.id: number for number, slide in enumerate(event.slides, 1)}

    def renumbered(slides: tuple[Slide, ...]) -> tuple[Slide, ...]:
        return tuple(dataclasses.replace(slide, number=numbers[slide.id]) for slide in slides)

    sequences = tuple(dataclasses.replace(one, slides=renumbered(one.slides)) for one in event.sequences)
    return dataclasses.replace(
        event, opening=renumbered(event.opening), sequences=sequences, ending=renumbered(event.ending)
    )
