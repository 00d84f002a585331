"""The task list by owner, one file for each of its sections."""
