"""The checks: one fault a file, named after the fault, all run together."""

from deroule.checks.run import run_checks

__all__ = ["run_checks"]
