"""Charts: where bars, lines, slices, names and numbers stand, so that no word ever stands on another."""
