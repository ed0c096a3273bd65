"""Slides to slide pages: pure; measures, fits, places; knows neither files nor formats."""

from deroule.layout.place import Remembered, Shared, place, place_part

__all__ = ["Remembered", "Shared", "place", "place_part"]
