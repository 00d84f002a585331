"""How a file is understood: kind of record, header, the field of each column; or as a person decided."""

from collections.abc import Mapping, Sequence

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import tr
from ministrack.domain.record import Ref
from ministrack.domain.values import dataclass
from ministrack.exchange.choices import Choices
from ministrack.exchange.columns import by_content
from ministrack.exchange.imports import FoundColumn
from ministrack.exchange.searched import SearchedKeys
from ministrack.exchange.tables import layouts
from ministrack.exchange.tables.contents import Line, TableFile
from ministrack.exchange.tables.fields import KINDS, NAMING, can_be_made, file_targets, is_id
from ministrack.exchange.tables.header_words import FIRST, TELLING, fit
from ministrack.exchange.targets import Target, targets
from ministrack.exchange.values import CellReader
from ministrack.store.reader import Reader

_LOOKED_AT = 15  # lines among which the header is looked for
_ENOUGH = 0.5  # of the cells of a header that are known
_SAMPLES = 5
_IDS = 3  # that are looked for


@dataclass(frozen=True, slots=True)
class Proposal:
    """How the lines of a file are taken. `table` is empty as long as nothing says what they are.

    `remembered`: the fields were chosen when a file of this layout was imported before. `above` counts lines
    over the header, which are left out.
    """

    table: str
    columns: tuple[FoundColumn, ...]
    lines: tuple[Line, ...]
    has_header: bool
    remembered: bool = False
    above: int = 0

    @property
    def layout(self) -> tuple[str, ...]:
        """The headers, by which a layout is known again; none for a file without."""
        return tuple(column.header for column in self.columns) if self.has_header else ()

    @property
    def mapping(self) -> Mapping[str, str]:
        """The key of the target by header, as Choices take it."""
        return {column.header: column.target for column in self.columns}


def proposal(read: Reader, file: TableFile, choices: Choices) -> Proposal:
    """How the file is taken, with what a person chose; what is not chosen is remembered or found out.

    Raises InvalidValue where two columns are to hold one field, or a target is unknown.
    """
    if choices.table and not can_be_made(choices.table):
        raise InvalidValue(tr("“{table}” is no kind of record.", table=choices.table))
    place = _header_place(file, choices)
    has_header = place is not None
    headers = _headers(file.lines[place].cells if place is not None else (), file.width)
    body = file.lines[place + 1 :] if place is not None else file.lines
    before = layouts.remembered(headers) if has_header else None
    table = (
        choices.table or (before.table if before else "") or _kind(read, headers, body, has_header=has_header)
    )
    chosen = dict(choices.columns)
    recalled = before is not None and before.table == table and not chosen
    if before is not None and recalled:
        chosen = dict(before.columns)
    found = (
        _fields(read, table, headers, body, chosen, has_header=has_header) if table else [""] * len(headers)
    )
    columns = tuple(
        FoundColumn(header, _samples(body, number), key)
        for number, (header, key) in enumerate(zip(headers, found, strict=True))
    )
    return Proposal(table, columns, body, has_header, recalled, place or 0)


def _headers(cells: Sequence[str], width: int) -> list[str]:
    """A name for each column that no other has."""
    names: list[str] = []
    for number in range(width):
        said = " ".join(cells[number].split()) if number < len(cells) else ""
        name = said or tr("Column {n}", n=number + 1)
        count = 1
        while name in names:
            count += 1
            name = f"{said or tr('Column {n}', n=number + 1)} ({count})"
        names.append(name)
    return names


def _header_place(file: TableFile, choices: Choices) -> int | None:
    """Which line is the header, counted from 0; None where there is none."""
    if choices.has_header is False or not file.lines:
        return None
    marks = [_known_share(line, choices.table) for line in file.lines[:_LOOKED_AT]]
    best = max(marks)
    if best >= _ENOUGH:
        return marks.index(best)
    if choices.has_header or any(
        set(_headers(line.cells, len(line.cells))) & set(choices.columns) for line in file.lines[:1]
    ):
        return 0
    layout = _headers(file.lines[0].cells, file.width)
    if layouts.remembered(layout) is not None or best > 0 or _reads_like_header(file):
        return 0
    return None


def _known_share(line: Line, table: str) -> float:
    said = [cell for cell in line.cells if cell]
    if not said or (len(said) == 1 and len(line.cells) > 1):
        return 0.0
    tables = (table,) if table else KINDS
    plain = _without_prefix(said)
    shares = [sum(any(fit(each, cell) for each in file_targets(name)) for cell in plain) for name in tables]
    return max(shares) / len(said)


def _reads_like_header(file: TableFile) -> bool:
    """Short words that are all different, above lines with numbers."""
    first = [cell for cell in file.lines[0].cells if cell]
    if len(file.lines) < 2 or len(set(first)) < len(first) or len(first) < file.width:
        return False
    if any(any(letter.isdigit() for letter in cell) or len(cell) > 40 for cell in first):
        return False
    below = [cell for line in file.lines[1:_LOOKED_AT] for cell in line.cells]
    return any(any(letter.isdigit() for letter in cell) for cell in below)


def _assigned(
    headers: Sequence[str], offered: Sequence[Target], naming: str = ""
) -> dict[int, tuple[str, int]]:
    """For each column the target that its header fits best, with the mark of that.

    What a line cannot do without is given a column that may hold it, though it may hold something else too.
    """
    headers = _without_prefix(headers)
    found = _best_fits(headers, offered)
    wanted = next((each for each in offered if each.key == naming), None)
    if wanted is not None and naming not in {key for key, _ in found.values()}:
        mark, place = max(
            ((fit(wanted, header), -place) for place, header in enumerate(headers)), default=(0, 0)
        )
        if mark:
            found[-place] = (naming, mark)
    return found


