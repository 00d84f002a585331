"""What a form says when its record was deleted while somebody was typing into it, and the ways out."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from ministrack.domain.language import tr
from ministrack.edits.bringing_back import Deletion
from ministrack.ui.forms.field_row import FieldRow
from ministrack.ui.forms.messages import small_label
from ministrack.ui.style.apply import mark
from ministrack.ui.style.metrics import SPACE
from ministrack.ui.widgets.flow_layout import FlowLayout


class DeletedNotice(QFrame):
    """Says who deleted the record and when; what was typed stays in the fields below.

    Signals: `back_wanted()` to have the record again with what was typed, `copy_wanted()` to have what was
    typed on the clipboard, `discard_wanted()` to let it go.
    """

    back_wanted = Signal()
    copy_wanted = Signal()
    discard_wanted = Signal()

    def __init__(self, name: str, *, read_only: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"deleted.{name}")
        mark(self, "role", "card")
        self._what = small_label("error")
        self._what.setObjectName(f"deleted.{name}.what")
        self._kept = small_label("hint")
        self._problem = small_label("error")
        self._problem.setObjectName(f"deleted.{name}.problem")
        self._back = self._button(f"bringBack.{name}", tr("Bring it back"), "primary")
        self._back.setAccessibleName(tr("Bring it back with what you typed"))
        if read_only:  # showing it before it has its place would make it a window
            self._back.hide()
        self._copy = self._button(f"copyTyped.{name}", tr("Copy"))
        self._copy.setAccessibleName(tr("Copy what you typed"))
        discard = self._button(f"discardTyped.{name}", tr("Discard"))
        discard.setAccessibleName(tr("Discard what you typed"))
        self._back.clicked.connect(self.back_wanted)
        self._copy.clicked.connect(self.copy_wanted)
        discard.clicked.connect(self.discard_wanted)
        ways = QWidget()
        flow = FlowLayout(ways, 2 * SPACE)
        for button in (self._back, self._copy, discard):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(2 * SPACE)
        for part in (self._what, self._kept, ways, self._problem):
            column.addWidget(part)

    def say(self, deletion: Deletion | None) -> None:
        """Shows who deleted the record, and when."""
        self._what.setText(_what_happened(deletion))
        self._kept.setText(tr("What you typed stands below. Bring the record back with it, or copy it."))
        self._back.setEnabled(deletion is not None)
        self.complain("")
        self.setAccessibleName(self._what.text())

    def say_copied(self) -> None:
        """Confirms that the clipboard has it."""
        self._kept.setText(tr("What you typed is on the clipboard."))

    def complain(self, text: str) -> None:
        """Says why the record cannot be had again."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    def _button(self, name: str, text: str, kind: str = "") -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        if kind:
            mark(button, "kind", kind)
        return button


def copy_typed(rows: Iterable[FieldRow]) -> None:
    """Puts what is typed on the clipboard, a line for each field: "City: Shusha"."""
    lines = [
        tr("{field}: {value}", field=row.label.text(), value=row.editor.typed_text())
        for row in rows
        if row.is_unsaved()
    ]
    QGuiApplication.clipboard().setText("\n".join(lines))


def _what_happened(deletion: Deletion | None) -> str:
    if deletion is None:
        return tr("This record is no longer in the dossier.")
    if not deletion.at:
        return tr("“{record}” was deleted by {author}.", record=deletion.label, author=deletion.author)
    return tr(
        "“{record}” was deleted by {author} ({time}).",
        record=deletion.label,
        author=deletion.author or tr("somebody else"),
        time=deletion.at,
    )
