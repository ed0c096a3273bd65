"""The parts of a document about an event: title facts, programme, speakers, sequences told, sources, contacts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deroule.alphabet import alphabetical
from deroule.model import blocks
from deroule.model.event import Event, Sequence, Slide, SlideForm
from deroule.model.resources import Resource
from deroule.outputs.document import tree
from deroule.outputs.document.block_text import definitions
from deroule.outputs.document.block_things import contact
from deroule.outputs.document.telling import Teller, title_line

Node = tree.Node


def when_and_where(event: Event, teller: Teller) -> str:
    """Give the line under the title: kind, day, hour, place."""
    words, written = teller.wording, event.written
    facts = [words.word(written.kind)]
    if written.date:
        facts.append(words.day(written.date))
    if written.starts:
        facts.append(words.hour(written.starts))
    facts.append(written.place.plain if written.place else words.word("on-line").capitalize())
    return " · ".join(facts)


def summary(event: Event, teller: Teller) -> list[Node]:
    """Tell what the event is about, for whom, and what it leads to."""
    written = event.written
    told = tree.paragraphs(written.summary)
    if written.audience:
        told += title_line(teller.word("audience"))
        told += tree.bullets([tree.plain(tree.rich(text))] for text in written.audience)
    if written.objectives:
        told += title_line(teller.word("objectives"))
        told.append(tree.division([tree.paragraph(tree.words(teller.word("objectives-lead")))], "List Lead"))
        told += tree.bullets([tree.plain(tree.rich(text))] for text in written.objectives)
    if written.prerequisites:
        told += title_line(teller.word("prerequisites"))
        told += tree.bullets([tree.plain(tree.rich(text))] for text in written.prerequisites)
    return _headed(teller, "summary", told)


def programme(event: Event, teller: Teller) -> list[Node]:
    """Make the programme's table: hour, sequence, speakers, length."""
    timed = any(sequence.starts for sequence in event.sequences) and event.written.starts is not None
    rows = []
    for sequence in event.sequences:
        title = tree.link(tree.strong(tree.rich(sequence.title)), f"#{sequence.id}")
        told = [tree.plain(title)]
        if sequence.written.subtitle:
            told.append(tree.plain(tree.rich(sequence.written.subtitle)))
        start = teller.wording.hour(sequence.starts) if sequence.starts else ""
        row = [tree.cell([tree.plain(tree.words(start))])] if timed else []
        length = teller.wording.length(sequence.duration)
        row += [
            tree.cell(told),
            tree.cell([tree.plain(tree.words(", ".join(speaker_names(event, sequence))))]),
            tree.cell([tree.plain(tree.words(length))], align="right"),
        ]
        rows.append(row)
    names = (["time"] if timed else []) + ["sequence", "speakers", "duration"]
    header = [tree.cell([tree.plain(tree.words(teller.word(name)))]) for name in names]
    widths = (0.12, 0.48, 0.27, 0.13) if timed else (0.55, 0.3, 0.15)
    return _headed(teller, "programme", [tree.table(rows, widths, header=header)])


def speaker_names(event: Event, sequence: Sequence) -> list[str]:
    """Give the names of who speaks in a sequence."""
    return [event.speakers[name].name.plain for name in sequence.written.speakers if name in event.speakers]


def _within_sentence(name: str) -> str:
    # "With The host" is no English, "Avec L'équipe" no French.
    article = name.startswith(("L’", "L'", "Le ", "La ", "Les ", "The "))
    return name[0].lower() + name[1:] if article else name


def speakers(event: Event, teller: Teller) -> list[Node]:
    """Tell who spoke."""
    told: list[Node] = []
    for speaker in event.speakers.values():
        facts = [tree.rich(part) for part in (speaker.role, speaker.organisation) if part]
        line = tree.strong(tree.rich(speaker.name))
        for fact in facts:
            line = [*line, *tree.words(", "), *fact]
        told += [tree.paragraph(line), *tree.paragraphs(speaker.biography)]
    return _headed(teller, "speakers", told)


def sequence_told(event: Event, sequence: Sequence, teller: Teller, accent: str = "") -> list[Node]:
    """Tell a sequence: its question, who spoke, its summary, its key points, then its sections and slides."""
    written = sequence.written
    label = f"{sequence.number}. " if sequence.number else ""
    title = [*tree.words(label), *tree.rich(sequence.title)]
    told = [tree.heading(1, title, sequence.id, data_accent=accent)]
    if written.subtitle:
        told.append(tree.division([tree.paragraph(tree.rich(written.subtitle))], "Lead"))
    if names := speaker_names(event, sequence):
        said = f"{teller.word('speaker-by')} {', '.join(_within_sentence(name) for name in names)}"
        told.append(tree.division([tree.paragraph(tree.emphasis(tree.words(said)))], "List Lead"))
    told += tree.paragraphs(written.summary)
    if written.key_points:
        points = tree.bullets([tree.plain(tree.rich(point))] for point in written.key_points)
        told.append(tree.group([*title_line(teller.word("key-points")), *points], "key-points"))
    told += list(_slides_told(sequence, teller))
    different = sequence.language != event.language
    return [tree.division(told, lang=sequence.language)] if different else told


