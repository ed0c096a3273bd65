"""Teams' transcript as a Word document: `Ada Martin   0:03` and what was said, or times with an arrow above it."""

from __future__ import annotations

import io
import re
import zipfile

from deroule.diagnostics import Words
from deroule.importers.part import Part
from deroule.importers.xml import read_xml
from deroule.source.after.cues import ReadCue
from deroule.source.after.webvtt import read_timing, readable_end

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPEAKER = re.compile(r"(?P<name>[^\d\s].{0,80}?)\s{1,4}(?:(?P<h>\d{1,2}):)?(?P<m>\d{1,3}):(?P<s>\d{2})\Z")
LARGEST = 40_000_000
NOT_WORD = Words("ce n'est pas un document Word lisible : {reason}", "this is no Word document that can be read: {reason}")  # fmt: skip
NO_TRANSCRIPT = Words("aucune transcription n'a été trouvée dans ce document", "no transcript was found in this document")  # fmt: skip


def read_document(content: bytes, name: str) -> Part:
    """Read a transcript from a .docx. Never raises: what is no transcript says so."""
    part = Part(tool="teams")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open("word/document.xml") as stream:
            xml = stream.read(LARGEST)
    except Exception as fault:  # damaged archives raise whatever their damage leads to
        part.fault(name, NOT_WORD, lost=True, reason=type(fault).__name__)
        return part
    top, torn = read_xml(xml)
    if torn:
        part.fault(name, NOT_WORD, lost=True, reason=torn)
    lines = [line for line in _lines(top) if line.strip()] if top is not None else []
    cues = _cues(lines)
    if cues:
        part.captions["und"] = cues
    else:
        part.tool = "file"
        part.fault(name, NO_TRANSCRIPT)
    return part


def _lines(top: object) -> list[str]:
    lines: list[str] = []
    for paragraph in top.iter(f"{_WORD}p"):  # type: ignore[attr-defined]
        text = ""
        for one in paragraph.iter():
            if one.tag == f"{_WORD}t":
                text += one.text or ""
            elif one.tag == f"{_WORD}br":
                text += "\n"
            elif one.tag == f"{_WORD}tab":
                text += "   "
        lines += [line.strip() for line in text.split("\n")]
    return lines


def _cues(lines: list[str]) -> list[ReadCue]:
    """Gather what is said under each head. Only starts are known in the newer shape: each lasts until the next."""
    opened: list[tuple[int, float, float | None, str, list[str]]] = []
    waiting = False  # the older shape has the name on the line after its times
    for number, line in enumerate(lines, 1):
        timing = read_timing(line) if "-->" in line else None
        head = _SPEAKER.match(line)
        if timing:
            opened.append((number, timing[0], timing[1], "", []))
            waiting = True
        elif waiting and opened:
            opened[-1] = (*opened[-1][:3], line, [])
            waiting = False
        elif head:
            at = int(head["h"] or 0) * 3600 + int(head["m"]) * 60 + int(head["s"])
            opened.append((number, float(at), None, head["name"].strip(), []))
        elif opened:
            opened[-1][4].append(line)
    cues = []
    for index, (number, start, end, speaker, words) in enumerate(opened):
        text = "\n".join(words)
        if not text:
            continue
        following = next((one[1] for one in opened[index + 1 :] if one[1] > start), None)
        until = end if end is not None and end > start else following or readable_end(start, text)
        cues.append(
            ReadCue(
                start,
                min(until, max(readable_end(start, text), start + 1)) if end is None else until,
                text,
                speaker,
                line=number,
            )
        )
    return cues
