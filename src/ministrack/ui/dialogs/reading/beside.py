"""A proposal beside the dossier: the sentence, which record and person it is about, what differs."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from ministrack.domain.language import tr
from ministrack.domain.proposal import ProposalKind
from ministrack.domain.record import Ref
from ministrack.domain.values import replace
from ministrack.edits.proposals.review import Candidate, Difference
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.reading.sheet import Entry
from ministrack.ui.forms.editors.choice import ChoiceBox
from ministrack.ui.style.metrics import SPACE
from ministrack.ui.widgets.words import words


class Beside(QWidget):
    """Signals: `picked(object)` with a Picked."""

    picked = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._entry: Entry | None = None
        self._sentence, self._matter = words("quote"), words("soft")
        self._sentence.setObjectName("reading.sentence")
        self._matter.setObjectName("reading.matter")
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._record = CandidateChoice("reading.record", tr("Record in the dossier"), self)
        self._person = CandidateChoice("reading.person", tr("Person in the dossier"), self)
        self._record.chosen.connect(self._choose_record)
        self._person.chosen.connect(self._choose_person)
        self._differences = Differences(self)
        self._differences.turned.connect(self._turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        for part in (self._sentence, self._matter, self._record, self._person, self._differences):
            column.addWidget(part)

    def show_entry(self, entry: Entry) -> None:
        """Shows another proposal, or the same one as it is now."""
        self._entry = entry
        reviewed, is_delegation = entry.reviewed, entry.proposal.kind is ProposalKind.DELEGATION
        self._sentence.setText(sentence_of(entry))
        self._matter.setText(entry.matter)
        self._matter.setVisible(bool(entry.matter))
        kind = tr(entry.proposal.kind.label).lower()
        self._record.show_candidates(tr("New {kind}", kind=kind), reviewed.record, reviewed.candidates)
        self._person.show_candidates(tr("New person"), reviewed.person, reviewed.people)
        self._person.setVisible(is_delegation and self._person.has_choice)
        self._differences.show_differences(reviewed.differences, reviewed.replacing | entry.picked.replacing)

    def _choose_record(self, ref: Ref | None) -> None:
        if self._entry is not None:
            self.picked.emit(replace(self._entry.picked, record=ref, is_new=ref is None))

    def _choose_person(self, ref: Ref | None) -> None:
        if self._entry is not None:
            self.picked.emit(replace(self._entry.picked, person=ref, is_new_person=ref is None))

    def _turn(self, name: str, use: bool) -> None:
        if self._entry is not None:
            used = self._entry.picked.replacing
            self.picked.emit(replace(self._entry.picked, replacing=used | {name} if use else used - {name}))


def sentence_of(entry: Entry) -> str:
    """What a person should read to believe it: the longest passage that a field rests on."""
    quotes = [entry.proposal.quote, *(said.quote for said in entry.proposal.fields.values())]
    longest = max(quotes, key=lambda quote: len(quote.text))
    return " ".join(longest.text.split())


class CandidateChoice(QWidget):
    """Which record it is: a new one, or one of those that it may be.

    Signals: `chosen(object)` with the Ref of a record, None for a new one.
    """

    chosen = Signal(object)

    def __init__(self, name: str, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._refs: list[Ref | None] = []
        self._box = ChoiceBox()
        self._box.setObjectName(name)
        self._box.setAccessibleName(label)
        self._box.activated.connect(self._choose)
        title = words("soft", label)
        title.setBuddy(self._box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(title)
        column.addWidget(self._box)

    @property
    def has_choice(self) -> bool:
        """Whether there is any record that it may be."""
        return len(self._refs) > 1

    def show_candidates(self, new: str, taken: Candidate | None, others: Sequence[Candidate]) -> None:
        """Offers a new record and the candidates, the best first."""
        known = {each.ref: each for each in (*((taken,) if taken is not None else ()), *others)}
        self._refs = [None, *known]
        with QSignalBlocker(self._box):
            self._box.clear()
            self._box.addItem(new)
            for each in known.values():
                self._box.addItem(candidate_words(each))
            self._box.setCurrentIndex(self._refs.index(taken.ref) if taken is not None else 0)
        self.setVisible(self.has_choice)

    def _choose(self, index: int) -> None:
        self.chosen.emit(self._refs[index])


def candidate_words(candidate: Candidate) -> str:
    """A record, how likely it is the one, and on what that rests."""
    if candidate.is_same:
        return tr("{name} (the same)", name=candidate.label)
    return tr("{name} ({score}: {why})", name=candidate.label, score=candidate.score, why=candidate.why)


class Differences(QWidget):
    """Fields for which the dossier has another value: which of both it is to have.

    Signals: `turned(str, bool)` with a field, and whether it takes the report's value.
    """

    turned = Signal(str, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reading.differences")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(3 * SPACE)
        self._grid.setVerticalSpacing(SPACE)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._shown: tuple[Difference, ...] = ()
        self._groups: list[QButtonGroup] = []
        self._made: list[QWidget] = []

    def show_differences(self, differences: Sequence[Difference], used: frozenset[str]) -> None:
        """Shows both values of each, side by side."""
        self.setVisible(bool(differences))
        if tuple(differences) == self._shown:
            self._check(used)
            return
        self._shown = tuple(differences)
        for part in self._made:
            self._grid.removeWidget(part)
            part.deleteLater()
        self._made, self._groups = [], []
        for row, each in enumerate(differences):
            self._add(row, each)
        self._check(used)

    def _add(self, row: int, each: Difference) -> None:
        label: QLabel = words("soft", each.label)
        label.setWordWrap(False)
        group = QButtonGroup(self)
        keep = QRadioButton(tr("Keep: {value}", value=each.present or tr("nothing")), self)
        keep.setObjectName(f"reading.keep.{each.field}")
        use = QRadioButton(tr("Use the report’s: {value}", value=each.proposed), self)
        use.setObjectName(f"reading.use.{each.field}")
        for button in (keep, use):
            button.setAccessibleName(f"{each.label}: {button.text()}")
            button.setText(button.text().replace("&", "&&"))
            group.addButton(button)
        use.toggled.connect(partial(self._turn, each.field))
        for place, part in enumerate((label, keep, use)):
            self._grid.addWidget(part, row, place)
            self._made.append(part)
        self._groups.append(group)

    def _check(self, used: frozenset[str]) -> None:
        for each, group in zip(self._shown, self._groups, strict=True):
            keep, use = group.buttons()
            with QSignalBlocker(use):
                (use if each.field in used else keep).setChecked(True)

    def _turn(self, name: str, on: bool) -> None:
        self.turned.emit(name, on)
