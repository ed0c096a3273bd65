"""A caption file of any kind: which kind it is, by what stands in it rather than by its name."""

from __future__ import annotations

import re

from deroule.diagnostics import Words
from deroule.source.after.cues import CaptionFault, Captions
from deroule.source.after.subtitles import read_sbv, read_srt
from deroule.source.after.text import decode_export
from deroule.source.after.webvtt import read_webvtt

_SBV = re.compile(r"^\s*\d+:\d\d:\d\d\.\d{1,3}\s*,\s*\d+:\d\d:\d\d\.\d{1,3}\s*$", re.MULTILINE)
_SRT = re.compile(r"^\s*\d+:\d+:\d+,\d+\s*-->", re.MULTILINE)
NOT_UTF8 = Words("le fichier n'est pas en UTF-8", "the file is not UTF-8")
UNSURE = Words("des signes ne se lisent dans aucun codage", "some signs cannot be read in any encoding")
TOO_LARGE = Words("le fichier est trop grand, sa fin n'a pas été lue", "the file is too large, its end was not read")
NO_CUE = Words("aucun sous-titre n'y a été trouvé", "no caption was found in it")


def read_captions(content: bytes) -> Captions:
    """Read captions in WebVTT, SubRip or SubViewer. Never raises; a file without a cue says so."""
    decoded = decode_export(content)
    text = decoded.text
    if text.lstrip("\ufeff").startswith("WEBVTT"):
        read = read_webvtt(text)
    elif _SBV.search(text) and "-->" not in text:
        read = read_sbv(text)
    elif _SRT.search(text):
        read = read_srt(text)
    else:
        read = read_webvtt(text)
    faults = list(read.faults)
    if decoded.encoding not in ("utf-8",):
        faults.insert(0, CaptionFault(1, NOT_UTF8))
    if decoded.unsure:
        faults.insert(0, CaptionFault(1, UNSURE, lost=True))
    if decoded.cut:
        faults.append(CaptionFault(1, TOO_LARGE, lost=True))
    if not read.cues:
        faults.append(CaptionFault(1, NO_CUE, lost=True))
    return Captions(read.cues, tuple(faults), read.form, read.notes)
