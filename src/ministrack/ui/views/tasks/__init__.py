"""The table of tasks: who owes what, and by when."""
