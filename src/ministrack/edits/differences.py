"""A field that moved on, in words: what was wanted, what is stored now, by whom and since when."""

from datetime import datetime
from typing import NamedTuple

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.dates import show
from ministrack.domain.errors import FieldConflict
from ministrack.domain.fields import specs
from ministrack.domain.language import interface_language, tr
from ministrack.domain.record import Ref
from ministrack.edits.wording import value_in_words
from ministrack.store.reader import Reader


class Difference(NamedTuple):
    """Both values as a person reads them; `at` is local time, empty where it is not known."""

    mine: str
    theirs: str
    author: str
    at: str


def difference(read: Reader, conflict: FieldConflict) -> Difference:
    """A conflict about one field of a record."""
    spec = specs(RECORD_TYPES[conflict.table])[conflict.field]
    mine, theirs = (value_in_words(read, spec, value) for value in (conflict.mine, conflict.theirs))
    return Difference(mine, theirs, conflict.author, moment(conflict.at))


class DifferenceLine(NamedTuple):
    """A conflict as a line of a table: which field of which record, both values, whose, since when."""

    field: str
    record: str
    now: str
    wanted: str
    author: str
    at: str


def line_of(read: Reader, conflict: FieldConflict) -> DifferenceLine:
    """A conflict in words; where a whole record was added or deleted, that is its "value"."""
    kind = RECORD_TYPES[conflict.table]
    record = read.label(Ref(conflict.table, conflict.row)) or tr("deleted record")
    author, at = conflict.author or tr("not known"), moment(conflict.at) or tr("not known")
    if conflict.field == "id":
        there, gone = tr("there"), tr("deleted")
        now, wanted = (gone if value is None else there for value in (conflict.theirs, conflict.mine))
        return DifferenceLine(tr(kind.ONE), record, now, wanted, author, at)
    found = difference(read, conflict)
    nothing = tr("nothing")
    label = tr(specs(kind)[conflict.field].label)
    return DifferenceLine(label, record, found.theirs or nothing, found.mine or nothing, author, at)


def told(read: Reader, conflict: FieldConflict) -> str:
    """A conflict as a sentence that names record and field, for where there is no field to stand beside."""
    kind = RECORD_TYPES[conflict.table]
    record = read.label(Ref(conflict.table, conflict.row))
    author = conflict.author or tr("somebody else")
    time = moment(conflict.at) or tr("time unknown")
    if conflict.field == "id" and conflict.theirs is None:
        one = tr(kind.ONE).lower()
        return tr("This {kind} was deleted by {author} ({time}).", kind=one, author=author, time=time)
    if conflict.field == "id":
        return tr(
            "“{record}” was brought back by {author} ({time}).", record=record, author=author, time=time
        )
    found = difference(read, conflict)
    return tr(
        "{field} of “{record}” would become “{mine}”, but it was changed to “{theirs}” by {author} ({time}).",
        field=tr(specs(kind)[conflict.field].label),
        record=record,
        mine=found.mine or tr("nothing"),
        theirs=found.theirs or tr("nothing"),
        author=author,
        time=time,
    )


def moment(at: str) -> str:
    """ISO time in UTC as local words: "14:32", with the day unless that is today; empty for none."""
    try:
        local = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return ""
    time = local.strftime("%H:%M")
    if local.date() == datetime.now().astimezone().date():
        return time
    day = show(local.date().isoformat(), interface_language())
    return tr("{day}, {time}", day=day, time=time)
