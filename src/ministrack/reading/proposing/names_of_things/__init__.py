"""Names that are built around a head noun, of documents and of bodies."""
