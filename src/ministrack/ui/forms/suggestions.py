"""What a picker offers for what has been typed: records, countries not yet recorded, and "create"."""

from collections.abc import Sequence
from typing import NamedTuple

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.countries import find_countries
from ministrack.domain.filters import Compare
from ministrack.domain.language import interface_language, tr
from ministrack.domain.lists import ListQuery
from ministrack.domain.names import fold
from ministrack.domain.party import Party
from ministrack.domain.record import Ref
from ministrack.edits.asking import Reader
from ministrack.edits.meetings_by_words import meetings_by_words
from ministrack.ui.forms.choosing import AsWritten, Chosen, Existing, NewCountry, NewNamed, can_create
from ministrack.ui.forms.naming import name_of

_LIMIT = 20
_COUNTRIES = 6


class Suggestion(NamedTuple):
    """One entry: what choosing it means, its label, soft words beside it, the code of its flag."""

    chosen: Chosen
    label: str
    context: str = ""
    code: str | None = None


def suggest(
    read: Reader, text: str, tables: Sequence[str], *, create: bool = True, as_written: bool = False
) -> list[Suggestion]:
    """Entries for what is typed so far, best first; blank text lists what there is, by name."""
    if not text.strip():
        return [_existing(read, ref) for table in tables for ref in _first(read, table)][: 2 * _LIMIT]
    refs = dict.fromkeys(hit.ref for hit in read.search(text, tables=tables, limit=_LIMIT))
    if "meeting" in tables:
        refs = dict.fromkeys((*meetings_by_words(read, text, _LIMIT), *refs))
    countries: list[Suggestion] = []
    if "party" in tables:
        refs, countries = _with_countries(read, text, list(refs))
    recorded = [_existing(read, ref) for ref in refs]
    found = sorted(recorded, key=lambda each: not _begins(each, fold(text))) + countries
    typed = " ".join(text.split())
    if as_written:
        found.append(Suggestion(AsWritten(typed), tr("Keep as written: “{text}”", text=typed)))
    if create:
        found += [_create(table, typed, len(tables) > 1) for table in tables if can_create(table)]
    return found


def exact(entries: Sequence[Suggestion], text: str) -> Suggestion | None:
    """The only record or country that is called just what was typed."""
    wanted = fold(text)
    same = [
        entry
        for entry in entries
        if isinstance(entry.chosen, Existing | NewCountry)
        and wanted in (fold(entry.label), (entry.code or "").casefold())
    ]
    return same[0] if len(same) == 1 else None


def only_one(entries: Sequence[Suggestion], text: str) -> Suggestion | None:
    """The only record or country whose name begins with what was typed."""
    begun = [
        entry
        for entry in entries
        if isinstance(entry.chosen, Existing | NewCountry) and _begins(entry, fold(text))
    ]
    return begun[0] if len(begun) == 1 else None


def _first(read: Reader, table: str) -> list[Ref]:
    rows = read.rows(ListQuery(table, ("label",), sort="label"), _LIMIT)
    return [Ref(table, str(row["id"])) for row in rows]


def _with_countries(read: Reader, text: str, refs: list[Ref]) -> tuple[dict[Ref, None], list[Suggestion]]:
    """Records with those found under another name of their country; then countries not recorded yet."""
    found: list[Ref] = []
    new: list[Suggestion] = []
    for each in find_countries(text, read.country_language or interface_language(), _COUNTRIES):
        recorded = read.find(Party, Compare("code", each.code))
        if recorded:
            found.append(Ref("party", recorded[0].id))
        else:
            context = tr("{code} · new", code=each.code)
            new.append(Suggestion(NewCountry(each.code), each.name, context, each.code))
    by_code = len(text.strip()) == 2
    return dict.fromkeys([*found, *refs] if by_code else [*refs, *found]), new


def _begins(entry: Suggestion, wanted: str) -> bool:
    """Whether the code is, or the label begins with, what was typed; others have it inside, or sound so."""
    return wanted == (entry.code or "").casefold() or fold(entry.label).startswith(wanted)


def _existing(read: Reader, ref: Ref) -> Suggestion:
    named = name_of(read, ref)
    return Suggestion(Existing(ref), named.label, named.context, named.code)


def _create(table: str, text: str, say_kind: bool) -> Suggestion:
    if say_kind:
        kind = tr(RECORD_TYPES[table].ONE).lower()
        return Suggestion(NewNamed(table, text), tr("Create {kind} “{text}”", kind=kind, text=text))
    return Suggestion(NewNamed(table, text), tr("Create “{text}”", text=text))
