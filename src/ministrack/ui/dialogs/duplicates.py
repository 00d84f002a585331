"""Likely duplicates: pairs of records whose names sound the same, each to be merged or said to be two."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.language import tr
from ministrack.domain.record import Ref
from ministrack.edits.duplicates import Likely, likely_duplicates
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.merging.dialog import merge_two
from ministrack.ui.forms.naming import name_of
from ministrack.ui.layout_memory import LayoutMemory
from ministrack.ui.style.metrics import DIALOG_MARGINS, SPACE
from ministrack.ui.widgets.dialog import Dialog
from ministrack.ui.widgets.words import words

_SHOWN = 40  # pairs at a time
_SIZE = (860, 560)
_REMEMBERED = "notTheSame"
_BETWEEN = " "


class Duplicates(Dialog):
    """Lists the pairs anew after each edit; what was said to be two is remembered."""

    def __init__(self, desk: Desk, memory: LayoutMemory, parent: QWidget) -> None:
        super().__init__("duplicates", tr("Likely duplicates"), parent)
        self._desk = desk
        self._memory = memory
        self._lead = words("soft")
        self._lead.setObjectName("duplicates.lead")
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.setSpacing(3 * SPACE)
        layout.addWidget(self._lead)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(buttons)
        self.resize(*_SIZE)
        desk.feed.changed.connect(self._follow)
        self._fill()

    def _follow(self, change_set: object) -> None:
        self._fill()

    def _fill(self) -> None:
        found, more = likely_duplicates(self._desk.read, _SHOWN, self._dismissed())
        self._lead.setText(_lead(len(found), more))
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 2 * SPACE, 0)
        column.setSpacing(2 * SPACE)
        before = ""
        for likely in found:
            if likely.one.table != before:
                before = likely.one.table
                column.addWidget(words("heading", tr(RECORD_TYPES[before].MANY)))
            column.addWidget(self._row(likely))
        column.addStretch(1)
        self._scroll.setWidget(rows)

    def _row(self, likely: Likely) -> QWidget:
        row = QFrame()
        row.setProperty("role", "card")
        line = QHBoxLayout(row)
        line.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        line.setSpacing(3 * SPACE)
        labels = [name_of(self._desk.read, ref) for ref in (likely.one, likely.other)]
        for named in labels:
            line.addWidget(_named(named.label, named.context), 1)
        line.addWidget(words("soft", _shared(likely, (labels[0].label, labels[1].label))), 1)
        said = tr("{one} and {other}", one=labels[0].label, other=labels[1].label)
        read_only = self._desk.workspace.read_only
        merge = _button(tr("Merge…"), tr("Merge {pair}", pair=said), "duplicates.merge")
        merge.setEnabled(not read_only)
        merge.clicked.connect(partial(self._merge, likely.one, likely.other))
        two = _button(tr("Not the same"), tr("{pair} are not the same", pair=said), "duplicates.two")
        two.clicked.connect(partial(self._dismiss, likely.key))
        line.addWidget(merge)
        line.addWidget(two)
        return row

    def _merge(self, one: Ref, other: Ref, _checked: bool = False) -> None:
        merge_two(self, self._desk, one, other)

    def _dismiss(self, key: str, _checked: bool = False) -> None:
        kept = _BETWEEN.join(sorted({*self._dismissed(), key}))
        self._memory.keep_text(_REMEMBERED, kept)
        self._fill()

    def _dismissed(self) -> set[str]:
        return set(self._memory.text_of(_REMEMBERED).split())


def show_duplicates(parent: QWidget, desk: Desk, memory: LayoutMemory) -> Duplicates:
    """Opens the list."""
    dialog = Duplicates(desk, memory, parent)
    dialog.open()
    return dialog


def _lead(count: int, more: bool) -> str:
    if not count:
        return tr("No two people, countries, documents, bodies, sources or series are called alike.")
    if more:
        return tr(
            "Their names sound the same. Nothing is merged by itself. The first {n} pairs stand here; "
            "others follow when these are settled.",
            n=count,
        )
    return tr("Their names sound the same. Nothing is merged by itself.")


def _shared(likely: Likely, labels: tuple[str, str]) -> str:
    """What the two have in common; names are told where they are not those that stand beside it."""
    if likely.is_same:
        said = tr("Same name")
    else:
        said = tr("Sound the same") if likely.sounds_same else tr("One is another name of the other")
    if likely.names == labels:
        return said
    one, other = likely.names
    return tr("{said}: {one}, {other}", said=said, one=one, other=other)


def _named(label: str, context: str) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(words("strong", label))
    if context:
        column.addWidget(words("soft", context))
    return holder


def _button(label: str, spoken: str, name: str) -> QPushButton:
    button = QPushButton(label)
    button.setObjectName(name)
    button.setAccessibleName(spoken)
    button.setAutoDefault(False)
    return button
