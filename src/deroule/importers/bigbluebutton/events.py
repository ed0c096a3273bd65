"""BigBlueButton's raw events.xml: everything that happened, on the server's clock; only what was recorded is kept."""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from collections.abc import Callable

from lxml import etree

from deroule.diagnostics import Words
from deroule.importers.bigbluebutton.published import TORN, is_address, plain_message, poll_from
from deroule.importers.part import Ballot, Part
from deroule.importers.xml import child_text, line_of, local, number, read_xml
from deroule.model.recording import ChatMessage, Mark, Participant, Presence, ShownFilm

NEVER_RECORDED = Words("rien n'a été enregistré : le bouton n'a pas été pressé", "nothing was recorded: the button was not pressed")  # fmt: skip
NO_TIME = Words("un événement n'a pas de temps", "an event has no time")
_SHARE_STARTS = frozenset({"DeskshareStartedEvent", "StartWebRTCDesktopShareEvent"})
_SHARE_STOPS = frozenset({"DeskshareStoppedEvent", "StopWebRTCDesktopShareEvent"})
_KNOWN_UNUSED = (
    "Cursor", "Whiteboard", "AddShape", "ModifyShape", "UndoShape", "UndoAnnotation", "ClearPage", "ResizeAndMove",
    "AssignPresenter", "Voice", "ParticipantTalking", "ParticipantMuted", "ParticipantStatus", "ParticipantJoined",
    "AudioTrack", "StartRecording", "StopRecording", "WebcamShare", "WebRTCShare", "Metadata", "Layout", "Conversion",
    "GenerateSlide", "PadCreated", "PresentationPod", "Presenter", "TldrawWhiteboard", "EmojiStatus", "ClearPublicChat",
    "SetPresentation", "CreatePresentation", "RemovePresentation", "MeetingConfiguration", "EndAndKick", "PollStopped",
    "VideoRecordEvent", "EditCaptionHistory", "CaptionHistory", "GuestPolicy", "Breakout", "RecordChapterBreak",
)  # fmt: skip


def is_events(start: str) -> bool:
    """Whether the start of a file tells a raw events file."""
    return "<recording" in start and "<event " in start and "eventname=" in start


def read_events(content: bytes, name: str) -> Part:
    """Read the raw events. Times of what comes out count from the start of the recorded media."""
    part = Part(tool="bigbluebutton")
    top, fault = read_xml(content)
    if fault:
        part.fault(name, TORN, lost=True, reason=fault)
    if top is None:
        return part
    return _Events(top, name, part).read()


@dataclasses.dataclass(slots=True)
class _Shown:
    """What the slide area shows at a moment."""

    presentation: str = ""
    number: int | None = None
    shared: bool = False


