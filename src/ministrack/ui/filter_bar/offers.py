"""What the chips offer to tick: parties and series of the dossier, statuses of meetings and tasks."""

from collections.abc import Callable, Iterable, Sequence

from ministrack.domain.backing import Backing
from ministrack.domain.fields import Choice
from ministrack.domain.filters import OneOf, SharedFilter
from ministrack.domain.language import tr
from ministrack.domain.levels import Level
from ministrack.domain.lists import ListQuery, Row
from ministrack.domain.meeting import MeetingStatus
from ministrack.domain.names import fold
from ministrack.domain.task import TaskStatus
from ministrack.domain.values import replace
from ministrack.edits.asking import Reader
from ministrack.ui.filter_bar.narrowing import below_minister, toggled, with_level_toggled
from ministrack.ui.focus import Focus
from ministrack.ui.models.choices import Option

_MOST = 400  # entries of a list
_BELOW = "below_minister_level"
_MEETING, _TASK = "meeting:", "task:"  # before the value of a status

Find = Callable[[str], Sequence[Option]]


def parties(read: Reader, focus: Focus, text: str) -> Sequence[Option]:
    """Parties for what has been typed, ticked ones first while nothing is; under any of their names."""
    chosen = focus.filter.parties
    query = ListQuery("party", ("name", "short_name", "code"), sort="name")
    rows = read.rows(query, _MOST)
    if not text.strip():
        return _ticked_first((_party(row, row["id"] in chosen) for row in rows), chosen)
    ids = [hit.ref.id for hit in read.search(text, ("party",))]
    by_name = [str(row["id"]) for row in rows if _begins(text, row["name"], row["short_name"], row["code"])]
    found = list(dict.fromkeys([*by_name, *ids]))
    return [
        _party(row, row["id"] in chosen)
        for row in read.listing(ListQuery("party", query.columns)).rows_of(found)
    ]


def series(read: Reader, focus: Focus, text: str) -> Sequence[Option]:
    """Series for what has been typed."""
    chosen = focus.filter.series
    rows = read.rows(ListQuery("series", ("name", "short_name"), sort="name"), _MOST)
    return [_series(row, row["id"] in chosen) for row in rows if _has(text, row["name"], row["short_name"])]


def statuses(focus: Focus, _: str) -> Sequence[Option]:
    """All statuses, those of meetings and those of tasks below a heading each."""
    shared = focus.filter
    return [
        Option("", tr("Meetings")),
        *_statuses(MeetingStatus, _MEETING, shared.meeting_statuses),
        Option("", tr("Tasks")),
        *_statuses(TaskStatus, _TASK, shared.task_statuses),
    ]


def levels(read: Reader, focus: Focus, _: str) -> Sequence[Option]:
    """Below minister level as a whole, then each level from the highest on."""
    chosen = focus.filter.levels
    low = Option(_BELOW, tr("Below minister level"), "", below_minister(chosen))
    ladder = sorted(read.find(Level), key=lambda each: (each.position is None, each.position or 0))
    each = [Option(one.id, tr(one.name), "", one.id in chosen and not low.is_ticked) for one in ladder]
    return [low, Option("", tr("Levels")), *each]


def with_level_option_toggled(shared: SharedFilter, option: str) -> SharedFilter:
    """The filter with one more or one less level, or with all those below minister level."""
    return with_level_toggled(shared, None if option == _BELOW else option)


def levels_in_words(read: Reader, shared: SharedFilter) -> list[str]:
    """The names of the levels chosen; those below minister level together have one of their own."""
    if below_minister(shared.levels):
        return [tr("below minister level")]
    names = {each.id: tr(each.name) for each in read.find(Level)} if shared.levels else {}
    return [names.get(code, tr("deleted record")) for code in shared.levels]


def sources(focus: Focus, _: str) -> Sequence[Option]:
    """How records may be backed by sources."""
    chosen = focus.filter.sources
    return [
        Option(each.value, tr(each.label), "", each.value in chosen, tr(each.meaning)) for each in Backing
    ]


def with_status_toggled(shared: SharedFilter, option: str) -> SharedFilter:
    """The filter with one more or one less status, by the id of its entry."""
    if option.startswith(_MEETING):
        value = option.removeprefix(_MEETING)
        return replace(shared, meeting_statuses=toggled(shared.meeting_statuses, value))
    return replace(shared, task_statuses=toggled(shared.task_statuses, option.removeprefix(_TASK)))


def named(read: Reader, table: str, ids: tuple[str, ...]) -> list[Option]:
    """Parties or series by id, in the order chosen; one that is gone is called so."""
    if not ids:
        return []
    columns = ("name", "short_name", "code") if table == "party" else ("name", "short_name")
    make = _party if table == "party" else _series
    rows = read.rows(ListQuery(table, columns, OneOf("id", ids)), len(ids))
    found = {str(row["id"]): make(row, True) for row in rows}
    return [found.get(identity, Option(identity, tr("deleted record"))) for identity in ids]


def _statuses(kind: type[Choice], prefix: str, chosen: tuple[str, ...]) -> list[Option]:
    return [Option(f"{prefix}{each.value}", tr(each.label), "", each.value in chosen) for each in kind]


def _party(row: Row, is_ticked: bool) -> Option:
    return Option(str(row["id"]), str(row["name"]), str(row["code"] or ""), is_ticked)


def _series(row: Row, is_ticked: bool) -> Option:
    return Option(str(row["id"]), str(row["short_name"] or row["name"]), "", is_ticked)


def _ticked_first(options: Iterable[Option], chosen: tuple[str, ...]) -> Sequence[Option]:
    return sorted(options, key=lambda option: option.id not in chosen)


def _begins(text: str, *names: object) -> bool:
    """Whether a word of a name begins so."""
    wanted = fold(text)
    return bool(wanted) and any(f" {fold(str(name or ''))}".find(f" {wanted}") >= 0 for name in names)


def _has(text: str, *names: object) -> bool:
    return not text.strip() or _begins(text, *names)
