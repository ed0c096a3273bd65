"""From what others made (decks, recordings) back to source files."""
