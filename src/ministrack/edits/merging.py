"""Two records become one: fields as chosen, and all that hung on the other one moved over, in one step."""

from collections.abc import Mapping

from ministrack.domain.delegation import Delegate, Role
from ministrack.domain.errors import InvalidValue
from ministrack.domain.fields import specs
from ministrack.domain.filing import SavedFilter
from ministrack.domain.filters import Compare, Filter, OneOf, Via, every
from ministrack.domain.language import tr
from ministrack.domain.record import Record, Ref
from ministrack.domain.source import Statement
from ministrack.domain.twins import MERGEABLE
from ministrack.edits import merged_names, merged_statements
from ministrack.edits.changes import Edit
from ministrack.edits.merge_choices import Side, Value, field_pairs, present, values_after
from ministrack.edits.merge_twins import is_empty_link, twin_of
from ministrack.edits.records import said_about
from ministrack.edits.saved_filters import renamed_terms
from ministrack.edits.wording import shortened
from ministrack.edits.writer import Writer
from ministrack.store.reader import Reader
from ministrack.store.table import to_row

_AT_ONCE = 500  # ids asked for in one question


def merge_records(
    read: Reader,
    kept: Ref,
    other: Ref,
    sides: Mapping[str, Side] | None = None,
    *,
    with_meetings: bool = False,
) -> Edit:
    """Makes one record of two; `kept` stays. `sides` says, by field, whose value it has afterwards.

    `with_meetings`: meetings of two series that have the same number become one as well; otherwise they are
    a reason to refuse. Raises NotFound, or InvalidValue where two records cannot be one.
    """
    if kept == other or kept.table != other.table or kept.table not in MERGEABLE:
        raise InvalidValue(tr("Only two records of the same kind can be merged."))
    seen = present(read, kept), present(read, other)
    values = values_after(field_pairs(*seen), sides or {})
    label = tr(
        "Merge “{other}” into “{kept}”",
        other=shortened(read.label(other)),
        kept=shortened(read.label(kept)),
    )

    def apply(writer: Writer) -> None:
        if (present(writer.read, kept), present(writer.read, other)) != seen:
            raise InvalidValue(
                tr("One of the two records was changed meanwhile."),
                safe=tr("Nothing was merged."),
                todo=tr("Look at both again, then merge them."),
            )
        merging = _Merging(writer, with_meetings)
        merging.unite(kept, other, values)
        merging.rename()

    return Edit(label, apply, kept)


class _Merging:
    """One merge, with those that follow from it."""

    def __init__(self, writer: Writer, with_meetings: bool) -> None:
        self._writer = writer
        self._read = writer.read
        self._with_meetings = with_meetings
        self._became: dict[str, str] = {}  # ids of records that are gone: what stays in place of each

    def unite(self, kept: Ref, other: Ref, values: Mapping[str, Value]) -> None:
        """Moves all that hangs on `other` to `kept`, removes it, and gives `kept` its values."""
        ours, theirs = present(self._read, kept), present(self._read, other)
        self._let_go(kept, ours, values)
        self._one_chair(kept, other)
        self._move_users(kept, other)
        merged_statements.settle_chosen(self._writer, kept, other, values)
        self._move_subjects(kept, other)
        self._became[other.id] = kept.id
        after = merged_names.keep_names(self._writer, ours, theirs, values)
        self._writer.remove(other)
        self._writer.change(kept, after)
        if kept.table == "source":
            merged_statements.place_quotes(self._writer, kept)

    def rename(self) -> None:
        """In the end: saved filters and statements name records by their ids, too."""
        for saved in self._read.find(SavedFilter):
            terms = renamed_terms(saved, self._became)
            self._writer.change(Ref(saved.TABLE, saved.id), {"terms": terms})
        ids = tuple(self._became)
        for start in range(0, len(ids), _AT_ONCE):
            for statement in self._read.find(Statement, OneOf("value", ids[start : start + _AT_ONCE])):
                ref = Ref(Statement.TABLE, statement.id)
                self._writer.change(ref, {"value": self._became[str(statement.value)]})

    def _let_go(self, kept: Ref, ours: Record, values: Mapping[str, Value]) -> None:
        """What points at records of its own kind points nowhere meanwhile: a circle may vanish by merging."""
        row = to_row(ours)
        loose = {
            name: None
            for name, spec in specs(type(ours)).items()
            if spec.refers == kept.table and row[name] is not None and row[name] != values[name]
        }
        self._writer.change(kept, loose)

    def _one_chair(self, kept: Ref, other: Ref) -> None:
        """A meeting has one chair: that of the other one becomes its co-chair."""
        ours, theirs = chairs(self._read, kept), chairs(self._read, other)
        for delegate in theirs if ours else ():
            is_same = delegate.person is not None and delegate.person in {each.person for each in ours}
            role = Role.HEAD if is_same else Role.CO_CHAIR
            self._writer.change(Ref(Delegate.TABLE, delegate.id), {"role": role.value})

    def _move_users(self, kept: Ref, other: Ref) -> None:
        for user, field, _ in self._read.users(other):
            if user != kept and self._read.exists(user):
                self._move(user, field, kept, other)

    def _move_subjects(self, kept: Ref, other: Ref) -> None:
        for about in said_about(self._read, other):
            self._move(about, "subject", kept, other)

    def _move(self, user: Ref, field: str, kept: Ref, other: Ref) -> None:
        """Lets a record point at what stays; where that is there already, the two become one."""
        record = present(self._read, user)
        if is_empty_link(record, kept, other):
            self._writer.remove(user)
            return
        twin = twin_of(self._read, record, field, kept.id)
        if twin is None:
            self._writer.change(user, {field: kept.id})
            return
        if user.table == "meeting" and not self._with_meetings:
            raise _same_number(record, twin)
        pairs = field_pairs(twin, record, by_itself=True)
        values = values_after(pairs, {})
        self.unite(Ref(user.table, twin.id), user, {**values, field: kept.id})


def chairs(read: Reader, ref: Ref) -> list[Delegate]:
    """Who chairs a meeting, or is its chair in a delegation; nobody for other kinds of record."""
    there: Mapping[str, Filter] = {
        "delegation": Compare("delegation", ref.id),
        "meeting": Via("delegation", "delegation", Compare("meeting", ref.id)),
    }
    if ref.table not in there:
        return []
    return read.find(Delegate, every((there[ref.table], Compare("role", Role.CHAIR.value))))


def _same_number(record: Record, twin: Record) -> InvalidValue:
    return InvalidValue(
        tr(
            "Both series have a meeting with number {number}: “{one}” and “{other}”.",
            number=getattr(twin, "number", ""),
            one=getattr(twin, "name", ""),
            other=getattr(record, "name", ""),
        ),
        safe=tr("Nothing was merged."),
        todo=tr("Merge these meetings as well, or change the number of one of them first."),
    )
