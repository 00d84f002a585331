"""Meetings as linked data in the words of schema.org."""
