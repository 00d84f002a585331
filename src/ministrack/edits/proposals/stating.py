"""What a report says of a field, as it is stored, and the statement that keeps the sentence behind it."""

from bisect import bisect_left

from ministrack.domain.fields import specs
from ministrack.domain.names import tidy, tidy_long
from ministrack.domain.proposal import Quote, Said
from ministrack.domain.record import Ref
from ministrack.domain.source import Statement
from ministrack.domain.values import dataclass

_LONGEST_QUOTE = specs(Statement)["quote"].limit
_LONGEST_VALUE = specs(Statement)["value"].limit


@dataclass(frozen=True, slots=True)
class Stated:
    """The value as the dossier stores it, the value as stated, and the passage that says so.

    `words` is the value as the proposal has it, for comparing; `field` is that of the proposal.
    """

    value: object
    text: str
    quote: Quote
    words: str = ""
    field: str = ""


def stated(said: Said, value: object = None, text: str = "", field: str = "") -> Stated:
    """What a proposal says, with the value that stands for it in the dossier where that is another one."""
    stored = said.value if value is None else value
    return Stated(stored, text or said.value, said.quote, said.value, field)


class StoredText:
    """The text of a report as its source keeps it; it may have lost what stood around it."""

    def __init__(self, given: str) -> None:
        self.text = tidy_long(given)
        self._is_same = self.text == given

    def span(self, quote: Quote) -> tuple[int, int] | None:
        """Where a passage of the given text stands in the stored one; None where it is not there."""
        if self._is_same and self.text[quote.start : quote.stop] == quote.text:
            return quote.start, quote.stop
        words = tidy_long(quote.text)
        places = _places(self.text, words)
        if not places:
            return None
        after = bisect_left(places, quote.start)
        start = min(places[max(0, after - 1) : after + 1], key=lambda place: abs(place - quote.start))
        return start, start + len(words)


def statement(
    source: str, text: StoredText, about: Ref, field: str, said: Stated, *, chosen: bool
) -> Statement:
    """What the source says of a field of a record."""
    place = text.span(said.quote)
    quote = tidy(said.quote.text)[:_LONGEST_QUOTE]
    return Statement(
        source=source,
        subject_table=about.table,
        subject=about.id,
        field=field,
        quote=quote,
        value=tidy(said.text)[:_LONGEST_VALUE] or None,
        start=place[0] if place else None,
        stop=min(place[1], place[0] + _LONGEST_QUOTE) if place else None,
        chosen=chosen,
    )


def told(said: Statement) -> tuple[object, ...]:
    """What two statements of one source have in common that say the same."""
    return said.subject_table, said.subject, said.field, said.value, said.start, said.quote


def _places(text: str, words: str) -> list[int]:
    found: list[int] = []
    at = text.find(words) if words else -1
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found
