"""The attendance matrix: who came to which meeting, and at what level."""
