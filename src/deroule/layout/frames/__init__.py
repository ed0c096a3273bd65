"""The frames: slides that are made from the event's data rather than written; `TABLE` gives one a form."""

from __future__ import annotations

from deroule.layout.frames import agenda, closing, cover, divider, guest_cover, references, section
from deroule.layout.frames.frame import Frame
from deroule.model.event import SlideForm

TABLE: dict[SlideForm, Frame] = {
    SlideForm.COVER: Frame(cover.draw, "cover"),
    SlideForm.AGENDA: Frame(agenda.draw, "agenda"),
    SlideForm.DIVIDER: Frame(divider.draw, "divider"),
    SlideForm.GUEST_COVER: Frame(guest_cover.draw, "cover"),
    SlideForm.SECTION: Frame(section.draw, "divider"),
    SlideForm.REFERENCES: Frame(references.draw, "content"),
    SlideForm.CLOSING: Frame(closing.draw, "closing"),
}

__all__ = ["TABLE", "Frame"]
