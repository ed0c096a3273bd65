"""What a version of the event shows: a variant, one sequence, one speaker."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from deroule.model.blocks import Block, Columns, Compare, Group, Plan
from deroule.model.event import Event, Section, Sequence, Slide, SlideForm

OPENINGS = (SlideForm.DIVIDER, SlideForm.GUEST_COVER, SlideForm.SECTION)
"""Slides that announce others."""


def select(event: Event, *, variant: str = "", sequence: str = "", speaker: str = "") -> Event:
    """Give the event with only what a version shows. Raises KeyError for an unknown variant."""
    marks: frozenset[str] | None = None
    sequences = event.sequences
    if variant:
        version = event.variants[variant]
        marks = frozenset(version.shows or (variant,))
        if version.sequences:
            sequences = tuple(
                sorted(
                    (one for one in sequences if one.id in version.sequences),
                    key=lambda one: version.sequences.index(one.id),
                )
            )
    if sequence:
        sequences = tuple(one for one in sequences if one.id == sequence)
    sequences = tuple(_shown(one, marks, speaker) for one in sequences)
    sequences = tuple(one for one in sequences if one.slides)
    opening = _slides(event.opening, marks)
    if speaker and len(sequences) < 2:  # a programme of one part tells nothing
        opening = tuple(slide for slide in opening if slide.form is not SlideForm.AGENDA)
    elif variant or speaker:
        sequences = _renumbered(sequences)
    return replace(
        event,
        sequences=sequences,
        opening=opening if not sequence else (),
        ending=_slides(event.ending, marks) if not sequence and not speaker else (),
    )


def _renumbered(sequences: tuple[Sequence, ...]) -> tuple[Sequence, ...]:
    """Number what a version shows from 1 on: its programme has no gaps. A sequence alone keeps its place in the event."""
    numbered = [one.id for one in sequences if one.number is not None]
    return tuple(
        one if one.number is None else replace(one, number=numbered.index(one.id) + 1, rank=one.rank or one.number)
        for one in sequences
    )


def _shown(one: Sequence, marks: frozenset[str] | None, speaker: str) -> Sequence:
    slides = _slides(one.slides, marks)
    if speaker:
        slides = tuple(slide for slide in slides if speaker in (slide.speakers or one.written.speakers))
    slides = _without_empty(slides, one.slides)
    sections = _sections(one.sections, {slide.section for slide in slides})
    if len(sections) < len(one.sections):
        before, after = ({s.title.plain.casefold() for s in some} for some in (one.sections, sections))
        slides = tuple(_announcing(slide, before - after) for slide in slides)
    return replace(one, slides=slides, duration=_duration(one, slides), sections=sections)


def _duration(one: Sequence, slides: tuple[Slide, ...]) -> dt.timedelta:
    """Give the planned time of a sequence shown whole; of one shown in part, the time of the slides that are left."""
    if len(slides) == len(one.slides):
        return one.duration
    return sum((slide.duration for slide in slides), dt.timedelta())


def _sections(sections: tuple[Section, ...], kept: set[str | None]) -> tuple[Section, ...]:
    """Give the sections of which something is left, numbered as the first ones were: no gap."""
    left = (section for section in sections if section.id in kept)
    return tuple(replace(one, label=other.label) for one, other in zip(left, sections, strict=False))


def _announcing(slide: Slide, gone: set[str]) -> Slide:
    """Leave out of a slide's plans the sections of which nothing is left."""
    blocks = tuple(_announced(block, gone) for block in slide.blocks)
    same = all(one is old for one, old in zip(blocks, slide.blocks, strict=True))
    return slide if same else replace(slide, blocks=blocks)


def _announced(block: Block, gone: set[str]) -> Block:
    if isinstance(block, Plan) and block.entries != "auto":
        entries = tuple(one for one in block.entries if one.title.plain.casefold() not in gone)
        return block if len(entries) == len(block.entries) else block.model_copy(update={"entries": entries})
    if not isinstance(block, Columns | Compare):
        return block
    field = "groups" if isinstance(block, Columns) else "sides"
    groups = tuple(
        group.model_copy(update={"blocks": tuple(_announced(one, gone) for one in group.blocks)})
        for group in getattr(block, field)
    )
    same = all(one.blocks == old.blocks for one, old in zip(groups, getattr(block, field), strict=True))
    return block if same else block.model_copy(update={field: groups})


def _without_empty(slides: tuple[Slide, ...], before: tuple[Slide, ...]) -> tuple[Slide, ...]:
    """Leave out the openings of sections, and of a sequence, of which nothing else is left."""
    had = {slide.section for slide in before if slide.form not in OPENINGS}
    left = {slide.section for slide in slides if slide.form not in OPENINGS}
    if had and not left:
        return ()
    gone = had - left
    return tuple(slide for slide in slides if slide.form is not SlideForm.SECTION or slide.section not in gone)


def _slides(slides: tuple[Slide, ...], marks: frozenset[str] | None) -> tuple[Slide, ...]:
    # Without a variant everything is shown: the whole deck is the one that holds all.
    if marks is None:
        return slides
    return tuple(_slide(slide, marks) for slide in slides if _meant(slide.only, marks))


def _slide(slide: Slide, marks: frozenset[str]) -> Slide:
    """Leave out the blocks that are not meant; the slide itself where all are."""
    blocks = tuple(_blocks(slide.blocks, marks))
    same = len(blocks) == len(slide.blocks) and all(one is old for one, old in zip(blocks, slide.blocks, strict=True))
    return slide if same else replace(slide, blocks=blocks)


def _meant(only: tuple[str, ...], marks: frozenset[str]) -> bool:
    return not only or bool(marks.intersection(only))


def _blocks(blocks: tuple[Block, ...], marks: frozenset[str]) -> Iterator[Block]:
    for block in blocks:
        if not _meant(block.only, marks):
            continue
        if isinstance(block, Columns | Compare):
            field = "groups" if isinstance(block, Columns) else "sides"
            before = getattr(block, field)
            groups = tuple(_group(group, marks) for group in before)
            same = all(one is old for one, old in zip(groups, before, strict=True))
            yield block if same else block.model_copy(update={field: groups})
        else:
            yield block


def _group(group: Group, marks: frozenset[str]) -> Group:
    blocks = tuple(_blocks(group.blocks, marks))
    same = len(blocks) == len(group.blocks) and all(one is old for one, old in zip(blocks, group.blocks, strict=True))
    return group if same else group.model_copy(update={"blocks": blocks})
