"""The fields of two records side by side, each with the choice of what stays."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ministrack.domain.language import N_, tr
from ministrack.domain.record import Ref
from ministrack.edits.merge_choices import FieldPair, Side, group_of
from ministrack.edits.wording import value_in_words
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.merging.side import SideChoice
from ministrack.ui.forms.naming import name_of
from ministrack.ui.style.metrics import SPACE
from ministrack.ui.style.theme import Tone
from ministrack.ui.widgets.pill import Pill
from ministrack.ui.widgets.words import words as label

_LABELS = 44 * SPACE
_TOP = Qt.AlignmentFlag.AlignTop
_DROP = 3  # px: words stand beside the ring of their radio button
_SIDES = ((Side.KEPT, N_("left")), (Side.OTHER, N_("right")))


class FieldChoices(QWidget):
    """What differs, one row a field. Signals: `changed()` when the person chose something."""

    changed = Signal()

    def __init__(
        self, desk: Desk, kept: Ref, other: Ref, pairs: Sequence[FieldPair], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kept = kept
        self._pairs = {pair.spec.name: pair for pair in pairs if not pair.is_same}
        self._choices: dict[tuple[str, Side], SideChoice] = {}
        self._groups: list[QButtonGroup] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(4 * SPACE)
        self._grid.setVerticalSpacing(2 * SPACE)
        for column, stretch in enumerate((0, 1, 1, 0)):
            self._grid.setColumnStretch(column, stretch)
        self._add_heads(kept, other)
        for row, pair in enumerate(self._pairs.values(), start=1):
            self._add_row(row, pair)

    @property
    def sides(self) -> dict[str, Side]:
        """Whose value stays, field by field."""
        return {name: side for (name, side), choice in self._choices.items() if choice.button.isChecked()}

    def take_all(self, side: Side) -> None:
        """Takes every field from one of the two."""
        for name in self._pairs:
            self._choices[name, side].button.setChecked(True)
        self.changed.emit()

    def _add_heads(self, kept: Ref, other: Ref) -> None:
        for column, (ref, (side, place)) in enumerate(zip((kept, other), _SIDES, strict=True), start=1):
            named = name_of(self._desk.read, ref)
            head = QWidget(self)
            take = QPushButton(tr("Take all of this one"), head)
            take.setObjectName(f"merge.all.{side.value}")
            take.setAccessibleName(tr("Take all fields of the {side} record", side=tr(place)))
            take.setProperty("kind", "link")
            take.setAutoDefault(False)
            take.setVisible(bool(self._pairs))
            take.clicked.connect(partial(self.take_all, side))
            column_of = QVBoxLayout(head)
            column_of.setContentsMargins(0, 0, 0, SPACE)
            column_of.setSpacing(SPACE // 2)
            column_of.addWidget(label("strong", named.label))
            if named.context:
                column_of.addWidget(label("soft", named.context))
            column_of.addWidget(take, 0, Qt.AlignmentFlag.AlignLeading)
            self._grid.addWidget(head, 0, column, Qt.AlignmentFlag.AlignTop)

    def _add_row(self, row: int, pair: FieldPair) -> None:
        self._grid.addWidget(self._label(pair), row, 0, Qt.AlignmentFlag.AlignTop)
        group = QButtonGroup(self)
        self._groups.append(group)
        values = ((Side.KEPT, pair.kept), (Side.OTHER, pair.other))
        for column, (side, value) in enumerate(values, start=1):
            words = value_in_words(self._desk.read, pair.spec, value)
            self._grid.addWidget(self._choice(pair, side, words, group), row, column, _TOP)
        if pair.can_join:
            both = self._choice(pair, Side.BOTH, tr("Both"), group)
            both.setMinimumWidth(22 * SPACE)
            self._grid.addWidget(both, row, 3, _TOP)

    def _label(self, pair: FieldPair) -> QWidget:
        holder = QWidget(self)
        name = label("soft", tr(pair.spec.label))
        holder.setFixedWidth(_LABELS)
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, _DROP, 0, 0)
        line.setSpacing(SPACE)
        line.addWidget(name, 1, Qt.AlignmentFlag.AlignTop)
        if pair.differs:
            pill = Pill(self._desk.themes)
            pill.show_status(tr("differ"), Tone.PROGRESS)
            line.addWidget(pill, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _choice(self, pair: FieldPair, side: Side, words: str, group: QButtonGroup) -> SideChoice:
        spoken = tr(pair.spec.label)
        choice = SideChoice(f"merge.{pair.spec.name}.{side.value}", spoken, words, self)
        group.addButton(choice.button)
        choice.button.setChecked(side is pair.proposed)
        choice.chosen.connect(partial(self._chosen, pair.spec.name, side))
        self._choices[pair.spec.name, side] = choice
        return choice

    def _chosen(self, name: str, side: Side) -> None:
        """Fields of which only one may be known go together."""
        for other in group_of(self._kept.table, name):
            if other != name and (other, side) in self._choices:
                self._choices[other, side].button.setChecked(True)
        self.changed.emit()


def same_fields(pairs: Sequence[FieldPair]) -> list[str]:
    """The names of the fields that both records fill alike."""
    return [tr(pair.spec.label) for pair in pairs if pair.is_same and pair.kept is not None]
