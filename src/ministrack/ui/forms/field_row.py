"""One field of a form: its label, its editor, the marker of its sources, and what is said below it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ministrack.domain.language import tr, trn
from ministrack.edits.differences import Difference
from ministrack.ui.forms.editors.editor import Editor
from ministrack.ui.forms.messages import ConflictChoice, small_label
from ministrack.ui.style.apply import mark
from ministrack.ui.style.metrics import SPACE


class FieldRow(QWidget):
    """Keeps the values it started from (`seen`) until they are stored or given up.

    Signals: `commit_wanted(FieldRow)`, `given_up(FieldRow)`, `keep_mine(FieldRow)`, `take_theirs(FieldRow)`,
    `keep_both(FieldRow)`, `sources_wanted(str)` with the name of the field, also where there are none yet.
    """

    commit_wanted = Signal(object)
    given_up = Signal(object)
    keep_mine = Signal(object)
    take_theirs = Signal(object)
    keep_both = Signal(object)
    sources_wanted = Signal(str)

    def __init__(self, record: str, name: str, label: str, editor: Editor, suffix: str = "") -> None:
        super().__init__()
        self.name = name
        self.editor = editor
        self.seen: dict[str, object] = {}
        self.problem = False
        self._record = record
        self._suffix = suffix
        self._hint: QLabel | None = None
        self._error: QLabel | None = None
        self._conflict: ConflictChoice | None = None
        self._marker: QPushButton | None = None
        self._sources, self._disagree, self._may_add = 0, False, False
        self.label = small_label("soft")
        self.label.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.label.setBuddy(editor.input)
        editor.input.setObjectName(f"field.{record}.{name}{suffix}")
        self.set_label(label)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(SPACE)
        self._box.addWidget(editor)
        editor.finished.connect(self._finish)
        editor.given_up.connect(self._give_up)
        editor.edited.connect(self._edited)
        editor.hinted.connect(self.show_hint)
        editor.sources_wanted.connect(self._show_sources)
        editor.focused.connect(self._show_marker)

    def set_label(self, label: str) -> None:
        """Calls the field something else."""
        self.label.setText(label)
        self.editor.input.setAccessibleName(label)

    def show_values(self, values: Mapping[str, object]) -> None:
        """Shows what is stored; what was typed and what was said about it is gone."""
        self.seen = {name: values[name] for name in self.editor.names}
        self.editor.show_values(self.seen)
        self.clear_problem()
        if not self.editor.input.hasFocus():
            self.show_hint("")

    @property
    def in_conflict(self) -> bool:
        """Whether two values of the field stand side by side."""
        return self._conflict is not None and not self._conflict.isHidden()

    def is_unsaved(self) -> bool:
        """Whether something is typed that is not stored."""
        return self.editor.is_dirty()

    def stops(self) -> list[QWidget]:
        """What the Tab key visits here, in order."""
        return [self.editor.input]

    def show_hint(self, text: str) -> None:
        """Says something quiet below the field; an empty text says nothing."""
        if self._hint is None and text:
            self._hint = small_label("hint")
            self._hint.setObjectName(f"hint.{self._record}.{self.name}{self._suffix}")
            self._box.insertWidget(1, self._hint)
        if self._hint is not None:
            self._hint.setText(text)
            self._hint.setVisible(bool(text))

    def show_error(self, text: str) -> None:
        """Marks the field and says why nothing was stored."""
        if self._error is None:
            self._error = small_label("error")
            self._error.setObjectName(f"error.{self._record}.{self.name}{self._suffix}")
            self._box.addWidget(self._error)
        self._error.setText(text)
        self._error.show()
        self._mark(True)
        self.show_hint("")
        self.editor.input.setAccessibleDescription(text)

    def show_conflict(self, found: Difference) -> None:
        """Shows both values of a field that moved on."""
        if self._conflict is None:
            name = f"{self._record}.{self.name}{self._suffix}"
            self._conflict = ConflictChoice(name, can_join=self.editor.can_join)
            self._conflict.keep_mine.connect(self._keep_mine)
            self._conflict.take_theirs.connect(self._take_theirs)
            self._conflict.keep_both.connect(self._keep_both)
            self._box.addWidget(self._conflict)
        self._conflict.show_values(found)
        self._conflict.show()
        self._mark(True)
        self.show_hint("")

    def clear_problem(self) -> None:
        """Takes away the mark and the reason."""
        for part in (self._error, self._conflict):
            if part is not None:
                part.hide()
        if self.problem:
            self._mark(False)
            self.editor.input.setAccessibleDescription("")

    def show_sources(self, count: int, *, disagree: bool = False, may_add: bool = False) -> None:
        """Shows how many statements there are about the field. None: a way to add one, while it has the
        keyboard and where that `may` be.
        """
        self._sources, self._disagree, self._may_add = count, disagree, may_add
        self._show_marker()

    def _show_marker(self, *_: object) -> None:
        adds = not self._sources and self._may_add and self.editor.input.hasFocus()
        if not self._sources and not adds:
            if self._marker is not None:
                self.editor.place_marker(None)
                self._marker.hide()
            return
        if self._marker is None:
            self._marker = self._new_marker()
        field = self.label.text()
        if adds:
            self._marker.setText(tr("+ source"))
            self._marker.setAccessibleName(tr("Add a source for {field}", field=field))
            self._marker.setToolTip(tr("Add a source (Alt+Enter)"))
        else:
            said = trn("{n} source", "{n} sources", self._sources)
            self._marker.setText(tr("{n} disagree", n=self._sources) if self._disagree else said)
            self._marker.setAccessibleName(tr("Sources of {field}", field=field))
            self._marker.setToolTip(
                tr("Compare what the sources say (Alt+Enter)")
                if self._disagree
                else tr("Show what the sources say (Alt+Enter)")
            )
        self._marker.ensurePolished()
        self.editor.place_marker(self._marker)

    def _new_marker(self) -> QPushButton:
        marker = QPushButton(self.editor.input)
        marker.setProperty("kind", "source")
        marker.setObjectName(f"source.{self._record}.{self.name}{self._suffix}")
        marker.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes from field to field
        marker.setCursor(Qt.CursorShape.ArrowCursor)
        marker.setAutoDefault(False)
        marker.clicked.connect(self._show_sources)
        return marker

    def _mark(self, on: bool) -> None:
        self.problem = on
        mark(self.editor.input, "invalid", on)

    def _finish(self) -> None:
        if not self.editor.input.hasFocus():
            self.show_hint("")
        self.commit_wanted.emit(self)

    def _give_up(self) -> None:
        self.editor.revert()
        self.given_up.emit(self)

    def _edited(self) -> None:
        if self._conflict is not None and self.in_conflict:
            self._conflict.say_mine(self.editor.typed_text())
        else:
            self.clear_problem()

    def _keep_mine(self) -> None:
        self.keep_mine.emit(self)

    def _take_theirs(self) -> None:
        self.take_theirs.emit(self)

    def _keep_both(self) -> None:
        self.keep_both.emit(self)

    def _show_sources(self) -> None:
        if self._sources or self._may_add:
            self.sources_wanted.emit(self.name)
