"""Meetings that a report speaks of: which one it is about, which is next, when and where."""
