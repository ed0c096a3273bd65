"""A rectangle of a slide: where something stands, or may."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, top, width, height in EMU."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The bottom edge."""
        return self.y + self.height

    def inset(self, horizontal: int, vertical: int) -> Box:
        """Shrink by margins on all sides."""
        return Box(self.x + horizontal, self.y + vertical, self.width - 2 * horizontal, self.height - 2 * vertical)
