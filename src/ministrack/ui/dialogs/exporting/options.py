"""What is decided about a file, for those formats that heed it, and remembered."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from ministrack.domain.language import tr
from ministrack.exchange.delimiters import WRITTEN
from ministrack.exchange.formats import Format
from ministrack.exchange.outgoing import Options
from ministrack.ui.layout_memory import LayoutMemory
from ministrack.ui.style.metrics import SPACE
from ministrack.ui.widgets.words import words

_YES, _NO = "yes", "no"


class OptionsBox(QWidget):
    """A line for each option of the format that is chosen."""

    def __init__(self, memory: LayoutMemory, parent: QWidget) -> None:
        super().__init__(parent)
        self._memory = memory
        self._delimiter = QComboBox(self)
        self._delimiter.setObjectName("export.delimiter")
        self._delimiter.setAccessibleName(tr("Cells are parted by"))
        for each in WRITTEN:
            self._delimiter.addItem(tr(each.label), each.name)
        self._label = words("soft", tr("Cells are parted by"))
        self._label.setBuddy(self._delimiter)
        self._bom = self._tick("bom", tr("For Excel: begin with the mark by which it knows UTF-8"))
        self._imprecise = self._tick("imprecise", tr("Also dates that are no exact day, as long spans"))
        self._lines: dict[str, tuple[QWidget, ...]] = {
            "delimiter": (self._label, self._delimiter),
            "bom": (self._bom,),
            "imprecise": (self._imprecise,),
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        for line in self._lines.values():
            for widget in line:
                layout.addWidget(widget)
        self._recall()

    def follow(self, chosen: Format) -> None:
        """Shows the options of a format."""
        for name, line in self._lines.items():
            for widget in line:
                widget.setVisible(name in chosen.options)
        self.setVisible(bool(chosen.options))

    def options(self) -> Options:
        """What is decided."""
        sign = WRITTEN[self._delimiter.currentIndex()].sign
        return Options(sign, self._bom.isChecked(), self._imprecise.isChecked())

    def keep(self) -> None:
        """Remembers it for the next time."""
        self._memory.keep_text("export.delimiter", str(self._delimiter.currentData()))
        self._memory.keep_text("export.bom", _YES if self._bom.isChecked() else _NO)
        self._memory.keep_text("export.imprecise", _YES if self._imprecise.isChecked() else _NO)

    def _recall(self) -> None:
        kept = self._delimiter.findData(self._memory.text_of("export.delimiter"))
        self._delimiter.setCurrentIndex(max(0, kept))
        self._bom.setChecked(self._memory.text_of("export.bom") != _NO)
        self._imprecise.setChecked(self._memory.text_of("export.imprecise") == _YES)

    def _tick(self, name: str, text: str) -> QCheckBox:
        tick = QCheckBox(text, self)
        tick.setObjectName(f"export.{name}")
        return tick
