"""The outputs: each a folder with `plan` and `render`, none knowing another."""
