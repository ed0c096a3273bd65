"""What a session left behind: after.yml and its captions, read into `Event.after`."""

from deroule.source.after.load import load_after

__all__ = ["load_after"]
