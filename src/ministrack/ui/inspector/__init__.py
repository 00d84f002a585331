"""The right pane: one record, what belongs to it, what sources say about it and how it came about."""
