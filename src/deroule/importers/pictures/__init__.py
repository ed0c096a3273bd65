"""Slides recognised in the film itself, for tools that do not export when each was shown."""

from deroule.importers.pictures.recognise import recognise_slides

__all__ = ["recognise_slides"]
