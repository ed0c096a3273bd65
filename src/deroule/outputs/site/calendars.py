"""The calendars of the site: each event's, as the documents made it, and one of the whole cycle to subscribe to."""

from __future__ import annotations

from icalendar import Calendar

from deroule.outputs.site.addresses import EVENTS, event_place
from deroule.outputs.site.stage import Stage

CALENDAR = "agenda.ics"


def write_calendars(stage: Stage) -> dict[str, str]:
    """Write the calendars; give the path of each event's own, by event. Entries lead to the events' pages."""
    cycle = Calendar()
    cycle.add("prodid", "-//Déroulé//deroule//")
    cycle.add("version", "2.0")
    cycle.add("method", "PUBLISH")
    cycle.add("x-wr-calname", stage.material.name)
    found = {}
    for event in stage.dossier.events:
        source = stage.material.inputs.get(f"documents/{event.id}/calendar-ics")
        if source is None or not source.is_file() or event.written.date is None:
            continue
        calendar = Calendar.from_ical(source.read_bytes())
        for entry in calendar.walk("VEVENT"):
            if stage.material.address and "url" not in entry:
                entry.add("url", stage.material.address + event_place(event).removesuffix(".md") + ".html")
            cycle.add_component(entry)
        found[event.id] = f"{EVENTS}/{event.id}/{event.id}.ics"
        stage.save(found[event.id], bytes(calendar.to_ical()))
    cycle.add_missing_timezones()
    stage.save(CALENDAR, bytes(cycle.to_ical()))
    return found
