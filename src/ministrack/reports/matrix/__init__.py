"""The attendance matrix of a series, one file for each of its sections."""
