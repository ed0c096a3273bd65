"""The order in which artefacts are made: each once all it needs is there, the longest chains first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from graphlib import TopologicalSorter
from heapq import heappop, heappush
from itertools import count

from deroule.outputs.artefact import Artefact


class Queue:
    """Artefacts on their way from waiting (for what they need) over ready to done.

    Needs outside the given artefacts count as there. A step costs the logarithm of what is ready, and no more.
    """

    def __init__(self, artefacts: Sequence[Artefact]) -> None:
        self._artefacts = {one.id: one for one in artefacts}
        needs = {one.id: [need for need in one.needs if need in self._artefacts] for one in artefacts}
        self._chain = _chains(needs)
        self._sorter = TopologicalSorter(needs)
        self._sorter.prepare()
        self._turns = count()
        self._ready: list[tuple[int, int, int, str]] = []

    def freed(self) -> Iterable[Artefact]:
        """Give, once each, the artefacts that wait for nothing more; those freed meanwhile too."""
        while names := self._sorter.get_ready():
            for name in names:
                yield self._artefacts[name]

    def ready(self, artefact: Artefact) -> None:
        """Say that a freed artefact is to be made."""
        heappush(self._ready, (-self._chain[artefact.id], -len(artefact.needs), next(self._turns), artefact.id))

    def take(self) -> Artefact | None:
        """Take the next artefact to make; nothing when none is ready.

        The one that most others wait for comes first; among equals the one that takes in most, which takes longest.
        """
        return self._artefacts[heappop(self._ready)[-1]] if self._ready else None

    def done(self, artefact: Artefact) -> None:
        """Say that a freed artefact is settled: made, kept or refused."""
        self._sorter.done(artefact.id)


def _chains(needs: dict[str, list[str]]) -> dict[str, int]:
    """Count, for each artefact, how many wait one behind the other for it, itself included."""
    chain = dict.fromkeys(needs, 1)
    for name in reversed(list(TopologicalSorter(needs).static_order())):
        for need in needs[name]:
            chain[need] = max(chain[need], chain[name] + 1)
    return chain
