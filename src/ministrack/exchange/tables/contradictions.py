"""Who says otherwise than a line: another line, a person who corrected it, a source that was chosen."""

from collections.abc import Mapping, Sequence
from itertools import islice

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.dates import span
from ministrack.domain.errors import InvalidValue
from ministrack.domain.fields import FieldKind, FieldSpec, specs, stored_value
from ministrack.domain.filters import Compare, OneOf, every
from ministrack.domain.language import tr
from ministrack.domain.record import Ref
from ministrack.domain.source import Statement
from ministrack.domain.values import dataclass
from ministrack.edits.wording import shortened, value_in_words
from ministrack.exchange.plan import Verdict
from ministrack.exchange.tables.entries import Entry
from ministrack.store.reader import Reader

_PAGE = 400
_EDITS = 2000  # since the last import that are looked at


@dataclass(slots=True)
class _Claim:
    """What the first line says of a field; `agreeing` are those that say the same as long as none differs."""

    value: object
    first: Entry
    agreeing: list[Entry]
    other: tuple[object, Entry] | None = None


class Claims:
    """What lines say about fields, so that those that contradict each other are found."""

    def __init__(self, read: Reader) -> None:
        self._read = read
        self._said: dict[tuple[Ref, str], _Claim] = {}

    def make(self, entry: Entry, ref: Ref, values: Mapping[str, object]) -> None:
        """A line says these values of a record."""
        declared = specs(RECORD_TYPES[ref.table])
        for name, given in values.items():
            value = stored_value(declared[name], given)
            claim = self._said.setdefault((ref, name), _Claim(value, entry, []))
            key = f"{ref.table}.{name}"
            if claim.value != value:
                self._tell(entry, claim.first, declared[name], claim.value, key)
                for each in claim.agreeing:
                    self._tell(each, entry, declared[name], value, key)
                claim.agreeing.clear()
                claim.other = claim.other or (value, entry)
            elif claim.other is not None:
                self._tell(entry, claim.other[1], declared[name], claim.other[0], key)
            else:
                claim.agreeing.append(entry)

    def _tell(self, entry: Entry, other: Entry, spec: FieldSpec, value: object, key: str) -> None:
        shown = other.said.texts.get(key) or value_in_words(self._read, spec, value)
        entry.dispute(
            tr(
                "Line {n} says {field}: {value}.",
                n=other.number,
                field=tr(spec.label),
                value=shortened(shown),
            ),
            key,
        )


def spread(entries: Sequence[Entry]) -> None:
    """What builds upon a line that is left out is left out with it."""
    for entry in entries:
        for place in sorted(entry.needs):
            if entries[place].verdict in (Verdict.CONFLICT, Verdict.PROBLEM):
                entry.dispute(tr("It goes with line {n}.", n=entries[place].number))


def against_sources(read: Reader, entries: Sequence[Entry]) -> None:
    """Lines that change what a chosen statement of a source says."""
    chosen = _chosen_statements(read, entries)
    for entry in entries if chosen else ():
        for change in entry.draft.changing:
            for name, value in change.new.items():
                statement = chosen.get((change.ref, name))
                spec = specs(RECORD_TYPES[change.ref.table])[name]
                if statement is not None and not _is_within(spec, value, change.seen[name]):
                    source = shortened(read.label(Ref("source", statement.source)))
                    entry.dispute(
                        tr("{field} is as a source says: {source}.", field=tr(spec.label), source=source),
                        f"{change.ref.table}.{name}",
                    )


def _chosen_statements(read: Reader, entries: Sequence[Entry]) -> dict[tuple[Ref, str], Statement]:
    """What sources say of the records that lines change, by record and field."""
    changing: dict[str, dict[str, None]] = {}
    for entry in entries:
        for change in entry.draft.changing:
            changing.setdefault(change.ref.table, {})[change.ref.id] = None
    chosen: dict[tuple[Ref, str], Statement] = {}
    for table, ids in changing.items():
        wanted = tuple(ids)
        for start in range(0, len(wanted), _PAGE):
            subjects = OneOf("subject", wanted[start : start + _PAGE])
            about = every((Compare("subject_table", table), subjects, Compare("chosen", 1)))
            for each in read.find(Statement, about):
                chosen[(Ref(each.subject_table, each.subject), each.field)] = each
    return chosen


def against_hands(read: Reader, entries: Sequence[Entry], since: str) -> None:
    """Lines that change what was changed in the dossier after a file of this layout was taken in."""
    touched = _touched_since(read, since) if since else {}
    for entry in entries if touched else ():
        for change in entry.draft.changing:
            for name in change.new:
                author = touched.get((change.ref, name))
                if author is not None:
                    label = tr(specs(RECORD_TYPES[change.ref.table])[name].label)
                    words = tr("{author} changed {field} since the last import.", author=author, field=label)
                    entry.dispute(words, f"{change.ref.table}.{name}")


def _touched_since(read: Reader, since: str) -> dict[tuple[Ref, str], str]:
    """By whom fields were changed since an edit; nothing where that was taken back, or is long ago."""
    touched: dict[tuple[Ref, str], str] = {}
    for edit in islice(read.edits(), _EDITS):
        if edit.id == since:
            return touched
        if edit.undoes == since:
            return {}
        for change in read.changes_of_edit(edit.id):
            if change.before is not None and change.after is not None:
                ref = Ref(change.table, change.row)
                touched |= {
                    (ref, name): edit.author for name in change.fields() if (ref, name) not in touched
                }
    return {}


def _is_within(spec: FieldSpec, new: object, old: object) -> bool:
    """Whether a date only says more closely what another says."""
    if spec.kind is not FieldKind.DATE or not new or not old:
        return False
    try:
        closer, wider = span(str(new)), span(str(old))
    except InvalidValue:
        return False
    return (
        None not in (closer.first, closer.last, wider.first, wider.last)
        and str(wider.first) <= str(closer.first)
        and str(closer.last) <= str(wider.last)
    )
