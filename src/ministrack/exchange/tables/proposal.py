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
from ministrack.exchange.tables.country_lists import country_columns, holds_countries, may_hold
from ministrack.exchange.tables.fields import KINDS, NAMING, can_be_made, file_targets, is_id, is_own_id
from ministrack.exchange.tables.header_words import FIRST, TELLING, fit
from ministrack.exchange.tables.heading import heading_of, unnamed, without_prefix
from ministrack.exchange.targets import Target, targets
from ministrack.exchange.values import CellReader
from ministrack.store.reader import Reader

_LOOKED_AT = 15  # lines whose cells tell what they hold
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
    heading = heading_of(file, choices)
    has_header = heading is not None
    headers = heading.headers if heading is not None else unnamed(file.width)
    body = file.lines[heading.after :] if heading is not None else file.lines
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
    return Proposal(table, columns, body, has_header, recalled, heading.first if heading else 0)


def _assigned(
    headers: Sequence[str], offered: Sequence[Target], samples: Sequence[Sequence[str]], naming: str = ""
) -> dict[int, tuple[str, int]]:
    """For each column the target that its header fits best, with the mark of that.

    What a line cannot do without is given a column that may hold it, though it may hold something else too.
    """
    headers = without_prefix(headers)
    found = _best_fits(headers, offered, samples)
    wanted = next((each for each in offered if each.key == naming), None)
    if wanted is not None and naming not in {key for key, _ in found.values()}:
        mark, place = max(
            ((fit(wanted, header), -place) for place, header in enumerate(headers)), default=(0, 0)
        )
        if mark:
            found[-place] = (naming, mark)
    return found


def _best_fits(
    headers: Sequence[str], offered: Sequence[Target], samples: Sequence[Sequence[str]]
) -> dict[int, tuple[str, int]]:
    marks: list[tuple[int, int, int, str]] = []
    for number, header in enumerate(headers):
        fits = [(fit(target, header), -number, -place, target) for place, target in enumerate(offered)]
        fits = [each for each in fits if each[0]]
        if len(fits) > 1:
            fits = [each for each in fits if may_hold(each[3], samples[number])] or fits
        marks += [(mark, number, place, target.key) for mark, number, place, target in fits]
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
    samples = [_samples(body, place) for place in range(len(headers))]
    best, mark, naming = "", 0.0, None
    for table in KINDS if has_header else ():
        found = _assigned(headers, file_targets(table), samples, NAMING[table])
        score = float(sum(points + (key in TELLING) for key, points in found.values()))
        named = next((place for place, (key, _) in found.items() if key == NAMING[table]), None)
        if named is None and not (
            table == "person" and "person.family" in {key for key, _ in found.values()}
        ):
            score *= 0.3
        if score > mark:
            best, mark, naming = table, score, named
    if mark < FIRST or (naming is None and best == "delegation"):
        return _kind_by_content(read, body, has_header=has_header)
    is_country = best != "delegation" and naming is not None and holds_countries(body, naming)
    return "party" if is_country else best


def _kind_by_ids(read: Reader, headers: Sequence[str], body: Sequence[Line]) -> str:
    """The table of the records whose ids stand in a column, as in a table that was exported."""
    column = next((place for place, header in enumerate(headers) if is_id(header)), None)
    for identity in _samples(body, column)[:_IDS] if column is not None else ():
        found = next((table for table in RECORD_TYPES if read.exists(Ref(table, identity))), "")
        if found:
            return found
    return ""


def _kind_by_content(read: Reader, body: Sequence[Line], *, has_header: bool) -> str:
    names, codes = country_columns(body)
    if has_header and names is not None and codes is not None:
        return "party"
    for table, needed in (
        ("delegation", {"delegation.party", "delegate.title"}),
        ("meeting", {"meeting.date"}),
    ):
        width = max((len(line.cells) for line in body), default=0)
        found = {each.key for each in _contents(read, body, width, targets(table), plain=True) if each}
        if needed <= found:
            return table
    return "party" if names is not None else ""


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
        still_open = [headers[place] for place in open_places]
        samples = [_samples(body, place) for place in open_places]
        for place, (key, _) in _assigned(still_open, free, samples, NAMING.get(table, "")).items():
            found[open_places[place]] = key
    if table == "party":
        _place_countries(found, body)
    found = [
        key if headers[place] in chosen or not _is_other_id(read, key, body, place) else ""
        for place, key in enumerate(found)
    ]
    left = [place for place, key in enumerate(found) if key is None]
    if left and (not has_header or NAMING.get(table, "") not in found):
        usual = [target for target in targets(table) if target.key not in found]
        looks = _contents(read, body, len(headers), usual, plain=not has_header)
        for place in left:
            target = looks[place]
            found[place] = target.key if target is not None else ""
    return [key or "" for key in found]


def _is_other_id(read: Reader, key: str | None, body: Sequence[Line], place: int) -> bool:
    """Whether a column holds ids that others gave: numbers of a register name no record here."""
    table, _, name = (key or "").partition(".")
    given = _samples(body, place)
    return (
        name == "id"
        and bool(given)
        and not any(is_own_id(each) or read.exists(Ref(table, each)) for each in given)
    )


def _place_countries(found: list[str | None], body: Sequence[Line]) -> None:
    """Columns of names and codes that no header tells; an id is none where codes of countries stand in it."""
    for key, place in zip(("party.name", "party.code"), country_columns(body), strict=True):
        if key not in found and place is not None and found[place] in (None, "party.id"):
            found[place] = key


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
