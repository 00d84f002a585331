"""Filters kept under a name in the dossier: what keeps one, and how it is read back."""

import json
from collections.abc import Mapping

from ministrack.domain.errors import InvalidValue
from ministrack.domain.filing import SavedFilter
from ministrack.domain.filters import SharedFilter
from ministrack.domain.language import tr
from ministrack.domain.names import fold
from ministrack.domain.record import Ref
from ministrack.domain.values import declared
from ministrack.edits.changes import Edit
from ministrack.edits.records import add_record, change_record, together
from ministrack.edits.wording import shortened
from ministrack.store.reader import Reader

_LISTS = ("parties", "series", "meeting_statuses", "task_statuses", "levels", "sources")


def keep_filter(read: Reader, name: str, view: str, shared: SharedFilter) -> Edit:
    """Keeps a filter for a view under a name; one of that name, however it is spelled, is replaced."""
    kept = _of_name(read, name)
    if kept is None:
        return add_record(SavedFilter(name=name, view=view, terms=_terms(shared)))
    new = {"name": name, "view": view, "terms": _terms(shared)}
    return change_record(read, Ref(SavedFilter.TABLE, kept.id), new=new)


def rename_filter(read: Reader, identity: str, name: str) -> Edit:
    """Another name for a saved filter. Raises InvalidValue where another one has it."""
    same = _of_name(read, name)
    if same is not None and same.id != identity:
        raise InvalidValue(
            tr("There is a saved filter “{name}” already.", name=same.name),
            field="name",
            safe=tr("Nothing was stored."),
            todo=tr("Choose another name, or delete that filter first."),
        )
    return change_record(read, Ref(SavedFilter.TABLE, identity), new={"name": name})


def replace_filter(read: Reader, identity: str, view: str, shared: SharedFilter) -> Edit:
    """Lets a saved filter stand for what the window is narrowed to now, and for the view that is shown."""
    ref = Ref(SavedFilter.TABLE, identity)
    edit = change_record(read, ref, new={"view": view, "terms": _terms(shared)})
    return together(tr("Change saved filter {name}", name=shortened(read.label(ref))), (edit,), ref)


def _terms(shared: SharedFilter) -> str:
    return json.dumps(
        {field: getattr(shared, field) for field in declared(SharedFilter) if getattr(shared, field)},
        ensure_ascii=False,
    )


def _of_name(read: Reader, name: str) -> SavedFilter | None:
    """The saved filter of a name, however it is spelled."""
    wanted = fold(name)
    return next((kept for kept in read.find(SavedFilter) if fold(kept.name) == wanted), None)


def kept_filter(kept: SavedFilter) -> SharedFilter:
    """The filter that was kept. Raises InvalidValue where another program left something else there."""
    try:
        found = json.loads(kept.terms)
        return _read(found)
    except (ValueError, TypeError, AttributeError) as error:
        raise InvalidValue(
            tr("The saved filter “{name}” cannot be read.", name=kept.name),
            safe=tr("The dossier is as it was."),
            todo=tr("Save the filter anew, or delete this one."),
        ) from error


def renamed_terms(kept: SavedFilter, became: Mapping[str, str]) -> str:
    """The terms of a saved filter with other records in place of some; each once."""
    if not any(identity in kept.terms for identity in became):
        return kept.terms
    try:
        terms = {name: _renamed(value, became) for name, value in json.loads(kept.terms).items()}
    except (ValueError, AttributeError):  # another program left something else there
        return kept.terms
    return json.dumps(terms, ensure_ascii=False)


def _renamed(value: object, became: Mapping[str, str]) -> object:
    if not isinstance(value, list):
        return value
    return list(dict.fromkeys(became.get(str(each), each) for each in value))


def _read(found: Mapping[str, object]) -> SharedFilter:
    lists = {name: _texts(found.get(name, ())) for name in _LISTS}
    words = {name: _text(found.get(name)) for name in ("period", "period_first", "period_last")}
    return SharedFilter(
        parties=lists["parties"],
        series=lists["series"],
        meeting_statuses=lists["meeting_statuses"],
        task_statuses=lists["task_statuses"],
        levels=lists["levels"],
        period=words["period"],
        period_first=words["period_first"],
        period_last=words["period_last"],
        text=_text(found.get("text")) or "",
        sources=lists["sources"],
    )


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple) or not all(isinstance(each, str) for each in value):
        raise TypeError(value)
    return tuple(value)


def _text(value: object) -> str | None:
    if value is not None and not isinstance(value, str):
        raise TypeError(value)
    return value
