"""The build: plans the artefacts, makes the stale ones, remembers. `pipeline.py` tells it as a story."""
