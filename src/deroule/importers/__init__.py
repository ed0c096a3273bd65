"""What other programs leave, read back into the workspace: recordings of conferencing tools."""
