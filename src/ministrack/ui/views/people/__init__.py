"""The table of people who took part."""
