"""Who takes part in a meeting, and as what."""
