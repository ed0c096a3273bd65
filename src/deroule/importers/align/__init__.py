"""Slide changes of a recording matched with our slides: by deck and number, by text, by picture."""
