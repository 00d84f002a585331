"""Stores what a report says, record by record: new ones whole, in others what is missing; with statements."""

from collections.abc import Callable, Mapping, Sequence
from typing import cast

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.fields import FieldSpec, specs, stored_value
from ministrack.domain.filters import Compare
from ministrack.domain.levels import Level
from ministrack.domain.names import fold, tidy
from ministrack.domain.party import Party
from ministrack.domain.person import Person
from ministrack.domain.proposal import ReportText, Said
from ministrack.domain.record import Record, Ref
from ministrack.domain.source import Source, Statement
from ministrack.domain.values import replace
from ministrack.edits.proposals.comparing import agrees, is_name, is_open
from ministrack.edits.proposals.known import Known
from ministrack.edits.proposals.parties import organisation_of, state_of
from ministrack.edits.proposals.reviewed import Reviewed
from ministrack.edits.proposals.sources import source_of
from ministrack.edits.proposals.stating import Stated, StoredText, stated, statement, told
from ministrack.edits.statements import statements_of
from ministrack.edits.writer import Writer

_DOTTED = ("tr", "az")
"""Languages in which the capital of i keeps its dot."""


class Keeper:
    """One report on its way into the dossier, inside one edit."""

    def __init__(self, writer: Writer, report: ReportText, wanted: Sequence[Reviewed]) -> None:
        self.writer = writer
        self.read = writer.read
        self.report = report
        self.known = Known(writer.read, [each.proposal for each in wanted])
        self.records: dict[str, Ref] = {}
        self.new_series: dict[str, Ref] = {}  # by folded name
        self.new_people: dict[tuple[str, ...], Ref] = {}  # by party and words of the name
        self._text = StoredText(report.text)
        self._statements: list[Statement] = []
        self._chosen: dict[tuple[Ref, str], bool] = {}  # whether the value of a field has its statement
        found = source_of(writer.read, report, self._text.text)
        self.source = found.id
        self._told: set[tuple[object, ...]] = set()
        if writer.read.exists(Ref(Source.TABLE, found.id)):
            self._told |= {told(each) for each in writer.read.find(Statement, Compare("source", found.id))}
        else:
            writer.add(found)

    def finish(self) -> None:
        """Stores the statements, all at once."""
        self.writer.add_all(self._statements)

    def linked(self, reviewed: Reviewed, name: str, key: str) -> Ref | None:
        """The record that the key of another proposal stands for: added with this one, or there before."""
        found = self.records.get(key)
        if found is not None:
            return found
        link = reviewed.links.get(name)
        return link.ref if link is not None else None

    def party(self, said: Said) -> Stated:
        """The country or organisation that is named; one that the dossier does not have is made."""
        found = self.known.parties.find(said.value)
        if found is None:
            found = state_of(said.value) or organisation_of(said.value, self.report.text)
            found = replace(found, name=tidy(found.name))
            self.writer.add(found)
            self.known.parties.remember(said.value, found)
            self.state(Ref(Party.TABLE, found.id), "name", stated(said, found.name, found.name), chosen=True)
        return stated(said, found.id, found.name)

    def keep(
        self,
        table: str,
        present: Ref | None,
        says: Mapping[str, Stated],
        *,
        given: Mapping[str, object] | None = None,
        replacing: frozenset[str] = frozenset(),
    ) -> Ref:
        """Stores a record: a new one with `given` besides what is said, or what is said in one that is there.

        `replacing` are fields of the proposal whose value takes the place of the present one.
        """
        if present is None:
            make = cast(Callable[..., Record], RECORD_TYPES[table])
            values = {**(given or {}), **{name: each.value for name, each in says.items()}}
            begun = {name: self._begun(table, name, each) for name, each in values.items()}
            ref = self.writer.add(make(**begun))
            for name, each in says.items():
                self.state(ref, name, each, chosen=True)
            return ref
        for name, each in says.items():
            self._meet(present, name, each, wanted=each.field in replacing)
        return present

    def state(self, about: Ref, field: str, said: Stated, *, chosen: bool) -> None:
        """Keeps the sentence behind a value, where there is one and this source has not said it yet."""
        if not said.quote.text.strip():
            return
        if specs(RECORD_TYPES[about.table])[field].refers == Level.TABLE:  # its name, as by hand; not its key
            said = replace(said, text=self.read.label(Ref(Level.TABLE, str(said.value))) or said.text)
        new = statement(self.source, self._text, about, field, said, chosen=chosen)
        if told(new) not in self._told:
            self._told.add(told(new))
            self._statements.append(new)
            if chosen:
                self._chosen[about, field] = True

    def _begun(self, table: str, field: str, value: object) -> object:
        """A name with a capital at its beginning, though the report has it in the middle of a sentence."""
        if not is_name(table, field) or table in (Party.TABLE, Person.TABLE) or not isinstance(value, str):
            return value
        first = "İ" if value[:1] == "i" and self.report.language[:2] in _DOTTED else value[:1].upper()
        return first + value[1:]

    def _meet(self, about: Ref, field: str, said: Stated, *, wanted: bool) -> None:
        """A value meets that of a record: fills it, agrees with it, takes its place or stands beside it."""
        record = self.read.get(RECORD_TYPES[about.table], about.id)
        if record is None:
            return
        spec = specs(type(record))[field]
        present = getattr(record, field)
        same = self._is_same(spec, present, said)
        if is_name(about.table, field) and not wanted:
            if fold(str(present)) == fold(said.words):
                self.state(about, field, said, chosen=not self._has_chosen(about, field))
            return
        if wanted or (not same and is_open(self.read, record, spec)):
            self._take(about, field, said)
        else:
            self.state(about, field, said, chosen=same and not self._has_chosen(about, field))

    def _take(self, about: Ref, field: str, said: Stated) -> None:
        """The report's value becomes that of the field, its statement the chosen one."""
        self.writer.change(about, {field: said.value})
        for other in statements_of(self.read, about, field):
            if other.chosen:
                self.writer.change(Ref(Statement.TABLE, other.id), {"chosen": False})
        self._chosen.pop((about, field), None)
        self.state(about, field, said, chosen=True)

    def _is_same(self, spec: FieldSpec, present: object, said: Stated) -> bool:
        if stored_value(spec, said.value) == stored_value(spec, present):
            return True
        return spec.refers == "" and agrees(self.known, spec, present, said.words)

    def _has_chosen(self, about: Ref, field: str) -> bool:
        if (about, field) not in self._chosen:
            known = statements_of(self.read, about, field)
            self._chosen[about, field] = any(each.chosen for each in known)
        return self._chosen[about, field]
