"""The live preview: what changed in the sources is on the screen at once; the whole site follows behind."""
