"""The command line: the same dossier without a window, without a display and without Qt."""
