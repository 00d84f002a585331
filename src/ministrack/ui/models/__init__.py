"""Models of lists, and what their cells show."""
