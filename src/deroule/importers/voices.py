"""Who speaks in captions that hold names as text: `Ada Martin: Good morning`."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Sequence

from deroule.source.after.cues import ReadCue

_NAMED = re.compile(r"(?P<name>[^\W\d_][^:\n<>]{1,58}?)\s?:\s+(?P<text>\S.*)\Z", re.DOTALL)
MOST_WORDS = 6
"""Words of a name; a longer start is a sentence that announces something."""


def with_voices(cues: Sequence[ReadCue]) -> list[ReadCue]:
    """Take the speaker's name out of the text where the file names speakers so; else give the cues as they are.

    A file does so when most of its cues begin with a name, or when few names begin many of them: a single
    « Rappel : … » in running text is no speaker.
    """
    if any(cue.speaker for cue in cues):
        return list(cues)
    found = [_NAMED.match(cue.text) for cue in cues]
    names = Counter(match["name"] for match in found if match and _is_name(match["name"]))
    named = sum(names.values())
    if not named or (named < 0.5 * len(cues) and not (named >= 4 and named >= 3 * len(names))):
        return list(cues)
    made = []
    for cue, match in zip(cues, found, strict=True):
        if match and match["name"] in names:
            made.append(dataclasses.replace(cue, speaker=match["name"], text=match["text"].strip()))
        else:
            # Zoom leaves the name out where the same person goes on.
            made.append(dataclasses.replace(cue, speaker=made[-1].speaker if made else ""))
    return made


def _is_name(text: str) -> bool:
    words = text.split()
    return 1 <= len(words) <= MOST_WORDS and (text[0].isupper() or not text[0].isascii())
