"""Compares the lines of a file with the dossier, all of it read at once: only reading, on any thread."""

from collections.abc import Iterable, Mapping, Sequence

from ministrack.domain.countries import code_of_name
from ministrack.domain.errors import InvalidValue
from ministrack.domain.fields import FieldKind, specs
from ministrack.domain.ids import new_id
from ministrack.domain.language import tr
from ministrack.domain.names import fold
from ministrack.domain.progress import Progress
from ministrack.domain.record import Record, Ref
from ministrack.domain.values import replace
from ministrack.edits.rules import check_rules
from ministrack.exchange.drafts import Draft, changed, complete, fields_of, made
from ministrack.exchange.matching import NAMING, candidates
from ministrack.exchange.plan import Verdict, verdict_of
from ministrack.exchange.tables.circles import refuse_circles
from ministrack.exchange.tables.contents import Line
from ministrack.exchange.tables.contradictions import Claims, against_hands, against_sources, spread
from ministrack.exchange.tables.date_cells import DateCells
from ministrack.exchange.tables.entries import Entry
from ministrack.exchange.tables.fields import is_own_id
from ministrack.exchange.tables.loaded import LoadedKeys
from ministrack.exchange.tables.reading import LineReader
from ministrack.exchange.tables.seats import Seats, second_chairs
from ministrack.exchange.targets import Target
from ministrack.store.reader import Reader

_TELL_EVERY = 500  # lines
_NOTHING = Draft(False)