class _Events:
    """Goes through the events once, in order."""

    def __init__(self, top: etree._Element, name: str, part: Part) -> None:
        self.top = top
        self.name = name
        self.part = part
        self.first = 0.0
        self.last = 0.0
        self.spans: list[tuple[float, float]] = []
        self.files: dict[str, str] = {}
        self.current: dict[str, int] = {}
        self.shown = _Shown()
        self.changes: list[tuple[float, _Shown]] = []
        self.people: dict[str, tuple[str, str, str]] = {}
        self.joined: dict[str, float] = {}
        self.stays: dict[str, list[Presence]] = {}
        self.questions: dict[str, tuple[str, dict[str, str]]] = {}
        self.unknown: Counter[str] = Counter()

    def read(self) -> Part:
        """Read everything."""
        meeting = self.top.find("meeting")
        self.part.title = meeting.get("name", "") if meeting is not None else ""
        events = [(at, one) for one in self.top.iter("event") if (at := self._time(one)) is not None]
        events.sort(key=lambda pair: pair[0])  # several servers write one file: their clocks interleave
        if not events:
            return self.part
        self.first, self.last = events[0][0], events[-1][0]
        self._recorded(events)
        for at, event in events:
            self._event(at, event)
        for user in list(self.joined):
            self._leave(user, self.last)
        self._slides()
        self._attendance()
        self.part.duration = sum(end - start for start, end in self.spans)
        self.part.unknown += [f"{self.name}: {kind} ({count})" for kind, count in sorted(self.unknown.items())]
        return self.part

    def _time(self, event: etree._Element) -> float | None:
        at = number(event.get("timestamp"))
        if at is None:
            self.part.fault(self.name, NO_TIME, line_of(event), lost=True)
        return at / 1000 if at is not None else None

    def _recorded(self, events: list[tuple[float, etree._Element]]) -> None:
        """Find the stretches that are in the media: between the recording button's presses."""
        since: float | None = None
        pressed = False
        for at, event in events:
            if event.get("eventname") != "RecordStatusEvent":
                continue
            pressed = True
            on = child_text(event, "status").lower() == "true"
            if on and since is None:
                since = at
            elif not on and since is not None:
                self.spans.append((since, at))
                since = None
        if since is not None:
            self.spans.append((since, self.last))
        if not pressed:
            self.part.fault(self.name, NEVER_RECORDED)
            self.spans = [(self.first, self.last)]

    def media_time(self, at: float) -> float:
        """Give the time in the media; what happens between two recorded stretches is where they join."""
        passed = 0.0
        for start, end in self.spans:
            if at <= start:
                return round(passed, 3)
            if at <= end:
                return round(passed + at - start, 3)
            passed += end - start
        return round(passed, 3)

    def _is_recorded(self, at: float) -> bool:
        return any(start <= at <= end for start, end in self.spans)

    def _event(self, at: float, event: etree._Element) -> None:
        kind = event.get("eventname", "")
        if kind in _SHARE_STARTS or kind in _SHARE_STOPS:
            self._show(at, dataclasses.replace(self.shown, shared=kind in _SHARE_STARTS))
        elif kind in _HANDLERS:
            _HANDLERS[kind](self, at, event)
        elif kind != "RecordStatusEvent" and not any(word in kind for word in _KNOWN_UNUSED):
            self.unknown[kind or local(event)] += 1

    # --- slides ---

    def _show(self, at: float, shown: _Shown) -> None:
        if not self.changes or self.changes[-1][1] != shown:
            self.changes.append((at, shown))
        self.shown = shown

    def converted(self, at: float, event: etree._Element) -> None:
        """A presentation was uploaded: keep its file's own name."""
        name, file = child_text(event, "presentationName"), child_text(event, "originalFilename")
        if name and file:
            self.files[name] = file

    def share_presentation(self, at: float, event: etree._Element) -> None:
        """A presentation comes up, at the slide where it was left."""
        self.converted(at, event)
        name = child_text(event, "presentationName")
        self._show(at, _Shown(name, self.current.get(name, 1), self.shown.shared))

    def goto_slide(self, at: float, event: etree._Element) -> None:
        """Another slide comes up; the server counts from 0."""
        slide = number(child_text(event, "slide"))
        if slide is not None and slide >= 0:
            name = child_text(event, "presentationName") or self.shown.presentation
            self.current[name] = int(slide) + 1
            if name == self.shown.presentation:
                self._show(at, dataclasses.replace(self.shown, number=int(slide) + 1))

    def _slides(self) -> None:
        for index, (at, shown) in enumerate(self.changes):
            until = self.changes[index + 1][0] if index + 1 < len(self.changes) else self.last
            start, end = self.media_time(at), self.media_time(until)
            if end <= start:
                continue
            if shown.shared:
                self.part.marks.append(Mark(start, end))
            elif shown.presentation:
                file = self.files.get(shown.presentation, shown.presentation)
                self.part.marks.append(Mark(start, end, number=shown.number, presentation=file))

    # --- people ---

    def join(self, at: float, event: etree._Element) -> None:
        """Someone comes in; each reconnection has a user id of its own, the external id is the person's."""
        user = child_text(event, "userId")
        person = child_text(event, "externalUserId") or user
        self.people[user] = (person, child_text(event, "name"), child_text(event, "role"))
        self.joined.setdefault(user, at)

    def leave(self, at: float, event: etree._Element) -> None:
        """Someone leaves."""
        self._leave(child_text(event, "userId"), at)

    def _leave(self, user: str, at: float) -> None:
        since = self.joined.pop(user, None)
        if since is not None:
            self.stays.setdefault(user, []).append(Presence(since - self.first, at - self.first))

    def _attendance(self) -> None:
        persons: dict[str, Participant] = {}
        for user, (person, name, role) in self.people.items():
            known = persons.get(person, Participant(person, name, role=role.lower()))
            stays = (*known.stays, *self.stays.get(user, ()))
            persons[person] = dataclasses.replace(known, name=known.name or name, stays=stays)
        self.part.participants += persons.values()

    # --- chat, polls ---

    def chat(self, at: float, event: etree._Element) -> None:
        """A line of the chat; what was said in a group other than the public one is private."""
        group = child_text(event, "chatId")
        private = bool(group) and "PUBLIC" not in group.upper()
        sender = child_text(event, "sender") or self.people.get(child_text(event, "senderId"), ("", "", ""))[1]
        text = plain_message(child_text(event, "message"))
        if text and (private or self._is_recorded(at)):
            self.part.chat.append(ChatMessage(self.media_time(at), sender, text, private))

    def poll_starts(self, at: float, event: etree._Element) -> None:
        """A poll is asked: its question and options, for the answers that follow."""
        try:
            options = {str(one["id"]): str(one["key"]) for one in json.loads(child_text(event, "answers") or "[]")}
        except (ValueError, TypeError, KeyError):
            options = {}
        self.questions[child_text(event, "pollId")] = (child_text(event, "question"), options)

    def answer(self, at: float, event: etree._Element) -> None:
        """Someone answers: for the private folder."""
        question, options = self.questions.get(child_text(event, "pollId"), ("", {}))
        person = self.people.get(child_text(event, "userId"), ("", "", ""))[1]
        choice = child_text(event, "answerId")
        answer = options.get(choice) or child_text(event, "answer") or choice
        if person:
            self.part.ballots.append(Ballot(person, question, answer))

    def poll_published(self, at: float, event: etree._Element) -> None:
        """A poll's results are shown."""
        held = {local(one): "".join(str(text) for text in one.itertext()).strip() for one in event if local(one)}
        held.setdefault("answers", "[]")
        if not held.get("question"):
            held["question"] = self.questions.get(held.get("pollId", ""), ("", {}))[0]
        held.pop("timestamp", None)
        poll = poll_from(dict(held))
        if poll is None:
            self.part.fault(self.name, TORN, line_of(event), lost=True, reason="PollPublishedRecordEvent")
        else:
            self.part.polls.append(dataclasses.replace(poll, start=self.media_time(at)))

    def film_starts(self, at: float, event: etree._Element) -> None:
        """A film of another site is shown: slides are hidden as by a shared screen."""
        address = child_text(event, "externalVideoUrl")
        if is_address(address) and self._is_recorded(at):
            self.part.films.append(ShownFilm(address[:2000], self.media_time(at)))
        self._show(at, dataclasses.replace(self.shown, shared=True))

    def film_stops(self, at: float, event: etree._Element) -> None:
        """The film is over."""
        self._show(at, dataclasses.replace(self.shown, shared=False))


_HANDLERS: dict[str, Callable[[_Events, float, etree._Element], None]] = {
    "SharePresentationEvent": _Events.share_presentation,
    "ConversionCompletedEvent": _Events.converted,
    "GotoSlideEvent": _Events.goto_slide,
    "ParticipantJoinEvent": _Events.join,
    "ParticipantLeftEvent": _Events.leave,
    "PublicChatEvent": _Events.chat,
    "GroupChatMessageEvent": _Events.chat,
    "PollStartedRecordEvent": _Events.poll_starts,
    "UserRespondedToPollRecordEvent": _Events.answer,
    "PollPublishedRecordEvent": _Events.poll_published,
    "StartExternalVideoRecordEvent": _Events.film_starts,
    "StopExternalVideoRecordEvent": _Events.film_stops,
}
