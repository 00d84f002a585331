"""Messages: what happened, what is safe, what to do; details foldable, text always plain."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMessageBox, QWidget

from ministrack.domain.errors import MinistrackError
from ministrack.domain.language import tr


def show_error(parent: QWidget | None, error: MinistrackError) -> QMessageBox:
    """Shows an error over its window, without stopping the program."""
    box = _box(parent, QMessageBox.Icon.Warning, error.what)
    box.setObjectName("errorMessage")
    box.setInformativeText(" ".join(part for part in (error.safe, error.todo) if part))
    box.open()
    return box


def show_fault(parent: QWidget | None, text: str) -> QMessageBox:
    """Shows a fault of the program itself, with the technical part folded away and ready to copy."""
    box = _box(parent, QMessageBox.Icon.Critical, tr("Something went wrong inside ministrack."))
    box.setObjectName("faultMessage")
    box.setInformativeText(
        tr("Everything saved so far is safe. You can go on; if it happens again, please send us the details.")
    )
    box.setDetailedText(text)
    box.open()
    return box


def ask(
    parent: QWidget, question: str, explanation: str, yes: str, *, name: str, loses: bool = False
) -> QMessageBox:
    """A question with one action and Cancel; connect to `accepted`. Where the action loses something that
    cannot be brought back (`loses`), Enter cancels."""
    box = _box(parent, QMessageBox.Icon.Question, question)
    box.setObjectName(name)
    box.setInformativeText(explanation)
    box.setStandardButtons(QMessageBox.StandardButton.Cancel)
    button = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    button.setObjectName(f"{name}.accept")
    if loses:
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    else:
        button.setProperty("kind", "primary")
        box.setDefaultButton(button)
    for each in box.buttons():
        each.setIcon(QIcon())
    return box


def ask_which(
    parent: QWidget, question: str, explanation: str, ways: Mapping[str, Callable[[], object]], *, name: str
) -> QMessageBox:
    """A question with several ways to go on, and Cancel; each button is named after its place."""
    box = _box(parent, QMessageBox.Icon.Question, question)
    box.setObjectName(name)
    box.setInformativeText(explanation)
    box.setStandardButtons(QMessageBox.StandardButton.Cancel)
    for number, (words, go) in enumerate(ways.items()):
        button = box.addButton(words, QMessageBox.ButtonRole.ActionRole)
        button.setObjectName(f"{name}.{number}")
        button.clicked.connect(box.close)
        button.clicked.connect(go)
    for each in box.buttons():
        each.setIcon(QIcon())
    return box


def is_asked(parent: QWidget, name: str) -> bool:
    """Whether this question is open already; it comes to the front then."""
    for box in parent.findChildren(QMessageBox, name):
        if box.isVisible():
            box.activateWindow()
            return True
    return False


def _box(parent: QWidget | None, icon: QMessageBox.Icon, text: str) -> QMessageBox:
    box = QMessageBox(icon, tr("ministrack"), text, QMessageBox.StandardButton.Ok, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box
