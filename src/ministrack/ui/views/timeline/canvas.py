"""The timeline without hands: a widget that holds items and a part of time, and paints them."""

from collections.abc import Collection, Iterable, Mapping
from math import ceil

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ministrack.domain.date_tables import words_of
from ministrack.domain.language import interface_language, tr
from ministrack.ui.style.theme import Theme, ThemeSource
from ministrack.ui.views.timeline.camera import Camera
from ministrack.ui.views.timeline.colours import Inks
from ministrack.ui.views.timeline.content import LANES, Content
from ministrack.ui.views.timeline.fonts import Fonts
from ministrack.ui.views.timeline.frame import mark_width
from ministrack.ui.views.timeline.headings import TEXT_X, lane_name, row_name
from ministrack.ui.views.timeline.items import Item, Lane, Ref
from ministrack.ui.views.timeline.lanes import least_height, share
from ministrack.ui.views.timeline.layout import BEFORE, Setting, best_anchor, lay_out
from ministrack.ui.views.timeline.look import Look
from ministrack.ui.views.timeline.painting import paint
from ministrack.ui.views.timeline.picture import Picture
from ministrack.ui.views.timeline.pills import Pills
from ministrack.ui.views.timeline.rows_bar import RowsBar
from ministrack.ui.views.timeline.shapes import Ghost, Style
from ministrack.ui.views.timeline.spoken import say

_LEAST_WIDTH = 320
_CROWD = 1000  # a count as long as the longest
_MARGIN_SHARE = 0.13  # of the width: long names of series are cut
_MEASURED = 60  # names of series


