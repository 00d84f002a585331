"""Dossiers to and from other formats: one file per format, listed in formats.py."""
