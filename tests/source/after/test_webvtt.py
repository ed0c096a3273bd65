"""WebVTT after the W3C's rules (www.w3.org/TR/webvtt1, sections 4 to 6): what its parser keeps, we keep; the rest is told."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deroule.model.recording import Cue
from deroule.model.webvtt import write_webvtt
from deroule.source.after.cue_text import plain_cue_text, read_cue_text
from deroule.source.after.cues import Captions
from deroule.source.after.webvtt import read_timing, read_webvtt

TIME = "00:00:00.000 --> 00:00:01.000"


def kept(text: str) -> list[tuple[float, float, str]]:
    """Give what a parser that follows the rules keeps: cues that had not to be mended."""
    return [(cue.start, cue.end, cue.text) for cue in read_webvtt(text).cues if not cue.mended]


def lines_of(read: Captions) -> list[int]:
    return [fault.line for fault in read.faults]


ONE = [(0.0, 1.0, "text")]
HEADERS = {
    "plain": (f"WEBVTT\n\n{TIME}\ntext", ONE),
    "byte order mark": (f"\ufeffWEBVTT\n\n{TIME}\ntext", ONE),
    "space and words after": (f"WEBVTT some words\n\n{TIME}\ntext", ONE),
    "tab and words after": (f"WEBVTT\twords\n\n{TIME}\ntext", ONE),
    "header lines": (f"WEBVTT\nKind: captions\nLanguage: fr\n\n{TIME}\ntext", ONE),
    "timestamp map": (f"WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0\n\n{TIME}\ntext", ONE),
    "no empty line after the header": (f"WEBVTT\n{TIME}\ntext", ONE),
    "several empty lines": (f"WEBVTT\n\n\n\n{TIME}\ntext\n\n\n", ONE),
    "carriage returns": (f"WEBVTT\r\r{TIME}\rtext", ONE),
    "both": (f"WEBVTT\r\n\r\n{TIME}\r\ntext\r\n", ONE),
    "mixed": (f"WEBVTT\r\n\n{TIME}\rtext\n", ONE),
    "nothing but the header": ("WEBVTT", []),
    "header and newline": ("WEBVTT\n", []),
    "null byte": (f"WEBVTT\n\n{TIME}\nte\0xt", [(0.0, 1.0, "te\ufffdxt")]),
}


@pytest.mark.parametrize("case", HEADERS)
def test_header_and_line_ends(case: str) -> None:
    text, expected = HEADERS[case]
    assert kept(text) == expected


@pytest.mark.parametrize("text", ["", "\n", "WEBVT\n", "webvtt\n", "WEBVTTx\n", " WEBVTT\n", "WEBVTT-\n", "Bonjour"])
def test_a_file_that_is_not_webvtt_is_told_at_its_first_line(text: str) -> None:
    assert 1 in lines_of(read_webvtt(text))


TIMINGS = {
    "00:00:00.000 --> 00:00:01.000": (0, 1),
    "00:00.000 --> 00:01.000": (0, 1),
    "00:00:00.000-->00:00:01.000": (0, 1),
    "00:00:00.000\t-->\t00:00:01.000": (0, 1),
    "   00:00:00.000 --> 00:00:01.000   ": (0, 1),
    "1:00:00.000 --> 1:00:01.000": (3600, 3601),
    "100:00:00.000 --> 100:00:01.000": (360000, 360001),
    "00:59:59.999 --> 01:00:00.000": (3599.999, 3600),
}
FAULTY_TIMINGS = (
    "00:00:00.000 -> 00:00:01.000", "00:00:00,000 --> 00:00:01,000", "00:00:00.000 --> 00:00:01.00",
    "00:00:00.0000 --> 00:00:01.0000", "0:00.000 --> 0:01.000", "00:60.000 --> 01:01.000", "00:00.000 --> 60:01.000",
    "00:00:60.000 --> 00:01:01.000", "00:00:00.000 --> ", "--> 00:00:01.000", "-00:00:00.000 --> 00:00:01.000",
    "00.000 --> 01.000", "aa:bb.ccc --> 00:00:01.000", "00:00:00.000 -- > 00:00:01.000", "0:0:3.1 --> 0:0:4.2",
    "00:00:00:000 --> 00:00:01:000",
)  # fmt: skip


@pytest.mark.parametrize("line", TIMINGS)
def test_times(line: str) -> None:
    start, end = TIMINGS[line]
    assert kept(f"WEBVTT\n\n{line}\ntext") == [(start, end, "text")]
    assert read_webvtt(f"WEBVTT\n\n{line}\ntext").faults == ()


@pytest.mark.parametrize("line", FAULTY_TIMINGS)
def test_faulty_times_are_told_at_their_line_and_no_strict_cue_is_made(line: str) -> None:
    read = read_webvtt(f"WEBVTT\n\n{line}\ntext\n\n{TIME}\nnext")
    assert kept(f"WEBVTT\n\n{line}\ntext\n\n{TIME}\nnext") == [(0, 1, "next")]
    assert set(lines_of(read)) == {3}


def test_what_touches_the_end_is_a_setting_that_does_not_exist() -> None:
    text = "WEBVTT\n\n00:00:00.000 --> 00:00:01.000x\ntext"
    assert kept(text) == ONE and lines_of(read_webvtt(text)) == [3]


def test_the_loose_times_of_meeting_tools_are_understood_and_told() -> None:
    read = read_webvtt("WEBVTT\n\n0:0:3.1 --> 0:0:4.22\nUn\n\n00:00:05,500 --> 00:00:06,000\nDeux")
    assert [(cue.start, cue.end, cue.mended) for cue in read.cues] == [(3.1, 4.22, True), (5.5, 6, True)]


def test_an_end_before_the_start_is_mended_and_told() -> None:
    read = read_webvtt("WEBVTT\n\n00:00:05.000 --> 00:00:04.000\nUn mot")
    assert [(cue.start, cue.end) for cue in read.cues] == [(5, 6)] and lines_of(read) == [3]


BLOCKS = {
    "identifier": ("un\n" + TIME + "\ntext", ONE),
    "identifier of digits": ("1\n" + TIME + "\ntext", ONE),
    "identifier with spaces": ("a b c\n" + TIME + "\ntext", ONE),
    "two lines of text": (TIME + "\na\nb", [(0.0, 1.0, "a\nb")]),
    "no empty line between cues": (TIME + "\ntext\n00:00:01.000 --> 00:00:02.000\nnext", [*ONE, (1.0, 2.0, "next")]),
    "arrow in the text ends the cue": (TIME + "\ntext\n-->\n\n" + TIME + "\nnext", [*ONE, (0.0, 1.0, "next")]),
    "note": ("NOTE a remark\n\n" + TIME + "\ntext", ONE),
    "note of several lines": ("NOTE\na\nb\n\n" + TIME + "\ntext", ONE),
    "note between cues": (TIME + "\ntext\n\nNOTE x\n\n00:00:01.000 --> 00:00:02.000\nnext", [*ONE, (1.0, 2.0, "next")]),
    "NOTExyz is an identifier": ("NOTExyz\n" + TIME + "\ntext", ONE),
    "style": ("STYLE\n::cue { color: red }\n\n" + TIME + "\ntext", ONE),
    "region": ("REGION\nid:fred\nwidth:40%\n\n" + TIME + " region:fred\ntext", ONE),
    "empty cue": (TIME + "\n\n" + TIME + "\ntext", ONE),
}  # fmt: skip


@pytest.mark.parametrize("case", BLOCKS)
def test_blocks(case: str) -> None:
    body, expected = BLOCKS[case]
    assert kept(f"WEBVTT\n\n{body}\n") == expected


def test_text_without_times_is_told_not_dropped_in_silence() -> None:
    read = read_webvtt(f"WEBVTT\n\nperdu\nperdu aussi\n\n{TIME}\ntext")
    assert [(fault.line, fault.lost) for fault in read.faults] == [(3, True)]


@pytest.mark.parametrize(
    ("settings", "faults"),
    [
        ("align:start position:10% line:0 size:50%", 0), ("vertical:rl", 0), ("line:50%,center", 0), ("line:-1", 0),
        ("position:10%,line-left", 0), ("align:middle", 1), ("size:50", 1), ("vertical:up", 1), ("unknown:1", 1),
        ("align: start", 2), ("position:", 1), ("line:a%", 1),
    ],
)  # fmt: skip
def test_settings_that_do_not_exist_are_told_and_the_cue_is_kept(settings: str, faults: int) -> None:
    read = read_webvtt(f"WEBVTT\n\n{TIME} {settings}\ntext")
    assert len(read.cues) == 1 and len(read.faults) == faults


TEXTS = {
    "a &amp; b &lt;c&gt;": "a & b <c>",
    "&nbsp;x&lrm;&rlm;": "\xa0x\u200e\u200f",
    "&unknown; &": "&unknown; &",
    "&eacute;t&#233; &#xe9;": "été é",
    "<b>gras</b> <i>et</i> <u>souligné</u>": "gras et souligné",
    "<c.jaune.fond>classe</c>": "classe",
    "<ruby>漢<rt>kan</rt></ruby>": "漢kan",
    "<lang en>smart grid</lang>": "smart grid",
    "<00:00:00.500>karaoké": "karaoké",
    "<b": "",
    "a < b": "a",
    "</b>rien": "rien",
    "<>vide": "vide",
    "<x>inconnu</x>": "inconnu",
}


@pytest.mark.parametrize("payload", TEXTS)
def test_tags_and_character_references(payload: str) -> None:
    assert plain_cue_text(payload) == TEXTS[payload]


@pytest.mark.parametrize(
    ("payload", "spoken"),
    [
        ("<v Ada>Bonjour", [("Ada", "Bonjour")]),
        ("<v Ada>Bonjour</v>", [("Ada", "Bonjour")]),
        ("<v.haut.vert Ada Martin>Bonjour", [("Ada Martin", "Bonjour")]),
        ("<v  Ada &amp; Zoé >Oui", [("Ada & Zoé", "Oui")]),
        ("<v Ada>Un\n<v Zoé>Deux", [("Ada", "Un"), ("Zoé", "Deux")]),
        ("<v Ada>Un</v> <v Ada>deux", [("Ada", "Un\ndeux")]),
        ("<v>Sans nom", [("", "Sans nom")]),
        ("<video>Pas une voix", [("", "Pas une voix")]),
    ],
)
def test_voices(payload: str, spoken: list[tuple[str, str]]) -> None:
    assert [(one.voice, one.text) for one in read_cue_text(payload)] == spoken


def test_two_voices_of_a_cue_share_its_time_by_what_they_say() -> None:
    read = read_webvtt("WEBVTT\n\n00:00:00.000 --> 00:00:04.000\n<v Ada>Oui.\n<v Zoé>Pas du tout.")
    assert [(cue.speaker, cue.start, cue.end) for cue in read.cues] == [("Ada", 0, 1), ("Zoé", 1, 4)]


clean = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Zs")), min_size=1, max_size=30
)
cues = st.builds(
    lambda start, length, text, speaker: Cue(start / 1000, (start + length) / 1000, text, speaker),
    st.integers(0, 40_000_000), st.integers(1, 9000), clean, st.sampled_from(["", "Ada Martin", "Zoé > <v & co"]),
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(cues, max_size=6))
def test_what_is_written_is_read_again(written: list[Cue]) -> None:
    read = read_webvtt(write_webvtt(written))
    assert read.faults == ()
    ordered = sorted(written, key=lambda one: (one.start, -one.end))
    assert [(round(one.start, 3), round(one.end, 3), one.text, one.speaker) for one in read.cues] == [
        (one.start, one.end, one.text, one.speaker) for one in ordered
    ]


@settings(deadline=None)
@given(st.text(alphabet="WEBVT\n\r0123456789:.,-> <v/&;NOTE STYLE\0\ufeff", max_size=120))
def test_nothing_makes_the_reader_raise_and_every_fault_has_a_line(text: str) -> None:
    read = read_webvtt("WEBVTT\n\n" + text)
    count = text.count("\n") + text.count("\r") + 4
    assert all(1 <= line <= count for line in lines_of(read))
    assert all(cue.start < cue.end for cue in read.cues)
    read_webvtt(text)
    read_timing(text)
