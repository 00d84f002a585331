"""The calendar as a presentation of the meetings, beside their table."""

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ministrack.domain.date_spans import span
from ministrack.domain.language import tr, trn
from ministrack.domain.months import Month, month_of, within_calendar
from ministrack.domain.record import Ref
from ministrack.settings import Settings
from ministrack.ui.desk import Desk
from ministrack.ui.layout_memory import LayoutMemory
from ministrack.ui.style.metrics import MARGIN, SPACE
from ministrack.ui.views.meetings.calendar.bar import MONTH, YEAR, CalendarBar
from ministrack.ui.views.meetings.calendar.carrying import Carrying
from ministrack.ui.views.meetings.calendar.entries import Entry, meeting_entry
from ministrack.ui.views.meetings.calendar.month_table import MonthTable
from ministrack.ui.views.meetings.calendar.tray import Tray
from ministrack.ui.views.meetings.calendar.words import count_of_month, month_in_words
from ministrack.ui.views.meetings.calendar.year_table import YearTable
from ministrack.ui.widgets.view import Presentation
from ministrack.ui.widgets.words import words

_ZOOM, _TASKS = "calendar.zoom", "calendar.tasks"
_NO = "no"
_TRAY_BESIDE = 60  # characters of width from which the tray stands beside the days; else below them
_WIDTH = 240  # of the tray at first, in proportion
_LEAST = 10 * SPACE  # of height, for days and tray
_TRAY = (3, 1)  # shares of days and tray


