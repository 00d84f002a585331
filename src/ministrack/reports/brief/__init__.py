"""The briefing note for the next meeting, one file for each of its sections."""