class TimelineCanvas(QWidget):
    """Shows items on one axis.

    Signals: zoom_changed() whenever another part of time is shown, content_changed() when other items are.
    """

    zoom_changed = Signal()
    content_changed = Signal()

    def __init__(self, themes: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self.setAccessibleName(tr("Timeline"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._whole = self._content = Content()
        self._camera = Camera()
        self._selected: Ref | None = None
        self._today: int | None = None
        self._folded: frozenset[Lane] = frozenset()
        self._empty_text = ""
        self._first_row = 0  # which of the series is wanted on top
        self._hover: Lane | None = None
        self._hovered = -1  # number of the item that the pointer is on
        self._left_room = 0.0  # px that something else needs in the margin
        self._by_keyboard = False
        self._inks = Inks(themes.theme)
        self._fonts = Fonts(self.font())
        self._pills = Pills(self._inks, self._fonts)
        self._months = words_of(interface_language()).months_short
        self._picture: Picture | None = None
        self._rows_bar = RowsBar(self)
        self._rows_bar.valueChanged.connect(self._show_rows_from)
        self._place()
        themes.changed.connect(self._take_theme)

    # what is shown

    def set_items(
        self,
        items: Iterable[Item],
        names: Mapping[str, str] | None = None,
        within: Collection[Ref] | None = None,
    ) -> None:
        """Show other items: all of them, or those of some records. Zoom and position stay (see Camera).
        `names` are those of the series.
        """
        self.set_content(Content(items, names), within)

    def set_content(self, content: Content, within: Collection[Ref] | None = None) -> None:
        """The same with items that were sorted elsewhere."""
        before, was = self._content, self._place_of_selected()
        self._whole = content
        self.narrow(within)
        if before.bounds is not None and self._place_of_selected() != was:
            self._bring_in_selected()

    def change_items(
        self, gone: Iterable[Ref], items: Iterable[Item], within: Collection[Ref] | None = None
    ) -> None:
        """Follow an edit: `gone` are the keys of items that are gone or out of date, `items` what came in
        their place. Only the records `within` are shown, or all.
        """
        was, was_fitted = self._place_of_selected(), self._content is self._whole and self._camera.is_fitted
        known = self._whole.numbers_of_rows
        old = [known.pop(key) for key in gone if key in known]
        new = self._whole.store(items)
        self._whole.change(old, new)
        self.narrow(within)
        if was_fitted and within is None and not self._camera.is_fitted:
            self._camera.fit()  # whoever sees everything is to see what is new as well
            self._changed()
        elif self._place_of_selected() != was:
            self._bring_in_selected()

    def narrow(self, refs: Collection[Ref] | None) -> None:
        """Show only the items of these records, or all; nothing is sorted or asked for again."""
        self._content = self._whole if refs is None else self._whole.within(refs)
        self._take_content()

    def _take_content(self) -> None:
        self._hovered = -1
        self._camera.follow(self._content, self._today)
        self._say()
        self._place()
        self.content_changed.emit()

    def set_selected(self, ref: Ref | None) -> None:
        """Ring an item. It is scrolled into view only when it is outside."""
        if ref == self._selected:
            return
        self._selected = ref
        self._bring_in_selected()
        self._say()
        self._redraw()

    def set_today(self, ordinal: int) -> None:
        """Mark a day (`date.toordinal()`) as today."""
        if ordinal != self._today:
            self._today = ordinal
            self._camera.follow(self._content, ordinal)
            self._changed()

    def set_empty_text(self, text: str) -> None:
        """What is said while there are no items."""
        self._empty_text = text
        self.update()

    @property
    def content(self) -> Content:
        """What is shown."""
        return self._content

    def line_height(self) -> float:
        """Height of a line of text."""
        return self._fonts.line

    def selected_ref(self) -> Ref | None:
        """What is ringed."""
        return self._selected

    def picture(self) -> Picture:
        """The frame as it is laid out now."""
        if self._picture is None:
            self._picture = lay_out(self._content, self._setting())
        return self._picture

    # for those who answer to the user

    def item(self, number: int) -> Item:
        """The item with a number of the picture."""
        return self._content.items[number]

    def _number(self) -> int:
        """Number of the selected item, -1 when it is not among the items."""
        return -1 if self._selected is None else self._content.numbers.get(self._selected, -1)

    def _place_of_selected(self) -> tuple[float, float] | None:
        number = self._number()
        return self._content.spans[number] if number >= 0 else None

    def _bring_in_selected(self) -> None:
        span = self._place_of_selected()
        if span is None:
            return
        before = self._camera.scale
        row = self._content.row_of(self._number())
        self._rows_bar.setValue(self._rows_bar.first_for(row, self._first_row))
        self._camera.bring_in(span, best_anchor(self._content.items[self._number()], span))
        if self._camera.scale != before:
            self._picture = None
            self.zoom_changed.emit()

    def _setting(self) -> Setting:
        return Setting(
            self._camera.scale,
            self.width(),
            self.height(),
            self._fonts,
            self._months,
            self._today,
            self._number(),
            self._folded,
            self._first_row,
        )

    def _place(self) -> None:
        """Share the width between the names of the lanes and the axis."""
        self.setMinimumSize(_LEAST_WIDTH, ceil(least_height(self._fonts.line)))
        groups = len(self._content.groups())
        lanes = share(self.height(), self._fonts.line, groups, self._folded)
        band = lanes.band(Lane.MEETINGS)
        room = self._rows_bar.arrange(band, groups, len(lanes.meetings), self._first_row)
        before = max(BEFORE, mark_width(self._fonts, _CROWD) / 2 + 2)  # a mark at the very beginning is whole
        self._camera.resize(round(self._margin()), self.width() - room, before)
        self._changed()

    def ghost(self) -> Ghost | None:
        """What is being moved; None on a timeline where nothing is."""
        return None

    def _margin(self) -> float:
        """The width of the names: of all lanes, and of as much of the series as is reasonable."""
        width = self._fonts.width
        widest = max(width(lane_name(lane), Style.LANE) for lane in LANES) + 34
        groups = self._content.groups()
        if len(groups) > 1:
            names = [row_name(group, self._content.names) for group in groups[:_MEASURED]]
            longest = max(width(name, Style.LANE) for name in names) + 8
            widest = max(widest, min(longest, self.width() * _MARGIN_SHARE))
        return max(widest + TEXT_X, self._left_room)

    def reserve_margin(self, pixels: float) -> None:
        """Keep so much of the corner above the names free for something else."""
        self._left_room = pixels
        self._place()

    def _show_rows_from(self, row: int) -> None:
        self._first_row = row
        self._redraw()

    def _say(self) -> None:
        number = self._number()
        say(self, self._content.items[number] if number >= 0 else None)

    def _changed(self) -> None:
        self._redraw()
        self.zoom_changed.emit()

    def _redraw(self) -> None:
        self._picture = None
        self.update()

    def _take_theme(self, theme: Theme) -> None:
        self._inks = Inks(theme)
        self._pills = Pills(self._inks, self._fonts)
        self.update()

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(900, 190)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        focused = self.hasFocus() and self._by_keyboard
        paint(
            painter,
            self.picture(),
            self._content,
            Look(
                self._inks,
                self._fonts,
                self._pills,
                self._empty_text,
                self._hover,
                self._hovered,
                focused,
                ghost=self.ghost(),
            ),
        )
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange}:
            self._fonts = Fonts(self.font())
            self._pills = Pills(self._inks, self._fonts)
            self._place()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # As other widgets do: whoever clicks knows where the focus is, whoever uses keys has to see it.
        self._by_keyboard = event.reason() not in {
            Qt.FocusReason.MouseFocusReason,
            Qt.FocusReason.PopupFocusReason,
        }
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
