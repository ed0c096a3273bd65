"""Microsoft Teams: attendance reports, transcripts as WebVTT and as Word documents."""
