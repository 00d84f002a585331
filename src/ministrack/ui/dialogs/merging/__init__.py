"""Merging two records: the dialog, and what stands in it."""
