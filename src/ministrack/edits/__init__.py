"""The workspace, the only writer of a dossier, and the named edits it runs."""
