"""How a record is named in a field that points at it, and what tells two of one name apart."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from ministrack.domain.lists import Row
from ministrack.domain.record import Ref
from ministrack.edits.asking import Reader
from ministrack.edits.wording import meeting_in_words
from ministrack.ui.naming import day, text


class Named(NamedTuple):
    """The label, soft words beside it, and the code of a flag where one belongs there."""

    label: str
    context: str = ""
    code: str | None = None
    brief: str = ""  # shorter than the label, for narrow places; empty: the label


def name_of(read: Reader, ref: Ref) -> Named:
    """How a record is named; an empty label when it is gone."""
    columns, naming = _NAMINGS.get(ref.table, (("label",), _plain))
    row = read.row(ref, columns)
    return naming(row) if row is not None else Named("")


def in_field(read: Reader, ref: Ref) -> str:
    """The words in the field itself: "2nd · Baku · 20 Nov 2025" for a meeting."""
    named = name_of(read, ref)
    return named.brief or named.label


def meeting_in_brief(row: Row) -> str:
    """A meeting by number, place and date, as far as they are known; columns as in MEETING_COLUMNS."""
    return meeting_in_words(row["number"], row["city"] or row["country_name"], row["date"])


MEETING_COLUMNS = ("label", "number", "city", "country_name", "date")


def _meeting(row: Row) -> Named:
    brief = meeting_in_brief(row)
    return Named(text(row["label"]), brief, None, brief if row["number"] is not None else "")


def _party(row: Row) -> Named:
    return Named(text(row["label"]), text(row["code"]), text(row["code"]) or None)


def _person(row: Row) -> Named:
    post = ", ".join(text(row[name]) for name in ("last_title", "party_name") if row[name])
    return Named(text(row["label"]), post, text(row["party_code"]) or None)


def _delegation(row: Row) -> Named:
    return Named(text(row["label"]), text(row["meeting_city"]), text(row["party_code"]) or None)


def _source(row: Row) -> Named:
    parts = (text(row["publisher"]), day(row["published"]))
    return Named(text(row["label"]), ", ".join(part for part in parts if part))


def _series(row: Row) -> Named:
    return Named(text(row["label"]), text(row["short_name"]))


def _plain(row: Row) -> Named:
    return Named(text(row["label"]))


_NAMINGS: Mapping[str, tuple[tuple[str, ...], Callable[[Row], Named]]] = {
    "meeting": (MEETING_COLUMNS, _meeting),
    "party": (("label", "code"), _party),
    "person": (("label", "last_title", "party_name", "party_code"), _person),
    "delegation": (("label", "party_code", "meeting_city"), _delegation),
    "source": (("label", "publisher", "published"), _source),
    "series": (("label", "short_name"), _series),
}