def _slides_told(sequence: Sequence, teller: Teller) -> Iterator[Node]:
    sections = {section.id: section for section in sequence.sections}
    current: str | None = None
    for slide in sequence.slides:
        if slide.section != current and slide.section in sections:
            section = sections[slide.section]
            label = f"{section.label}. " if section.label else ""
            yield tree.heading(2, [*tree.words(label), *tree.rich(section.title)], section.id)
            if section.summary:
                yield tree.division(tree.paragraphs(section.summary), "Lead")
        current = slide.section
        if slide.form is SlideForm.CONTENT:
            yield from _slide_told(slide, teller, 3 if current in sections else 2)


def _slide_told(slide: Slide, teller: Teller, level: int) -> list[Node]:
    told = teller.tell_all(slide.blocks, slide)
    # The form of a chart is its table of numbers; the slide's picture shows the drawing beside it.
    if any(isinstance(block, blocks.Chart) for block in _inside(slide.blocks)) and (
        file := teller.album.slide(slide.id)
    ):
        title = teller.word("slide-picture", title=slide.title.plain)
        told.insert(0, tree.picture(file, title, tree.words(title), teller.album.width(file)))
    if slide.subtitle:
        told.insert(0, tree.paragraph(tree.emphasis(tree.rich(slide.subtitle))))
    cited = [(name, teller.event.resources[name]) for name in slide.sources if name in teller.event.resources]
    if cited:
        label = teller.word("sources" if len(cited) > 1 else "source") + " "
        line = tree.words(label)
        for place, (name, resource) in enumerate(cited):
            line += [*(tree.words(", ") if place else []), *tree.link(tree.rich(resource.title), f"#ref-{name}")]
        told.append(tree.division([tree.paragraph(line)], "Source Line"))
    # A divider-like slide with a title alone would leave a heading over nothing.
    return [tree.group([tree.heading(level, tree.rich(slide.title), slide.id), *told], "slide")] if told else []


def glossary(event: Event, teller: Teller) -> list[Node]:
    """Collect the definitions of all slides, in the order of the alphabet."""
    terms = [term for block in every_block(event) if isinstance(block, blocks.Definition) for term in block.items]
    unique = {term.term.plain.casefold(): term for term in terms}
    return _headed(teller, "definitions", definitions([unique[name] for name in sorted(unique, key=alphabetical)]))


def references(event: Event, teller: Teller) -> list[Node]:
    """List the works that slides rest on or lead to."""
    items = []
    for name in cited_resources(event):
        line = reference(event.resources[name], teller)
        items.append([tree.paragraph([{"t": "Span", "c": [tree.attributes(f"ref-{name}"), line]}])])
    return _headed(teller, "references", tree.bullets(items))


def cited_resources(event: Event) -> list[str]:
    """Give the ids of the resources that the event uses, in the order of their titles."""
    cited = {name for slide in event.slides for name in slide.sources}
    for block in every_block(event):
        if isinstance(block, blocks.Links):
            cited |= {card.resource for card in block.items if card.resource}
    known = [name for name in cited if name in event.resources]
    return sorted(known, key=lambda name: (alphabetical(event.resources[name].title.plain), name))


def reference(resource: Resource, teller: Teller) -> list[Node]:
    """Write one reference: authors, title, publisher, year, address."""
    line: list[Node] = []
    authors = ", ".join(author.plain for author in resource.authors)
    line += [*tree.words(authors), *tree.words(". ")] if authors else []
    title = tree.emphasis(tree.rich(resource.title))
    if resource.language and not resource.language.startswith(teller.wording.code):
        title = [{"t": "Span", "c": [tree.attributes(lang=resource.language), title]}]
    address = resource.address or ""
    line += tree.link(title, address) if address.startswith(("http://", "https://")) else title
    for fact in (resource.publisher.plain if resource.publisher else "", resource.year or ""):
        line += tree.words(f", {fact}") if fact else []
    if resource.checked:
        line += tree.words(f" ({teller.word('consulted')} {teller.wording.day(resource.checked)})")
    line += tree.words(".")
    return line + (tree.words(" ") + tree.rich(resource.text) if resource.text else [])


def contacts(event: Event, teller: Teller) -> list[Node]:
    """Collect whom to ask: the organiser, then the contacts of all slides."""
    items: list[list[Node]] = []
    if (body := event.organiser) is not None:
        made = blocks.Contact(
            organisation=body.name, telephone=body.telephone, email=body.email, address=body.address
        )  # fmt: skip
        items.append(contact(made))
    found = [item for block in every_block(event) if isinstance(block, blocks.Contacts) for item in block.items]
    items += [contact(item) for item in dict.fromkeys(found)]
    return _headed(teller, "contacts", tree.bullets(items))


def licence(event: Event, teller: Teller) -> list[Node]:
    """Tell under which terms it may be used again."""
    return _headed(teller, "licence", [tree.paragraph(tree.rich(event.licence))] if event.licence else [])


def every_block(event: Event) -> Iterator[blocks.Block]:
    """Go through all blocks, those inside groups included."""
    return _inside(block for slide in event.slides for block in slide.blocks)


def _inside(found: Iterable[blocks.Block]) -> Iterator[blocks.Block]:
    for block in found:
        yield block
        groups = getattr(block, "groups", ()) if block.kind == "columns" else getattr(block, "sides", ())
        for group in groups if isinstance(groups, tuple) else ():
            yield from _inside(group.blocks)


def _headed(teller: Teller, name: str, told: list[Node]) -> list[Node]:
    return [tree.heading(1, tree.words(teller.word(name)), f"doc-{name}"), *told] if told else []
