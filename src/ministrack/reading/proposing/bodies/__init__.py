"""Bodies and what they are to do."""
