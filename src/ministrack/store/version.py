"""Numbers that mark a file as a dossier of this program and say which schema it has."""

APPLICATION_ID = 0x6D747263  # "mtrc"
VERSION = 2
"""Grows with each schema step, and when something is derived otherwise (other names of countries, say)."""
