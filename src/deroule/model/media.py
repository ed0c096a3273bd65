"""What is known of a picture or a recording before anything is drawn: its kind and its size."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Media:
    """A file of the workspace. Width and height are pixels (or SVG user units); 0 where they do not apply."""

    path: str
    type: str
    """Its media type, as found in its first bytes: image/svg+xml, image/png, image/jpeg, video/mp4."""
    width: float = 0.0
    height: float = 0.0
