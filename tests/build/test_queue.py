"""The order in which artefacts are made."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deroule.build.queue import Queue
from deroule.diagnostics import Words
from deroule.outputs.artefact import Artefact


def artefact(name: str, *needs: str, output: str = "deck") -> Artefact:
    return Artefact(id=name, output=output, path=f"{name}.bin", title=Words(name, name), needs=needs)


def drain(queue: Queue) -> list[str]:
    """Make everything, one at a time."""
    made = []
    while True:
        for one in queue.freed():
            queue.ready(one)
        chosen = queue.take()
        if chosen is None:
            return made
        made.append(chosen.id)
        queue.done(chosen)


def test_what_is_needed_comes_first_and_the_longest_chain_before_the_rest() -> None:
    queue = Queue([artefact("site", "pack"), artefact("alone"), artefact("pack", "picture"), artefact("picture")])
    assert drain(queue) == ["picture", "pack", "site", "alone"]


def test_needs_that_are_not_wished_count_as_there() -> None:
    assert drain(Queue([artefact("site", "elsewhere")])) == ["site"]


def test_among_equals_what_takes_in_most_comes_first() -> None:
    queue = Queue([artefact("deck/a"), artefact("deck/b"), artefact("site", "deck/a", "elsewhere")])
    made = drain(queue)
    assert made == ["deck/a", "site", "deck/b"]


def test_settling_without_making_frees_what_waits() -> None:
    queue = Queue([artefact("deck"), artefact("site", "deck")])
    seen = []
    for one in queue.freed():
        seen.append(one.id)
        queue.done(one)
    assert seen == ["deck", "site"]


@given(st.lists(st.sets(st.integers(0, 30), max_size=4), max_size=30))
def test_every_artefact_is_made_once_after_its_needs(links: list[set[int]]) -> None:
    wanted = [artefact(str(number), *(str(one) for one in needs if one < number)) for number, needs in enumerate(links)]
    made = drain(Queue(wanted))
    assert sorted(made) == sorted(one.id for one in wanted)
    place = {name: position for position, name in enumerate(made)}
    assert all(place[need] < place[one.id] for one in wanted for need in one.needs)
