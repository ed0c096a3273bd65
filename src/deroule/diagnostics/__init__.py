"""Faults as values: codes, their texts in French and English, and the renderers that tell them to people and tools."""

from deroule.diagnostics.diagnostic import Code, Diagnostic, Note, Outcome, Severity, Words

__all__ = ["Code", "Diagnostic", "Note", "Outcome", "Severity", "Words"]
