"""The preview with its bar, or the words that say why there is none."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from ministrack.domain.errors import MinistrackError
from ministrack.domain.language import counted, tr
from ministrack.reports.document import Paper
from ministrack.ui.desk import Desk
from ministrack.ui.papers.preview import Preview
from ministrack.ui.papers.sheets import Sheets
from ministrack.ui.style.metrics import MARGIN, SPACE
from ministrack.ui.widgets.elided import ElidedLabel
from ministrack.ui.widgets.words import words

_SLOW = 400  # ms after which it is said that a paper is being made


class PreviewPane(QWidget):
    """Shows the paper that was made last, and says what is going on."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.preview = Preview(desk.themes, self)
        self._said = ElidedLabel(self)
        self._said.setObjectName("papers.page")
        self._said.setProperty("role", "soft")
        self._refused = words("soft")
        self._refused.setObjectName("papers.refused")
        self._refused.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._refused.setMargin(MARGIN)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.preview)
        self._stack.addWidget(self._refused)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW)
        self._slow.timeout.connect(self._say_slow)
        bar = QHBoxLayout()
        bar.setSpacing(SPACE)
        bar.addWidget(self._said, 1)
        self._buttons = [
            self._button("zoomOut", "minus", tr("Smaller"), "Ctrl+-"),
            self._button("zoomIn", "plus", tr("Larger"), "Ctrl++"),
            self._button("fitWidth", "maximize-2", tr("As wide as the window"), "Ctrl+0"),
        ]
        does = (self.preview.zoom_out, self.preview.zoom_in, self.preview.fit_width)
        for button, do in zip(self._buttons, does, strict=True):
            button.clicked.connect(do)
            bar.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * SPACE)
        layout.addLayout(bar)
        layout.addWidget(self._stack, 1)
        self.preview.page_changed.connect(self._show_page)

    @property
    def sheets(self) -> Sheets | None:
        """The pages that are shown; None while there are none."""
        return self.preview.sheets if self._stack.currentWidget() is self.preview else None

    def show_paper(self, paper: Paper, *, from_top: bool) -> None:
        """Shows a paper."""
        self._slow.stop()
        self._stack.setCurrentWidget(self.preview)
        self.preview.show_sheets(Sheets(paper), from_top=from_top)
        self._enable(True)

    def show_error(self, error: MinistrackError) -> None:
        """Says why there is no paper."""
        self._slow.stop()
        self._refused.setText("\n".join(part for part in (error.what, error.todo) if part))
        self._stack.setCurrentWidget(self._refused)
        self._said.clear()
        self._enable(False)

    def begin(self) -> None:
        """Another paper is being made; that is said when it takes long."""
        self._slow.start()

    def _say_slow(self) -> None:
        self._said.setText(tr("The paper is being made…"))

    def _show_page(self, page: int) -> None:
        sheets = self.preview.sheets
        if sheets is None or page < 0:
            self._said.clear()
            return
        values = {"n": counted(page + 1), "total": counted(len(sheets.pages))}
        said = tr("Page {n} of {total}", **values) if sheets.is_complete else tr("Page {n}", **values)
        self._said.setText(said)

    def _enable(self, on: bool) -> None:
        for button in self._buttons:
            button.setEnabled(on)

    def _button(self, name: str, icon: str, text: str, keys: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"papers.{name}")
        button.setIcon(self._desk.icons.icon(icon))
        button.setAccessibleName(text)
        button.setToolTip(f"{text} ({keys})")
        button.setAutoRaise(True)
        return button
