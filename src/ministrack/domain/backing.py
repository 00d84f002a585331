"""What stands behind a record: sources that say something of it, none at all, or some that disagree."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from string import ascii_lowercase, ascii_uppercase

from ministrack.domain.fields import Choice
from ministrack.domain.filters import EVERYTHING, Disputed, Filter, Linked, Not, Some, Stated
from ministrack.domain.language import N_


class Backing(Choice):
    """How a record may be backed by sources, as a filter asks for it.

    NONE: no statement of any source is about the record, nor about those that stand in its form. For sources
    themselves: nothing is tied to the source.
    DISPUTED: about one and the same field sources give values that are written differently, small and capital
    letters aside. For sources: it gives one of these values.
    """

    NONE = "none", N_("Without a source")
    DISPUTED = "disputed", N_("Sources disagree")

    @property
    def meaning(self) -> str:
        """What it passes exactly (English; translate when shown)."""
        return _MEANINGS[self]


_MEANINGS: Mapping[Backing, str] = {
    Backing.NONE: N_("Records about which no sentence of any source is kept, in none of their fields."),
    Backing.DISPUTED: N_("Records with a field for which sources give different values."),
}


IN_FORM: Mapping[str, tuple[tuple[str, str], ...]] = {
    "delegation": (("delegate", "delegation"),),
    "document": (("document_stage", "document"), ("document_party", "document")),
    "person": (("spelling", "person"),),
    "body": (("body_member", "body"),),
}
"""Records that stand in the form of another one: their tables and the fields that point at it."""

_BACKED = frozenset(("meeting", "delegation", "person", "task", "document", "body", "series", "party"))


SOURCED = _BACKED | {part for parts in IN_FORM.values() for part, _ in parts} | {"programme_item", "progress"}
"""Kinds of records for whose fields a source may be named."""


def without_source(table: str) -> Filter:
    """Records of which no source says anything."""
    if table == "source":
        return Not(Linked("statement", "source", EVERYTHING))
    return Not(_of_all(table, Stated()))


def with_disagreement(table: str) -> Filter:
    """Records with a field for which sources give different values."""
    if table == "source":
        return Linked("statement", "source", Disputed())
    return _of_all(table, Stated(disputed=True))


def backed(table: str, wanted: Sequence[str]) -> Filter:
    """Records backed in one of the ways wanted; kinds of which no source speaks pass."""
    if table not in _BACKED and table != "source":
        return EVERYTHING
    return Some(tuple(_MEANS[kind](table) for kind in Backing if kind.value in wanted))


def disagree(values: Iterable[str | None]) -> bool:
    """Whether values that sources give for one field are written differently; None is no value."""
    return len({value.strip(" ").translate(_SMALL) for value in values if value is not None}) > 1


def _of_all(table: str, said: Filter) -> Filter:
    """It holds for the record or for one that stands in its form."""
    inside = tuple(Linked(part, pointer, said) for part, pointer in IN_FORM.get(table, ()))
    return Some((said, *inside)) if inside else said


_SMALL = str.maketrans(ascii_uppercase, ascii_lowercase)
"""As SQLite's lower() has it, which asks the same of a whole dossier."""

_MEANS: Mapping[Backing, Callable[[str], Filter]] = {
    Backing.NONE: without_source,
    Backing.DISPUTED: with_disagreement,
}
