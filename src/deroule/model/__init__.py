"""The event, frozen: what a trainer can say, and what every output sees of it."""
