"""The files as a trainer writes them: event.yml, a sequence, organisation.yml, shared slides."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, TypeAlias

from pydantic import Discriminator, Field, Tag

from deroule.model.blocks import AnyBlock
from deroule.model.brand import Brand
from deroule.model.people import Organisation, Speaker
from deroule.model.placed import Placed
from deroule.model.resources import Resource
from deroule.model.richtext import Prose, RichText
from deroule.model.scalars import Address, Date, Duration, Id, Language, Time, TimeZone, Written, YesNo

SEQUENCE_KINDS = ("introduction", "concept", "testimony", "prerequisites", "going-further", "activity", "break")
SequenceKind: TypeAlias = Literal[
    "introduction", "concept", "testimony", "prerequisites", "going-further", "activity", "break"
]


# --- what a sequence lists under `slides` -----------------------------------------------------------------------


class WrittenSlide(Placed):
    """A slide: a title, blocks in the order shown, and what the speaker says."""

    entry: Literal["slide"] = "slide"
    id: Id | None = Field(None, description="Stable name of the slide; made from its title when left out.")
    title: RichText | None = Field(None, description="What the slide asserts, in one line or two.")
    subtitle: RichText | None = Field(None, description="A line under the title.")
    blocks: tuple[AnyBlock, ...] = Field((), description="The blocks, when one kind stands twice on the slide.")
    notes: Prose = Field(Prose(), description="What the speaker says: presenter notes, narration, transcript.")
    duration: Duration | None = Field(
        None, description="How long the slide stays; reckoned from the notes when left out."
    )
    sources: tuple[Id, ...] = Field((), description="Ids of the resources that the slide rests on.")
    speakers: tuple[Id, ...] = Field((), description="Who presents this slide, when not the sequence's speakers.")
    only: tuple[Id, ...] = Field((), description="Variants that show this slide; all when left out.")
    split: Literal["auto", "never"] = Field("auto", description="never: refuse rather than continue on a next slide.")


class WrittenSection(Placed):
    """A divider; the slides after it belong to it."""

    entry: Literal["section"] = "section"
    main: ClassVar[str] = "section"
    section: RichText = Field(description="The section's title.")
    id: Id | None = Field(None, description="Stable name of the section; made from its title when left out.")
    subtitle: RichText | None = Field(None, description="A line under the title.")
    divider: YesNo = Field(True, description="Whether a divider slide is made.")
    notes: Prose = Field(Prose(), description="What the speaker says on the divider.")
    summary: Prose | None = Field(None, description="What the section tells, for the documents.")
    only: tuple[Id, ...] = Field((), description="Variants that show this section; all when left out.")


class Include(Placed):
    """Slides from a shared file, or a single one of them (`shared/missions#trois-missions`)."""

    entry: Literal["include"] = "include"
    main: ClassVar[str] = "include"
    include: Written = Field(description="The file below sequences/, without its ending.")
    only: tuple[Id, ...] = Field((), description="Variants that show these slides; all when left out.")


def _entry_of(value: object) -> str | None:
    return value.get("entry", "slide") if isinstance(value, dict) else getattr(value, "entry", None)


Entry: TypeAlias = Annotated[
    Annotated[WrittenSlide, Tag("slide")]
    | Annotated[WrittenSection, Tag("section")]
    | Annotated[Include, Tag("include")],
    Discriminator(_entry_of),
]


class MadeSlide(Placed):
    """What an author may change of a slide that is made from the data: cover, agenda, divider, sources, closing."""

    title: RichText | None = Field(None, description="Another title.")
    subtitle: RichText | None = Field(None, description="Another line under it.")
    notes: Prose = Field(Prose(), description="What the speaker says.")
    show: YesNo = Field(True, description="no: leave the slide out.")
    main: ClassVar[str] = "show"


# --- files ------------------------------------------------------------------------------------------------------


class WrittenSequence(Placed):
    """A sequence file: one part of an event."""

    kind: SequenceKind = Field(description="What the sequence is for.")
    title: RichText = Field(description="The sequence's title.")
    id: Id | None = Field(None, description="Stable name; the file's name when left out.")
    subtitle: RichText | None = Field(None, description="The question that it answers.")
    speakers: tuple[Id, ...] = Field((), description="Who speaks: ids of the event's speakers.")
    brand: Id | None = Field(None, description="The guest's look that this sequence wears.")
    language: Language | None = Field(None, description="The language, when not the event's.")
    duration: Duration | None = Field(None, description="The time planned for it.")
    summary: Prose = Field(Prose(), description="What it tells, in full sentences, for the synthesis and the page.")
    key_points: tuple[RichText, ...] = Field((), description="What should be remembered.")
    tags: tuple[Written, ...] = Field((), description="Themes.")
    numbering: Literal["none", "decimal", "roman", "letter"] = Field("none", description="How sections are numbered.")
    divider: MadeSlide = Field(MadeSlide(), description="The slide that opens the sequence; made from the data.")
    cover: MadeSlide | None = Field(None, description="A cover of its own, in the guest's look, after the divider.")
    slides: tuple[Entry, ...] = Field(description="Slides, sections and includes, in order.")


class SharedSlides(Placed):
    """A shared file: slides that several events include."""

    title: RichText | None = Field(None, description="What the file holds.")
    language: Language | None = Field(None, description="The language of its slides.")
    slides: tuple[Entry, ...] = Field(description="Slides and sections, in order.")


class Variant(Placed):
    """A version of the event for an audience or a length: shows what is marked for it, and what is not marked."""

    title: RichText = Field(description="What the version is called.")
    shows: tuple[Id, ...] = Field((), description="The marks of `only` that it shows; its own id when left out.")
    duration: Duration | None = Field(None, description="Its slot, when not the event's.")
    sequences: tuple[Id, ...] = Field((), description="The sequences that it keeps, in its order; all when left out.")


class EvaluationQuestion(Placed):
    """A question of the evaluation form."""

    main: ClassVar[str] = "question"
    question: RichText = Field(description="The question.")
    id: Id | None = Field(None, description="Stable name; made from the question when left out.")
    type: Literal["scale", "choice", "choices", "text"] = Field("scale", description="How it is answered.")
    options: tuple[RichText, ...] = Field((), description="The answers to choose from.")
    about: Id | None = Field(None, description="The id that it asks about: a sequence, a slide, an objective.")


class WrittenEvent(Placed):
    """event.yml: what the event is, for whom, when, and its sequences in order."""

    title: RichText = Field(description="The event's title.")
    subtitle: RichText | None = Field(None, description="A line under it.")
    short_title: RichText | None = Field(None, description="The title for footers and file names.")
    kind: Literal["webconference", "training"] = Field("webconference", description="What it is.")
    language: Language | None = Field(None, description="fr, en…; the workspace's when left out.")
    date: Date | None = Field(None, description="The day: 2018-03-01.")
    starts: Time | None = Field(None, description="The hour: 10:30.")
    timezone: TimeZone = Field("Europe/Paris", description="The time zone of the hour.")
    duration: Duration | None = Field(None, description="The slot; the sequences are summed against it.")
    place: RichText | None = Field(None, description="Where; on line when left out.")
    address: Address | None = Field(None, description="Where to connect.")
    registration: Address | None = Field(None, description="Where to register.")
    organiser: Id | None = Field(None, description="An id of organisation.yml.")
    cycle: RichText | None = Field(None, description="The series of events that it belongs to.")
    summary: Prose = Field(Prose(), description="What it is about, in full sentences.")
    audience: tuple[RichText, ...] = Field((), description="Who it is for.")
    objectives: tuple[RichText, ...] = Field((), description="What a participant can do afterwards.")
    prerequisites: tuple[RichText, ...] = Field((), description="What a participant should know or have.")
    speakers: dict[Id, Speaker] = Field({}, description="Who speaks, by id.")
    resources: dict[Id, Resource] = Field({}, description="Works that slides cite or link to, by id.")
    sequences: tuple[Written, ...] = Field(min_length=1, description="The sequences' files, in order, without ending.")
    tags: tuple[Written, ...] = Field((), description="Themes.")
    brand: Id | None = Field(None, description="The look; the organiser's when left out.")
    template: Written | None = Field(
        None, description="A .pptx or .potx whose look the decks take over, relative to the event's folder."
    )
    cover: MadeSlide = Field(MadeSlide(), description="The first slide; made from the data.")
    agenda: MadeSlide = Field(MadeSlide(), description="The programme; made from the data.")
    references: MadeSlide = Field(MadeSlide(), description="The slide of sources; made from the data.")
    closing: MadeSlide = Field(MadeSlide(), description="The last slide; made from the data.")
    variants: dict[Id, Variant] = Field({}, description="Versions for an audience or a length, by id.")
    evaluation: tuple[EvaluationQuestion, ...] = Field(
        (), description="The evaluation form; a sound one when left out."
    )
    licence: RichText | None = Field(None, description="Under which terms it may be used again.")
    pronunciations: dict[Written, Written] = Field(
        {}, description="How the rehearsal's voice says words that it would say wrongly: {Nouvel'R: nouvelle erre}."
    )
    moved_from: tuple[Written, ...] = Field((), description="Folder names that it had before: their pages lead here.")


class WrittenOrganisation(Placed):
    """organisation.yml: who organises, their looks, and what holds for every event."""

    language: Language = Field("fr", description="The workspace's language.")
    organisations: dict[Id, Organisation] = Field(description="The bodies that organise, by id.")
    brands: dict[Id, Brand] = Field({}, description="Looks, by id.")
    resources: dict[Id, Resource] = Field({}, description="Works that several events cite, by id.")
    theme: Written = Field("default", description="The theme of decks and documents.")
    template: Written | None = Field(
        None, description="A .pptx or .potx whose look the decks take over; a brand's or an event's comes first."
    )
    licence: RichText | None = Field(None, description="Under which terms the material may be used again.")
    pronunciations: dict[Written, Written] = Field(
        {}, description="How the rehearsal's voice says words that it would say wrongly, for every event."
    )
