"""What an output promises to make: the unit that the build plans, runs when stale, and remembers."""

from __future__ import annotations

from dataclasses import dataclass

from deroule.diagnostics import Words


@dataclass(frozen=True, slots=True)
class Artefact:
    """A file or a folder under build/, made by one output.

    `path` is where it lands, relative to build/; a folder ends with `/`. `needs` are ids of artefacts that go into
    it, made before; `options` are what tells two artefacts of an output apart (variant, sequence, format).
    """

    id: str
    output: str
    path: str
    title: Words
    event: str | None = None
    needs: tuple[str, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    on_demand: bool = False
    """Made only when asked for by name (a rehearsal takes minutes); once made it is taken in by those that need it."""

    def option(self, name: str, default: str = "") -> str:
        """Look up an option."""
        return dict(self.options).get(name, default)
