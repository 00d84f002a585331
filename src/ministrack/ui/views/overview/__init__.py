"""The overview: where each series stands, what is owed, what is unknown, what is new."""
