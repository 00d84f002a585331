"""Which file is imported: its name, what kind it is, its size, and what is worth to know about it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ministrack.domain.language import tr
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.importing.source import ImportSource
from ministrack.ui.models.tips import plain_tip
from ministrack.ui.style.apply import mark
from ministrack.ui.style.metrics import ICON_SIZE, SPACE, grown
from ministrack.ui.widgets.elided import ElidedLabel

_KIB = 1024


class FileBar(QWidget):
    """Signals: `other_wanted()` for another file."""

    other_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("import.file")
        side = grown(ICON_SIZE + SPACE, self.font())
        icon = QLabel(self)
        icon.setPixmap(desk.icons.icon("file-text").pixmap(side, side))
        self._name = ElidedLabel(self)
        self._name.setObjectName("import.file.name")
        mark(self._name, "role", "strong")
        self._about = ElidedLabel(self)
        self._about.setObjectName("import.file.about")
        mark(self._about, "role", "hint")
        self.other = QPushButton(tr("Choose another file…"), self)
        self.other.setObjectName("import.other")
        self.other.setAutoDefault(False)
        self.other.clicked.connect(self.other_wanted)
        self._kind = ""
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._about)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2 * SPACE)
        line.addWidget(icon)
        line.addLayout(words, 1)
        line.addWidget(self.other)

    def show_file(self, source: ImportSource, kind: str) -> None:
        """Shows another file; `kind` names its format."""
        self._name.setText(source.name)
        self._name.setToolTip("" if source.is_own else plain_tip(str(source.path)))
        self._kind = " · ".join(part for part in (kind, _size(source)) if part)
        self._about.setText(self._kind)

    def show_notes(self, notes: Sequence[str]) -> None:
        """Shows what was found that a person should know."""
        said = " · ".join((self._kind, *notes))
        self._about.setText(said)
        self._about.setToolTip(plain_tip(said) if notes else "")


def _size(source: ImportSource) -> str:
    try:
        size = source.path.stat().st_size
    except OSError:
        return ""
    if size < _KIB:
        return tr("{n} bytes", n=size)
    if size < _KIB * _KIB:
        return tr("{n} KB", n=-(-size // _KIB))
    return tr("{n} MB", n=f"{size / _KIB / _KIB:.1f}")
