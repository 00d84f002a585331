"""Numbers that mark a file as a dossier of this program and say which schema it has."""

APPLICATION_ID = 0x6D747263  # "mtrc"
VERSION = 2
