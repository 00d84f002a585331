"""What records were before somebody changed or deleted them: the journal's images, for many at once."""

import sqlite3
from collections.abc import Iterable

from ministrack.store.journal import Image, loaded_image

_PAGE = 500  # ids asked for at a time


def former(connection: sqlite3.Connection, table: str, ids: Iterable[str]) -> dict[str, list[Image]]:
    """The images of records before each edit of them, without what was only taken back by undo."""
    found: dict[str, list[Image]] = {}
    wanted = list(ids)
    for start in range(0, len(wanted), _PAGE):
        page = wanted[start : start + _PAGE]
        marks = ", ".join("?" * len(page))
        rows = connection.execute(
            "SELECT change.row, change.before FROM change JOIN edit ON edit.id = change.edit "
            f"WHERE change.tbl = ? AND change.row IN ({marks}) AND change.before IS NOT NULL "
            "AND edit.undoes IS NULL ORDER BY change.seq",
            (table, *page),
        )
        for row, before in rows:
            image = loaded_image(before)
            if image is not None:
                found.setdefault(str(row), []).append(image)
    return found
