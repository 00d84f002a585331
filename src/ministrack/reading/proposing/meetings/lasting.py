"""The days of a meeting of which one is told, and how long it lasts: "today concluded a two-day meeting"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from ministrack.domain.date_spans import Precision, span
from ministrack.domain.proposal import Said
from ministrack.domain.values import dataclass
from ministrack.reading.findings import Findings
from ministrack.reading.lexicon import lexicon
from ministrack.reading.mention import DateMention
from ministrack.reading.proposing.meetings.occasion_words import choice, pattern
from ministrack.reading.prose import Sentence

_REACH = 120
_WEEK = timedelta(days=7)
_LONGEST = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class _Words:
    duration: re.Pattern[str]
    numbers: Sequence[re.Pattern[str]]
    ending: re.Pattern[str]
    beginning: re.Pattern[str]
    until: re.Pattern[str]
    joint: re.Pattern[str]


def all_days(found: Findings, dated: dict[str, Said]) -> dict[str, Said]:
    """The date with all the days of the meeting, where its sentence tells them; else as it is."""
    day = dated.get("date")
    if day is None or day.words is None or span(day.value).precision is not Precision.DAY:
        return dated
    sentence = found.prose.sentence_at(day.words.start)
    if sentence is None:
        return dated
    days = _within(found, sentence, day.value) or _until(found, sentence, day.value)
    days = days or _for_days(found, sentence, day.value)
    return {"date": replace(day, value=days)} if days else dated


def _within(found: Findings, sentence: Sentence, day: str) -> str:
    """The days that the sentence writes out: "Wednesday to Thursday (16–17 May)", "Sunday and Monday"."""
    words = _words(found.prose.lexicon.language)
    before: DateMention | None = None
    for each in found.dates:
        if sentence.start <= each.start < sentence.stop:
            between = found.prose.text[before.stop : each.start] if before else ""
            if before and before.edtf == day and words.joint.fullmatch(between) and _is_short(day, each.edtf):
                return f"{day}/{each.edtf}"
            before = each
            whole = span(each.edtf)
            is_span = whole.precision is Precision.INTERVAL and _is_short(whole.first, whole.last)
            if is_span and day in (whole.first, whole.last):
                return each.edtf
    return ""


def _until(found: Findings, sentence: Sentence, day: str) -> str:
    """ "opened today and will last until 13 November"."""
    words = _words(found.prose.lexicon.language)
    for each in found.dates:
        if sentence.start <= each.start < sentence.stop:
            last = _as_near(found, each, day)
            before = max(sentence.start, each.start - _REACH), each.start
            if _is_short(day, last) and words.until.search(found.prose.text, *before):
                return f"{day}/{last}"
    return ""


def _as_near(found: Findings, each: DateMention, day: str) -> str:
    """ "opened on Monday and will end on Wednesday": the first such weekday after the day."""
    is_weekday = found.prose.text[each.start : each.stop].isalpha() and not each.is_today
    if not is_weekday or not _is_short(day, each.edtf):
        return each.edtf
    apart = date.fromisoformat(each.edtf) - date.fromisoformat(day)
    return (date.fromisoformat(day) + apart % _WEEK).isoformat() if apart % _WEEK else each.edtf


def _is_short(first: str | None, last: str | None) -> bool:
    """Whether both are days, the second within two weeks of the first."""
    if not (first and last) or not len(first) == len(last) == len("2025-11-20"):
        return False
    return timedelta() < date.fromisoformat(last) - date.fromisoformat(first) <= _LONGEST


def _for_days(found: Findings, sentence: Sentence, day: str) -> str:
    """ "wound up two days of talks on Friday": counted from the end or the beginning, as the verb says."""
    words = _words(found.prose.lexicon.language)
    text = found.prose.text
    lasting = words.duration.search(text, sentence.start, sentence.stop)
    if lasting is None:
        return ""
    number = next(at for at, each in enumerate(words.numbers, 2) if each.fullmatch(lasting["days"]))
    before = text[max(sentence.start, lasting.start() - _REACH) : lasting.start()]
    after = text[lasting.end() : min(sentence.stop, lasting.end() + _REACH)]
    others = timedelta(days=number - 1)
    here = date.fromisoformat(day)
    for wanted, first in ((words.ending, here - others), (words.beginning, here)):
        if wanted.search(before) or wanted.search(after):
            return f"{first.isoformat()}/{(first + others).isoformat()}"
    return ""


@cache
def _words(language: str) -> _Words:
    held = lexicon(language)

    def compiled(name: str) -> re.Pattern[str]:
        return re.compile(pattern(held, name), re.IGNORECASE)

    return _Words(
        duration=compiled("duration_pattern"),
        numbers=[re.compile(entry, re.IGNORECASE) for entry in held.words("meetings", "duration_numbers")],
        ending=compiled("ending_pattern"),
        beginning=compiled("beginning_pattern"),
        until=compiled("until_pattern"),
        joint=re.compile(rf"\s*(?:[-–—]|{choice(held.words('dates', 'to'))})\s*", re.IGNORECASE),
    )
