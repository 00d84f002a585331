"""`ministrack list`: records of one kind, narrowed to countries and series, as a table or as JSON."""

from argparse import Namespace
from collections.abc import Iterator

from ministrack.cli.exits import Exit
from ministrack.cli.kinds import KINDS, Item, Kind, Values
from ministrack.cli.narrowing import shared_filter
from ministrack.cli.output import say, write_array, write_table
from ministrack.cli.session import opened
from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.fields import specs
from ministrack.domain.filters import SharedFilter
from ministrack.domain.language import tr
from ministrack.domain.lists import ListQuery
from ministrack.domain.record import Ref
from ministrack.domain.scope import scope
from ministrack.edits.wording import value_in_words
from ministrack.store.reader import Reader

_WINDOW = 500  # rows read at a time
_OPEN_ENDS = ("0000-01-01", "9999-12-31")  # how the store writes an open beginning and an open end


def list_records(arguments: Namespace) -> int:
    """Lists one kind of record; an empty answer is fine."""
    kind = KINDS[arguments.kind]
    with opened(arguments) as workspace, workspace.read.snapshot():
        read = workspace.read
        objects = _objects(read, kind, shared_filter(read, arguments.country, arguments.series))
        if arguments.json:
            write_array(objects)
        else:
            _table(read, kind, list(objects))
    return Exit.FINE


def _objects(read: Reader, kind: Kind, shared: SharedFilter) -> Iterator[Values]:
    items = [item for item in kind.items if not item.made]
    columns = dict.fromkeys([item.column or item.key for item in items] + list(kind.also))
    query = ListQuery(kind.table, tuple(columns), scope(kind.table, shared), kind.sort)
    listing = read.listing(query)
    for start in range(0, listing.count(), _WINDOW):
        window = [_object(read, kind, dict(row)) for row in listing.rows(start, _WINDOW)]
        if kind.details is not None:
            kind.details(read, window)
        yield from window


def _object(read: Reader, kind: Kind, row: Values) -> Values:
    """The values of one row under their names, in the order of the items; made ones are filled in later."""
    values: Values = {"id": row["id"]}
    for item in kind.items:
        value = None if item.made else row[item.column or item.key]
        if item.refers:
            values[item.key] = read.label(Ref(item.refers, str(value))) if value else None
            values[f"{item.key}_id"] = value
        else:
            values[item.key] = None if value in _OPEN_ENDS else value
    values.update({name: row[name] for name in kind.also})
    return values


def _table(read: Reader, kind: Kind, objects: list[Values]) -> None:
    shown = [item for item in kind.items if item.heading]
    if not objects:
        say(tr("Nothing found."))
        return
    rows = [[_words(read, item, each[item.key]) for item in shown] for each in objects]
    write_table([tr(item.heading) for item in shown], rows)


def _words(read: Reader, item: Item, value: object) -> str:
    if isinstance(value, list):
        return ", ".join(str(each["code"] or each["name"]) for each in value)
    if not item.like or value is False:
        return str(value) if value not in (None, False) else ""
    table, field = item.like.split(".")
    return value_in_words(read, specs(RECORD_TYPES[table])[field], value)
