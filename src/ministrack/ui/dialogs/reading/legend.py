"""What the colours of the marks mean, below the text."""

from collections import Counter

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ministrack.domain.language import counted, tr
from ministrack.domain.proposal import ProposalKind
from ministrack.ui.dialogs.reading.marks import paint_mark
from ministrack.ui.style.metrics import SPACE
from ministrack.ui.style.theme import ThemeSource
from ministrack.ui.widgets.flow_layout import FlowLayout
from ministrack.ui.widgets.words import words

_SWATCH = QSize(18, 14)


class Legend(QWidget):
    """A swatch and a name for each kind of record that the text speaks of."""

    def __init__(self, themes: ThemeSource, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reading.legend")
        row = FlowLayout(self, 3 * SPACE)
        self._names: dict[ProposalKind, QLabel] = {}
        self._items: dict[ProposalKind, QWidget] = {}
        for kind in ProposalKind:
            item = QWidget(self)
            line = QHBoxLayout(item)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(SPACE + 2)
            name = words("hint")
            name.setWordWrap(False)
            line.addWidget(_Swatch(themes, kind, item))
            line.addWidget(name)
            row.addWidget(item)
            self._names[kind], self._items[kind] = name, item

    def show_counts(self, counts: Counter[ProposalKind]) -> None:
        """Shows how many proposals there are of each kind; a kind without any is left out."""
        for kind, item in self._items.items():
            self._names[kind].setText(tr("{kind} {n}", kind=tr(kind.label), n=counted(counts[kind])))
            item.setVisible(bool(counts[kind]))
        self.setVisible(bool(counts))


class _Swatch(QWidget):
    def __init__(self, themes: ThemeSource, kind: ProposalKind, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self._kind = kind
        self.setFixedSize(_SWATCH)
        themes.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, QRectF(self.rect()), self._kind, self._themes.theme)
        painter.end()
