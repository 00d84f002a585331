"""The board: tasks as cards, in a column for each status."""
