"""The table of documents and how far they have come."""
