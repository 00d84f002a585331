"""When a meeting begins and ends, no more precisely than it is known."""

from ministrack.domain.dates import Precision, show_long, span
from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import interface_language, tr

_SAID_AS_IT_IS = (Precision.DAY, Precision.MONTH, Precision.YEAR)


def when(edtf: str | None) -> tuple[dict[str, str], str]:
    """startDate and endDate as far as ISO 8601 can say them; and in words what these leave out.

    A season becomes its year, which holds; of what is uncertain nothing is stated but the words.
    """
    if not edtf:
        return {}, ""
    try:
        covered = span(edtf)
    except InvalidValue:
        return {}, edtf
    words = tr("Date: {date}", date=show_long(edtf, interface_language()))
    if covered.uncertain or covered.approximate:
        return {}, words
    start, _, end = edtf.partition("/")
    said = {}
    if start_said := _plain(start):
        said["startDate"] = start_said
    if end_said := _plain(end) if end else "":
        said["endDate"] = end_said
    is_whole = start_said == start and (not end or end_said == end)
    return said, "" if is_whole else words


def _plain(edtf: str) -> str:
    """A day, month or year as it is, the year of a season, nothing for what is open or looser."""
    try:
        covered = span(edtf)
    except InvalidValue:
        return ""
    if covered.precision in _SAID_AS_IT_IS and edtf[:4].isdigit():
        return edtf
    first, last = (covered.first or "")[:4], (covered.last or "")[:4]
    return first if first and first == last else ""