class FilePlanner:
    """Plans the lines of one file that make records of one table."""

    def __init__(
        self, read: Reader, table: str, columns: Sequence[Target | None], common: Mapping[str, object]
    ) -> None:
        self._read = read
        self._table = table
        self._common = common
        self._keys = LoadedKeys(read)
        self._lines = LineReader(read, self._keys, table, columns)
        self._claims = Claims(read)
        self._made_by: dict[Ref, Entry] = {}
        self.dates = DateCells((), ())

    def plan(self, lines: Sequence[Line], since: str, order: str, progress: Progress) -> list[Entry]:
        """What each line would do. `since` is the edit that took in the last file of this layout; `order`
        says which number of a date is the day, as Choices do. Fills `dates`.
        """
        self.dates = self._lines.look_at(lines, order)
        entries: list[Entry] = []
        for place, line in enumerate(lines):
            if place % _TELL_EVERY == 0:
                progress(place, 2 * len(lines))
            entries.append(Entry(place, self._lines.read(line)))
        self._prepare(entries)
        for entry in entries:
            self._match(entry)
        self._keys.load(self._table, (each.ref.id for each in entries if each.ref is not None))
        for entry in entries:
            if entry.place % _TELL_EVERY == 0:
                progress(len(lines) + entry.place, 2 * len(lines))
            self._compare(entry)
        if self._table == "delegation":
            Seats(self._keys, self._lines.levels, self._claims).fill(entries)
            second_chairs(self._read, self._keys, entries)
        if self._table == "meeting":
            refuse_circles(self._keys, entries)
        self._judge(entries, since)
        return entries

    def _prepare(self, entries: Iterable[Entry]) -> None:
        """Reads at once what matching will ask for record by record."""
        ids: list[str] = []
        for entry in entries:
            ids.append(str(entry.said.values.get(f"{self._table}.id") or ""))
            name = entry.said.values.get(f"{self._table}.{NAMING.get(self._table, '')}")
            if name and self._table in NAMING:
                ids += [ref.id for ref in self._keys.labelled(self._table, str(name))]
        self._keys.load(self._table, filter(None, ids))

    # which record a line is about

    def _match(self, entry: Entry) -> None:
        if not entry.said.texts:
            entry.verdict = Verdict.BLANK
            return
        own = self._own(entry)
        identity = str(entry.said.values.get(f"{self._table}.id") or "")
        if identity and self._keys.record(Ref(self._table, identity)) is not None:
            entry.ref, entry.by_id = Ref(self._table, identity), True
            return
        wanted = {**self._common, **own}
        found = [] if self._is_unclear(entry) else self._candidates(wanted)
        if len(found) == 1:
            entry.ref = found[0]
            if entry.ref in self._made_by:
                entry.needs.add(self._made_by[entry.ref].place)
            return
        self._is_new(entry, wanted, identity)
        if len(found) > 1:
            entry.dispute(tr("Several records may be meant. Where it is chosen, it becomes another one."))

    def _candidates(self, wanted: Mapping[str, object]) -> Sequence[Ref]:
        """By what tells records apart; a country also by its name in any language."""
        found = candidates(self._keys, self._table, wanted)
        if found or self._table not in ("party", "person"):
            return found
        name = str(wanted.get("name") or "")
        named = list(self._keys.named(self._table, name))
        code = code_of_name(name) if self._table == "party" and not wanted.get("code") and not named else None
        if code:
            named = list(self._keys.holding("party", {"code": code}))
        if wanted.get("code"):
            named = [ref for ref in named if getattr(self._keys.record(ref), "code", None) is None]
        return named

    def _is_new(self, entry: Entry, wanted: Mapping[str, object], identity: str) -> None:
        if self._refuse_unclear(entry):
            return
        values = dict(wanted)
        if self._table == "party" and not values.get("code"):
            code = code_of_name(str(values.get("name") or ""))
            if code and len(str(values.get("name"))) > len(code) + 1:
                values["code"] = code
        try:
            complete(self._table, values)
        except InvalidValue as error:
            entry.refuse(error.what, f"{self._table}.{error.field}")
            return
        record = made(self._table, {**values, "id": identity if is_own_id(identity) else new_id()})
        entry.ref = Ref(self._table, record.id)
        entry.draft = Draft(True, adding=(record,))
        self._keys.add(record)
        self._made_by[entry.ref] = entry

    # what it changes there

    def _compare(self, entry: Entry) -> None:
        if entry.is_settled or entry.ref is None:
            return
        self._lines.read_rest(entry.said)
        record = self._keys.record(entry.ref)
        if record is None:
            return
        if entry.said.unclear:
            self._forgive_labels(entry, record)
        if self._refuse_unclear(entry):
            return
        own = self._own(entry)
        if not entry.by_id and self._made_by.get(entry.ref) is not entry:
            self._leave_spelling(entry, own, record)
        self._claims.make(entry, entry.ref, own)
        if entry.draft.is_new:
            self._add_rest(entry, own)
        else:
            entry.draft = Draft(False, changing=changed(self._keys, entry.ref, own))
        if entry.draft.is_new or entry.draft.changing:
            self._check(entry)

    def _add_rest(self, entry: Entry, own: Mapping[str, object]) -> None:
        """References to records of its own kind, which were not known when it was made."""
        record = entry.draft.adding[0]
        rest = {name: value for name, value in own.items() if value and getattr(record, name) is None}
        if rest:
            entry.draft = replace(entry.draft, adding=(_with(record, rest),))
        for value in rest.values():
            self._need(entry, Ref(self._table, str(value)))

    def _need(self, entry: Entry, ref: Ref) -> None:
        other = self._made_by.get(ref)
        if other is not None and other is not entry:
            entry.needs.add(other.place)

    def _check(self, entry: Entry) -> None:
        """Rules between fields of one record, and what may stand only once."""
        record = self._after(entry)
        try:
            if self._table == "task":
                check_rules(self._read, record)
        except InvalidValue as error:
            entry.refuse(error.what, f"{self._table}.{error.field}")
            return
        for table, names in (("meeting", ("series", "number")), ("party", ("code",))):
            wanted = {name: getattr(record, name) for name in names} if table == self._table else {}
            if not wanted or None in wanted.values():
                continue
            others = [ref for ref in self._keys.holding(table, wanted) if ref != entry.ref]
            if others:
                other = self._keys.record(others[0])
                entry.refuse(
                    tr("“{name}” has it already.", name=str(getattr(other, "name", ""))),
                    f"{table}.{names[-1]}",
                )

    def _after(self, entry: Entry) -> Record:
        if entry.draft.is_new:
            return entry.draft.adding[0]
        record = self._keys.record(entry.ref) if entry.ref is not None else None
        if record is None:
            raise LookupError(entry.ref)
        new: dict[str, object] = {}
        for change in entry.draft.changing:
            new |= change.new
        return _with(record, new)

    def _own(self, entry: Entry) -> dict[str, object]:
        own = fields_of(self._table, entry.said.values)
        own.pop("id", None)
        return own

    def _leave_spelling(self, entry: Entry, own: dict[str, object], record: Record) -> None:
        """A record that was found by its name keeps the spelling it has."""
        field = NAMING.get(self._table, "")
        name = str(own.get(field) or "")
        if not name:
            return
        code = getattr(record, "code", None)
        if entry.ref in self._keys.named(self._table, name) or (code and code_of_name(name) == code):
            del own[field]

    def _forgive_labels(self, entry: Entry, record: Record) -> None:
        """A cell that says what the record refers to already is clear, whatever else is called so."""
        for key in list(entry.said.unclear):
            table, _, name = key.partition(".")
            if table != self._table or name not in specs(type(record)):
                continue
            spec = specs(type(record))[name]
            value = getattr(record, name)
            if spec.kind is FieldKind.REFERENCE and value:
                label = self._read.label(Ref(spec.refers, str(value)))
                if fold(label) == fold(entry.said.texts[key]):
                    del entry.said.unclear[key]

    def _is_unclear(self, entry: Entry) -> bool:
        return any(key.startswith(f"{self._table}.") for key in entry.said.unclear)

    def _refuse_unclear(self, entry: Entry) -> bool:
        for key, error in entry.said.unclear.items():
            entry.refuse(error.what, key)
            return True
        return False

    # verdicts

    def _judge(self, entries: Sequence[Entry], since: str) -> None:
        told: set[str] = set()
        naming = f"{self._table}.{NAMING.get(self._table, '')}"
        labels = {ref.id: entry.said.texts.get(naming, "") for ref, entry in self._made_by.items()}
        real = [entry for entry in entries if not entry.is_settled]
        for entry in real:
            self._tell(entry, entries, labels, told)
        against_sources(self._read, real)
        against_hands(self._read, real, since)
        spread(entries)

    def _tell(self, entry: Entry, entries: Sequence[Entry], labels: dict[str, str], told: set[str]) -> None:
        """What the line does, in words; a record that several lines name is told once."""
        if entry.draft == _NOTHING and entry.verdict is not Verdict.CONFLICT:
            entry.words = [tr("As line {n}.", n=entries[min(entry.needs)].number)] if entry.needs else []
            return
        used = _used(entry.draft)
        creating = tuple(each for each in entry.said.made if each.id in used)
        entry.draft = replace(entry.draft, creating=creating)
        labels |= {record.id: str(getattr(record, record.LABEL, "")) for record in creating}
        fresh = tuple(each for each in creating if each.id not in told)
        told |= {each.id for each in fresh}
        words = replace(entry.draft, creating=fresh).words(self._read, labels)
        entry.words[:0] = [words] if words else []
        if entry.verdict is not Verdict.CONFLICT:
            entry.verdict = verdict_of(entry.draft)


def _with(record: Record, values: Mapping[str, object]) -> Record:
    """The record with other values."""
    present = {name: getattr(record, name) for name in specs(type(record))}
    return made(record.TABLE, {"id": record.id, **present, **values})


def _used(draft: Draft) -> set[str]:
    """The ids that a draft refers to."""
    values: list[object] = [change.new[name] for change in draft.changing for name in change.new]
    for record in draft.adding:
        values += [getattr(record, name) for name, spec in specs(type(record)).items() if spec.refers]
    return {str(value) for value in values if value}
