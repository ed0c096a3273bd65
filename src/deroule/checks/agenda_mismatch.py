"""A plan that announces something else than what follows."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from deroule.checks.surroundings import Surroundings
from deroule.checks.walk import blocks_in
from deroule.diagnostics import Code, Diagnostic, Note, Severity, Words
from deroule.model.blocks import Plan, PlanEntry
from deroule.model.dossier import Dossier
from deroule.model.event import Section, Sequence

CODE = Code(
    "CHK104",
    "agenda-mismatch",
    Severity.ERROR,
    Words(
        "le plan annonce « {announced} », la partie qui suit est « {follows} »",
        "the plan announces “{announced}”, the next part is “{follows}”",
    ),
    Words(
        "Le plan montré en tête de séquence ne correspond pas aux parties qui suivent : un titre, l'ordre ou le nombre "
        "diffère. Les participants attendront une partie qui ne vient pas.\n\n"
        "```yaml\n- title: Plan\n  plan: auto      # le plan se fait tout seul d'après les `section:`\n```",
        "The plan shown at the head of the sequence does not agree with the parts that follow: a title, the "
        "order or the "
        "number differs. Participants will wait for a part that does not come.\n\n"
        "```yaml\n- title: Plan\n  plan: auto      # the plan makes itself from the `section:` entries\n```",
    ),
    Words("écrivez `plan: auto`, ou accordez les titres", "write `plan: auto`, or make the titles agree"),
)
_STARTS = Words("la partie qui suit commence ici", "the part that follows starts here")
_NOTHING = "–"
_SWAP = Words(
    "échangez les entrées {first} et {second} du plan, ou les deux parties",
    "swap entries {first} and {second} of the plan, or the two parts",
)


def check(dossier: Dossier, surroundings: Surroundings) -> Iterator[Diagnostic]:
    """Compare each written plan, entry by entry, with the sections of its sequence."""
    for event in dossier.events:
        for sequence in event.sequences:
            for slide in sequence.slides:
                for block in blocks_in(slide):
                    if isinstance(block, Plan) and block.entries != "auto":
                        yield from _compare(block, sequence)


def _compare(plan: Plan, sequence: Sequence) -> Iterator[Diagnostic]:
    entries: tuple[PlanEntry, ...] = tuple(plan.entries) if plan.entries != "auto" else ()
    sections = sequence.sections
    told: set[int] = set()
    for index in range(max(len(entries), len(sections))):
        entry = entries[index] if index < len(entries) else None
        section = sections[index] if index < len(sections) else None
        if index in told or (entry and section and _same(entry, section)):
            continue
        other = _swapped(entries, sections, index)
        hint = None
        if other is not None:
            told.add(other)
            first, second = (sections[at].label or str(at + 1) for at in (index, other))
            hint = Words(*(text.format(first=first, second=second) for text in (_SWAP.fr, _SWAP.en)))
        yield CODE.at(
            (entry.span if entry else None) or plan.span or sequence.written.span,
            notes=[Note(_STARTS, section.span)] if section and section.span else [],
            hint=hint,
            announced=entry.title.plain if entry else _NOTHING,
            follows=section.title.plain if section else _NOTHING,
        )


def _swapped(entries: tuple[PlanEntry, ...], sections: tuple[Section, ...], index: int) -> int | None:
    """Find the later place that changed places with this one."""
    for other in range(index + 1, min(len(entries), len(sections))):
        if _same(entries[index], sections[other]) and _same(entries[other], sections[index]):
            return other
    return None


def _same(entry: PlanEntry, section: Section) -> bool:
    return _bare(entry.title.plain) == _bare(section.title.plain)


def _bare(title: str) -> str:
    """Compare words, not spaces, capitals or the final stop."""
    return " ".join(unicodedata.normalize("NFC", title).casefold().split()).rstrip(" .")
