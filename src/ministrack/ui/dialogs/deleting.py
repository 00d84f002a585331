"""Deleting: says what goes with a record, and does it as one step that one undo brings back."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.language import counted, tr, trn
from ministrack.domain.record import Ref
from ministrack.edits.records import goes_with, remove_record, together
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.messages import ask


def ask_to_delete(parent: QWidget, desk: Desk, refs: Sequence[Ref]) -> QMessageBox | None:
    """Asks, and deletes when the answer is yes. None when there is nothing to delete."""
    present = [ref for ref in refs if desk.read.exists(ref)]
    if not present:
        return None
    box = ask(
        parent, _question(desk, present), _consequences(desk, present), tr("Delete"), name="deleteQuestion"
    )
    deletion = _Deletion(desk, present, box)
    box.accepted.connect(deletion.run)
    box.open()
    return box


class _Deletion(QObject):
    """What the question is about; lives as long as the question."""

    def __init__(self, desk: Desk, refs: Sequence[Ref], box: QMessageBox) -> None:
        super().__init__(box)
        self._desk = desk
        self._refs = refs

    def run(self) -> None:
        edits = [remove_record(self._desk.read, ref) for ref in self._refs]
        label = edits[0].label if len(edits) == 1 else tr("Delete {count} records", count=counted(len(edits)))
        gone = set(self._refs)
        if self._desk.runner.run(together(label, edits)) and self._desk.focus.record in gone:
            self._desk.focus.select(None)


def _question(desk: Desk, refs: Sequence[Ref]) -> str:
    if len(refs) == 1:
        return tr("Delete “{label}”?", label=desk.read.label(refs[0]))
    return trn("Delete {n} record?", "Delete {n} records?", len(refs))


def _consequences(desk: Desk, refs: Sequence[Ref]) -> str:
    chosen = set(refs)
    along = {other for ref in refs for other in goes_with(desk.read, ref)} - chosen
    if not along:
        return tr("You can undo this.")
    counts = Counter(other.table for other in along)
    lines = [
        tr("{kind}: {count}", kind=tr(RECORD_TYPES[table].MANY), count=counted(count))
        for table, count in counts.items()
    ]
    return tr("This goes with it:") + "\n" + "\n".join(lines) + "\n\n" + tr("You can undo this.")
