"""The head of a mail that was pasted, the heads of mails within it, and its signature."""

import re
from functools import cache

from ministrack.reading.intake.front_matter import Given
from ministrack.reading.intake.mask import Mask
from ministrack.reading.lexicon import in_all_languages

_SIGNATURE = re.compile(r"^-- ?\n", re.MULTILINE)
_LONGEST_SIGNATURE = 1200
_FORWARDED = re.compile(r"^[ >]*-{2,}[ \w]{4,60}-{2,}[ \t]*\n\s*", re.MULTILINE)
_LOOK_AT = 20_000
_SENDER = re.compile(r"\s*[\"']?([^<\"'\n]*?)[\"']?\s*(?:<[^>\n]*>?|\[mailto:[^\]\n]*\])?\s*$")


def mail_heads(given: str, start: int, mask: Mask) -> dict[str, Given]:
    """What the innermost head says, by the names of front matter; heads and the signature are left out."""
    found: dict[str, Given] = {}
    place = start
    while place < len(given):
        head = _head(given, place)
        if head is None:
            break
        values, stop = head
        mask.divide(place, stop)
        found.update(values)
        inner = _FORWARDED.search(given, stop, stop + _LOOK_AT)
        if inner is None:
            break
        mask.divide(*inner.span())
        place = inner.end()
    return found


def _head(given: str, start: int) -> tuple[dict[str, Given], int] | None:
    """The lines of a head, if there are two at least and one of them says from whom it is or about what."""
    values: dict[str, Given] = {}
    count, place = 0, start
    while line := _line().match(given, place):
        count += 1
        place = line.end()
        name = _names().get(line.group(1).strip().casefold(), "")
        if name and name not in values:
            values[name] = _value(name, given, *line.span(2))
    if count < 2 or not values.keys() & {"subject", "publisher"}:
        return None
    return values, place


def _value(name: str, given: str, start: int, stop: int) -> Given:
    if name == "subject":
        return subject_without_answer(given, start, stop)
    if name == "publisher" and (sender := _SENDER.match(given, start, stop)):
        start, stop = sender.span(1)
    return Given(" ".join(given[start:stop].split()), start, stop)


def subject_without_answer(given: str, start: int, stop: int) -> Given:
    """What a mail is about, without "Re:" and "Fwd:"."""
    answer = _answer().match(given, start, stop)
    start = answer.end() if answer else start
    return Given(" ".join(given[start:stop].split()), start, stop)


def leave_out_signature(given: str, start: int, mask: Mask) -> None:
    """Leaves out what follows a line of two dashes, if it is short."""
    for found in _SIGNATURE.finditer(given, start):
        if len(given) - found.start() <= _LONGEST_SIGNATURE:
            mask.divide(found.start(), len(given))
            return


@cache
def _names() -> dict[str, str]:
    """What the lines of a head are called, in all languages, with the field of front matter that they are."""
    fields = {"mail_from": "publisher", "mail_date": "date", "mail_subject": "subject", "mail_others": ""}
    return {word: field for name, field in fields.items() for word in in_all_languages("report", name)}


@cache
def _line() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _names()), key=len, reverse=True))
    return re.compile(rf"[ >*]*({words})\**[ \t]*:\**[ \t]*(.*(?:\n[ \t]+\S.*)*)(?:\n|$)\n*", re.IGNORECASE)


@cache
def _answer() -> re.Pattern[str]:
    """What mail programs put before a subject: "Re: Fwd:"."""
    words = "|".join(in_all_languages("report", "mail_answer"))
    return re.compile(rf"(?:\s*(?:{words})\s*:)+\s*", re.IGNORECASE)
