"""Captions of other kinds and encodings: SubRip, SubViewer, UTF-16, Windows-1252, torn files."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deroule.source.after.captions import read_captions
from deroule.source.after.text import decode_export

SRT = """1
00:00:01,000 --> 00:00:02,500
<i>Été</i> comme hiver

2
00:00:03.000 --> 00:00:04,000 X1:40 X2:600
{\\an8}Deux
lignes
3
00:00:05,000 --> 00:00:06,000
<font color="red">Collé</font> &amp; joint

00:00:07,000 --> 00:00:08,000
Sans numéro
"""
SBV = "0:00:01.000,0:00:03.500\nUn[br]deux\n\n0:00:04.000,0:00:05.250\nTrois\n"


def texts(content: bytes) -> list[tuple[float, float, str]]:
    return [(cue.start, cue.end, cue.text) for cue in read_captions(content).cues]


def test_subrip_with_its_liberties() -> None:
    assert texts(SRT.encode()) == [
        (1, 2.5, "Été comme hiver"), (3, 4, "Deux\nlignes"), (5, 6, "Collé & joint"), (7, 8, "Sans numéro"),
    ]  # fmt: skip


def test_subviewer() -> None:
    assert texts(SBV.encode()) == [(1, 3.5, "Un\ndeux"), (4, 5.25, "Trois")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_encoding_that_tools_write(encoding: str) -> None:
    read = read_captions(SRT.encode(encoding))
    assert read.cues[0].text == "Été comme hiver"
    assert bool(read.faults) == (not encoding.startswith("utf-8"))


def test_a_numeral_alone_is_text_unless_times_follow() -> None:
    assert texts(b"1\n00:00:01,000 --> 00:00:02,000\n2026\n\n2\n00:00:03,000 --> 00:00:04,000\nOui\n") == [
        (1, 2, "2026"), (3, 4, "Oui"),
    ]  # fmt: skip


def test_a_torn_last_sign_does_not_change_the_encoding() -> None:
    assert decode_export("Été à Orléans, é".encode()[:-1]).encoding == "utf-8"


@pytest.mark.parametrize("content", [b"", b"\0\0\0", b"PK\x03\x04", b"Un texte quelconque.", b"WEBVTT"])
def test_a_file_without_a_caption_says_so(content: bytes) -> None:
    read = read_captions(content)
    assert read.cues == () and any("aucun" in fault.what.fr for fault in read.faults)


def test_text_before_the_first_times_and_times_that_are_torn_are_told() -> None:
    read = read_captions(b"Titre\n\n1\n00:00:01,000 --> 00:00:02,000\nA\n\n2\n00:00:03,000 --> 00:00\nB\n")
    assert [(fault.line, fault.lost) for fault in read.faults] == [(1, True), (8, True)]


@settings(deadline=None)
@given(st.sampled_from([SRT, SBV, "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v Zoé>Été\n"]), st.data())
def test_files_that_were_damaged_never_make_the_reader_raise(text: str, data: st.DataObject) -> None:
    content = bytearray(text.encode(data.draw(st.sampled_from(["utf-8", "utf-16", "cp1252"]))))
    for _ in range(data.draw(st.integers(0, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    read = read_captions(bytes(content[: data.draw(st.integers(0, len(content)))]))
    assert read.cues or read.faults
    assert all(cue.start < cue.end and cue.text for cue in read.cues)
