"""Proposals meet a dossier: which records they are about, what differs, and adding them in one step."""
