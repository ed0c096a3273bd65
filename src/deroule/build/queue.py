"""The order in which artefacts are made: each once all it needs is there, the longest chains first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from deroule.outputs.artefact import Artefact


class Queue:
    """Artefacts on their way from waiting (for what they need) over ready to done.

    Needs outside the given artefacts count as there.
    """

    def __init__(self, artefacts: Sequence[Artefact]) -> None:
        self._waiting = {artefact.id: artefact for artefact in artefacts}
        self._missing = {one.id: {need for need in one.needs if need in self._waiting} for one in artefacts}
        self._asking: dict[str, list[str]] = {}
        for name, needs in self._missing.items():
            for need in needs:
                self._asking.setdefault(need, []).append(name)
        self._free = [name for name, needs in self._missing.items() if not needs]
        self._ready: list[Artefact] = []
        self._running: Counter[str] = Counter()
        self._chain: dict[str, int] = {}

    def freed(self) -> Iterable[Artefact]:
        """Give, once each, the artefacts that wait for nothing more; those freed meanwhile too."""
        while self._free:
            yield self._waiting.pop(self._free.pop(0))

    def ready(self, artefact: Artefact) -> None:
        """Say that a freed artefact is to be made."""
        self._ready.append(artefact)

    def take(self) -> Artefact | None:
        """Take the next artefact to make; nothing when none is ready.

        Work of different outputs runs together where it can: that of one output wants the same thing, the interpreter
        or an engine.
        """
        if not self._ready:
            return None
        best = min(self._ready, key=lambda one: (self._running[one.output], -self._chain_of(one.id)))
        self._ready.remove(best)
        self._running[best.output] += 1
        return best

    def done(self, artefact: Artefact) -> None:
        """Say that a freed artefact is settled: made, kept or refused."""
        if self._running[artefact.output]:
            self._running[artefact.output] -= 1
        for name in self._asking.get(artefact.id, ()):
            self._missing[name].discard(artefact.id)
            if not self._missing[name]:
                self._free.append(name)

    def _chain_of(self, name: str) -> int:
        """How many artefacts wait one behind the other for this one."""
        if name not in self._chain:
            self._chain[name] = 1 + max(map(self._chain_of, self._asking.get(name, ())), default=0)
        return self._chain[name]
