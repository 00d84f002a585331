"""What a paper is to be about and how it is to look: the choices that its kind needs or offers."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import N_, tr
from ministrack.domain.record import Ref
from ministrack.edits.coming import next_meeting
from ministrack.reports.papers import PaperKind
from ministrack.reports.request import ORDER_LABELS, Need, Order, Request
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.papers.fields import ColumnsChoice, RecordChoice, TemplateChoice
from ministrack.ui.dialogs.papers.remembered import Kept
from ministrack.ui.forms.messages import small_label
from ministrack.ui.style.metrics import SPACE

RECORDS = {
    Need.MEETING: ("meeting", N_("Meeting")),
    Need.SECOND_MEETING: ("meeting", N_("Later meeting")),
    Need.PARTY: ("party", N_("Country or organisation")),
    Need.SERIES: ("series", N_("Series")),
}
"""The records that a paper may be about: their table, and what the field is called."""

_EARLIER = N_("Earlier meeting")
_REFUSED = {
    Need.MEETING: N_("Choose a meeting."),
    Need.SECOND_MEETING: N_("Choose two meetings."),
    Need.PARTY: N_("Choose a country or organisation."),
    Need.SERIES: N_("Choose a series."),
}


class PaperChoices(QWidget):
    """Signals: `changed()` when another paper is wanted; `template_changed()`."""

    changed = Signal()
    template_changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kind: PaperKind | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, SPACE, 0)
        self._layout.setSpacing(SPACE)
        self._rows: dict[Need | None, tuple[QLabel, QWidget]] = {}
        self._records: dict[Need, RecordChoice] = {}
        for need, (table, label) in RECORDS.items():
            field = RecordChoice(desk, table, need.name.lower(), self)
            field.changed.connect(self.changed)
            self._records[need] = field
            self._add(need, tr(label), field)
        self._records[Need.MEETING].next_wanted.connect(self._choose_next)
        self._order = QComboBox(self)
        self._order.setObjectName("papers.order")
        for order, label in ORDER_LABELS.items():
            self._order.addItem(tr(label), order.value)
        self._order.currentIndexChanged.connect(self._tell)
        self._add(Need.ORDER, tr("Order"), self._order)
        self._columns = ColumnsChoice(self)
        self._columns.changed.connect(self.changed)
        self._add(Need.COLUMNS, tr("Columns"), self._columns)
        self._template = TemplateChoice(self)
        self._template.changed.connect(self.template_changed)
        self._add(None, tr("Word template"), self._template)
        self._layout.addStretch(1)

    def show_kind(self, kind: PaperKind, kept: Kept, about: Mapping[Need, str], *, template: bool) -> None:
        """Offers what a kind of paper needs and offers: as it was kept, and about these records."""
        self._kind = kind
        known = (*kind.needs, *kind.offers)
        for need, (label, field) in self._rows.items():
            for part in (label, field):
                part.setVisible(need in known if need is not None else template)
        two = Need.SECOND_MEETING in known
        self._rows[Need.MEETING][0].setText(tr(_EARLIER) if two else tr(RECORDS[Need.MEETING][1]))
        self._records[Need.MEETING].offer_next(not two)
        for need, field in self._records.items():
            field.name_it(self._rows[need][0].text(), _hint(kind, need))
            field.show_value(about.get(need) if need in known else None)
        with QSignalBlocker(self._order):
            self._order.setCurrentIndex(max(0, self._order.findData(kept.order)))
        columns = [key for key in kept.columns if key in kind.columns]
        self._columns.offer(kind.columns, columns or kind.usual or tuple(kind.columns))
        self._template.show_value(kept.template)

    def request(self) -> Request:
        """What is wanted. Raises InvalidValue where a choice is missing, or is none."""
        values = {need: self._value(need) for need in self._records}
        return Request(
            meeting=values[Need.MEETING],
            second_meeting=values[Need.SECOND_MEETING],
            party=values[Need.PARTY],
            series=values[Need.SERIES],
            order=Order(self._order.currentData()),
            columns=self._columns.value(),
        )

    def kept(self) -> Kept:
        """What is to be remembered of it: records only where a paper cannot be without them."""
        needs = self._kind.needs if self._kind is not None else ()
        records: dict[str, str] = {}
        for need in self._records:
            if need in needs:
                chosen = self._chosen(need)
                if chosen:
                    records[need.name] = chosen
        template = self._template.value()
        return Kept(
            str(self._order.currentData()),
            self._columns.value(),
            str(template) if template else "",
            tuple(records.items()),
        )

    @property
    def template(self) -> TemplateChoice:
        """The file that says how a DOCX looks."""
        return self._template

    def _value(self, need: Need) -> str | None:
        if self._kind is None or need not in (*self._kind.needs, *self._kind.offers):
            return None
        value = self._records[need].value()
        if value is None and need in self._kind.needs:
            two = Need.SECOND_MEETING in self._kind.needs and need is Need.MEETING
            raise InvalidValue(tr(_REFUSED[Need.SECOND_MEETING if two else need]), field=need.name)
        return value

    def _chosen(self, need: Need) -> str | None:
        try:
            return self._records[need].value()
        except InvalidValue:
            return None

    def _choose_next(self) -> None:
        self._records[Need.MEETING].show_value(next_meeting(self._desk.read, date.today()))
        self.changed.emit()

    def _tell(self, _: int) -> None:
        self.changed.emit()

    def _add(self, need: Need | None, words: str, field: QWidget) -> None:
        label = small_label("soft")
        label.setText(words)
        label.setBuddy(field)
        field.setAccessibleName(words)
        self._layout.addWidget(label)
        self._layout.addWidget(field)
        self._layout.addSpacing(SPACE)
        self._rows[need] = (label, field)


def is_there(desk: Desk, need: Need, identity: str) -> bool:
    """Whether a record that was remembered is in this dossier."""
    return desk.read.exists(Ref(RECORDS[need][0], identity))


def _hint(kind: PaperKind, need: Need) -> str:
    """What a paper is about where nothing is chosen."""
    if need in kind.needs:
        return ""
    return tr("the next one") if need is Need.MEETING and kind.takes_next else tr("all")
