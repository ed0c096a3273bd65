"""The hands of a build: processes that work side by side, and what happens when one of them ends."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from multiprocessing import active_children
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import pytest

from deroule.build import shift
from deroule.build.crew import Alone, LostError, Processes
from deroule.build.pipeline import build
from deroule.build.placements import Placements
from deroule.build.task import Task
from deroule.build.wish import Wish
from deroule.cli.progress import Silence
from deroule.outputs import deck
from deroule.source import load

EVENT = "2027-01-14-essai"


@pytest.fixture
def dossier(workspace):
    return load(workspace).value


@pytest.fixture
def crew(workspace, dossier, tmp_path: Path) -> Iterator[Processes]:
    crew = Processes((dossier, workspace, tmp_path / "placed"))
    yield crew
    crew.close()


@pytest.fixture
def task(dossier, tmp_path: Path) -> Task:
    into = tmp_path / "into"
    into.mkdir()
    return Task(deck.plan(dossier)[0], "new", into, {}, tmp_path / "shelf")


def test_work_comes_back_under_its_key_from_another_process(crew, task):
    crew.give("the deck", "make", task)
    ((key, attempt),) = crew.done()
    assert key == "the deck" and attempt.crash is None and attempt.diagnostics == ()
    assert [path.suffix for path in task.into.iterdir()] == [".pptx"]
    assert "sequences/organisation.yml" not in attempt.reading.files, "read by the sources, not by the deck"


def test_slides_placed_by_several_hands_are_those_placed_by_one(crew, workspace, dossier, tmp_path):
    for part in range(2):
        crew.give(str(part), "place", EVENT, part, 2)
    came = [result for _ in range(2) for result in crew.done()]
    assert sorted(came) == [("0", None), ("1", None)]
    event = dossier.event(EVENT)
    together = Placements(dossier, workspace, tmp_path / "placed").pages(event, "", "", "")
    assert together == Placements(dossier, workspace).pages(event, "", "", "")


def test_where_nobody_is_at_work_nobody_is_waited_for(crew):
    assert list(crew.done()) == []


def test_a_torn_part_is_placed_again(crew, workspace, dossier, tmp_path):
    (tmp_path / "placed" / EVENT).mkdir(parents=True)
    (tmp_path / "placed" / EVENT / "0.placed").write_bytes(b"\x80\x05torn")
    event = dossier.event(EVENT)
    pages = Placements(dossier, workspace, tmp_path / "placed").pages(event, "", "", "")
    assert pages == Placements(dossier, workspace).pages(event, "", "", "")


def test_a_process_that_ends_in_its_work_is_told_and_replaced(crew, task):
    crew.give("killed", "make", task)
    crew._hands[0].process.kill()
    ((key, lost),) = crew.done()
    assert key == "killed" and isinstance(lost, LostError)
    crew.give("again", "make", task)
    ((key, attempt),) = crew.done()
    assert key == "again" and attempt.crash is None


def test_a_process_that_ended_while_idle_is_replaced(crew, task):
    crew.give("first", "make", task)
    list(crew.done())
    crew._hands[0].process.kill()
    crew._hands[0].process.join()
    crew.give("second", "make", task)
    ((key, attempt),) = crew.done()
    assert key == "second" and attempt.crash is None


def test_a_process_that_was_starting_when_ctrl_c_came_is_sent_home_too(crew, task, monkeypatch):
    """It would go on writing into a folder that the build has cleared away."""
    start = ForkServerProcess.start

    def start_and_interrupt(process: ForkServerProcess) -> None:
        start(process)
        os.kill(os.getpid(), signal.SIGINT)

    before = set(active_children())
    monkeypatch.setattr(ForkServerProcess, "start", start_and_interrupt)
    heeded = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            crew.give("never begun", "make", task)
    finally:
        signal.signal(signal.SIGINT, heeded)
    crew.close()
    assert set(active_children()) <= before


def test_a_fault_in_the_work_comes_back_as_it_is(crew):
    crew.give("unknown", "place", "no-such-event", 0, 1)
    ((_, fault),) = crew.done()
    assert isinstance(fault, LookupError)


def test_what_a_lost_process_was_making_is_told_and_the_rest_is_made(workspace, monkeypatch):
    class Unlucky(Processes):
        def give(self, key, work, *arguments):
            super().give(key, work, *arguments)
            if work == "make" and arguments[0].artefact.id.endswith("/programme-docx"):
                next(one for one in self._hands if one.key == key).process.kill()

    monkeypatch.setattr(shift, "crew_for", Unlucky)
    report = build(workspace, Wish(outputs=("documents",)), Silence())
    assert [one.path.rsplit("-", 1)[-1] for one in report.refused] == ["programme.docx"]
    assert len(report.made) > 8
    assert "internal-fault" in {one.code.name for one in report.diagnostics} and report.exit_code == 2


@pytest.mark.slow
def test_one_hand_and_several_make_the_same_bytes(workspace, monkeypatch):
    made = []
    for hands in (Processes, Alone):
        monkeypatch.setattr(shift, "crew_for", hands)
        build(workspace, Wish(outputs=("deck", "pictures", "documents", "synthesis")), Silence())
        folder = workspace.root / "build" / EVENT
        made.append({path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()})
        (workspace.root / "build").rename(workspace.root.parent / f"made-by-{hands.__name__}")
    assert len(made[0]) > 20 and made[0] == made[1]
