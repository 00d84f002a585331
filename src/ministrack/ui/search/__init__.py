"""The search at the top of the window: records and commands found while one types."""
