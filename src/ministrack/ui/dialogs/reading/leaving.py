"""The question before a review goes in which something was decided."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ministrack.domain.language import tr, trn
from ministrack.ui.dialogs.messages import ask, is_asked

_QUESTION = "reading.leave"


def ask_to_leave(dialog: QWidget, count: int, leave: Callable[[], None]) -> None:
    """Asks once; `count` is how many records are ticked."""
    if is_asked(dialog, _QUESTION):
        return
    lost = trn(
        "What you ticked and corrected is lost. {n} record is ticked to be added.",
        "What you ticked and corrected is lost. {n} records are ticked to be added.",
        count,
    )
    title = tr("Leave without adding anything?")
    box = ask(dialog, title, lost, tr("Leave"), name=_QUESTION, loses=True)
    box.accepted.connect(leave)
    box.open()
