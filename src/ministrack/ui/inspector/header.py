"""The head of the inspector: where the record belongs, its title, its status, its neighbours."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ministrack.domain.language import tr
from ministrack.domain.record import Ref
from ministrack.ui.desk import Desk
from ministrack.ui.inspector.headline import Belongs, Headline
from ministrack.ui.inspector.text_link import TextLink
from ministrack.ui.naming import dotted
from ministrack.ui.style.metrics import ICON_SIZE, MARGIN, SPACE, flag_side, grown, scaled_font
from ministrack.ui.widgets.pill import Pill
from ministrack.ui.widgets.short_title import ShortTitle

_SMALL = 0.9
_SLIM = "QToolButton { padding: 3px 5px; } QToolButton::menu-indicator { image: none; }"
_PLACES = 2  # things that a record is said to belong to, at most


class Header(QWidget):
    """Shows a Headline.

    Signals: `opened(Ref)` when a link was followed; `show_in_table_wanted()` and `delete_wanted()` from the
    menu of actions; `move_wanted()` out into a window of its own, or back.
    """

    opened = Signal(object)
    show_in_table_wanted = Signal()
    delete_wanted = Signal()
    move_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._targets: dict[str, Ref] = {}
        self._flag_code: str | None = None
        self.setObjectName("inspector.header")
        self._kind = _plain_label("soft", "inspector.kind")
        self._belongs = [self._link(f"inspector.belongs.{number}") for number in range(_PLACES)]
        self._flag = QLabel()
        self._title = ShortTitle("inspector.title")
        self._pill = Pill(desk.themes)
        self._pill.setObjectName("inspector.status")
        self._pill.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._before = self._link("inspector.before")
        self._between = _plain_label("soft", "inspector.between")
        self._between.setText("·")
        self._after = self._link("inspector.after")
        self._also = self._link("inspector.also")
        self._move = self._move_button()
        self.actions_button = self._menu_button()
        self._lay_out()
        desk.flags.changed.connect(self._show_flag)

    def show_headline(self, head: Headline, *, can_delete: bool, has_table: bool) -> None:
        """Shows the words of a record."""
        linked = [each for each in head.belongs if each.ref is not None]
        words = dotted((head.kind, *(each.name for each in head.belongs if each.ref is None)))
        self._kind.setText(f"{words} ·" if linked else words)
        for number, link in enumerate(self._belongs):
            belongs = linked[number] if number < len(linked) else None
            self._say(link, belongs, belongs.name if belongs else "")
        self._title.say(head.title)
        self._title.setAccessibleName(tr("Title: {title}", title=head.title))
        self._pill.show_status(*head.pill)
        self._pill.setMinimumWidth(self._pill.sizeHint().width())  # the links beside it give way
        self._pill.setAccessibleName(tr("Status: {status}", status=head.pill[0]))
        self._pill.setVisible(bool(head.pill[0]))
        self._show_neighbours(head)
        self._flag_code = head.flag
        self._show_flag()
        self._in_table.setEnabled(has_table)
        self._delete.setEnabled(can_delete)

    def show_out(self, is_out: bool) -> None:
        """Says where the button leads to."""
        said = tr("Back into the main window") if is_out else tr("In its own window (Ctrl+Shift+I)")
        self._move.setToolTip(said)
        self._move.setAccessibleName(said)
        self._move.setIcon(self._desk.icons.icon("panel-right" if is_out else "external-link"))

    def _show_neighbours(self, head: Headline) -> None:
        before, after = head.before, head.after
        self._say(self._before, before, f"← {before.name}" if before else "")
        self._say(self._after, after, f"{after.name} →" if after else "")
        if before:
            self._before.setAccessibleName(tr("Previous meeting: {meeting}", meeting=before.name))
        if after:
            self._after.setAccessibleName(tr("Next meeting: {meeting}", meeting=after.name))
        self._between.setVisible(bool(before and after))
        self._say(self._also, head.also, head.also.name if head.also else "")
        self._status.setVisible(bool(head.pill[0] or before or after or head.also))

    def _say(self, link: TextLink, belongs: Belongs | None, shown: str) -> None:
        link.setVisible(belongs is not None)
        self._targets.pop(link.objectName(), None)
        if belongs is None:
            return
        link.say(shown)
        if belongs.ref is not None:
            self._targets[link.objectName()] = belongs.ref

    def _show_flag(self) -> None:
        shown = self._flag_code is not None and self._desk.flags.enabled
        self._flag.setVisible(shown)
        if shown:
            self._flag.setPixmap(
                self._desk.flags.pixmap(self._flag_code, flag_side(self.font()) + 2, self.devicePixelRatioF())
            )

    def _follow(self) -> None:
        target = self._targets.get(self.sender().objectName())
        if target is not None:
            self.opened.emit(target)

    def _link(self, name: str) -> TextLink:
        link = TextLink(name)
        link.setFont(scaled_font(self.font(), _SMALL))
        link.clicked.connect(self._follow)
        return link

    def _move_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("inspector.move")
        button.setIconSize(QSize(1, 1) * grown(ICON_SIZE, self.font()))
        button.setStyleSheet(_SLIM)
        button.clicked.connect(self.move_wanted)
        return button

    def _menu_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("inspector.actions")
        button.setAccessibleName(tr("Actions for this record"))
        button.setToolTip(tr("Actions for this record"))
        button.setIcon(self._desk.icons.icon("ellipsis"))
        button.setIconSize(QSize(1, 1) * grown(ICON_SIZE, self.font()))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setStyleSheet(_SLIM)
        menu = QMenu(button)
        self._in_table = QAction(self._desk.icons.icon("table-2"), tr("Show in table"), menu)
        self._in_table.setObjectName("inspector.actions.table")
        self._in_table.triggered.connect(self.show_in_table_wanted)
        self._delete = QAction(self._desk.icons.icon("trash-2"), tr("Delete…"), menu)
        self._delete.setObjectName("inspector.actions.delete")
        self._delete.triggered.connect(self.delete_wanted)
        menu.addActions([self._in_table, self._delete])
        button.setMenu(menu)
        return button

    def _lay_out(self) -> None:
        self._kind.setFont(scaled_font(self.font(), _SMALL))
        where = QHBoxLayout()
        where.setSpacing(SPACE // 2)
        where.addWidget(self._kind)
        for link in self._belongs:
            where.addWidget(link)
        where.addStretch(1)
        where.addWidget(self._move)
        where.addWidget(self.actions_button)
        named = QHBoxLayout()
        named.setSpacing(2 * SPACE)
        named.addWidget(self._flag, 0, Qt.AlignmentFlag.AlignTop)
        named.addWidget(self._title, 1)
        self._status = QWidget()
        status = QHBoxLayout(self._status)
        status.setContentsMargins(0, 0, 0, 0)
        status.setSpacing(SPACE)
        for widget in (self._pill, self._before, self._between, self._after, self._also):
            status.addWidget(widget)
        status.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 2 * SPACE, 2 * SPACE, SPACE)
        column.setSpacing(SPACE)
        column.addLayout(where)
        column.addLayout(named)
        column.addWidget(self._status)


def _plain_label(role: str, name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    return label
