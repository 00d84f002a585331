"""A proposal beside the dossier: the sentence behind it, why it wants a look, and what differs."""

from collections import Counter
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from ministrack.domain.language import tr
from ministrack.edits.proposals.reviewed import Difference
from ministrack.ui.dialogs.reading.sheet import Entry
from ministrack.ui.style.metrics import SPACE
from ministrack.ui.widgets.words import words

_ONE_LINE = 56  # letters of two values that have room beside each other


class Beside(QWidget):
    """Signals: `turned(str, bool)` with a field, and whether it takes the report's value."""

    turned = Signal(str, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sentence, self._matter = words("quote"), words("soft")
        self._sentence.setObjectName("reading.sentence")
        self._matter.setObjectName("reading.matter")
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._differences = Differences(self)
        self._differences.turned.connect(self.turned)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        for part in (self._sentence, self._matter, self._differences):
            column.addWidget(part)

    def show_entry(self, entry: Entry) -> None:
        """Shows another proposal, or the same one as it is now."""
        self._sentence.setText(sentence_of(entry))
        said = [entry.matter, _series(entry)]
        self._matter.setText(" ".join(part for part in said if part))
        self._matter.setVisible(bool(self._matter.text()))
        self._differences.show_differences(entry.reviewed.differences, entry.picked.replacing)


def sentence_of(entry: Entry) -> str:
    """What a person should read to believe it: the passage on which most fields rest."""
    passages = Counter(said.quote for said in entry.proposal.fields.values())
    most = max(passages, key=lambda quote: (passages[quote], len(quote.text)), default=entry.proposal.quote)
    own = entry.proposal.quote
    return " ".join((own if len(own.text) > len(most.text) else most).text.split())


def _series(entry: Entry) -> str:
    name = entry.reviewed.new_series
    return tr("A new series is made: {name}.", name=name) if name else ""


class Differences(QWidget):
    """Fields for which the dossier has another value: which of both it is to have.

    Signals: `turned(str, bool)` with a field, and whether it takes the report's value.
    """

    turned = Signal(str, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reading.differences")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(3 * SPACE)
        self._grid.setVerticalSpacing(SPACE)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 2)
        self._shown: tuple[Difference, ...] = ()
        self._groups: list[QButtonGroup] = []
        self._made: list[QWidget] = []

    def show_differences(self, differences: Sequence[Difference], used: frozenset[str]) -> None:
        """Shows both values of each, one below the other."""
        self.setVisible(bool(differences))
        if tuple(differences) != self._shown:
            self._shown = tuple(differences)
            for part in self._made:
                self._grid.removeWidget(part)
                part.deleteLater()
            self._made, self._groups = [], []
            for number, each in enumerate(differences):
                self._add(2 * number, each)
        self._check(used)

    def _add(self, row: int, each: Difference) -> None:
        label: QLabel = words("soft", each.label)
        label.setWordWrap(False)
        keep = self._button("keep", each, tr("Keep: {value}", value=each.present or tr("nothing")))
        finer = tr("Use the report’s, which says more: {value}", value=each.proposed)
        other = tr("Use the report’s: {value}", value=each.proposed)
        use = self._button("use", each, finer if each.is_finer else other)
        group = QButtonGroup(self)
        for button in (keep, use):
            group.addButton(button)
        use.toggled.connect(partial(self._turn, each.field))
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(keep, row, 1)
        if len(keep.text()) + len(use.text()) < _ONE_LINE:
            self._grid.addWidget(use, row, 2)
        else:
            self._grid.addWidget(use, row + 1, 1, 1, 2)
        self._made += [label, keep, use]
        self._groups.append(group)

    def _button(self, name: str, each: Difference, said: str) -> QRadioButton:
        button = QRadioButton(said.replace("&", "&&"), self)
        button.setObjectName(f"reading.{name}.{each.field}")
        button.setAccessibleName(f"{each.label}: {said}")
        button.setToolTip(tr("Both stay on record as what sources say."))
        return button

    def _check(self, used: frozenset[str]) -> None:
        for each, group in zip(self._shown, self._groups, strict=True):
            keep, use = group.buttons()
            with QSignalBlocker(use):
                (use if each.field in used else keep).setChecked(True)

    def _turn(self, name: str, on: bool) -> None:
        self.turned.emit(name, on)
