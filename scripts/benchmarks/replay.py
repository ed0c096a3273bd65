"""Packing a long recording beside a plain copy of it, and filming rehearsals."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from fractions import Fraction
from pathlib import Path

from benchmarks.timing import FLAGSHIP, ROOT

SIZES = (20, 2048)
"""Megabytes of recording: the second must need no more memory than the first."""
EVENT = "2027-01-14-mesure"
FILES = {
    "sequences/organisation.yml": "language: fr\norganisations:\n  nous: {name: Nous}\n",
    f"sequences/{EVENT}/event.yml": (
        "title: Mesure\ndate: 2027-01-14\norganiser: nous\nsequences: [tout]\n"
        "speakers:\n  ada: {name: Ada, consent: {recording: 2026-12-01}}\n"
    ),
    f"sequences/{EVENT}/tout.yml": "kind: concept\ntitle: Tout\nslides:\n  - {id: une, title: Une, text: Un texte.}\n",
    f"sequences/{EVENT}/after/after.yml": (
        "media: [film.mp4]\nlength: 0:16:40\nslides:\n  - {at: 0:00:00, slide: couverture}\n  - {at: 0:05:00, slide: une}\n"
    ),
}


def run(arguments: argparse.Namespace) -> None:
    """Print both tables."""
    print("\n## packing a recording (with chapters put in), beside cp")
    print(f"{'MB':>6} {'pack s':>8} {'cp s':>7} {'MB/s':>7}  peak memory MiB")
    for size in SIZES:
        seconds, copied, peak = packing(size)
        print(f"{size:>6} {seconds:>8.1f} {copied:>7.1f} {size / seconds:>7.0f}  {peak:.0f}", flush=True)
    print("\n## deroule rehearse (flagship)")
    first, again, minutes = rehearsing()
    print(f"from nothing    {first:6.1f} s for {minutes:.1f} minutes: {minutes / first:.2f} minutes of video a second")
    print(f"one slide new   {again:6.1f} s")


def packing(size: int) -> tuple[float, float, float]:
    """Time `deroule pack` and `cp` of a recording of that many megabytes; give seconds, seconds, and the pack's MiB."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for name, content in FILES.items():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            (place / name).write_text(content, encoding="utf-8")
        film = place / f"sequences/{EVENT}/after/film.mp4"
        write_film(film, size)
        command = [sys.executable, "-m", "deroule"]
        others = [*command, "build", "--quiet", "--only", "deck,pictures,synthesis,documents"]
        for before in (others, [*command, "pack", EVENT, "--without-video"]):  # what goes in beside the film is made
            subprocess.run(before, cwd=place, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        started = time.perf_counter()
        child = subprocess.Popen(
            [*command, "pack", EVENT], cwd=place, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - started
        assert status == 0
        assert next((place / "build" / EVENT / "replay").glob("*.zip")).stat().st_size > size * 990_000
        started = time.perf_counter()
        subprocess.run(["cp", film, place / "copy.mp4"], check=True)
        return seconds, time.perf_counter() - started, usage.ru_maxrss / 1024


def write_film(target: Path, size: int) -> None:
    """Write an MP4 of that many megabytes whose pictures are noise: only packets are read, nothing is decoded."""
    import av

    noise = os.urandom(1_000_000)
    with av.open(str(target), "w", format="mp4") as container:
        stream = container.add_stream("mjpeg", rate=1)
        stream.width, stream.height, stream.pix_fmt = 1280, 720, "yuvj420p"
        for number in range(size):
            packet = av.Packet(noise[number % 1000 :])
            packet.stream = stream
            packet.pts = packet.dts = number
            packet.duration, packet.time_base = 1, Fraction(1, 1)
            packet.is_keyframe = True
            container.mux(packet)


def rehearsing() -> tuple[float, float, float]:
    """Film the flagship's rehearsal from nothing, then after a change to one slide; give seconds, seconds, minutes."""
    import json

    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for name in ("sequences", "content"):
            shutil.copytree(ROOT / name, place / name)
        shutil.copy(ROOT / "mkdocs.yml", place)
        command = [sys.executable, "-m", "deroule"]
        subprocess.run([*command, "build", "--quiet", "--only", "pictures"], cwd=place, check=True, capture_output=True)
        times = []
        for change in (False, True):
            if change:
                written = place / "sequences" / FLAGSHIP / "introduction.yml"
                text = written.read_text(encoding="utf-8")
                written.write_text(
                    text.replace("Informer, concrètement", "Informer, très concrètement", 1), encoding="utf-8"
                )
            started = time.perf_counter()
            subprocess.run([*command, "rehearse", FLAGSHIP], cwd=place, check=True, capture_output=True)
            times.append(time.perf_counter() - started)
        replay = json.loads((place / "build" / FLAGSHIP / "rehearsal" / "replay.json").read_text(encoding="utf-8"))
        return times[0], times[1], replay["duration"] / 60
