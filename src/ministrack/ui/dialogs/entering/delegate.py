"""Edits the cells of lines: type-ahead for countries and people, a list for choices, else a line of text."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyleOptionViewItem, QTableView, QWidget

from ministrack.domain.errors import InvalidValue
from ministrack.domain.fields import FieldKind
from ministrack.domain.language import tr
from ministrack.exchange.targets import Target
from ministrack.exchange.values import Given
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.entering.model import GIVEN_ROLE
from ministrack.ui.forms.choosing import Cleared, Existing, NewNamed
from ministrack.ui.forms.editors.making import level_options
from ministrack.ui.forms.picker import ReferencePicker
from ministrack.ui.widgets.cell_delegate import CellDelegate

Index = QModelIndex | QPersistentModelIndex


class EntryDelegate(CellDelegate):
    """One for the table of lines; `targets` of its columns are asked of the model when a cell is edited."""

    def __init__(self, desk: Desk, table: QTableView) -> None:
        super().__init__(desk.themes, desk.flags, table, edge=0)
        self._desk = desk

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        target = _target(model, index.column())
        editor = self._editor(target, parent)
        title = str(model.headerData(index.column(), Qt.Orientation.Horizontal))
        editor.setAccessibleName(tr("{field}, line {n}", field=title, n=index.row() + 1))
        editor.setObjectName(f"entry.{target.key}" if target is not None else "entry.left_out")
        return editor

    def _editor(self, target: Target | None, parent: QWidget) -> QWidget:
        if target is None:
            return QLineEdit(parent)
        if target.spec.kind is FieldKind.REFERENCE and target.spec.refers != "level":
            return ReferencePicker(self._desk, (target.spec.refers,), parent)
        labels = self._labels(target)
        if not labels:
            return QLineEdit(parent)
        box = QComboBox(parent)
        box.addItems(["", *labels])
        return box

    def _labels(self, target: Target) -> list[str]:
        if target.spec.refers == "level":
            return [option.words for option in level_options(self._desk.read) if option.value is not None]
        return [tr(member.label) for member in target.spec.choices or ()]

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        given = index.data(GIVEN_ROLE)
        if not isinstance(given, Given):
            return
        if isinstance(editor, ReferencePicker):
            editor.show_choice(Existing(given.ref) if given.ref is not None else Cleared(), given.text)
            editor.selectAll()
        elif isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(editor.findText(given.text or str(index.data())), 0))
        elif isinstance(editor, QLineEdit):
            editor.setText(given.text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, ReferencePicker):
            model.setData(index, _picked(editor))
        elif isinstance(editor, QComboBox):
            # What was only guessed and is left as it is stays a guess.
            if editor.currentText() != str(index.data() or ""):
                model.setData(index, Given(editor.currentText()))
        elif isinstance(editor, QLineEdit):
            model.setData(index, Given(editor.text()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(watched, ReferencePicker)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                watched.take_marked()
            elif event.key() == Qt.Key.Key_Escape and watched.listing():
                watched.close_list()
                return True
        return super().eventFilter(watched, event)


def _picked(picker: ReferencePicker) -> Given:
    """What stands in the line: a record that was chosen, one to be made, or words still to be read."""
    text = picker.text()
    try:
        choice = picker.choice()
    except InvalidValue:
        return Given(text)
    if isinstance(choice, Existing):
        return Given(text, choice.ref)
    return Given(text, create=isinstance(choice, NewNamed))


def _target(model: QAbstractItemModel, column: int) -> Target | None:
    lines = getattr(model, "lines", None)
    found = lines.columns[column] if lines is not None else None
    return found if isinstance(found, Target) else None
