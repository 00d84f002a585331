"""How the JSON form of a dossier calls itself."""

FORMAT = "ministrack dossier"
VERSION = 1
"""Grows when a reader of the version before would misunderstand the document."""
