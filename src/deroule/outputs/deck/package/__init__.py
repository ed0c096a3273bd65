"""Packages of parts and relationships: what every .pptx is made of, read with care and written the same way each time."""

from deroule.outputs.deck.package.archive import BrokenPackageError, canonical_zip, read_package
from deroule.outputs.deck.package.parts import Package, Part, Relationship

__all__ = ["BrokenPackageError", "Package", "Part", "Relationship", "canonical_zip", "read_package"]
