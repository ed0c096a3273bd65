"""Drawing page items as DrawingML: one module a kind of item."""
