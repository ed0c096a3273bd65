"""A document ready to be written, in whatever format: what every writer takes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from deroule.model.theme import Theme
from deroule.outputs.document.typeset import Front


@dataclass(frozen=True, slots=True)
class Paper:
    """A document ready to be written: its tree, what stands around it, its look, its pictures."""

    id: str
    blocks: list[dict[str, Any]]
    front: Front
    theme: Theme
    pictures: dict[str, bytes] = field(default_factory=dict)
    licence: str = ""
