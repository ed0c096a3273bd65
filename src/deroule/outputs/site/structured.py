"""Structured data in schema.org's words: what search engines and teaching catalogues read of an event and its parts."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from markupsafe import Markup

from deroule.model.event import Event, Sequence
from deroule.model.people import Organisation
from deroule.outputs.site.addresses import event_place, replay_place, sequence_place
from deroule.outputs.site.stage import Stage

_as_json = json.JSONEncoder(ensure_ascii=True, separators=(",", ":")).encode
_CONTEXT = "https://schema.org"


def script(facts: dict[str, Any]) -> Markup:
    """Write data as a script that is never run; no sign in it can end the script, nor begin Markdown's raw HTML."""
    text = _as_json({"@context": _CONTEXT, **facts})
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup('<script type="application/ld+json">') + Markup(text) + Markup("</script>")


def course(stage: Stage, event: Event) -> Markup:
    """Tell an event: a webconference as an event, a training as a course with its one session."""
    session = _event(stage, event)
    if event.written.kind != "training":
        return script(session)
    learnt = [objective.plain for objective in event.written.objectives]
    needed = [text.plain for text in event.written.prerequisites]
    instance = {
        **_without(session, ("@type", "eventStatus")), "@type": "CourseInstance", "courseMode": _mode(event),
        "courseWorkload": _length(event),
    }  # fmt: skip
    return script(_told({
        "@type": "Course", "@id": _address(stage, event_place(event)), "name": event.title.plain,
        "description": event.written.summary.plain or event.title.plain, "inLanguage": event.language,
        "provider": _body(event.organiser), "teaches": learnt, "coursePrerequisites": needed,
        "hasCourseInstance": instance, "keywords": list(event.written.tags),
    }))  # fmt: skip


def learning_resource(stage: Stage, event: Event, one: Sequence) -> Markup:
    """Tell a sequence as something to learn from."""
    return script(_told({
        "@type": "LearningResource", "name": one.title.plain, "url": _address(stage, sequence_place(event, one)),
        "description": one.written.summary.plain, "inLanguage": one.language, "learningResourceType": one.written.kind,
        "timeRequired": duration(one.duration), "isPartOf": _part_of(stage, event), "license": _plain(event.licence),
        "teaches": [point.plain for point in one.written.key_points], "keywords": list(one.written.tags),
        "author": [_told({"@type": "Person", "name": event.speakers[name].name.plain})
                   for name in one.written.speakers if name in event.speakers],
    }))  # fmt: skip


def session_text(stage: Stage, event: Event, said: str) -> Markup:
    """Tell what was said in a session, where no film shows it, as something to learn from."""
    day = event.written.date
    return script(_told({
        "@type": "LearningResource", "name": event.title.plain, "url": _address(stage, replay_place(event)),
        "description": event.written.summary.plain, "inLanguage": event.language, "learningResourceType": "transcript",
        "datePublished": day.isoformat() if day else "", "isPartOf": _part_of(stage, event),
        "license": _plain(event.licence), "keywords": list(event.written.tags), "text": said,
    }))  # fmt: skip


def _part_of(stage: Stage, event: Event) -> dict[str, Any]:
    return _told({"@id": _address(stage, event_place(event)), "@type": "EducationEvent", "name": event.title.plain})


def _event(stage: Stage, event: Event) -> dict[str, Any]:
    written, address = event.written, _address(stage, event_place(event))
    people = [
        _told({
            "@type": "Person", "name": one.name.plain, "jobTitle": _plain(one.role),
            "affiliation": {"@type": "Organization", "name": one.organisation.plain} if one.organisation else None,
        })
        for one in event.speakers.values()
    ]  # fmt: skip
    start = _start(event)
    length = written.duration or sum((one.duration for one in event.sequences), dt.timedelta())
    end = start + length if isinstance(start, dt.datetime) and length else None
    offline = _offline(event)
    where: dict[str, Any] = {"@type": "VirtualLocation", "url": written.address or written.registration or address}
    if offline and written.place:
        where = {"@type": "Place", "name": written.place.plain}
    picture = stage.pictures(event).cover
    return _told({
        "@type": "EducationEvent", "@id": address, "name": event.title.plain, "description": written.summary.plain,
        "startDate": start.isoformat() if start else "", "endDate": end.isoformat() if end else "",
        "duration": duration(length), "eventStatus": f"{_CONTEXT}/EventScheduled", "inLanguage": event.language,
        "eventAttendanceMode": f"{_CONTEXT}/{'Offline' if offline else 'Online'}EventAttendanceMode",
        "location": _told(where), "organizer": _body(event.organiser), "performer": people,
        "image": stage.material.address + picture if picture and stage.material.address else "",
        "audience": [{"@type": "Audience", "audienceType": text.plain} for text in written.audience],
        "keywords": list(written.tags), "url": address,
    })  # fmt: skip


def _start(event: Event) -> dt.datetime | dt.date | None:
    written = event.written
    if written.date is None or written.starts is None:
        return written.date
    try:
        zone = ZoneInfo(written.timezone)
    except (ZoneInfoNotFoundError, ValueError):
        return dt.datetime.combine(written.date, written.starts)
    return dt.datetime.combine(written.date, written.starts, zone)


def _mode(event: Event) -> str:
    return "onsite" if _offline(event) else "online"


def _offline(event: Event) -> bool:
    """Whether people have to come: a place is named, and it is not the network."""
    place = event.written.place
    return place is not None and not any(word in place.plain.lower() for word in ("en ligne", "on line", "online"))


def _length(event: Event) -> str:
    return duration(event.written.duration or sum((one.duration for one in event.sequences), dt.timedelta()))


def duration(length: dt.timedelta | float) -> str:
    """Write a length of time, in seconds when it is a number, as ISO 8601 has it; nothing for none at all."""
    seconds = round(length.total_seconds() if isinstance(length, dt.timedelta) else length)
    if not seconds:
        return ""
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    parts = (f"{hours}H" if hours else "", f"{minutes}M" if minutes else "", f"{seconds}S" if seconds else "")
    return "PT" + "".join(parts)


def _address(stage: Stage, path: str) -> str:
    """Give a page's whole address; nothing where the site's is not known, for a relative one would mean another page."""
    return stage.material.address + path.removesuffix(".md") + ".html" if stage.material.address else ""


def _body(body: Organisation | None) -> dict[str, Any] | None:
    return _told({"@type": "Organization", "name": body.name.plain, "url": body.address}) if body else None


def _plain(text: object) -> str:
    return str(text) if text else ""


def _told(facts: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if value}


def _without(facts: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if name not in names}
