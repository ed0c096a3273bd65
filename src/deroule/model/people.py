"""People and bodies: who speaks, who organises, and what they agreed to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from pydantic import Field

from deroule.model.placed import Placed
from deroule.model.richtext import Prose, RichText
from deroule.model.scalars import Address, Date, Id, Written


class Consent(Placed):
    """What a speaker agreed to, and when; an expired consent stops what rests on it."""

    recording: Date | None = Field(None, description="The day when the recording was agreed to.")
    publication: Date | None = Field(None, description="The day when the publication of name and slides was agreed to.")
    until: Date | None = Field(None, description="The last day on which it holds; without end when left out.")

    def allows_recording(self, day: dt.date) -> bool:
        """Whether a recording may be shown on `day`."""
        return self.recording is not None and (self.until is None or day <= self.until)


class Speaker(Placed):
    """Someone who speaks."""

    name: RichText = Field(description="First name and name.")
    role: RichText | None = Field(None, description="What the person does.")
    organisation: RichText | None = Field(None, description="Where.")
    biography: Prose | None = Field(None, description="Two or three sentences.")
    portrait: Written | None = Field(None, description="A picture, relative to this file.")
    consent: Consent | None = Field(None, description="What the person agreed to.")


class Organisation(Placed):
    """A body that organises events."""

    name: RichText = Field(description="What it is called.")
    of: RichText | None = Field(None, description="The body that it is part of.")
    description: Prose | None = Field(None, description="What it does, in two sentences.")
    address: Address | None = Field(None, description="Its web site.")
    telephone: Written | None = Field(None, description="Its telephone number.")
    email: Written | None = Field(None, description="A functional address.")
    brand: Id | None = Field(None, description="The look that its events wear.")


def withheld(speakers: Mapping[str, Speaker], day: dt.date) -> tuple[str, ...]:
    """Give the ids of speakers whose recording may not be shown on `day`: consent never given, or run out."""
    return tuple(name for name, one in speakers.items() if one.consent is None or not one.consent.allows_recording(day))
