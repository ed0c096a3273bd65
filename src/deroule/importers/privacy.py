"""What leaves the private folder names nobody: people become numbers, addresses and telephone numbers go, all counted.

Over-careful rather than not: a first name in running text is replaced too, unless it is a word of the event's own.
"""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from deroule.diagnostics import Words
from deroule.model.event import Event
from deroule.model.recording import ChatMessage, Participant, PollAnswer, PollResult, Question
from deroule.source.after.cues import ReadCue
from deroule.source.after.voices import PARTICIPANT, folded, level

_MAIL = re.compile(r"(?:mailto:)?[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
_TELEPHONE = re.compile(
    r"(?<![\w.,/-])(?:\+\d{1,3}[ .\u00a0-]?(?:\(0\)[ .\u00a0-]?)?\d(?:[ .\u00a0-]?\d){6,12}"
    r"|0\d(?:[ .\u00a0-]?\d{2}){4}|0\d{9}|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4})(?![\w-])"
)
_WAYS = (
    "rue|avenue|av\\.|boulevard|bd|bld|chemin|place|allée|allee|impasse|route|quai|cours|square|lotissement|résidence|"
    "lieu-dit|hameau|faubourg|sentier|passage|villa"
)
_SMALL = r"(?:(?:de la|de|du|des|la|le|les|à)\s+|[dl]['’])*"
_BIG = r"(?-i:[A-ZÀ-ÖØ-Þ][\w'’-]*(?:\s[A-ZÀ-ÖØ-Þ][\w'’-]*){0,3})"
_ADDRESS = re.compile(
    rf"\b\d{{1,4}}(?:\s?(?:bis|ter|quater|[A-D]))?,?\s+(?:{_WAYS})\s+{_SMALL}(?:{_BIG}|[\w'’-]+)(?:,?\s+\d{{5}}(?:\s+{_BIG})?)?"
    r"|\b\d{1,5}\s+(?-i:(?:[A-Z][\w'’]+\s+){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Square)\b)",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"(?:anonym(?:e|ous)\b.*|participant anonyme|guest|invité|unknown|inconnu)\Z", re.IGNORECASE)
MAIL = Words("[adresse électronique]", "[e-mail address]")
TELEPHONE = Words("[téléphone]", "[telephone]")
ADDRESS = Words("[adresse]", "[address]")
_NOT_SHOWN = frozenset({"kind", "id", "only", "file", "poster", "width", "trend", "form"})
"""Fields of slides that hold words of the language, not of the author."""
SHORTEST = 3
"""Letters of a first or last name that is looked for on its own."""
MOST_PARTS = 5
"""Names of fewer parts are looked for in any order."""


@dataclass(slots=True)
class Scrubbed:
    """What was scrubbed, counted: never listed."""

    names: int = 0
    mails: int = 0
    telephones: int = 0
    addresses: int = 0
    private: int = 0
    people: int = 0

    @property
    def total(self) -> int:
        """Everything together, people aside."""
        return self.names + self.mails + self.telephones + self.addresses + self.private


@dataclass(slots=True)
class Directory:
    """Who is who: speakers by their names, everybody else by a number in order of first arrival."""

    speakers: dict[str, str]
    """Folded name to the name that the event gives."""
    own_words: frozenset[str]
    """Folded words of the event's texts, never taken for somebody's name."""
    public: frozenset[str]
    """Addresses and numbers that the event itself shows, signs left out."""
    language: str = "fr"
    agreed: bool = False
    """Whether participants agreed to be named: then names and what they write stay."""
    numbers: dict[str, int] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    """Folded name to a key of `numbers`."""
    count: Scrubbed = field(default_factory=Scrubbed)
    _pattern: re.Pattern[str] | None = None
    _told: dict[str, str] = field(default_factory=dict)

    # --- people ---

    def admit(self, participants: Iterable[Participant]) -> None:
        """Give numbers to those who were present, in order of first arrival; two of one name are two people."""
        for one in sorted(participants, key=lambda person: (person.arrival, folded(person.name))):
            if not self.speaker(one.name):
                self._take(one.key or folded(one.name), folded(one.name))

    def speaker(self, name: str) -> str:
        """Give the speaker's name as the event writes it, or nothing. A tool may add to a name, or leave out."""
        plain = folded(re.sub(r"\([^()]*\)", " ", name)) or folded(name)
        if plain in self.speakers:
            return self.speakers[plain]
        words = set(plain.split())
        for known, given in self.speakers.items():
            held = set(known.split())
            if len(held) > 1 and (held <= words or (len(words) > 1 and words <= held)):
                return given
        return ""

    def called(self, name: str) -> str:
        """Give what a person may be called in public."""
        if not name or _NOBODY.match(name.strip()):
            return ""
        known = self.speaker(name) or (name if self.agreed else "")
        if known:
            return known
        plain = folded(name)
        return f"{PARTICIPANT} {self._take(self.names.get(plain, plain), plain)}"

    def _take(self, key: str, plain: str) -> int:
        if plain and plain not in self.names:
            self.names[plain] = key
            self._pattern = None
        if key not in self.numbers:
            self.numbers[key] = len(self.numbers) + 1
            self.count.people = len(self.numbers)
        return self.numbers[key]

    # --- texts ---

    def scrub(self, text: str) -> str:
        """Take names, addresses and telephone numbers out of a text."""
        if self.agreed:
            return text
        text, count = self._replace(_MAIL, text, MAIL)
        self.count.mails += count
        text, count = self._replace(_TELEPHONE, text, TELEPHONE)
        self.count.telephones += count
        text, count = self._replace(_ADDRESS, text, ADDRESS)
        self.count.addresses += count
        return self._without_names(text)

    def _replace(self, pattern: re.Pattern[str], text: str, words: Words) -> tuple[str, int]:
        told = words.in_language(self.language)
        counted = 0

        def put(match: re.Match[str]) -> str:
            nonlocal counted
            if signs(match[0]) in self.public:
                return match[0]
            counted += 1
            return told

        return pattern.sub(put, text), counted

    def _without_names(self, text: str) -> str:
        pattern = self._names_pattern()
        if pattern is None:
            return text
        made, reached = "", 0
        for match in pattern.finditer(level(text)):
            found = text[match.start() : match.end()]
            told = self._told.get(folded(found))
            # A single name counts where it is written as a name: with a capital.
            if told is None or (" " not in folded(found) and not found[0].isupper()):
                continue
            between = text[reached : match.start()]
            if not (made.endswith(told) and not between.strip(" -\u00a0")):  # first and last name are one person
                made += between + told
                self.count.names += 1
            reached = match.end()
        return made + text[reached:]

    def _names_pattern(self) -> re.Pattern[str] | None:
        if self._pattern is None and self.names:
            self._told = {}
            words: set[str] = set()
            for name, key in self.names.items():
                told = f"{PARTICIPANT} {self.numbers[key]}"
                parts = name.split()
                self._told[name] = told
                if len(parts) > 1:
                    orders = itertools.permutations(parts) if len(parts) < MOST_PARTS else [tuple(parts)]
                    words |= {r"[\s-]+".join(map(re.escape, order)) for order in orders}
                words |= {re.escape(part) for part in parts if self._tells_someone(part, told)}
            if words:
                listed = "|".join(sorted(words, key=len, reverse=True))
                self._pattern = re.compile(rf"(?<![\w@])(?:{listed})(?![\w@])", re.IGNORECASE)
        return self._pattern

    def _tells_someone(self, word: str, told: str) -> bool:
        """Whether a word of a name is looked for on its own; two people of one name share « Participant »."""
        if len(word) < SHORTEST or word in self.own_words or word.isdigit() or _NOBODY.match(word):
            return False
        self._told[word] = told if self._told.get(word, told) == told else PARTICIPANT
        return True


def signs(text: str) -> str:
    """Give the signs by which two ways of writing an address or a number are the same."""
    return re.sub(r"[^\w@+]", "", text.casefold().removeprefix("mailto:"))


def directory_of(event: Event, aliases: dict[str, str]) -> Directory:
    """Make the directory of an event; `aliases` gives speakers' ids by the names that the tool gave them."""
    names = {one_id: speaker.name.plain for one_id, speaker in event.speakers.items()}
    speakers = {folded(name): name for name in names.values()}
    speakers |= {folded(written): names[one_id] for written, one_id in aliases.items() if one_id in names}
    texts = event_text(event)
    own = frozenset(level(texts.casefold()).split()) | {word for name in speakers for word in name.split()}
    shown = [*_MAIL.findall(texts), *(match[0] for match in _TELEPHONE.finditer(texts)), *(match[0] for match in _ADDRESS.finditer(texts))]  # fmt: skip
    words = frozenset(re.sub(r"[^\w]+", "", word) for word in own)
    return Directory(speakers, words, frozenset(signs(one) for one in shown), event.language)


def event_text(event: Event) -> str:
    """Give every text of an event's slides, notes included."""
    held: list[str] = [event.title.plain, *(one.title.plain for one in event.sequences)]
    for slide in event.slides:
        held += texts_of(slide)
    return "\n".join(held)


def texts_of(thing: object, depth: int = 0) -> list[str]:
    """Give the texts inside a thing of the model: rich texts whole, strings as they are."""
    from deroule.model.placed import Placed
    from deroule.model.richtext import RichText

    if depth > 12:
        return []
    if isinstance(thing, RichText):
        return [thing.plain]
    if isinstance(thing, str):
        return [thing]
    if isinstance(thing, tuple | list):
        return [text for one in thing for text in texts_of(one, depth + 1)]
    if isinstance(thing, dict):
        return [text for one in thing.values() for text in texts_of(one, depth + 1)]
    if isinstance(thing, Placed):
        shown = (one for name, one in thing.__dict__.items() if name not in _NOT_SHOWN)
        return [text for one in shown for text in texts_of(one, depth + 1)]
    if dataclasses.is_dataclass(thing) and not isinstance(thing, type):
        return [text for one in dataclasses.fields(thing) for text in texts_of(getattr(thing, one.name), depth + 1)]
    return []


# --- the parts of a recording ---


def scrub_chat(chat: Sequence[ChatMessage], people: Directory) -> list[ChatMessage]:
    """Give the public chat without names; private messages are dropped."""
    made = []
    for one in chat:
        if one.private:
            people.count.private += 1
            continue
        made.append(ChatMessage(one.start, people.called(one.author), people.scrub(one.text)))
    return made


def scrub_cues(cues: Sequence[ReadCue], people: Directory) -> list[ReadCue]:
    """Give captions without participants' names; speakers keep theirs."""
    named = [dataclasses.replace(one, speaker=people.called(one.speaker)) for one in cues]
    return [dataclasses.replace(one, text=people.scrub(one.text)) for one in named]


def scrub_questions(questions: Sequence[Question], people: Directory) -> list[Question]:
    """Give questions and answers without names."""
    return [
        Question(
            people.scrub(one.text), tuple(people.scrub(answer) for answer in one.answers), people.called(one.asker),
            one.start, one.votes,
        )
        for one in questions
    ]  # fmt: skip


def scrub_polls(polls: Sequence[PollResult], people: Directory) -> list[PollResult]:
    """Give polls without what people may have typed of themselves."""
    return [
        dataclasses.replace(
            one,
            question=people.scrub(one.question),
            answers=tuple(PollAnswer(people.scrub(answer.label), answer.votes) for answer in one.answers),
        )
        for one in polls
    ]
