"""What the machine refuses is told in words, leaves what was made before, and asks for exit code 2."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from deroule.build.pipeline import build
from deroule.build.wish import Wish
from deroule.cli.progress import Silence

TITLES = "build/2027-01-14-essai/titles.txt"
IDEA = "sequences/2027-01-14-essai/idee.yml"


def run(workspace, **wish):
    return build(workspace, Wish(**wish), Silence())


def errors(report):
    return [(one.code.name, one.message("fr")) for one in report.diagnostics if one.severity == "error"]


@pytest.mark.parametrize(
    ("number", "reason"),
    [(errno.ENOSPC, "le disque est plein"), (errno.EROFS, "le disque est en lecture seule"), (errno.EACCES, "l'accès est refusé")],
)  # fmt: skip
def test_a_disk_that_refuses_is_told_and_leaves_the_last_good_version(workspace, paper, number, reason):
    run(workspace)
    before = workspace.read(TITLES)
    workspace.write(IDEA, workspace.read(IDEA).replace(b"Une id", b"Deux id"))
    paper.refusal = OSError(number, os.strerror(number))
    report = run(workspace)
    assert report.exit_code == 2
    assert errors(report) == [
        ("machine-refused", f"« 2027-01-14-essai/titles.txt » n'a pas pu être écrit : {reason}"),
    ]
    assert workspace.read(TITLES) == before
    assert not workspace.exists("build/.deroule/crash.log")
    paper.refusal = None
    assert run(workspace).exit_code == 0
    assert b"Deux id" in workspace.read(TITLES)


def test_a_full_disk_is_told_once_with_the_count_of_what_it_kept_from_being_made(workspace, paper):
    for name in ("2027-01-15-deux", "2027-01-16-trois"):
        for file in ("event.yml", "idee.yml"):
            content = workspace.read(f"sequences/2027-01-14-essai/{file}")
            workspace.write(f"sequences/{name}/{file}", content)
    paper.refusal = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    report = run(workspace)
    [fault] = [one for one in report.diagnostics if one.severity == "error"]
    assert fault.message("fr").endswith("n'a pas pu être écrit : le disque est plein")
    assert [note.text("fr") for note in fault.notes] == ["pour la même raison, 2 de plus n'ont pas été écrits"]
    assert len(report.refused) == 6


def test_a_build_folder_that_is_a_file_is_told(workspace, paper):
    (workspace.root / "build").write_text("not a folder")
    report = run(workspace)
    assert report.exit_code == 2
    assert errors(report) == [
        ("machine-refused", "« build/ » n'a pas pu être écrit : un fichier tient la place d'un dossier")
    ]


def test_what_was_made_before_someone_stopped_the_build_is_not_made_again(workspace, paper):
    paper.interrupt = "count/2027-01-14-essai"
    with pytest.raises(KeyboardInterrupt):
        run(workspace)
    paper.interrupt = None
    assert [made.artefact.id for made in run(workspace).made] == ["count/2027-01-14-essai"]


def test_an_event_that_cannot_be_read_is_not_told_as_unknown(workspace, paper):
    run(workspace)
    before = workspace.read(TITLES)
    workspace.write("sequences/2027-01-14-essai/event.yml", b"title: [\n")
    report = run(workspace, events=("2027-01-14-essai",))
    assert [name for name, _ in errors(report)] == ["broken-yaml"]
    assert workspace.read(TITLES) == before


@pytest.mark.parametrize("reaches", ["the terminal's programs", "the command alone"])
def test_an_interrupted_command_says_so_and_the_next_one_finishes(workspace, reaches):
    """The whole command, stopped as Ctrl-C does: one sentence, no traceback, nothing left that the next one trips on.

    Its error channel is closed only when the last of its processes has ended.
    """
    command = [sys.executable, "-m", "deroule", "build", "--only", "documents"]
    environment = {**os.environ, "DEROULE_LANGUAGE": "fr"}
    started = subprocess.Popen(
        command, cwd=workspace.root, env=environment, start_new_session=True, stderr=subprocess.PIPE, text=True
    )
    scratch = workspace.root / "build" / ".deroule"
    while started.poll() is None and not list(scratch.glob("work-*")):
        time.sleep(0.01)
    (os.killpg if reaches == "the terminal's programs" else os.kill)(started.pid, signal.SIGINT)
    said = started.communicate()[1]
    assert "Traceback" not in said
    # Python ends by the signal itself where it came during an import: a shell calls both 130.
    stopped = started.returncode in (130, -signal.SIGINT)
    assert stopped or started.returncode == 0
    assert stopped == ("rien n'est à moitié écrit" in said)
    assert not list(scratch.glob("work-*"))
    assert not [path for path in Path(workspace.root).rglob("*") if path.name.startswith(".") and path.suffix == ".tmp"]
    assert (
        subprocess.run(command, cwd=workspace.root, env=environment, check=False, capture_output=True).returncode == 0
    )
