"""The forms of a player and of its packages: whole, light, without video."""

from __future__ import annotations

from enum import StrEnum


class Form(StrEnum):
    """How much of the recording goes in."""

    FULL = "full"
    LIGHT = "light"
    """The sound and the slide pictures: about 25 MB an hour, slides included."""
    WITHOUT = "without-video"
    """No media; the address of one published elsewhere, where there is one."""
