"""`ministrack search`, and the one record that words or the beginning of an id mean."""

from argparse import Namespace
from collections.abc import Sequence

from ministrack.cli.exits import Exit, WrongUse
from ministrack.cli.output import say, write_array, write_table
from ministrack.cli.session import opened
from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.filters import Compare, Comparison, Some, every
from ministrack.domain.language import tr
from ministrack.domain.lists import ListQuery
from ministrack.domain.names import fold
from ministrack.domain.record import Ref
from ministrack.edits.meetings_by_words import meetings_by_words, meetings_numbered
from ministrack.store.reader import Reader
from ministrack.store.search import Hit

_BEYOND = "\U0010ffff"  # sorts after every id that begins alike
_SHORTEST = 4  # characters of an id that are taken for its beginning
_CANDIDATES = 20  # records that are named when words mean several


def search_records(arguments: Namespace) -> int:
    """Shows the records that have the words; finding nothing is fine."""
    with opened(arguments) as workspace:
        hits = workspace.read.search(" ".join(arguments.text), limit=arguments.limit)
    if arguments.json:
        write_array(_object(hit) for hit in hits)
    elif hits:
        headings = (tr("Kind"), tr("Name"), tr("More"), tr("Id"))
        write_table(headings, [_row(hit) for hit in hits])
    else:
        say(tr("Nothing found."))
    return Exit.FINE


def _object(hit: Hit) -> dict[str, object]:
    return {"kind": hit.ref.table, "id": hit.ref.id, "label": hit.label, "context": hit.context}


def _row(hit: Hit) -> tuple[str, ...]:
    return (tr(RECORD_TYPES[hit.ref.table].ONE), hit.label, hit.context, hit.ref.id)


def find_record(read: Reader, words: str, tables: Sequence[str] = ()) -> Ref:
    """The record that an id, the beginning of one, or words mean. Raises WrongUse where it is not one.

    Only one of these tables can be meant; usually it may be any.
    """
    by_id = [ref for ref in _by_id(read, words) if not tables or ref.table in tables]
    if len(by_id) == 1:
        return by_id[0]
    hits = [Hit(ref, read.label(ref), "") for ref in by_id] or _search(read, words, tables)
    hits = _best(hits, fold(words))
    if not hits:
        raise WrongUse(
            tr("No record is found by “{words}”.", words=words),
            todo=tr("Use words of its name, or the id that `ministrack search` and `list --json` show."),
        )
    if len(hits) > 1:
        _show_candidates(hits)
        raise WrongUse(
            tr("“{words}” may mean several records.", words=words),
            todo=tr("Use more words, or an id from above."),
        )
    return hits[0].ref


def _search(read: Reader, words: str, tables: Sequence[str]) -> list[Hit]:
    found = read.search(words, tables, limit=_CANDIDATES) if tables else read.search(words, limit=_CANDIDATES)
    if found or "meeting" not in (tables or RECORD_TYPES):
        return found
    meetings = meetings_numbered(read, words) or meetings_by_words(read, words, _CANDIDATES)
    return [Hit(ref, read.label(ref), "") for ref in meetings]


def _best(hits: list[Hit], words: str) -> list[Hit]:
    """The one hit that is called so, begins so, or has all words in its name; else all hits."""
    labels = [f"{fold(hit.label)} " for hit in hits]
    for fits in (
        [label == f"{words} " for label in labels],
        [label.startswith(words) for label in labels],
        [all(f" {word}" in f" {label}" for word in words.split()) for label in labels],
    ):
        if fits.count(True) == 1:
            return [hits[fits.index(True)]]
    return hits


def _show_candidates(hits: Sequence[Hit]) -> None:
    for hit in hits:
        kind, label, context, identity = _row(hit)
        say("  ".join(part for part in (identity, kind, label, context) if part))


def _by_id(read: Reader, text: str) -> list[Ref]:
    """Records whose id begins so; or the one, perhaps deleted, that the journal knows by the whole id."""
    if len(text) < _SHORTEST or " " in text:
        return []
    start = Some((Compare("id", text), Compare("id", text, Comparison.ABOVE)))
    begins = every((start, Compare("id", text + _BEYOND, Comparison.BELOW)))
    whole: list[Ref] = []
    begun: list[Ref] = []
    for table in RECORD_TYPES:
        found = [Ref(table, str(row["id"])) for row in read.rows(ListQuery(table, (), begins), _CANDIDATES)]
        begun += found
        exact = Ref(table, text)
        if exact in found or read.changes_of(exact):
            whole.append(exact)
    return whole or begun
