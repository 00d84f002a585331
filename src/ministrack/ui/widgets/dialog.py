"""What all dialogs have in common: they go when they are closed, have an edge, and an answer to press."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QWidget

from ministrack.ui.style.apply import mark

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Dialog(QDialog):
    """A dialog over its window; open it with `open()`."""

    enter_answers = True  # else Enter belongs to fields and rows, and presses a button that has the keyboard

    def __init__(self, name: str, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt makes the answer the default again when a dialog is shown: Enter in a field would give it."""
        if self.enter_answers or event.key() not in _ENTER:
            super().keyPressEvent(event)
            return
        at = self.focusWidget()
        if isinstance(at, QPushButton):
            at.click()

    def paintEvent(self, event: QPaintEvent) -> None:
        """An edge: without a window manager nothing else sets the dialog off from what lies behind it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


def answer_buttons(dialog: QDialog, name: str, text: str = "") -> tuple[QDialogButtonBox, QPushButton]:
    """Cancel, and the button that does what the dialog is for, which Enter presses."""
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, dialog)
    answer = buttons.addButton(text, QDialogButtonBox.ButtonRole.AcceptRole)
    answer.setObjectName(name)
    answer.setDefault(True)
    mark(answer, "kind", "primary")
    leave_out_icons(buttons)
    buttons.rejected.connect(dialog.reject)
    return buttons, answer


def leave_out_icons(buttons: QDialogButtonBox) -> None:
    """Words are enough, and the same on every platform."""
    for button in buttons.buttons():
        button.setIcon(QIcon())
