"""What writes a document: one file per format."""
