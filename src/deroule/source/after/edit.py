"""Offset and cuts of after.yml, checked: what turns the recording's clock into the published one."""

from __future__ import annotations

from deroule.diagnostics import Diagnostic, Words
from deroule.model.after import WrittenAfter, WrittenCut
from deroule.model.clock import spoken
from deroule.model.recording import Cut, Edit
from deroule.source.after.codes import FAULTY_CUT, PAST_END

_EMPTY = Words("elle finit avant de commencer", "it ends before it begins")
_OVER = Words("elle chevauche la précédente", "it overlaps the one before")
_ALL = Words("il ne reste rien de l'enregistrement", "nothing of the recording is left")


def read_edit(written: WrittenAfter) -> tuple[Edit, list[Diagnostic]]:
    """Give the edit that after.yml tells, and its faults; a cut with a fault is left out."""
    found: list[Diagnostic] = []
    cuts: list[Cut] = []
    length = written.length or 0.0
    for cut in sorted(written.cuts, key=lambda one: (one.start, one.end)):
        if cut.end <= cut.start:
            found.append(FAULTY_CUT.at(cut.span, what=_EMPTY))
        elif cuts and cut.start < cuts[-1].end:
            found.append(FAULTY_CUT.at(cut.span, what=_OVER))
        else:
            found += _outside(cut, length)
            end = min(cut.end, length) if length else cut.end
            if end > cut.start:
                cuts.append(Cut(cut.start, end))
    edit = Edit(written.offset, tuple(cuts), length)
    if cuts and length and edit.duration <= 0:
        found.append(FAULTY_CUT.at(written.span_of("cuts"), what=_ALL))
        return Edit(written.offset, (), length), found
    return edit, found


def _outside(cut: WrittenCut, length: float) -> list[Diagnostic]:
    if length and cut.end > length + 1:
        return [PAST_END.at(cut.span_of("end"), moment=spoken(cut.end), length=spoken(length))]
    return []
