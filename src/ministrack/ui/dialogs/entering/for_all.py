"""What holds for all lines of a delegation list: the meeting, and whether the delegations came."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from ministrack.domain.delegation import Delegation, Presence, usual_presence
from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import tr
from ministrack.domain.meeting import Meeting, MeetingStatus
from ministrack.domain.record import Ref
from ministrack.ui.desk import Desk
from ministrack.ui.forms.choosing import Existing
from ministrack.ui.forms.picker import ReferencePicker
from ministrack.ui.style.apply import mark
from ministrack.ui.style.metrics import SPACE


class FieldsForAll(QWidget):
    """Signals: `changed()` when another meeting or attendance was chosen."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.meeting = ReferencePicker(desk, ("meeting",), self, create=False)
        self.meeting.setObjectName("entry.meeting")
        self.meeting.setAccessibleName(tr("Meeting"))
        self.meeting.setPlaceholderText(tr("Number, name, place or date"))
        self.status = QComboBox(self)
        self.status.setObjectName("entry.status")
        self.status.setAccessibleName(tr("Attendance"))
        self.status.addItems([tr(each.label) for each in Presence])
        self.meeting.chosen.connect(self._chosen)
        self.status.currentIndexChanged.connect(self._tell)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2 * SPACE)
        for title, field, stretch in ((tr("Meeting"), self.meeting, 3), (tr("Attendance"), self.status, 1)):
            label = QLabel(title, self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            mark(label, "role", "soft")
            label.setBuddy(field)
            line.addWidget(label)
            line.addWidget(field, stretch)
        self._show_meeting(self._in_focus())

    def values(self) -> Mapping[str, object]:
        """What every new delegation starts with."""
        status = list(Presence)[self.status.currentIndex()].value
        meeting = self._meeting()
        return {"status": status} if meeting is None else {"meeting": meeting.id, "status": status}

    def _meeting(self) -> Ref | None:
        try:
            choice = self.meeting.choice()
        except InvalidValue:
            return None
        return choice.ref if isinstance(choice, Existing) else None

    def _in_focus(self) -> Ref | None:
        """The meeting one looks at, or that of the delegation one looks at."""
        ref = self._desk.focus.record
        if ref is not None and ref.table == "delegation":
            found = self._desk.read.get(Delegation, ref.id)
            return Ref("meeting", found.meeting) if found is not None else None
        return ref if ref is not None and ref.table == "meeting" and self._desk.read.exists(ref) else None

    def _show_meeting(self, ref: Ref | None) -> None:
        self.meeting.show_ref(ref)
        self._propose_status(ref)

    def _propose_status(self, ref: Ref | None) -> None:
        """Who is listed for a meeting that was held was there; for one to come, is expected."""
        found = self._desk.read.get(Meeting, ref.id) if ref is not None else None
        status = found.status if found is not None else MeetingStatus.PLANNED
        self.status.setCurrentIndex(list(Presence).index(usual_presence(status)))

    def _chosen(self, _: object) -> None:
        self._show_meeting(self._meeting())  # Escape goes no further back
        self.changed.emit()

    def _tell(self, _: int) -> None:
        self.changed.emit()