class CalendarPresentation(Presentation):
    """Follows filter, record and edits; remembers its zoom."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("meetingsCalendar")
        self._month = month_of(date.today())
        self._zoom = MONTH
        self._followed: tuple[Ref | None, str | None] = (None, None)
        self._carrying = Carrying(desk, self)
        self._bar = CalendarBar(desk, self)
        self._bar.set_with_tasks(True)
        self._days = MonthTable(desk, self._carrying, self._week_start, self)
        self._year = YearTable(desk, self._week_start, self)
        self._tray = Tray(desk, self._carrying, self)
        self._note = words("soft")
        self._note.setObjectName("calendarNote")
        self._note.setContentsMargins(MARGIN, SPACE, MARGIN, SPACE)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._days)

    def _lay_out(self) -> None:
        self._shown = QStackedWidget(self)
        self._shown.addWidget(self._days)
        self._shown.addWidget(self._year)
        self._parts = QSplitter(Qt.Orientation.Horizontal, self)
        self._parts.setObjectName("calendarSplitter")
        self._parts.addWidget(self._shown)
        self._parts.addWidget(self._tray)
        self._parts.setCollapsible(0, False)
        self._parts.setMinimumHeight(_LEAST)  # large letters must not make the window higher than its screen
        for place, share in enumerate(_TRAY):
            self._parts.setStretchFactor(place, share)
        self._parts.setSizes([_WIDTH * share for share in _TRAY])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self._bar, self._line(), self._parts, self._line(), self._note):
            layout.addWidget(part, 1 if part is self._parts else 0)

    def _connect(self) -> None:
        bar, days, year, tray = self._bar, self._days, self._year, self._tray.list
        bar.step_wanted.connect(self._step)
        bar.today_wanted.connect(self._go_to_today)
        bar.zoom_wanted.connect(self.show_zoom)
        bar.tasks_wanted.connect(self._read)
        days.month_wanted.connect(self._show_month)
        days.add_wanted.connect(self._add)
        year.month_wanted.connect(self._show_month)
        year.opened.connect(self._open_month)
        year.add_wanted.connect(self._add_some_day)
        tray.carry_wanted.connect(self._carry_from_tray)
        tray.dragged.connect(self._drag)
        tray.dropped.connect(self._carrying.put_down)
        for part in (days, tray):
            part.picked.connect(self._desk.focus.select)
            part.pointed.connect(self.pointed)
            part.opened.connect(self.activated)
            part.delete_wanted.connect(self.delete_wanted)
        self._desk.preferences.changed.connect(self._follow_preference)
        self._carrying.changed.connect(self._tell)
        self._carrying.refused.connect(self._note.setText)
        self._carrying.moved.connect(self._show_moved)

    @property
    def _week_start(self) -> int:
        return self._desk.preferences.first_weekday.value

    # what follows

    def refresh(self) -> None:
        """Reads everything anew."""
        self._carrying.look_again()
        self._read()

    def follow(self, ref: Ref | None) -> None:
        """Goes to the meeting in focus, once; a person may turn the pages after that."""
        self._days.mark(ref)
        self._tray.list.follow(ref)
        entry = meeting_entry(self._desk.read, ref.id) if ref is not None and ref.table == "meeting" else None
        following = (ref, entry.edtf if entry else None)
        if following != self._followed and entry is not None and not self._is_shown(entry):
            day = _first_day(entry)
            if day is not None:
                self._show_month(month_of(day))
                if entry.first is not None:
                    self._days.go_to(entry.first)
                self._tray.list.follow(ref)
        self._followed = following

    def focus_content(self) -> None:
        """Puts the keyboard into the days or months."""
        self._content().setFocus()

    def keep_layout(self, memory: LayoutMemory) -> None:
        memory.keep_text(_ZOOM, self._zoom)
        memory.keep_text(_TASKS, "" if self._bar.with_tasks else _NO)
        memory.keep_splitter(self._parts)

    def restore_layout(self, memory: LayoutMemory) -> None:
        memory.restore_splitter(self._parts)
        self._arrange()
        self._bar.set_with_tasks(memory.text_of(_TASKS) != _NO)
        self.show_zoom(memory.text_of(_ZOOM))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # what is shown

    def show_zoom(self, zoom: str) -> None:
        """Shows a month or a year; an unknown name shows a month."""
        had_keyboard = self._content().hasFocus()
        self._zoom = zoom if zoom in (MONTH, YEAR) else MONTH
        self._shown.setCurrentWidget(self._content())
        self.setFocusProxy(self._content())
        if had_keyboard:
            self.focus_content()
        self._read()

    def _content(self) -> MonthTable | YearTable:
        return self._days if self._zoom == MONTH else self._year

    def _show_month(self, month: Month) -> None:
        self._month = month
        self._read()

    def _read(self, _: object = None) -> None:
        shared, start = self._desk.focus.filter, self._week_start
        if self._zoom == MONTH:
            self._days.show_month(self._month, shared, start, with_tasks=self._bar.with_tasks)
            self._tray.show_period(shared, self._month.first, self._month.last)
            self._bar.show_period(month_in_words(self._month), self._zoom)
        else:
            self._year.show_year(self._month, shared, start)
            self._tray.show_period(shared, date(self._month.year, 1, 1), date(self._month.year, 12, 31))
            self._bar.show_period(str(self._month.year), self._zoom)
        self._days.mark(self._desk.focus.record)
        self._tray.list.follow(self._desk.focus.record)
        self._tell()

    def _is_shown(self, entry: Entry) -> bool:
        if self._zoom == YEAR:
            first, last = date(self._month.year, 1, 1), date(self._month.year, 12, 31)
        else:
            first, last = self._days.days.first, self._days.days.last
        if entry.first is not None and entry.last is not None:
            return entry.first <= last and entry.last >= first
        return self._tray.list.lines.index_of(entry.ref).isValid()

    def _tell(self) -> None:
        """The line below: what carrying would mean, else what the period holds."""
        said = self._carrying.words()
        if said:
            said = tr("{what} Enter puts it there, Escape leaves it.", what=said)
        elif self._zoom == MONTH:
            count = self._days.days.count()
            said = count_of_month(count, self._month)
        else:
            said = trn(
                "{n} meeting on known days of {year}",
                "{n} meetings on known days of {year}",
                self._year.months.count(),
                year=self._month.year,
            )
        self._note.setText(said)
        self._days.setAccessibleDescription(said if self._carrying.entry else "")

    def _arrange(self) -> None:
        """The tray beside the days, or below them where the window is narrow."""
        is_wide = self.width() >= _TRAY_BESIDE * self.fontMetrics().averageCharWidth()
        wanted = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if self._parts.orientation() is not wanted:
            self._parts.setOrientation(wanted)

    # what the user does

    def _follow_preference(self, name: str) -> None:
        if name == Settings.week_start.key:
            self._read()

    def _step(self, by: int) -> None:
        self._show_month(self._month.shifted(by if self._zoom == MONTH else 12 * by))

    def _go_to_today(self) -> None:
        self._show_month(month_of(date.today()))
        self._days.go_to(date.today())

    def _open_month(self, month: Month, day: date | None) -> None:
        self._month = month
        self.show_zoom(MONTH)
        if day is not None:
            self._days.go_to(day)
        self.focus_content()

    def _add(self, day: date) -> None:
        self._create(day.isoformat())

    def _add_some_day(self, month: Month) -> None:
        self._create(f"{month.year:04}-{month.number:02}")

    def _create(self, edtf: str) -> None:
        if not self._desk.workspace.read_only:
            self.create_wanted.emit("meeting", {"date": edtf})

    def _carry_from_tray(self, entry: Entry) -> None:
        """By keys: the days take over, beginning with one that the meeting may have."""
        if self._carrying.pick_up(entry):
            if self._zoom == YEAR:
                self.show_zoom(MONTH)
            self._days.setFocus()
            self._carrying.over(self._days.current_day())

    def _drag(self, place: QPoint) -> None:
        viewport = self._days.viewport()
        is_over = self._zoom == MONTH and viewport.isVisible()
        self._carrying.over(self._days.day_at(viewport.mapFromGlobal(place)) if is_over else None)

    def _show_moved(self, identity: str, day: date) -> None:
        self._show_month(month_of(within_calendar(day)))
        self._days.go_to(day)
        self._desk.focus.select(Ref("meeting", identity))

    def _line(self) -> QFrame:
        line = QFrame(self)
        line.setProperty("role", "line")
        return line


def _first_day(entry: Entry) -> date | None:
    """The first day that a meeting may have."""
    if entry.first is not None or not entry.edtf:
        return entry.first
    found = span(entry.edtf).first
    return within_calendar(date.fromisoformat(found)) if found else None