def _without_prefix(headers: Sequence[str]) -> list[str]:
    """Headers such as mep_name, mep_country without what all of them begin with."""
    begins = {header.partition("_")[0] for header in headers if "_" in header}
    if len(headers) > 2 and len(begins) == 1:
        prefix = f"{begins.pop()}_"
        return [header.removeprefix(prefix) for header in headers]
    return list(headers)


def _best_fits(headers: Sequence[str], offered: Sequence[Target]) -> dict[int, tuple[str, int]]:
    marks = [
        (fit(target, header), -number, -place, target.key)
        for number, header in enumerate(headers)
        for place, target in enumerate(offered)
    ]
    found: dict[int, tuple[str, int]] = {}
    taken: set[str] = set()
    for mark, number, _, key in sorted(marks, reverse=True):
        if mark and -number not in found and key not in taken:
            found[-number] = (key, mark)
            taken.add(key)
    return found


def _kind(read: Reader, headers: Sequence[str], body: Sequence[Line], *, has_header: bool) -> str:
    """What the lines are about: the kind of record whose fields the headers name best."""
    exported = _kind_by_ids(read, headers, body) if has_header else ""
    if exported:
        return exported
    best, mark = "", 0.0
    for table in KINDS if has_header else ():
        found = _assigned(headers, file_targets(table), NAMING[table])
        score = float(sum(points + (key in TELLING) for key, points in found.values()))
        keys = {key for key, _ in found.values()}
        if NAMING[table] not in keys and not (table == "person" and "person.family" in keys):
            score *= 0.3
        if score > mark:
            best, mark = table, score
    return best if mark >= FIRST else _kind_by_content(read, body)


def _kind_by_ids(read: Reader, headers: Sequence[str], body: Sequence[Line]) -> str:
    """The table of the records whose ids stand in a column, as in a table that was exported."""
    column = next((place for place, header in enumerate(headers) if is_id(header)), None)
    for identity in _samples(body, column)[:_IDS] if column is not None else ():
        found = next((table for table in RECORD_TYPES if read.exists(Ref(table, identity))), "")
        if found:
            return found
    return ""


def _kind_by_content(read: Reader, body: Sequence[Line]) -> str:
    for table, needed in (
        ("delegation", {"delegation.party", "delegate.title"}),
        ("meeting", {"meeting.date"}),
    ):
        width = max((len(line.cells) for line in body), default=0)
        found = {each.key for each in _contents(read, body, width, targets(table), plain=True) if each}
        if needed <= found:
            return table
    return ""


def _contents(
    read: Reader, body: Sequence[Line], width: int, offered: Sequence[Target], *, plain: bool
) -> tuple[Target | None, ...]:
    grid = [[*line.cells, *[""] * (width - len(line.cells))] for line in body[:_LOOKED_AT]]
    cells = CellReader(read, SearchedKeys(read))
    return by_content(cells, grid, offered, plain=plain) if grid else (None,) * width


def _fields(
    read: Reader,
    table: str,
    headers: Sequence[str],
    body: Sequence[Line],
    chosen: Mapping[str, str],
    *,
    has_header: bool,
) -> list[str]:
    """The key of the target of each column: as chosen, else by its header, else by its cells."""
    offered = {target.key: target for target in file_targets(table)}
    _check_chosen(chosen, offered, headers)
    found = [chosen.get(header) for header in headers]
    free = [target for key, target in offered.items() if key not in found]
    open_places = [place for place, key in enumerate(found) if key is None]
    if has_header:
        unnamed = [headers[place] for place in open_places]
        for place, (key, _) in _assigned(unnamed, free, NAMING.get(table, "")).items():
            found[open_places[place]] = key
    left = [place for place, key in enumerate(found) if key is None]
    if left and (not has_header or NAMING.get(table, "") not in found):
        usual = [target for target in targets(table) if target.key not in found]
        looks = _contents(read, body, len(headers), usual, plain=not has_header)
        for place in left:
            target = looks[place]
            found[place] = target.key if target is not None else ""
    return [key or "" for key in found]


def _check_chosen(chosen: Mapping[str, str], offered: Mapping[str, Target], headers: Sequence[str]) -> None:
    wanted = [chosen[header] for header in headers if chosen.get(header)]
    unknown = next((key for key in wanted if key not in offered), None)
    if unknown is not None:
        raise InvalidValue(
            tr("“{key}” is no field of this kind of record.", key=unknown),
            safe=tr("Nothing was changed."),
            todo=tr("There are: {names}.", names=", ".join(offered)),
        )
    twice = next((key for key in wanted if wanted.count(key) > 1), None)
    if twice is not None:
        raise InvalidValue(
            tr("Two columns are to hold {field}.", field=offered[twice].label),
            safe=tr("Nothing was changed."),
            todo=tr("Leave one of them out."),
        )


def _samples(body: Sequence[Line], number: int) -> tuple[str, ...]:
    found: list[str] = []
    for line in body[:200]:
        if number < len(line.cells) and line.cells[number] and line.cells[number] not in found:
            found.append(line.cells[number])
            if len(found) == _SAMPLES:
                break
    return tuple(found)
