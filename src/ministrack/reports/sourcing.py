"""Where facts come from, as notes of a paper: the source and the sentence that says so."""

from collections.abc import Iterable, Mapping, Sequence

from ministrack.domain.backing import disagree
from ministrack.domain.dates import show
from ministrack.domain.filters import Compare, OneOf, every
from ministrack.domain.language import interface_language
from ministrack.domain.lists import ListQuery, Row
from ministrack.domain.record import Ref
from ministrack.domain.source import Statement
from ministrack.edits.statements import stated_in_words
from ministrack.edits.wording import cut
from ministrack.reports.bearing_out import bearing_out
from ministrack.reports.wording import Wording
from ministrack.store.reader import Reader

_AT_ONCE = 500  # subjects of one question
_LONGEST = 400  # characters of a quote; the dossier has the rest
_SOURCE = ("title", "publisher", "published")


class Notes:
    """What sources say about records, all read at once; `sources` are ids of those named by themselves."""

    def __init__(
        self, read: Reader, words: Wording, about: Iterable[Ref], sources: Iterable[str | None] = ()
    ) -> None:
        self._read = read
        self._words = words
        statements = _statements(read, about)
        self._borne_out = {said.id for said in bearing_out(read, statements)}
        self._said = self._by_field(statements)
        ids = {said.source for found in self._said.values() for said in found}
        self._sources = _sources(read, sorted(ids.union(each for each in sources if each)))

    def of(self, ref: Ref, *fields: str) -> str:
        """The note for the first of the fields that a source bears out as it is now; empty for none."""
        for field in fields:
            found = self._said.get((ref.table, ref.id, field))
            if found and found[0].id in self._borne_out:
                return self._note(found)
        return ""

    def source(self, identity: str | None) -> str:
        """The note for a source without a sentence of it; empty for none."""
        row = self._sources.get(identity or "")
        return self._named(row) if row else ""

    def _by_field(self, statements: Iterable[Statement]) -> dict[tuple[str, str, str], list[Statement]]:
        """By table, record and field: what holds now stands first, then what was chosen."""
        found: dict[tuple[str, str, str], list[Statement]] = {}
        for said in statements:
            found.setdefault((said.subject_table, said.subject, said.field), []).append(said)
        for several in found.values():
            several.sort(key=lambda said: (said.id not in self._borne_out, not said.chosen))
        return found

    def _note(self, found: Sequence[Statement]) -> str:
        first = found[0]
        note = self._words(
            "note.quoted", source=self.source(first.source), quote=cut(_on_one_line(first.quote), _LONGEST)
        )
        other = next((each for each in found if disagree((each.value, first.value))), None)
        if other is None:
            return note
        value = cut(stated_in_words(self._read, other), _LONGEST)
        return self._words("note.disagree", note=note, other=self.source(other.source), value=value)

    def _named(self, row: Row) -> str:
        """ "News.Az, 20 Nov 2025"; the title where no publisher is known."""
        named = str(row["publisher"] or row["title"])
        if not row["published"]:
            return named
        return self._words("note.dated", source=named, date=show(str(row["published"]), interface_language()))


def _statements(read: Reader, about: Iterable[Ref]) -> list[Statement]:
    """All that sources say about the records."""
    ids: dict[str, dict[str, None]] = {}
    for ref in about:
        ids.setdefault(ref.table, {})[ref.id] = None
    return [
        said
        for table, subjects in ids.items()
        for part in _parts(list(subjects))
        for said in read.find(
            Statement, every((Compare("subject_table", table), OneOf("subject", tuple(part))))
        )
    ]


def _sources(read: Reader, ids: Sequence[str]) -> Mapping[str, Row]:
    """By id. The texts of sources are left where they are: they may be long."""
    listing = read.listing(ListQuery("source", _SOURCE))
    return {str(row["id"]): row for part in _parts(ids) for row in listing.rows_of(part)}


def _parts(ids: Sequence[str]) -> Iterable[Sequence[str]]:
    return (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))


def _on_one_line(quote: str) -> str:
    return " ".join(quote.split())
