"""Sentences in a language, as the finders look through them."""

from dataclasses import replace
from datetime import date

from ministrack.reading.intake.pasted import report_of_text
from ministrack.reading.mentions.dates import find_dates
from ministrack.reading.mentions.parties import find_parties
from ministrack.reading.prose import Prose
from ministrack.reading.sentences import prose_of

DAY = date(2025, 11, 20)


def prose_in(language: str, text: str) -> Prose:
    """A text of that language, from a report of that day."""
    report = report_of_text(text)
    about = replace(report.about, language=language, published=DAY.isoformat())
    return prose_of(replace(report, about=about))


def parties_in(language: str, text: str) -> list[tuple[str, str]]:
    """Code and words of each party."""
    prose = prose_in(language, text)
    return [(each.code, prose.text[each.start : each.stop]) for each in find_parties(prose)]


def dates_in(language: str, text: str) -> list[str]:
    """What the dates mean."""
    return [each.edtf for each in find_dates(prose_in(language, text))]
