"""What other programs wrote without an edit: noticed, put in order, and filed in the journal."""

from collections.abc import Callable

from ministrack.store import adopting, broken_text, journal
from ministrack.store.derived import refresh
from ministrack.store.dossier import Dossier


class Outside:
    """Watches one open dossier for rows without an edit, and for triggers that somebody altered."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._seen_schema = dossier.schema_version()

    def is_due(self) -> bool:
        """Whether there is anything to adopt."""
        return self._is_altered() or journal.has_unadopted(self._dossier.connection)

    def adopt(self, entry: Callable[[], journal.EditEntry]) -> None:
        """Makes an edit of what was written without one, inside the open transaction."""
        connection = self._dossier.connection
        if self._is_altered():
            adopting.bring_in_order(connection)
            self._seen_schema = self._dossier.schema_version()
        if not journal.has_unadopted(connection):
            return
        broken_text.mend_outside(connection)
        made = entry()
        journal.begin_edit(connection, made)
        journal.adopt(connection, made)
        refresh(connection, made.id)
        journal.seal_edit(connection, made)

    def _is_altered(self) -> bool:
        """Whether somebody altered the structure of the file and the journal's triggers with it."""
        schema = self._dossier.schema_version()
        if schema == self._seen_schema:
            return False
        if adopting.out_of_order(self._dossier.connection):
            return True
        self._seen_schema = schema
        return False
