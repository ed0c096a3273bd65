"""The page form of each kind of block: HTML that reads well alone, beside or without the slide's picture."""

from deroule.outputs.site.blocks import diagrams, text, things
from deroule.outputs.site.blocks.pen import FORMS, Pen

__all__ = ["FORMS", "Pen", "diagrams", "text", "things"]
