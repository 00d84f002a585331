"""Papers made from a dossier: each is worked out once as a document, then written in any format."""
