"""Font files read by many at once, as builds do."""

from __future__ import annotations

import subprocess
import sys

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
    # In a program of its own: fontTools imports its tables' readers when they are first asked for, and only then.
    subprocess.run([sys.executable, "-c", READ_BY_MANY], check=True, timeout=120)
