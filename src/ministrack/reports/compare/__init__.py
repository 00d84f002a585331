"""Two meetings compared, one file for each of its sections."""
