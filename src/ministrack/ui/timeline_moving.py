"""Moves a planned meeting on the timeline: says before what it would mean, and makes it one edit."""

from datetime import date

from PySide6.QtCore import QObject, QPoint

from ministrack.domain.date_spans import span
from ministrack.domain.dates import explain, show, show_long
from ministrack.domain.known_days import known_days
from ministrack.domain.language import interface_language, tr, trn
from ministrack.domain.meeting import Meeting
from ministrack.domain.record import Ref
from ministrack.ui.desk import Desk
from ministrack.ui.views.timeline.view import Timeline


class TimelineMoving(QObject):
    """Speaks while a meeting is carried, and writes when it is put down."""

    def __init__(self, desk: Desk, timeline: Timeline, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._timeline = timeline
        self._today = date.today()
        timeline.set_can_move(not desk.workspace.read_only)
        timeline.moving.connect(self._preview)
        timeline.move_over.connect(self._end)
        timeline.move_wanted.connect(self._move)

    def _preview(self, ref: tuple[str, str], edtf: str, place: QPoint) -> None:
        # delayed: start-up time
        from ministrack.ui.views.timeline.card import Card

        meeting = self._desk.read.get(Meeting, ref[1])
        if meeting is None:
            self._timeline.give_up()
            return
        window = self._timeline.window()
        card = window.findChild(Card) or Card(window)
        card.say(self._lines(meeting, edtf), place)
        self._timeline.describe(card.words())

    def _end(self) -> None:
        # delayed: start-up time
        from ministrack.ui.views.timeline.card import Card

        card = self._timeline.window().findChild(Card)
        if card is not None:
            card.hide()

    def _move(self, ref: tuple[str, str], seen: str, edtf: str) -> None:
        # delayed: start-up time
        from ministrack.edits.rescheduling import move_meeting_to

        if self._desk.runner.run(move_meeting_to(Ref(*ref), edtf, seen)):
            self._desk.focus.select(Ref(*ref))

    def _lines(self, meeting: Meeting, edtf: str) -> list[tuple[str, str]]:
        """What would be, line by line, each with its role: the date, what follows, what stands in the way."""
        title = tr("“{meeting}”", meeting=meeting.name)
        if edtf == meeting.date:
            return [
                (title, "soft"),
                (tr("stays: {date}", date=show_long(edtf)), "strong"),
                (_hint(edtf), "soft"),
            ]
        lines = [(title, "soft"), (_in_words(edtf), "strong")]
        lines.append((tr("Until now: {date}", date=show(meeting.date or "")), "soft"))
        lines += [(line, "") for line in self._follows(meeting)]
        lines += [(line, "error") for line in self._in_the_way(meeting, edtf)]
        return [*lines, (_hint(edtf), "soft")]

    def _follows(self, meeting: Meeting) -> list[str]:
        # delayed: start-up time
        from ministrack.edits.rescheduling import consequences

        count = consequences(self._desk.read, Ref("meeting", meeting.id)).tasks
        if not count:
            return []
        return [
            trn("{n} task due before it moves with it.", "{n} tasks due before it move with it.", count),
        ]

    def _in_the_way(self, meeting: Meeting, edtf: str) -> list[str]:
        # delayed: start-up time
        from ministrack.edits.clashes import out_of_order, same_time

        read, found = self._desk.read, []
        others = same_time(read, meeting, edtf)
        if others.count:
            same_day = known_days(edtf) is not None
            words = "; ".join(others.named)
            found.append(
                tr("On the same day: {meetings}", meetings=words)
                if same_day
                else tr("In the same series and time: {meetings}", meetings=words)
            )
        earlier, later = out_of_order(read, meeting, edtf)
        if earlier.count:
            found.append(
                tr("Out of order: it would come before {meetings}", meetings="; ".join(earlier.named))
            )
        if later.count:
            found.append(tr("Out of order: it would come after {meetings}", meetings="; ".join(later.named)))
        last = span(edtf).last
        if last is not None and last < self._today.isoformat():
            found.append(tr("That is in the past."))
        return found


def _in_words(edtf: str) -> str:
    """ "Tuesday 12 May 2026"; a looser date with what exactly it means."""
    # delayed: start-up time
    from PySide6.QtCore import QLocale

    days = known_days(edtf)
    language = interface_language()
    if days is None:
        return tr("{date}: {meaning}", date=show_long(edtf, language), meaning=explain(edtf, language))
    locale = QLocale(language)
    first, last = (locale.standaloneDayName(day.isoweekday()) for day in days)
    if days[0] == days[1]:
        return tr("{weekday} {date}", weekday=first, date=show_long(edtf, language))
    return tr("{first} to {last}, {date}", first=first, last=last, date=show_long(edtf, language))


def _hint(edtf: str) -> str:
    if known_days(edtf) is not None:
        return tr("Enter or release: move · Esc: leave it")
    return tr("Ctrl: the exact day · Enter or release: move · Esc: leave it")
