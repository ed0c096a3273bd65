"""Which artefacts of other outputs an event's page offers for download."""

from __future__ import annotations

OFFERED = {
    "synthesis/{e}/pdf": "synthesis",
    "synthesis/{e}/docx": "synthesis",
    "synthesis/{e}/odt": "synthesis",
    "synthesis/{e}/epub": "synthesis",
    "deck/{e}": "deck",
    "slides/{e}": "slides",
    "handout/{e}": "handout",
    "handout/{e}/three": "three",
    "documents/{e}/programme-pdf": "programme",
    "documents/{e}/evaluation-pdf": "evaluation",
    "transcript/{e}/pdf": "transcript",
    "transcript/{e}/docx": "transcript",
    "replay/{e}": "replay",
    "scorm/{e}": "lms",
}
"""The artefacts in the order shown; those that one word names are one line with several formats."""
