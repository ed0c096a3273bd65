"""The front of the compiler: YAML and Markdown to the model, with every fault at its place."""

from deroule.source.load import load

__all__ = ["load"]
