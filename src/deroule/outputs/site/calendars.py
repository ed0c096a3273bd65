"""The calendars of the site: each event's, as the documents made it, and one of the whole cycle to subscribe to."""

from __future__ import annotations

from icalendar import Calendar

from deroule.model.event import Event
from deroule.outputs.site.addresses import EVENTS, event_place
from deroule.outputs.site.stage import Stage

CALENDAR = "agenda.ics"


def write_calendars(stage: Stage) -> None:
    """Write the calendars. Entries lead to the events' pages."""
    cycle = Calendar()
    cycle.add("prodid", "-//Déroulé//deroule//")
    cycle.add("version", "2.0")
    cycle.add("method", "PUBLISH")
    cycle.add("x-wr-calname", stage.material.name)
    for event in stage.dossier.events:
        place = calendar_place(stage, event)
        if not place:
            continue
        calendar = Calendar.from_ical(stage.material.inputs[_made(event)].read_bytes())
        for entry in calendar.walk("VEVENT"):
            if stage.material.address and "url" not in entry:
                entry.add("url", stage.material.address + event_place(event).removesuffix(".md") + ".html")
            cycle.add_component(entry)
        stage.save(place, bytes(calendar.to_ical()))
    cycle.add_missing_timezones()
    stage.save(CALENDAR, bytes(cycle.to_ical()))


def calendar_place(stage: Stage, event: Event) -> str:
    """Give the path of an event's calendar in the site; nothing where none was made, or no day is set."""
    made = stage.material.inputs.get(_made(event))
    is_there = made is not None and made.is_file() and event.written.date is not None
    return f"{EVENTS}/{event.id}/{event.id}.ics" if is_there else ""


def _made(event: Event) -> str:
    return f"documents/{event.id}/calendar-ics"
