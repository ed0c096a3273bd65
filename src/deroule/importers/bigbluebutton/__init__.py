"""BigBlueButton: the published recording's folder, and the raw events file."""
