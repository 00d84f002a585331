"""The formats that a dossier can take in. A new one is a file of its own and a line here."""

from ministrack.exchange.imports import ImportFormat

IMPORT_FORMATS: tuple[ImportFormat, ...] = ()
