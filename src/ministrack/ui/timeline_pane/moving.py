"""Moves a planned meeting on the timeline: says before what it would mean, and makes it one edit."""

from PySide6.QtCore import QObject, QPoint

from ministrack.domain.dates import explain, show, show_long
from ministrack.domain.known_days import known_days
from ministrack.domain.language import interface_language, tr
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
        from ministrack.edits.rescheduling import move_meeting

        if self._desk.runner.run(move_meeting(Ref(*ref), edtf, seen)):
            self._desk.focus.select(Ref(*ref))

    def _lines(self, meeting: Meeting, edtf: str) -> list[tuple[str, str]]:
        """What would be, line by line, each with its role: the date, what follows, what stands in the way."""
        # delayed: start-up time
        from ministrack.edits.rescheduling import meaning_of_move

        title = tr("“{meeting}”", meeting=meeting.name)
        if edtf == meeting.date:
            return [
                (title, "soft"),
                (tr("stays: {date}", date=show_long(edtf)), "strong"),
                (_hint(edtf), "soft"),
            ]
        lines = [(title, "soft"), (_in_words(edtf), "strong")]
        lines.append((tr("Until now: {date}", date=show(meeting.date or "")), "soft"))
        meaning = meaning_of_move(self._desk.read, meeting, edtf)
        lines += [(line, "") for line in meaning.follows]
        lines += [(line, "error") for line in meaning.in_the_way]
        return [*lines, (_hint(edtf), "soft")]


def _in_words(edtf: str) -> str:
    """ "Tuesday 12 May 2026"; a looser date with what exactly it means."""
    # delayed: start-up time
    from ministrack.ui.day_words import day_in_words, weekday

    days = known_days(edtf)
    language = interface_language()
    if days is None:
        return tr("{date}: {meaning}", date=show_long(edtf, language), meaning=explain(edtf, language))
    if days[0] == days[1]:
        return day_in_words(days[0])
    first, last = (weekday(day.isoweekday()) for day in days)
    return tr("{first} to {last}, {date}", first=first, last=last, date=show_long(edtf, language))


def _hint(edtf: str) -> str:
    if known_days(edtf) is not None:
        return tr("Enter or release: move · Esc: leave it")
    return tr("Ctrl: the exact day · Enter or release: move · Esc: leave it")
