"""Zoom: transcripts, saved chats, and the reports on polls, questions and attendance."""
