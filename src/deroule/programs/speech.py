"""Speech: texts in, samples and the moments of their words out; espeak-ng, or any program that writes WAV.

A voice is anything with `name`, `rate` and `speak`. The built-in one is espeak-ng, bundled with its voices by a
package, so that no system program and no network is needed; a better one (a neural voice, the one of a system) is
named by its command in DEROULE_VOICE.
"""

from __future__ import annotations

import io
import json
import shlex
import subprocess
import sys
import wave
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

Samples: TypeAlias = NDArray[np.int16]
"""One channel, 16 bits."""

VARIABLE = "DEROULE_VOICE"
"""The environment variable with the command of another voice: text on its standard input, WAV on its standard output;
`{language}` in it is replaced by the language of the text."""
PACE, PACES = 140, {"fr": 130}
"""What espeak-ng is asked for, in words a minute as it counts them. Pauses included it then says 140 words a minute in French
and 150 in English: a calm presenter, the pace that slide durations are reckoned with, and captions that can be read."""


class SpeechError(Exception):
    """The voice could not speak; the message says why, in the engine's words."""


@dataclass(frozen=True, slots=True)
class Speech:
    """A text spoken. `words` are pairs of a character's place in the text and the sample at which it is heard; empty
    when the voice does not tell."""

    samples: Samples
    words: tuple[tuple[int, int], ...] = ()

    def moment(self, character: int, length: int) -> int:
        """Give the sample at which a character of a text of `length` is reached; by proportion without words."""
        if not self.words:
            return round(len(self.samples) * character / max(length, 1))
        later = [sample for place, sample in self.words if place >= character]
        return later[0] if later else len(self.samples)


class Voice(Protocol):
    """What speaks."""

    name: str
    """Tells one voice from another, with all that changes how it sounds: what was spoken is kept under it."""
    rate: int
    """Samples a second."""

    def speak(self, texts: Sequence[str], language: str) -> tuple[Speech, ...]:
        """Speak texts of one language (`fr`, `en`…); the same texts give the same samples. Raises SpeechError."""


class EspeakVoice:
    """espeak-ng, in a process of its own for each call (see `espeak.py`)."""

    rate = 22_050

    def __init__(self) -> None:
        self.name = f"espeak-ng {version('espeakng-loader')} {PACE} {PACES}"

    def speak(self, texts: Sequence[str], language: str) -> tuple[Speech, ...]:
        """Speak texts. A language that espeak-ng does not know is refused."""
        code = language.split("-")[0].lower()
        asked = {"language": code, "words_a_minute": PACES.get(code, PACE), "texts": list(texts)}
        try:
            ran = subprocess.run(
                [sys.executable, "-m", "deroule.programs.espeak"], input=json.dumps(asked).encode(),
                capture_output=True, check=True, timeout=300,
            )  # fmt: skip
        except (OSError, subprocess.SubprocessError) as fault:
            told = getattr(fault, "stderr", None) or str(fault).encode()
            raise SpeechError(told.decode(errors="replace").strip().splitlines()[-1][:300]) from fault
        head, _, sound = ran.stdout.partition(b"\n")
        facts = json.loads(head)
        samples = np.frombuffer(sound, "<i2").astype(np.int16)
        return tuple(self._cut(facts, samples))

    def _cut(self, facts: dict[str, Any], samples: Samples) -> Iterator[Speech]:
        reached = 0
        share = self.rate / facts["rate"]
        for one in facts["texts"]:
            own = samples[reached : reached + one["samples"]]
            reached += one["samples"]
            words = tuple((place, round(sample * share)) for place, sample in one["words"])
            yield Speech(resampled(own, facts["rate"], self.rate), words)


class CommandVoice:
    """Another program that speaks. Started once a text; what it writes is read as WAV."""

    def __init__(self, command: Sequence[str], rate: int) -> None:
        self._command = tuple(command)
        self.name = shlex.join(command)
        self.rate = rate

    def speak(self, texts: Sequence[str], language: str) -> tuple[Speech, ...]:
        """Speak texts. Raises SpeechError when the program is absent, fails, or writes something else than WAV."""
        command = [part.replace("{language}", language) for part in self._command]
        return tuple(self._speak(text, command) for text in texts)

    def _speak(self, text: str, command: list[str]) -> Speech:
        try:
            ran = subprocess.run(command, input=text.encode(), capture_output=True, timeout=120, check=True)
            samples, rate = read_wav(ran.stdout)
        except (OSError, subprocess.SubprocessError, wave.Error, EOFError, ValueError) as fault:
            raise SpeechError(f"{self.name}: {fault}"[:300]) from fault
        return Speech(resampled(samples, rate, self.rate))


def voice_named(command: str | None) -> Voice:
    """Give the voice of a command, or the built-in one when none is named. Raises SpeechError."""
    try:
        parts = shlex.split(command or "")
    except ValueError as fault:
        raise SpeechError(f"{VARIABLE}: {fault}") from fault
    if parts:
        return CommandVoice(parts, 24_000)
    try:
        return EspeakVoice()
    except PackageNotFoundError as fault:
        raise SpeechError(f"espeak-ng: {fault}") from fault


def read_wav(content: bytes) -> tuple[Samples, int]:
    """Read WAV of 16 bits; several channels become one. Raises ValueError, wave.Error or EOFError."""
    with wave.open(io.BytesIO(content)) as sound:
        if sound.getsampwidth() != 2:
            raise ValueError(f"{8 * sound.getsampwidth()} bits")
        samples = np.frombuffer(sound.readframes(sound.getnframes()), "<i2").reshape(-1, sound.getnchannels())
        return samples.mean(axis=1).astype(np.int16), sound.getframerate()


def resampled(samples: Samples, rate: int, wanted: int) -> Samples:
    """Give the sound at another rate, by straight lines between samples: enough for a voice."""
    if rate == wanted or not len(samples):
        return samples
    count = round(len(samples) * wanted / rate)
    places = np.arange(count) * (len(samples) - 1) / max(count - 1, 1)
    return np.interp(places, np.arange(len(samples)), samples).astype(np.int16)
