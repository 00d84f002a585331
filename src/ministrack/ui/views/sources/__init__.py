"""The table of sources that facts come from."""
