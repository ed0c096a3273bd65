"""Slides recognised in the film itself, for tools that do not export when each was shown."""

from deroule.importers.pictures.recognise import NO_FILM, NOT_BUILT, recognise_slides

__all__ = ["NOT_BUILT", "NO_FILM", "recognise_slides"]
