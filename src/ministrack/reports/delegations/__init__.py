"""The delegation list of a meeting, one file for each of its sections."""
