"""Leaving out what is wrong, so that the rest of a file is still read and all its faults come in one run."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from deroule.source.nodes import Items, Mapping

Path = tuple[Any, ...]


def without(top: Mapping, locations: Iterable[tuple[Any, ...]], *, wholes: Iterable[tuple[Any, ...]]) -> Mapping | None:
    """Give the nodes without what stands at `locations`, and without the mappings at `wholes` that lack something.

    Nothing is left when the file itself lacks something.
    """
    paths = [real_path(top, one) for one in (*locations, *wholes)]
    if not all(paths):
        return None
    made: Any = top
    # From the end of lists on, so that the places of the others still hold; what is inside before what holds it.
    for path in sorted(set(paths), key=_order, reverse=True):
        made = _removed(made, path)
    return made if isinstance(made, Mapping) else None


def real_path(top: Mapping, location: tuple[Any, ...]) -> Path:
    """Give the steps of a Pydantic location that are keys and places of the nodes; a union's branches are none."""
    node: Any = top
    steps: list[Any] = []
    for step in location:
        if (isinstance(node, Mapping) and step in node) or (
            isinstance(node, Items) and isinstance(step, int) and step < len(node)
        ):
            node = node[step]
            steps.append(step)
    return tuple(steps)


def _order(path: Path) -> tuple[tuple[int, str], ...]:
    return tuple((step, "") if isinstance(step, int) else (0, str(step)) for step in path)


def _removed(node: Any, path: Path) -> Any:
    step, rest = path[0], path[1:]
    if isinstance(node, Mapping) and step in node:
        items = {
            key: _removed(value, rest) if key == step and rest else value
            for key, value in node.items()
            if rest or key != step
        }
        return Mapping(items, node.span, node.keys_at)
    if isinstance(node, Items) and isinstance(step, int) and step < len(node):
        kept = [
            _removed(value, rest) if place == step and rest else value
            for place, value in enumerate(node)
            if rest or place != step
        ]
        return Items(kept, node.span)
    return node
