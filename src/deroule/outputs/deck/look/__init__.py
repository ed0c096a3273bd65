"""Looks: the master, layouts and theme that slides stand on, made from a Theme or read from a template."""

from deroule.outputs.deck.look.look import Layout, Look, Placeholder

__all__ = ["Layout", "Look", "Placeholder"]
