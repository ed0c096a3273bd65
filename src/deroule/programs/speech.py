"""Speech: a text in, samples and the moments of its words out; espeak-ng in process, or any program that writes WAV.

A voice is anything with `name`, `rate` and `speak`. The built-in one is espeak-ng, bundled with its voices by a
package, so that no system program and no network is needed; a better one (a neural voice, the one of a system) is
named by its command in DEROULE_VOICE.
"""

from __future__ import annotations

import ctypes
import io
import shlex
import subprocess
import threading
import wave
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

Samples: TypeAlias = NDArray[np.int16]
"""One channel, 16 bits."""

VARIABLE = "DEROULE_VOICE"
"""The environment variable with the command of another voice: text on its standard input, WAV on its standard output;
`{language}` in it is replaced by the language of the text."""
WORDS_A_MINUTE = 150
"""The pace of a calm presenter, which is also the one that slide durations are reckoned with."""


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

    def speak(self, text: str, language: str) -> Speech:
        """Speak a text of one language (`fr`, `en`…). Raises SpeechError."""


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int), ("unique_identifier", ctypes.c_uint), ("text_position", ctypes.c_int),
        ("length", ctypes.c_int), ("audio_position", ctypes.c_int), ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p), ("id", ctypes.c_char * 8),
    )  # fmt: skip


_SYNCHRONOUS, _DO_NOT_EXIT, _CHARACTERS, _UTF8, _RATE = 2, 0x8000, 1, 1, 1
_END, _WORD = 0, 1
_Heard: Any = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))


class EspeakVoice:
    """espeak-ng. The library keeps one state a process, so that one text is spoken at a time."""

    def __init__(self, words_a_minute: int = WORDS_A_MINUTE) -> None:
        import espeakng_loader

        self._library = ctypes.CDLL(espeakng_loader.get_library_path())
        self.rate = self._library.espeak_Initialize(
            _SYNCHRONOUS, 0, str(espeakng_loader.get_data_path()).encode(), _DO_NOT_EXIT
        )
        if self.rate <= 0:
            raise SpeechError("espeak_Initialize")
        self._library.espeak_Info.restype = ctypes.c_char_p
        version = self._library.espeak_Info(None).decode("ascii", "replace")
        self.name = f"espeak-ng {version} {words_a_minute}"
        self._library.espeak_SetParameter(_RATE, words_a_minute, 0)
        self._pieces: list[Samples] = []
        self._words: list[tuple[int, int]] = []
        self._heard = _Heard(self._hear)  # kept: the library calls it as long as the voice lives
        self._library.espeak_SetSynthCallback(self._heard)
        self._lock = threading.Lock()

    def speak(self, text: str, language: str) -> Speech:
        """Speak a text. A language that espeak-ng does not know is refused."""
        written = text.encode()
        with self._lock:
            if self._library.espeak_SetVoiceByName(language.split("-")[0].lower().encode()) != 0:
                raise SpeechError(f"espeak-ng: {language}?")
            self._pieces, self._words = [], []
            size = ctypes.c_size_t(len(written) + 1)
            if self._library.espeak_Synth(written, size, 0, _CHARACTERS, 0, _UTF8, None, None) != 0:
                raise SpeechError(f"espeak-ng: {text[:60]}")
            self._library.espeak_Synchronize()
            samples = np.concatenate(self._pieces) if self._pieces else np.zeros(0, np.int16)
            return Speech(samples, tuple(sorted(self._words)))

    def _hear(self, samples: Any, count: int, events: Any) -> int:
        if samples and count > 0:
            self._pieces.append(np.ctypeslib.as_array(samples, shape=(count,)).copy())
        place = 0
        while events[place].type != _END:
            if events[place].type == _WORD:
                self._words.append((events[place].text_position - 1, events[place].sample))
            place += 1
        return 0


class CommandVoice:
    """Another program that speaks. Started once a text; what it writes is read as WAV."""

    def __init__(self, command: Sequence[str], rate: int) -> None:
        self._command = tuple(command)
        self.name = shlex.join(command)
        self.rate = rate

    def speak(self, text: str, language: str) -> Speech:
        """Speak a text. Raises SpeechError when the program is absent, fails, or writes something else than WAV."""
        command = [part.replace("{language}", language) for part in self._command]
        try:
            ran = subprocess.run(command, input=text.encode(), capture_output=True, timeout=120, check=True)
            samples, rate = read_wav(ran.stdout)
        except (OSError, subprocess.SubprocessError, wave.Error, EOFError, ValueError) as fault:
            raise SpeechError(f"{self.name}: {fault}"[:300]) from fault
        return Speech(resampled(samples, rate, self.rate))


@cache
def espeak_voice() -> EspeakVoice:
    """Give the built-in voice, started once a process."""
    return EspeakVoice()


def voice_named(command: str | None) -> Voice:
    """Give the voice of a command, or the built-in one when none is named. Raises SpeechError."""
    try:
        parts = shlex.split(command or "")
    except ValueError as fault:
        raise SpeechError(f"{VARIABLE}: {fault}") from fault
    if parts:
        return CommandVoice(parts, 24_000)
    try:
        return espeak_voice()
    except (ImportError, OSError, AttributeError) as fault:
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
