"""Which people a text is read to name, for tests of whom they are there for."""

from ministrack.reading.intake.pasted import report_of_text
from ministrack.reading.reader import findings_of
from ministrack.reading.sentences import prose_of


def missing(text: str, people: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Those of some people (party, name, level) that are not found in a text just so."""
    found = findings_of(prose_of(report_of_text(text))).people
    return [
        each
        for each in people
        if not any(
            (person.party, person.level) == (each[0], each[2]) and each[1] in person.name for person in found
        )
    ]
