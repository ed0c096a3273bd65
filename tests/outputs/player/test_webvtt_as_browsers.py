"""WebVTT read as a browser reads it: several hundred files of sound and broken lines, given to Chromium's own parser too."""

from __future__ import annotations

import base64
import random

import pytest

from deroule.source.after.webvtt import read_webvtt

pytestmark = pytest.mark.browser
LINES = [
    "", "", "", "00:00:00.000 --> 00:00:01.000", "00:01.500 --> 00:02.750", "123:00:00.000 --> 123:00:01.000",
    "00:00:02.000-->00:00:03.000", "\t00:00:04.000\t -->  00:00:05.000 ", "00:00:06.000 --> 00:00:07.000 align:start line:0",
    "00:00:08.000 --> 00:00:09.000 nothing:such", "00:00:60.000 --> 00:01:01.000", "00:60:00.000 --> 01:00:01.000",
    "0:00.000 --> 0:01.000", "00:00:00,000 --> 00:00:01,000", "00:00:00.00 --> 00:00:01.000", "00:00:00.000 -> 00:00:01.000",
    "00:00:00.000 --> ", "--> 00:00:01.000", "-->", "un-->deux", "--->", "-->-->", "00:00:00.000 -- --> 00:00:01.000",
    "00:00:00.000 --> 00:00:01.000x", "00:00:00.000 --> 00:00:01.0000", "-00:00:01.000 --> 00:00:02.000",
    "1", " une étiquette ", "-- >", "NOTE", "NOTE une remarque", "NOTExyz", "STYLE", "STYLE x", "REGION", "id:fred",
    "::cue { color: red }", "Bonjour à tous.", "  Du texte  ", "Et encore", "a\u00a0b", "nul\0ici", "\ufeffWEBVTT",
]  # fmt: skip
HEADERS = ["WEBVTT", "WEBVTT un titre", "WEBVTT\tx", "\ufeffWEBVTT", "WEBVTTx", "WEBVT", " WEBVTT", "", "webvtt"]
ASK = """async (files) => {
  const told = [];
  for (const file of files) {
    const film = document.createElement("video"), track = document.createElement("track");
    film.append(track);
    track.kind = "captions";
    track.track.mode = "hidden";
    told.push(await new Promise((done) => {
      track.onload = () => done([...track.track.cues].map((cue) => [cue.startTime, cue.endTime, cue.text]));
      track.onerror = () => done(null);
      track.src = "data:text/vtt;base64," + file;
    }));
  }
  return told;
}"""


def written(seed: int) -> str:
    """Write a file of random lines, most with a sound header."""
    chance = random.Random(seed)
    header = chance.choice(HEADERS) if chance.random() < 0.2 else "WEBVTT"
    lines = [header, chance.choice(["", "", "", "Kind: captions"]), *chance.choices(LINES, k=chance.randint(0, 14))]
    return "".join(line + chance.choice(["\n", "\n", "\n", "\r\n", "\r"]) for line in lines)


def test_the_browser_keeps_the_same_cues(chromium) -> None:
    files = [written(seed) for seed in range(500)]
    page = chromium.new_page()
    told = page.evaluate(ASK, [base64.b64encode(file.encode()).decode("ascii") for file in files])
    page.close()
    assert sum(bool(one) for one in told) > 200, "the browser reads most of them"
    for file, browser in zip(files, told, strict=True):
        read = read_webvtt(file)
        # A cue that ends before it begins, or says nothing, is a cue to the browser; we mend it, or leave it out, and say so.
        kept = sorted((cue.start, cue.end, cue.text) for cue in read.cues if not cue.mended)
        if browser is None:
            assert read.faults, repr(file)
            continue
        wanted = sorted(
            (start, end, " ".join(text.split())) for start, end, text in browser if end > start and text.strip()
        )
        ours = sorted((start, end, " ".join(text.split())) for start, end, text in kept)
        assert ours == wanted, repr(file)
