"""Déroulé: a compiler for web conferences and trainings."""

__version__ = "0.1.0"
