"""What a build promises: only what is stale is made, what fails leaves the last good version, nothing is lost."""

from __future__ import annotations

from deroule.build.pipeline import build
from deroule.build.wish import Wish
from deroule.cli.progress import Silence

TITLES = "build/2027-01-14-essai/titles.txt"
COUNT = "build/2027-01-14-essai/count/letters.txt"
IDEA = "sequences/2027-01-14-essai/idee.yml"


def run(workspace, **wish):
    return build(workspace, Wish(**wish), Silence())


def told(report):
    return [(str(one.span), one.code.id, one.message("fr"), one.hint_text("fr")) for one in report.diagnostics]


def test_the_first_build_makes_everything_and_the_second_nothing(workspace, paper):
    first = run(workspace)
    assert [made.artefact.id for made in first.made] == ["paper/2027-01-14-essai", "count/2027-01-14-essai"]
    assert "Une idée" in workspace.read(TITLES).decode()
    second = run(workspace)
    assert not second.made
    assert len(second.kept) == 2
    assert told(second) == told(first)


def test_a_change_in_the_source_rebuilds_what_rests_on_it(workspace, paper):
    run(workspace)
    workspace.write(IDEA, workspace.read(IDEA).replace(b"Une id", b"Deux id"))
    report = run(workspace)
    assert [made.artefact.id for made in report.made] == ["paper/2027-01-14-essai", "count/2027-01-14-essai"]
    assert "Deux idée" in workspace.read(TITLES).decode()


def test_a_file_rewritten_with_the_same_content_rebuilds_nothing(workspace, paper):
    run(workspace)
    workspace.write(IDEA, workspace.read(IDEA))
    assert not run(workspace).made


def test_a_deleted_output_is_made_again(workspace, paper):
    run(workspace)
    workspace.path(TITLES).unlink()
    assert [made.artefact.id for made in run(workspace).made] == ["paper/2027-01-14-essai"]


def test_a_fault_in_the_source_leaves_the_last_good_version(workspace, paper):
    run(workspace)
    before = workspace.read(TITLES)
    workspace.write(IDEA, workspace.read(IDEA) + b"    calout: Une faute\n")
    report = run(workspace)
    assert report.exit_code == 1
    assert len(report.refused) == 2
    assert workspace.read(TITLES) == before
    [fault] = [one for one in report.diagnostics if one.code.name == "unknown-key"]
    assert str(fault.span) == f"{IDEA}:7:5"


def test_a_failed_artefact_does_not_land_and_stops_those_that_need_it(workspace, paper):
    run(workspace)
    before = workspace.read(TITLES)
    workspace.write(IDEA, workspace.read(IDEA).replace(b"Une id", b"Deux id"))
    paper.fail = True
    paper.rendered.clear()
    report = run(workspace)
    assert paper.rendered == ["paper/2027-01-14-essai"]
    assert len(report.refused) == 2
    assert workspace.read(TITLES) == before


def test_a_defect_of_ours_is_told_without_a_traceback_and_logged(workspace, paper):
    paper.crash = True
    report = run(workspace)
    assert report.exit_code == 2
    assert [one.code.id for one in report.diagnostics if one.severity == "error"] == ["BLD001"]
    assert b"out of paper" in workspace.read("build/.deroule/crash.log")


def test_an_event_that_is_gone_takes_its_outputs_along(workspace, paper):
    run(workspace)
    workspace.path("sequences/2027-01-14-essai/event.yml").unlink()
    report = run(workspace)
    assert sorted(report.removed) == ["2027-01-14-essai/count/letters.txt", "2027-01-14-essai/titles.txt"]
    assert not workspace.exists(TITLES)


def test_an_unknown_event_is_told_with_the_known_ones(workspace, paper):
    report = run(workspace, events=("essai",))
    [fault] = [one for one in report.diagnostics if one.severity == "error"]
    assert "essai" in fault.message("fr")
    assert "2027-01-14-essai" in fault.hint_text("fr")


def test_a_build_after_a_change_equals_a_clean_build(workspace, paper):
    run(workspace)
    workspace.write(IDEA, workspace.read(IDEA).replace(b"Une id", b"Trois id"))
    after_change = run(workspace)
    kept = {path: workspace.read(path) for path in (TITLES, COUNT)}
    workspace.path("build/.deroule/state.json").unlink()
    clean = run(workspace)
    assert kept == {path: workspace.read(path) for path in (TITLES, COUNT)}
    assert told(after_change) == told(clean)


def test_a_broken_memory_counts_as_none(workspace, paper):
    run(workspace)
    workspace.write("build/.deroule/state.json", b"{broken")
    assert len(run(workspace).made) == 2


def test_what_a_killed_build_left_is_cleared_away(workspace, paper):
    workspace.write("build/.deroule/work-abc/half.txt", b"half")
    run(workspace)
    assert not workspace.path("build/.deroule/work-abc").exists()
