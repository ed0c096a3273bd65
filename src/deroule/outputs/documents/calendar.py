"""The event as a calendar entry that every mail program takes."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Calendar
from icalendar import Event as Entry

from deroule.model.event import Event

_LENGTH = dt.timedelta(hours=1)
"""When neither the slot nor the sequences say how long the event lasts."""


def event_calendar(event: Event) -> bytes:
    """Write an .ics file; a day-long entry when no hour is set, nothing but the frame when no day is."""
    calendar = Calendar()
    calendar.add("prodid", "-//Déroulé//deroule//")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    entry = _entry(event)
    if entry is not None:
        calendar.add_component(entry)
        calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _entry(event: Event) -> Entry | None:
    written = event.written
    if written.date is None:
        return None
    entry = Entry()
    entry.add("uid", f"{event.id}@deroule")
    # The stamp is the event's own day, not today's, so that the same source gives the same bytes.
    entry.add("dtstamp", dt.datetime.combine(written.date, dt.time(), dt.UTC))
    entry.add("summary", event.title.plain)
    if written.starts is None:
        entry.add("dtstart", written.date)
        entry.add("dtend", written.date + dt.timedelta(days=1))
    else:
        start = dt.datetime.combine(written.date, written.starts, _zone(written.timezone))
        length = written.duration or sum((part.duration for part in event.sequences), dt.timedelta()) or _LENGTH
        entry.add("dtstart", start)
        entry.add("dtend", start + length)
    if written.summary:
        entry.add("description", written.summary.plain)
    entry.add("location", written.place.plain if written.place else (written.address or ""))
    address = written.registration or written.address
    if address and address.startswith(("https://", "http://")):
        entry.add("url", address)
    if written.tags:
        entry.add("categories", list(written.tags))
    if event.organiser and event.organiser.email:
        entry.add("organizer", f"mailto:{event.organiser.email}")
    return entry


def _zone(name: str) -> dt.tzinfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return dt.UTC
