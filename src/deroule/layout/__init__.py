"""Slides to slide pages: pure; measures, fits, places; knows neither files nor formats."""

from deroule.layout.place import Remembered, place

__all__ = ["Remembered", "place"]
