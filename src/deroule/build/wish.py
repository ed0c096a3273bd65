"""What was asked of a build, and the selection of artefacts that follows from it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from deroule.outputs.artefact import Artefact


@dataclass(frozen=True, slots=True)
class Wish:
    """What to make: all of it by default; `demanded` names artefacts that are made only on demand."""

    events: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    demanded: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    """Outputs that are made only on demand, to be made this time beside the rest."""

    @property
    def is_whole(self) -> bool:
        """Whether everything is wished, so that what is no longer planned may be removed."""
        return not (self.events or self.outputs or self.demanded)


def wished(plan: Iterable[Artefact], wish: Wish, missing: Collection[str]) -> list[Artefact]:
    """Select the artefacts to make.

    An artefact that a wished one needs is taken as it is when it is there, and made when it is `missing`:
    `--only site` does not rebuild the decks, and does not make a site without them either.
    """
    by_id = {artefact.id: artefact for artefact in plan}
    chosen = {artefact.id for artefact in by_id.values() if _is_wished(artefact, wish)}
    waiting = list(chosen)
    while waiting:
        for need in by_id[waiting.pop()].needs:
            needed = by_id.get(need)
            if needed and need not in chosen and not needed.on_demand and (wish.is_whole or need in missing):
                chosen.add(need)
                waiting.append(need)
    return [artefact for artefact in by_id.values() if artefact.id in chosen]


def _is_wished(artefact: Artefact, wish: Wish) -> bool:
    if artefact.id in wish.demanded:
        return True
    if artefact.on_demand and artefact.output in wish.also:
        return not wish.events or artefact.event in wish.events
    if artefact.on_demand or (wish.demanded and not wish.outputs and not wish.events):
        return False
    of_event = not wish.events or artefact.event in wish.events
    return of_event and (not wish.outputs or artefact.output in wish.outputs)
