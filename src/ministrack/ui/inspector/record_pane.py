"""What the inspector shows once a record was selected: it edits the record and shows what belongs to it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QStackedWidget, QVBoxLayout, QWidget

from ministrack.domain.language import tr
from ministrack.domain.record import Ref
from ministrack.domain.source import Statement
from ministrack.edits.changes import ChangeSet
from ministrack.ui.desk import Desk
from ministrack.ui.forms.form import RecordForm
from ministrack.ui.inspector.calm_text import calm_text, nothing_selected
from ministrack.ui.inspector.details_page import DetailsPage
from ministrack.ui.inspector.header import Header
from ministrack.ui.inspector.headline import headline
from ministrack.ui.inspector.history_panel import HistoryPanel
from ministrack.ui.inspector.linked_page import LinkedPage
from ministrack.ui.inspector.links_page import LEDGER, LinkPages
from ministrack.ui.inspector.notice import Notice
from ministrack.ui.inspector.record_tabs import DETAILS, HISTORY, SOURCES, RecordTabs
from ministrack.ui.inspector.selection_bar import SelectionBar
from ministrack.ui.inspector.sources_panel import SourcesPanel
from ministrack.ui.inspector.subject import Subject, find_subject
from ministrack.ui.inspector.tab_row import TabRow
from ministrack.ui.views import view_of_table


class RecordPane(QWidget):
    """One record: header, tabs, and the page of the tab that is chosen. Only that page is filled.

    Signals: `delete_wanted(Ref)`, and `create_wanted(str, dict)` with the table of a new record and the
    fields it starts with.
    """

    delete_wanted = Signal(object)
    create_wanted = Signal(str, dict)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._subject: Subject | None = None
        self._shown: Ref | None = None  # the record that the form was filled with
        self._due = False
        self.setObjectName("inspector.record")
        self.header = Header(desk)
        self._tabs = RecordTabs()
        self._details = DetailsPage(desk)
        self._notice = Notice(desk, self._details.forms)
        self._sources = SourcesPanel(desk)
        self._history = HistoryPanel(desk)
        self._said = calm_text()
        self._pages = QStackedWidget()
        self._pages.setMinimumHeight(1)  # the head is read in full, however little room there is
        self._links = LinkPages(desk, self._pages)
        for page in (self._details, self._sources, self._history, self._said):
            self._pages.addWidget(page)
        self._lay_out()
        self._connect()
        self._follow(desk.focus.record)

    def commit(self) -> bool:
        """Leaves every field; False where something typed cannot be stored. It is shown then."""
        form = self._form()
        if form is not None and not form.commit():
            return False
        for ref in self._details.forms.left_unsaved:
            self._desk.focus.select(ref)
            return False
        return not self._links.has_unsaved()

    def has_unsaved(self) -> bool:
        """Whether something typed is not stored, here or in a record that was left."""
        form = self._form()
        if self._links.has_unsaved() or self._details.forms.left_unsaved:
            return True
        return form is not None and form.has_unsaved()

    def edit_field(self, name: str) -> None:
        """Puts the cursor into a field of the record in focus."""
        self.show_tab(DETAILS)
        form = self._form()
        if form is not None:
            form.focus_field(name)

    def edit_first_field(self) -> None:
        """Puts the cursor into the first field of the record in focus."""
        self.show_tab(DETAILS)
        form = self._form()
        if form is not None:
            form.focus_first()

    def show_tab(self, name: str) -> None:
        """Shows "details", "sources", "history" or a link tab such as "delegations"."""
        self._catch_up()
        self._tabs.choose(name)

    def begin_entry(self) -> None:
        """Begins an entry in the ledger of the task in focus."""
        self.show_tab(LEDGER[1])
        page = self._pages.currentWidget()
        if self._tabs.chosen == LEDGER[1] and isinstance(page, LinkedPage):
            page.begin_entry()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    def _follow(self, ref: Ref | None) -> None:
        """Another record is in focus."""
        self._leave()
        self._sources.forget_field()
        self._shown = None
        self._refresh_when_seen()

    def _leave(self) -> None:
        self._details.forms.leave()
        self._notice.refresh()

    def _hear(self, changes: ChangeSet) -> None:
        """Somebody changed something."""
        if changes.own:  # whoever deletes a record here has done with what was typed into it
            for ref in (*self._details.forms.left_unsaved, self._shown):
                if ref is not None and self._is_gone(ref, changes):
                    self._details.forms.discard(ref)
        self._notice.refresh()
        self._refresh_when_seen()

    def _is_gone(self, ref: Ref, changes: ChangeSet) -> bool:
        if ref.table in changes.moved:  # too many changes to be named one by one
            return not self._desk.read.exists(ref)
        return changes.removed(ref)

    def _refresh_when_seen(self) -> None:
        self._due = True
        if self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        if self._due:
            self._due = False
            self._show(self._desk.focus.record)

    def _show(self, ref: Ref | None) -> None:
        had_focus = self._has_focus()
        subject = find_subject(self._desk.read, ref) if ref is not None else None
        self._subject = subject
        for part in (self.header, self._row, self._line):
            part.setVisible(subject is not None)
        if subject is None:
            self._say_nothing(ref)
            return
        self.header.show_headline(
            headline(self._desk.read, subject),
            can_delete=not self._desk.workspace.read_only,
            has_table=view_of_table(subject.ref.table) is not None,
        )
        self._tabs.show_subject(self._desk.read, subject, self._desk.focus.filter)
        self._fill_form(subject)
        self._show_page(self._tabs.chosen)
        if had_focus and not self._has_focus():
            self._tabs.setFocus()

    def _fill_form(self, subject: Subject) -> None:
        form = self._form()
        if self._shown != subject.ref:
            self._details.show_form(subject.ref)
            self._shown = subject.ref
            self._notice.refresh()
        elif form is not None:
            form.refresh()

    def _say_nothing(self, ref: Ref | None) -> None:
        if ref is not None and self._details.forms.keeps_typed(ref):
            self._show_what_was_typed(ref)
            return
        self._details.forms.show_none()
        self._shown = None
        if ref is None:
            self._said.setText(nothing_selected())
        else:
            self._said.setText(
                tr("This record was deleted. Undo or Redo brings it back with all that belonged to it.")
            )
        self._pages.setCurrentWidget(self._said)

    def _show_what_was_typed(self, ref: Ref) -> None:
        """Somebody deleted the record; its form says so, and how to have it again."""
        if self._shown != ref:
            self._details.show_form(ref)
            self._shown = ref
            self._notice.refresh()
        form = self._form()
        if form is not None:
            form.refresh()
        self._details.show_form_alone()
        self._pages.setCurrentWidget(self._details)

    def _show_page(self, name: str) -> None:
        subject = self._subject
        if subject is None:
            return
        tab = self._tabs.tab(name)
        page = self._links.page(subject.ref.table, tab) if tab else self._fixed_page(name)
        page.show_subject(subject)
        self._pages.setCurrentWidget(page)

    def _fixed_page(self, name: str) -> DetailsPage | SourcesPanel | HistoryPanel:
        if name == SOURCES:
            return self._sources
        return self._history if name == HISTORY else self._details

    def _form(self) -> RecordForm | None:
        return self._details.forms.form

    def _has_focus(self) -> bool:
        """Whether the keyboard is somewhere in here, and that is to be seen."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus) and focus.isVisible()

    def _open(self, ref: Ref) -> None:
        self._desk.focus.select(ref)

    def _show_in_table(self) -> None:
        view = view_of_table(self._subject.ref.table) if self._subject is not None else None
        if self._subject is not None and view is not None:
            self._desk.focus.open(view, self._subject.ref)

    def _delete(self) -> None:
        if self._subject is not None:
            self.delete_wanted.emit(self._subject.ref)

    def _show_statements(self, about: Ref, field: str) -> None:
        # delayed: start-up time
        from ministrack.ui.inspector.sourcing import open_sources

        if open_sources(self._desk, Ref(*about), field, self.window()):
            return
        self._show_said(about, field)

    def _show_said(self, about: Ref, field: str) -> None:
        self._tabs.choose(SOURCES)
        self._sources.show_field(Ref(*about), field)

    def _show_edit(self, edit: str) -> None:
        self._tabs.choose(HISTORY)
        self._history.show_edit(edit)

    def _return(self) -> None:
        self.show_tab(DETAILS)

    def _create(self, table: str, given: dict[str, object]) -> None:
        """Statements are made from the text of their source, everything else from a few fields."""
        if table != Statement.TABLE or self._subject is None:
            self.create_wanted.emit(table, given)
            return
        # delayed: start-up time
        from ministrack.ui.inspector.source_text import read_source

        read_source(self._desk, self._subject.ref, self.window())

    def _filter_changed(self) -> None:
        """Counts and lists follow; what the record itself says has not changed."""
        if self._due or not self.isVisible():
            self._refresh_when_seen()
        elif self._subject is not None:
            self._tabs.show_subject(self._desk.read, self._subject, self._desk.focus.filter)
            if self._tabs.chosen not in (SOURCES, HISTORY):
                self._show_page(self._tabs.chosen)

    def _connect(self) -> None:
        desk, forms = self._desk, self._details.forms
        desk.focus.record_changed.connect(self._follow)
        desk.focus.filter_changed.connect(self._filter_changed)
        desk.feed.changed.connect(self._hear)
        self.header.opened.connect(self._open)
        self.header.show_in_table_wanted.connect(self._show_in_table)
        self.header.delete_wanted.connect(self._delete)
        self._tabs.tab_chosen.connect(self._show_page)
        forms.link_wanted.connect(self._open)
        forms.statements_wanted.connect(self._show_statements)
        forms.let_go.connect(self._refresh_when_seen)
        self._links.create_wanted.connect(self._create)
        self._links.removal_wanted.connect(self.delete_wanted)
        self._details.create_wanted.connect(self.create_wanted)
        self._details.statement_wanted.connect(self._show_said)
        self._details.edit_wanted.connect(self._show_edit)
        self._details.removal_wanted.connect(self.delete_wanted)
        self._notice.returned.connect(self._return)

    def _lay_out(self) -> None:
        self._line = QFrame()
        self._line.setProperty("role", "line")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(SelectionBar(self._desk))
        column.addWidget(self._notice)
        column.addWidget(self.header)
        self._row = TabRow(self._tabs)
        column.addWidget(self._row)
        column.addWidget(self._line)
        column.addWidget(self._pages, 1)
