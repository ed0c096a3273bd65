"""espeak-ng in a process of its own: texts on the input, samples and the moments of words on the output.

The engine keeps the state of its noise and flutter from one text to the next, and offers no way to begin anew; a process
that begins fresh says the same texts with the same bytes, and takes nothing with it when native code falls.

Input: a JSON object {language, words_a_minute, texts}. Output: a line of JSON {rate, texts: [{samples, words}]}, then the
samples of all texts, 16 bits, little-endian, one channel.
"""

from __future__ import annotations

import array
import ctypes
import json
import sys
from typing import Any

_SYNCHRONOUS, _DO_NOT_EXIT, _CHARACTERS, _UTF8, _RATE = 2, 0x8000, 1, 1, 1
_END, _WORD = 0, 1


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int), ("unique_identifier", ctypes.c_uint), ("text_position", ctypes.c_int),
        ("length", ctypes.c_int), ("audio_position", ctypes.c_int), ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p), ("id", ctypes.c_char * 8),
    )  # fmt: skip


_Heard: Any = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))


class Engine:
    """The library, started once. Raises OSError when it cannot start, ValueError for a language that it lacks."""

    def __init__(self, language: str, words_a_minute: int) -> None:
        import espeakng_loader

        self._library = ctypes.CDLL(espeakng_loader.get_library_path())
        data = str(espeakng_loader.get_data_path()).encode()
        self.rate = int(self._library.espeak_Initialize(_SYNCHRONOUS, 0, data, _DO_NOT_EXIT))
        if self.rate <= 0:
            raise OSError("espeak_Initialize")
        if self._library.espeak_SetVoiceByName(language.encode()) != 0:
            raise ValueError(f"espeak-ng: {language}?")
        self._library.espeak_SetParameter(_RATE, words_a_minute, 0)
        self._heard = _Heard(self._hear)  # kept: the library calls it as long as it speaks
        self._library.espeak_SetSynthCallback(self._heard)
        self._samples = array.array("h")
        self._words: list[tuple[int, int]] = []

    def speak(self, text: str) -> tuple[array.array[int], list[tuple[int, int]]]:
        """Speak a text: samples, and for each word its place in the text and the sample at which it is heard."""
        self._samples, self._words = array.array("h"), []
        written = text.encode()
        size = ctypes.c_size_t(len(written) + 1)
        if self._library.espeak_Synth(written, size, 0, _CHARACTERS, 0, _UTF8, None, None) != 0:
            raise ValueError(f"espeak-ng: {text[:60]}")
        self._library.espeak_Synchronize()
        return self._samples, sorted(self._words)

    def _hear(self, samples: Any, count: int, events: Any) -> int:
        if samples and count > 0:
            self._samples.frombytes(ctypes.string_at(samples, count * 2))
        place = 0
        while events[place].type != _END:
            if events[place].type == _WORD:
                self._words.append((events[place].text_position - 1, events[place].sample))
            place += 1
        return 0


def main() -> None:
    """Speak what is asked for."""
    asked = json.load(sys.stdin)
    engine = Engine(asked["language"], asked["words_a_minute"])
    spoken = [engine.speak(text) for text in asked["texts"]]
    facts = {"rate": engine.rate, "texts": [{"samples": len(samples), "words": words} for samples, words in spoken]}
    sys.stdout.buffer.write(json.dumps(facts).encode() + b"\n")
    for samples, _ in spoken:
        if sys.byteorder == "big":
            samples.byteswap()
        sys.stdout.buffer.write(samples.tobytes())


if __name__ == "__main__":
    main()
