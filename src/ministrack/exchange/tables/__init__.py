"""Spreadsheets in: read, understood, mapped to fields, and compared with the dossier."""
