"""From files to events: includes expanded, ids given, references resolved, made slides in their place."""

from __future__ import annotations

import dataclasses
import datetime as dt
import posixpath

from deroule.diagnostics import Note, Words
from deroule.model.brand import Brand
from deroule.model.event import Event, Sequence, Slide, SlideForm
from deroule.model.richtext import RichText
from deroule.model.written import WrittenEvent, WrittenSequence
from deroule.source.after import load_after
from deroule.source.codes import DUPLICATE_ID
from deroule.source.filling import Filling
from deroule.source.loading import SEQUENCES, Loading
from deroule.source.made_slides import made_id, made_slide, opening_slides, word
from deroule.source.media import read_media
from deroule.source.paths import outside
from deroule.source.references import BRAND, ORGANISER, SEQUENCE, SPEAKER, THING, dangling, unknown
from deroule.span import Span
from deroule.workspace import OutsideWorkspaceError, workspace_path

_FIRST = Words("la première est ici", "the first one is here")
_ONCE = Words(
    "chaque séquence vient une fois : retirez l'une des deux", "each sequence stands once: remove one of the two"
)
UNNUMBERED = frozenset({"introduction", "break"})


class EventLoader(Loading):
    """Loads one event's folder."""

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
        filling = Filling(self, event, written, sequence_id, language)
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
