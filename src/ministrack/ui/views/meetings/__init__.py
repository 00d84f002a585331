"""The table of meetings."""
