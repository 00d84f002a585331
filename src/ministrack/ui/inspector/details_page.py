"""The tab of details: the form of the record, and short lists of what belongs to it below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from ministrack.domain.language import tr
from ministrack.domain.record import Ref
from ministrack.ui.desk import Desk
from ministrack.ui.inspector.form_stack import FormStack
from ministrack.ui.inspector.link_section import LinkSection
from ministrack.ui.inspector.links import BELOW_FORM
from ministrack.ui.inspector.plan_strip import PlanStrip
from ministrack.ui.inspector.subject import Subject
from ministrack.ui.style.metrics import MARGIN, SPACE

_MOST = 8  # lines of a short list; the others are in their tab


class DetailsPage(QScrollArea):
    """Signals: `create_wanted(str, dict)` and `removal_wanted(Ref)` as the lists below the form give them;
    `statement_wanted(Ref, str)` and `edit_wanted(str)` as the plan of a meeting gives them.
    """

    create_wanted = Signal(str, dict)
    removal_wanted = Signal(object)
    statement_wanted = Signal(object, str)
    edit_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._below: dict[str, list[LinkSection]] = {}
        self._plan: PlanStrip | None = None
        self.setObjectName("inspector.details")
        self.setAccessibleName(tr("Details"))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take the keyboard, and it follows them
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.forms = FormStack(desk)
        self._no_form = QLabel(tr("There is nothing to edit here; the tabs show what belongs to it."))
        self._no_form.setTextFormat(Qt.TextFormat.PlainText)
        self._no_form.setProperty("role", "soft")
        self._no_form.setWordWrap(True)
        self._no_form.setContentsMargins(MARGIN, 0, MARGIN, 0)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 3 * SPACE, 0, MARGIN)
        self._column.setSpacing(MARGIN)
        self._column.addWidget(self._no_form)
        framed = QVBoxLayout()
        framed.setContentsMargins(MARGIN, 0, MARGIN, 0)
        framed.addWidget(self.forms)
        self._column.addLayout(framed)
        self._column.addStretch(1)
        self.setWidget(inside)

    def show_form(self, ref: Ref) -> None:
        """Puts another record into the form."""
        found = self.forms.show_record(ref)
        self.forms.setVisible(found)
        self._no_form.setVisible(not found)
        self.verticalScrollBar().setValue(0)

    def show_form_alone(self) -> None:
        """Leaves the form, from its top: its record is gone, so nothing belongs to it."""
        self.verticalScrollBar().setValue(0)
        for section in (each for sections in self._below.values() for each in sections):
            section.hide()
        if self._plan is not None:
            self._plan.hide()

    def show_subject(self, subject: Subject) -> None:
        """Fills the lists below the form."""
        self._show_plan(subject)
        if subject.ref.table not in self._below:
            self._below[subject.ref.table] = [*self._make_sections(subject.ref.table)]
        for table, sections in self._below.items():
            for section in sections:
                section.setVisible(table == subject.ref.table)
        for section in self._below[subject.ref.table]:
            section.show_subject(subject)
            section.setVisible(not section.has_nothing_to_say)

    def _show_plan(self, subject: Subject) -> None:
        if subject.ref.table == "meeting":
            self._plan_strip().show_meeting(subject.ref)
        elif self._plan is not None:
            self._plan.hide()

    def _plan_strip(self) -> PlanStrip:
        if self._plan is None:
            self._plan = PlanStrip(self._desk)
            self._plan.statement_wanted.connect(self.statement_wanted)
            self._plan.edit_wanted.connect(self.edit_wanted)
            self._column.insertWidget(0, self._plan)
        return self._plan

    def _make_sections(self, table: str) -> list[LinkSection]:
        made: list[LinkSection] = []
        for linked in BELOW_FORM.get(table, ()):
            section = LinkSection(self._desk, linked, f"inspector.{table}.below.{len(made)}", _MOST)
            section.create_wanted.connect(self.create_wanted)
            section.removal_wanted.connect(self.removal_wanted)
            self._column.insertWidget(self._column.count() - 1, section)
            made.append(section)
        return made
