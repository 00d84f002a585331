"""What the cells of a line say: each text read once, parts of fields put together, what is unclear named."""

import re
from collections.abc import Mapping, Sequence
from functools import partial

from ministrack.domain.countries import code_of_name
from ministrack.domain.errors import InvalidValue
from ministrack.domain.fields import FieldKind
from ministrack.domain.language import tr
from ministrack.domain.record import Record, Ref
from ministrack.domain.values import dataclass, field
from ministrack.exchange.tables.capacity import put_capacity_apart
from ministrack.exchange.tables.contents import ERRORS, Line
from ministrack.exchange.tables.date_cells import DateCells, clock_of
from ministrack.exchange.tables.loaded import LoadedKeys
from ministrack.exchange.targets import Target, targets
from ministrack.exchange.values import CellReader, Given, Meant
from ministrack.sandbox.encodings import UNREADABLE
from ministrack.store.reader import Reader

_NAMING = frozenset(("delegate.person", "meeting.city"))
_POINTS = re.compile(r"[\s.?…–—-]+")
_OPEN = frozenset(("", "tbc", "tbd", "tba", "n/a", "nn"))  # as files write it, in any language
_TOO_NARROW = re.compile("#{4,}")
_ALPHA_3 = 3  # letters


@dataclass(slots=True)
class Said:
    """What one line says: values by the key of their target, the records that it names and that are not
    there yet, and for each cell that is not understood why.
    """

    line: Line
    texts: dict[str, str] = field(default_factory=dict)
    values: dict[str, object] = field(default_factory=dict)
    made: list[Record] = field(default_factory=list)
    unclear: dict[str, InvalidValue] = field(default_factory=dict)


class LineReader:
    """Reads the lines of one file."""

    def __init__(self, read: Reader, keys: LoadedKeys, table: str, columns: Sequence[Target | None]) -> None:
        self._table = table
        self._keys = keys
        self._cells = CellReader(read, keys, make_all=True)
        self._columns = columns
        self._known: dict[tuple[str, str], Meant | InvalidValue] = {}
        self._dates = DateCells((), ())
        named = {each.spec.name for each in columns if each is not None}
        self._has_halves = not named.isdisjoint(("given", "family"))
        self._targets = {each.key: each for table in ("person", "delegation") for each in targets(table)}
        self._targets |= {each.key: each for each in columns if each is not None}

    @property
    def levels(self) -> Mapping[str, str]:
        """The levels of the dossier, by id."""
        return self._cells.levels

    def look_at(self, lines: Sequence[Line], order: str) -> DateCells:
        """Finds out how dates are written, and answers that; `order` is what a person decided."""
        self._dates = DateCells(self._columns, lines, order)
        return self._dates

    def read(self, line: Line) -> Said:
        """What the line says, but for records of its own kind that it refers to: see `read_rest`."""
        said = Said(line)
        for target, cell in zip(self._columns, line.cells, strict=False):
            if target is not None and cell and not _is_left_open(target, cell):
                said.texts[target.key] = cell
        put_capacity_apart(said.texts)
        if self._has_halves:
            _put_names_together(said.texts)
        if "meeting.time" not in self._targets and (clock := clock_of(said.texts.get("meeting.date", ""))):
            said.values["meeting.time"] = clock
        for key, text in said.texts.items():
            if self._targets[key].spec.refers != self._table:
                self._read_cell(said, self._targets[key], text)
        _put_days_together(said)
        return said

    def read_rest(self, said: Said) -> None:
        """Records of its own kind that the line refers to: other lines may make them."""
        for key, text in said.texts.items():
            if self._targets[key].spec.refers == self._table:
                self._read_cell(said, self._targets[key], text)

    def _read_cell(self, said: Said, target: Target, text: str) -> None:
        known = self._known.get((target.key, text))
        if known is None:
            known = self._known[(target.key, text)] = self._meaning(target, text)
        if isinstance(known, InvalidValue):
            said.unclear[target.key] = known
            return
        said.values[target.key] = known.value
        if not target.spec.refers:
            return
        if known.made is not None:
            self._keys.add(known.made)
        ref = Ref(target.spec.refers, str(known.value))
        record = self._keys.record(ref) if self._keys.is_added(ref) else None
        if record is not None and ref.table != self._table:
            said.made.append(record)
        elif known.made is not None:
            said.made.append(known.made)

    def _meaning(self, target: Target, text: str) -> Meant | InvalidValue:
        if text in ERRORS or _TOO_NARROW.fullmatch(text):
            text = text[:8]
            return InvalidValue(tr("The cell holds an error of the spreadsheet: {error}.", error=text))
        if UNREADABLE in text:
            return InvalidValue(tr("“{text}” has letters that could not be read.", text=text))
        if target.spec.name == "id":
            return Meant(text)
        if target.key == "party.code" and len(text) == _ALPHA_3:
            text = code_of_name(text) or text
        try:
            if target.spec.kind is FieldKind.DATE:
                text = self._dates.read(target.key, text, partial(self._is_understood, target))
            return self._cells.meaning(target.spec, Given(text))
        except InvalidValue as error:
            return error

    def _is_understood(self, target: Target, text: str) -> bool:
        try:
            self._cells.meaning(target.spec, Given(text))
        except InvalidValue:
            return False
        return True


def _is_left_open(target: Target, text: str) -> bool:
    """Whether the cell says that somebody or a place is not named yet: nobody is called TBC."""
    return target.key in _NAMING and _POINTS.sub("", text).casefold() in _OPEN


def _put_names_together(texts: dict[str, str]) -> None:
    """The halves of a name are one name, unless a whole one stands beside them."""
    for owner, whole in (("delegate", "person"), ("person", "name")):
        halves = [texts.get(f"{owner}.{part}", "") for part in ("given", "family")]
        if any(halves) and f"{owner}.{whole}" not in texts:
            texts[f"{owner}.{whole}"] = " ".join(half for half in halves if half)
    for part in ("given", "family"):
        texts.pop(f"delegate.{part}", None)


def _put_days_together(said: Said) -> None:
    """A first and a last day are one date."""
    last = said.values.pop("meeting.date_end", None)
    first = said.values.get("meeting.date")
    if last and last != first:
        if first and "/" not in f"{first}{last}" and str(first) <= str(last):
            said.values["meeting.date"] = f"{first}/{last}"
        elif not first:
            said.values["meeting.date"] = last
        else:
            said.unclear["meeting.date_end"] = InvalidValue(tr("The last day is before the first."))
