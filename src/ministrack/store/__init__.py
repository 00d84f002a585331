"""One SQLite file as a dossier: opening, schema, journal, generic tables, filters and search."""
