"""Slides to slide pages: pure; measures, fits, places; knows neither files nor formats."""

from deroule.layout.place import place

__all__ = ["place"]
