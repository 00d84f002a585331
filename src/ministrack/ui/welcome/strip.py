"""A strip above the views while the sample dossier is open: first steps, and how to start one's own."""

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ministrack.domain.language import tr
from ministrack.ui.desk import Desk
from ministrack.ui.style.apply import mark
from ministrack.ui.style.metrics import MARGIN, SPACE
from ministrack.ui.welcome.first_steps import STEPS, FirstSteps, Step
from ministrack.ui.widgets.flow_layout import FlowLayout


class WelcomeStrip(QFrame):
    """Signals: `own_wanted()` for a dossier of one's own; `edit_wanted(Ref, str)` for a field to be edited;
    `step_done(str)` with the name of a step; `closed()` when the strip may go for good.
    """

    own_wanted = Signal()
    edit_wanted = Signal(object, str)
    step_done = Signal(str)
    closed = Signal()

    def __init__(
        self, desk: Desk, done: Collection[str], *, throw_away: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._done: set[str] = set()
        self.setObjectName("welcomeStrip")
        self.setAccessibleName(tr("First steps"))
        self.setProperty("role", "ground")
        self._said = _words(
            tr("This is a copy of the sample dossier. Try anything: it is thrown away when you close it.")
            if throw_away
            else tr("This is the sample dossier, with real meetings of justice ministers. Try anything.")
        )
        self._steps = FirstSteps(desk, self)
        self._buttons = {step.name: self._button(step) for step in STEPS}
        self._lay_out()
        self._steps.done.connect(self._tick)
        self._steps.edit_wanted.connect(self.edit_wanted)
        for name in done:
            self._tick(name)

    def _lay_out(self) -> None:
        own = QPushButton(tr("Start your own dossier"), self)
        own.setObjectName("startOwn")
        own.clicked.connect(self.own_wanted)
        close = QPushButton(self._desk.icons.icon("x"), "", self)
        close.setObjectName("closeWelcome")
        close.setProperty("kind", "link")
        close.setAccessibleName(tr("Hide the first steps for good"))
        close.setToolTip(tr("Hide the first steps for good"))
        close.clicked.connect(self._close)
        top = QHBoxLayout()
        top.setSpacing(2 * SPACE)
        top.addWidget(self._said, 1)
        top.addWidget(own)
        top.addWidget(close)
        steps = QWidget(self)
        flow = FlowLayout(steps, SPACE)
        for button in self._buttons.values():
            flow.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, SPACE, 2 * SPACE, SPACE)
        layout.setSpacing(SPACE)
        layout.addLayout(top)
        layout.addWidget(steps)

    def _button(self, step: Step) -> QPushButton:
        button = QPushButton(tr(step.label), self)
        button.setObjectName(f"firstStep.{step.name}")
        button.setProperty("kind", "chip")
        button.setIcon(self._desk.icons.icon("circle", "text_faint"))
        button.setToolTip(tr(step.how))
        button.setAccessibleName(tr(step.label))
        button.setAccessibleDescription(tr(step.how))
        button.clicked.connect(partial(self._steps.lead, step.name))
        return button

    def _tick(self, name: str) -> None:
        """A step is done: its circle becomes a tick, and stays so."""
        button = self._buttons.get(name)
        if button is None or name in self._done:
            return
        self._done.add(name)
        button.setIcon(self._desk.icons.icon("circle-check", "held"))
        button.setAccessibleName(tr("{step}, done", step=button.text()))
        mark(button, "active", True)
        self.step_done.emit(name)
        if len(self._done) == len(STEPS):
            self._said.setText(
                tr("You have seen it all. Press F1 for the guide, or start with your own meetings.")
            )

    def _close(self) -> None:
        self.hide()
        self.closed.emit()


def _words(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", "soft")
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    label.setToolTip(text)
    return label
