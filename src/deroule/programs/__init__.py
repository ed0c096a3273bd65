"""Outside engines: each found, run, and its failures turned into diagnostics, in one file."""
