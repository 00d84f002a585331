"""Reads the JSON form of a dossier (docs/format.md): parsed in a child process, compared, then one edit."""
