"""Speaking a page: sentences to samples with the pauses of a presenter, and captions at the moments they are heard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from deroule.outputs.rehearsal.narration import Narration
from deroule.outputs.rehearsal.reading import read_aloud
from deroule.outputs.rehearsal.sentences import captions
from deroule.programs.speech import Samples, Speech, Voice

BEFORE, BETWEEN, PARAGRAPH, AFTER = 0.5, 0.3, 0.7, 0.9
"""Seconds of silence before the first sentence of a page, between sentences, between paragraphs, and at the end."""
SHORTEST = 4.0
"""Seconds that a page stays at least: time to see it."""
LINGER = 0.25
"""Seconds that a caption may stay after its last word."""


@dataclass(frozen=True, slots=True)
class Line:
    """A caption with its moments, in seconds from the start of its page."""

    start: float
    end: float
    text: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """A page spoken."""

    samples: Samples
    rate: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it is shown, caption by caption, and as each caption is given to the voice."""

    shown: tuple[str, ...]
    said: tuple[str, ...]
    pause: float
    """Seconds of silence before it."""

    @property
    def text(self) -> str:
        """What the voice is given."""
        return " ".join(self.said)


def speak(narration: Narration, voice: Voice) -> Spoken:
    """Speak a page. Raises SpeechError."""
    told = list(_sentences(narration))
    speeches = voice.speak([one.text for one in told], narration.language) if told else ()
    pieces: list[Samples] = [_silence(0 if told else BEFORE, voice.rate)]
    lines: list[Line] = []
    reached = len(pieces[0])
    for sentence, speech in zip(told, speeches, strict=True):
        pause, samples = _silence(sentence.pause, voice.rate), _trimmed(speech.samples)
        reached += len(pause)
        lines += _lines(sentence, speech, len(samples), reached, voice.rate)
        pieces += [pause, samples]
        reached += len(samples)
    rest = max(AFTER, SHORTEST - reached / voice.rate)
    pieces.append(_silence(rest, voice.rate))
    return Spoken(np.concatenate(pieces), voice.rate, _lingering(lines))


def _sentences(narration: Narration) -> Iterator[Sentence]:
    own = dict(narration.pronunciations)
    for number, paragraph in enumerate(narration.paragraphs):
        for place, sentence in enumerate(paragraph):
            shown = captions(sentence)
            pause = BETWEEN if place else PARAGRAPH if number else BEFORE
            yield Sentence(shown, tuple(read_aloud(one, narration.language, own) for one in shown), pause)


def _lines(sentence: Sentence, speech: Speech, length: int, reached: int, rate: int) -> Iterator[Line]:
    """Give the captions of a sentence: the first as the voice begins, the others as it reaches their first word."""
    moments, place = [], 0
    for said in sentence.said:
        moments.append(min(speech.moment(place, len(sentence.text)), length) if place else 0)
        place += len(said) + 1
    for start, end, shown in zip(moments, [*moments[1:], length], sentence.shown, strict=True):
        if end > start:
            yield Line((reached + start) / rate, (reached + end) / rate, shown)


def _trimmed(samples: Samples) -> Samples:
    """Take off the silence that a voice puts after a sentence: the pauses are ours."""
    heard = np.flatnonzero(np.abs(samples.astype(np.int32)) > 60)
    return samples[: int(heard[-1]) + 1] if len(heard) else samples[:0]


def _silence(seconds: float, rate: int) -> Samples:
    return np.zeros(round(seconds * rate), np.int16)


def _lingering(lines: list[Line]) -> tuple[Line, ...]:
    """Let each caption stay a little after its last word, never into the next one."""
    nexts = [line.start for line in lines[1:]] + [float("inf")]
    return tuple(
        Line(round(line.start, 3), round(min(line.end + LINGER, following), 3), line.text)
        for line, following in zip(lines, nexts, strict=True)
    )
