"""The dialog "Papers": the kind of paper and its choices on the left, the paper itself on the right."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ministrack.domain.errors import MinistrackError
from ministrack.domain.language import tr
from ministrack.domain.record import Ref
from ministrack.reports.document import Paper
from ministrack.reports.papers import PAPERS, PaperKind
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.papers.about import beginning, suits
from ministrack.ui.dialogs.papers.choices import PaperChoices
from ministrack.ui.dialogs.papers.leaving import Leaving
from ministrack.ui.dialogs.papers.making import Maker
from ministrack.ui.dialogs.papers.pane import PreviewPane
from ministrack.ui.dialogs.papers.putting_out import takes_template
from ministrack.ui.dialogs.papers.remembered import Remembered
from ministrack.ui.layout_memory import LayoutMemory
from ministrack.ui.style.apply import mark
from ministrack.ui.style.metrics import DIALOG_MARGINS, SPACE, resize_to_letters
from ministrack.ui.tab_order import go_on
from ministrack.ui.widgets.dialog import Dialog, leave_out_icons
from ministrack.ui.widgets.words import words

_SIZE = (150, 46)  # letters across, lines down
_LEFT = 38  # letters across


class Papers(Dialog):
    """Makes the paper anew at each choice, and after each edit of the dossier."""

    def __init__(
        self,
        desk: Desk,
        memory: LayoutMemory,
        parent: QWidget,
        *,
        kinds: Sequence[PaperKind] = PAPERS,
        about: Sequence[Ref] = (),
    ) -> None:
        super().__init__("papers", tr("Papers"), parent)
        self._desk = desk
        self._kinds = tuple(kinds)
        self._about = tuple(about)
        self._remembered = Remembered(memory)
        self._from_top = True
        self._maker = Maker(desk, self)
        self._pane = PreviewPane(desk, self)
        self._list = QListWidget(self)
        self._purpose = words("soft")
        self._purpose.setObjectName("papers.purpose")
        self._choices = PaperChoices(desk, self)
        self._leaving = Leaving(desk, memory, self)
        resize_to_letters(self, *_SIZE)
        self._lay_out()
        self._connect()
        self._list.setCurrentRow(self._first())
        self._list.setFocus()

    def focusNextPrevChild(self, next: bool) -> bool:
        moved = go_on(self, forward=next)  # columns are made anew for each kind of paper
        if moved and self._choices.isAncestorOf(self.focusWidget()):
            self._scroll.ensureWidgetVisible(self.focusWidget(), 0, 4 * SPACE)
        return moved

    def reject(self) -> None:
        """Stops what is on its way first; without that, goes."""
        if self._leaving.is_busy:
            self._leaving.stop()
        else:
            super().reject()

    def done(self, result: int) -> None:
        self._leaving.stop()
        self._keep()
        super().done(result)

    def _lay_out(self) -> None:
        self._list.setObjectName("papers.kinds")
        self._list.setAccessibleName(tr("Kinds of paper"))
        self._list.addItems([tr(kind.label) for kind in self._kinds])
        self._list.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = max(1, self._list.count()) * max(self._list.sizeHintForRow(0), self.fontMetrics().height())
        self._list.setFixedHeight(rows + 2 * self._list.frameWidth() + SPACE)
        self._scroll = scroll = QScrollArea(self)
        scroll.setObjectName("papers.choices")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._choices)
        left = QWidget(self)
        left.setFixedWidth(_LEFT * self.fontMetrics().averageCharWidth())
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addWidget(self._list)
        column.addWidget(self._purpose)
        column.addWidget(scroll, 1)
        middle = QHBoxLayout()
        middle.setSpacing(4 * SPACE)
        middle.addWidget(left)
        middle.addWidget(self._pane, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.setSpacing(3 * SPACE)
        layout.addLayout(middle, 1)
        layout.addWidget(self._leaving)
        layout.addWidget(self._answers())

    def _answers(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setObjectName("papers.close")
        close.setAutoDefault(False)
        self._save = buttons.addButton(tr("Save as…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._print = buttons.addButton(tr("Print…"), QDialogButtonBox.ButtonRole.ActionRole)
        self._copy = buttons.addButton(tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        does: tuple[tuple[QPushButton, str, Callable[[], None]], ...] = (
            (self._save, "papers.save", self._ask_where),
            (self._print, "papers.print", self._print_it),
            (self._copy, "papers.copy", self._copy_it),
        )
        for button, name, do in does:
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(do)
        self._save.setShortcut(QKeySequence.StandardKey.Save)
        self._print.setShortcut(QKeySequence.StandardKey.Print)
        mark(self._save, "kind", "primary")
        self._save.setDefault(True)
        leave_out_icons(buttons)
        buttons.rejected.connect(self.reject)
        return buttons

    def _connect(self) -> None:
        self._list.currentRowChanged.connect(self._show_kind)
        self._choices.changed.connect(self._want)
        self._choices.template_changed.connect(self._keep)
        self._maker.began.connect(self._pane.begin)
        self._maker.made.connect(self._show_paper)
        self._maker.failed.connect(self._refuse)
        self._leaving.changed.connect(self._enable)
        self._desk.feed.changed.connect(self._follow)

    @property
    def _kind(self) -> PaperKind:
        return self._kinds[max(0, self._list.currentRow())]

    def _first(self) -> int:
        """The kind to begin with: the last one, or the first that can be about what was asked for."""
        names = [kind.name for kind in self._kinds]
        last = names.index(self._remembered.last) if self._remembered.last in names else 0
        if not self._about or suits(self._kinds[last], self._about):
            return last
        return next((row for row, kind in enumerate(self._kinds) if suits(kind, self._about)), last)

    def _show_kind(self, _: int) -> None:
        kind = self._kind
        self._purpose.setText(tr(kind.purpose))
        kept = self._remembered.of(kind.name)
        about = beginning(self._desk, kind, self._about, kept)
        self._choices.show_kind(kind, kept, about, template=takes_template())
        self._from_top = True
        self._want()

    def _want(self) -> None:
        """Asks for the paper that the choices say."""
        if not self._leaving.is_busy:
            self._leaving.say("")
        try:
            request = self._choices.request()
        except MinistrackError as error:
            self._maker.forget()
            self._refuse(error)
            return
        self._maker.want(self._kind, request)

    def _follow(self, _: object) -> None:
        self._want()

    def _show_paper(self, paper: object) -> None:
        if isinstance(paper, Paper):
            self._pane.show_paper(paper, from_top=self._from_top)
            self._from_top = False
            self._enable()
            self._keep()

    def _refuse(self, error: MinistrackError) -> None:
        self._pane.show_error(error)
        self._enable()

    def _enable(self) -> None:
        on = self._pane.sheets is not None and not self._leaving.is_busy
        for button in (self._save, self._print, self._copy):
            button.setEnabled(on)

    def _keep(self) -> None:
        self._remembered.keep(self._kind.name, self._choices.kept())

    def _paper(self) -> Paper | None:
        """The paper that is shown, if it is the one that is wanted."""
        sheets = None if self._maker.is_busy else self._pane.sheets
        return sheets.paper if sheets is not None else None

    def _ask_where(self) -> None:
        paper = self._paper()
        if paper is not None:
            self._leaving.ask_where(paper, self._choices.template.value())

    def _print_it(self) -> None:
        paper = self._paper()
        if paper is not None:
            self._leaving.print_out(paper)

    def _copy_it(self) -> None:
        paper = self._paper()
        if paper is not None:
            self._leaving.copy(paper)


def show_papers(parent: QWidget, desk: Desk, memory: LayoutMemory, about: Sequence[Ref] = ()) -> Papers:
    """Opens the dialog, for what it is asked to be about."""
    dialog = Papers(desk, memory, parent, about=about)
    dialog.open()
    return dialog
