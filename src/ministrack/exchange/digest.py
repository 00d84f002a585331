"""One digest over all records of a dossier: equal where the content is, whatever its history."""

import hashlib

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.exchange.json_format import in_one_line
from ministrack.store.reader import Reader


def content_digest(read: Reader) -> str:
    """SHA-256 in hex over the records as the JSON form has them, table after table, sorted by id."""
    digest = hashlib.sha256()
    for table, kind in RECORD_TYPES.items():
        digest.update(f"{table}\n".encode())
        for record in read.find(kind):
            digest.update(in_one_line(record) + b"\n")
    return digest.hexdigest()
