"""Lines that become records: what each would do, previewed, and the one edit that does it.

Pasting, typing a list and importing a file go the same way: cells are read (values.py), a line is matched to
the record it is about (matching.py), and all steps are rehearsed one after the other before any is stored.
"""

from collections.abc import Mapping, Sequence
from enum import Enum

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.errors import InvalidValue, MinistrackError
from ministrack.domain.language import tr, trn
from ministrack.domain.record import Record, Ref
from ministrack.domain.values import dataclass, replace
from ministrack.edits.changes import Edit
from ministrack.edits.records import together
from ministrack.edits.workspace import Workspace
from ministrack.edits.writer import Writer
from ministrack.exchange.drafts import Draft, draft_of
from ministrack.exchange.searched import SearchedKeys
from ministrack.exchange.targets import HEAD, Target
from ministrack.exchange.values import CellReader, Given

Cells = Mapping[str, Given]
"""The cells of a line by the key of their target; those left out say nothing."""


class Verdict(Enum):
    """What becomes of a line."""

    BLANK = "blank"
    NEW = "new"
    CHANGES = "changes"
    SAME = "same"
    PROBLEM = "problem"
    CONFLICT = "conflict"  # the file and the dossier, or two lines of the file, say different things

    __hash__ = object.__hash__  # that of enumerations is slow, and a file has thousands of lines


@dataclass(frozen=True, slots=True)
class Planned:
    """What a line would do: in words, or why it cannot; `problem` is the key of the cell to look at."""

    verdict: Verdict
    words: str = ""
    problem: str = ""
    guessed: Mapping[str, str] = {}  # values that were concluded, by target, in words
    draft: Draft | None = None

    @property
    def does_something(self) -> bool:
        """Whether it becomes part of the edit."""
        return self.verdict in (Verdict.NEW, Verdict.CHANGES)


class Planner:
    """Plans lines that make records of one table. A line that was planned before is not read again."""

    def __init__(self, workspace: Workspace, table: str, targets: Sequence[Target]) -> None:
        self._workspace = workspace
        self._table = table
        self._targets = {target.key: target for target in targets}
        self.forget()

    def forget(self) -> None:
        """The dossier has changed: everything is read anew."""
        self._keys = SearchedKeys(self._workspace.read)
        self._cells = CellReader(self._workspace.read, self._keys)
        self._read: dict[object, Planned] = {}

    def plan(self, lines: Sequence[Cells], common: Mapping[str, object]) -> list[Planned]:
        """What each line would do, after those above it. `common` holds what all new records start with."""
        planned = [self._of_line(line, common) for line in lines]
        steps = [_step(each) for each in planned if each.does_something]
        met = iter(self._workspace.rehearse(steps)) if steps else iter(())
        return [self._told(each, next(met)) if each.does_something else each for each in planned]

    def edit(self, planned: Sequence[Planned]) -> Edit:
        """All lines that do something, as one step."""
        wanted = [each for each in planned if each.does_something]
        new = sum(each.verdict is Verdict.NEW for each in wanted)
        kind = tr(RECORD_TYPES[self._table].MANY).lower()
        if new == len(wanted):
            label = trn("Add {n} line of {kind}", "Add {n} {kind}", new, kind=kind)
        else:
            label = tr("Add {new} and change {changed} {kind}", new=new, changed=len(wanted) - new, kind=kind)
        return together(label, map(_step, wanted))

    def _of_line(self, line: Cells, common: Mapping[str, object]) -> Planned:
        said = {key: given for key, given in line.items() if not given.is_blank}
        if not said:
            return Planned(Verdict.BLANK)
        key = (tuple(sorted(said.items())), tuple(sorted(common.items(), key=str)))
        if key not in self._read:
            self._read[key] = self._looked_at(said, common)
        return self._read[key]

    def _looked_at(self, said: Cells, common: Mapping[str, object]) -> Planned:
        values: dict[str, object] = {}
        made: list[Record] = []
        for key, given in said.items():
            try:
                meant = self._cells.meaning(self._targets[key].spec, given)
            except InvalidValue as error:
                return Planned(Verdict.PROBLEM, str(error), key)
            values[key] = meant.value
            if meant.made is not None:
                made.append(meant.made)
        try:
            draft = draft_of(self._keys, self._table, values, common, self._cells.levels)
        except InvalidValue as error:
            return Planned(Verdict.PROBLEM, str(error), f"{self._table}.{error.field}")
        draft = replace(draft, creating=tuple(made))
        return Planned(verdict_of(draft), draft.words(self._workspace.read), "", draft.guessed, draft)

    def _told(self, planned: Planned, error: MinistrackError | None) -> Planned:
        if error is None:
            return planned
        field = error.field if isinstance(error, InvalidValue) else ""
        keys = [key for key in (f"{self._table}.{field}", f"{HEAD}.{field}") if key in self._targets]
        return Planned(Verdict.PROBLEM, error.what, keys[0] if keys else "")


def verdict_of(draft: Draft) -> Verdict:
    """What a line does, by its draft."""
    if draft.is_new:
        return Verdict.NEW
    return Verdict.CHANGES if draft.adding or draft.changing else Verdict.SAME


def _step(planned: Planned) -> Edit:
    draft = planned.draft

    def apply(writer: Writer) -> None:
        if draft is None:
            return
        for record in draft.creating:  # a country or person that several lines name is made by the first
            if not writer.read.exists(Ref(record.TABLE, record.id)):
                writer.add(record)
        for record in draft.adding:
            writer.add(record)
        for change in draft.changing:
            writer.change(change.ref, change.new, change.seen)

    return Edit(planned.words, apply)
