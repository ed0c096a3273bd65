"""What font files say of themselves, read by many at once, as builds do."""

from __future__ import annotations

import subprocess
import sys

from deroule.layout.font_face import read_face
from deroule.layout.font_file import font_file

READ_BY_MANY = """
from concurrent.futures import ThreadPoolExecutor
from deroule.layout.font_face import FALLBACKS, fallback_faces, read_face
from deroule.layout.font_file import font_file
paths = [font_file(written) for written in FALLBACKS] * 8
with ThreadPoolExecutor(24) as workers:
    faces = list(workers.map(read_face, paths))
assert {face.family for face in faces} == {face.family for face in fallback_faces()}
assert all(ord("é") in face.signs for face in faces)
"""


def test_threads_read_fonts_at_once_from_the_first_time_on() -> None:
    # In a program of its own, where nothing has read a font before.
    subprocess.run([sys.executable, "-c", READ_BY_MANY], check=True, timeout=120)


def test_a_face_says_how_it_is_asked_for_and_which_signs_it_has() -> None:
    face = read_face(font_file("rinoh_typeface_texgyreheros:texgyreheros-bolditalic.otf"))
    assert (face.family, face.weight, face.italic) == ("TeX Gyre Heros", 700, True)
    assert 0.7 < face.ascent < 0.85
    assert ord("É") in face.signs and ord("世") not in face.signs
