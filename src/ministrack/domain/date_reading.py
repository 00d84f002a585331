"""Dates as people type them, read to EDTF that is never more precise than what was typed."""

import re
import unicodedata
from datetime import date, timedelta

from ministrack.domain.date_grammar import Grammar, grammar_of
from ministrack.domain.date_spans import Precision, span
from ministrack.domain.date_tokens import edtf_of, parts_of
from ministrack.domain.date_words import plain
from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import tr
from ministrack.domain.values import dataclass

_DASHES = str.maketrans("‐‑‒–—−", "------")
# What EDTF text is made of; sets in brackets and times of day included.
_EDTF = re.compile(r"[\dX.Y/\[{-][\dXYTZ?~%./,:\[\]{}+-]+")
_NUMERIC = re.compile(r"(\d{1,4})\s?([./-])\s?(\d{1,4})(?:\s?\2\s?(\d{1,4}))?")
_ISO_LIKE = re.compile(r"\d{4}-\d\d(-\d\d)?[?~%]?")


def understand(text: str, today: date, language: str = "en") -> str:
    """EDTF text for a date typed in the words of `language` or in English; "" for blank text.

    Numbers are day first (03/04/2026 is 3 April). "early 2026" is about its first half, "early May 2026"
    about May. "before 2026" ends with 2025, "by 2026" with 2026. `today` is for "today" and "next year".
    Raises InvalidValue where nothing is understood, a year is missing, or the day does not exist.
    """
    text = unicodedata.normalize("NFC", text).strip()
    if not text:
        return ""
    if edtf := _already_edtf(text):
        return edtf
    reader = _Reader(grammar_of(language), today)
    typed = re.sub(r"\s+", " ", plain(text).translate(_DASHES)).rstrip(" .;,")
    edtf = reader.phrase(typed)
    if edtf:
        span(edtf)  # refuses a day that does not exist and an end before the beginning
        return edtf
    if re.search(r"\w", typed) and reader.phrase(f"{typed} {today.year}"):
        raise InvalidValue(tr("The year is missing in “{text}”.", text=text), todo=tr("Please add the year."))
    raise InvalidValue(
        tr("“{text}” is not understood as a date.", text=text),
        todo=tr(
            "Write, for example, 20 November 2025, May 2026, autumn 2026, 17–18 October 2025 or from 2026."
        ),
    )


def _already_edtf(text: str) -> str | None:
    if not _EDTF.fullmatch(text):
        return None
    try:
        span(text)
    except InvalidValue:
        if _ISO_LIKE.fullmatch(text):
            raise
        return None
    return text


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads phrases in the letters of plain(), with one kind of dash."""

    grammar: Grammar
    today: date

    def phrase(self, text: str) -> str | None:
        """A date, an interval, or one that is open on one side."""
        grammar = self.grammar
        inner = grammar.between.strip(text) or grammar.since.strip(text)
        return (
            self.single(text)
            or self._same_month(text)
            or (inner and (self._same_month(inner) or self._range(inner)))
            or self._open(text)
            or self._range(text)
            or None
        )

    def single(self, text: str) -> str | None:
        """One date with its "about" and "?"."""
        body, rough = self.grammar.about.cut(text)
        body, unsure = self.grammar.uncertain.cut(body)
        if not rough:
            body, rough = self.grammar.about.cut(body)
        edtf = _numeric(body) or self._in_words(body) or _already_edtf(body.upper())
        return _marked(edtf, unsure, rough) if edtf else None

    def _in_words(self, text: str) -> str | None:
        parts = parts_of(text, self.grammar.vocabulary)
        return edtf_of(parts, self.today) if parts else None

    def _open(self, text: str) -> str | None:
        for affix, form in (
            (self.grammar.since, _since),
            (self.grammar.until, _until),
            (self.grammar.before, _before),
            (self.grammar.after, _after),
        ):
            inner = affix.strip(text)
            edtf = self.single(inner) if inner else None
            if edtf and "/" not in edtf:
                return form(edtf)
        return None

    def _same_month(self, text: str) -> str | None:
        """17-18 October 2025, October 17-18, 2025 and 17-18.10.2025: the text twice, with one day each."""
        for pair in self.grammar.day_pair.finditer(text):
            first, last = (
                self.single(text[: pair.start()] + pair[day] + text[pair.end() :])
                for day in ("first", "last")
            )
            if first and last and {span(first).precision, span(last).precision} == {Precision.DAY}:
                if pair["and"] and int(pair["last"]) != int(pair["first"]) + 1:
                    return None
                return f"{first}/{last}"
        return None

    def _range(self, text: str) -> str | None:
        for pattern in self.grammar.separators:
            for found in pattern.finditer(text):
                left, right = text[: found.start()], text[found.end() :]
                edtf = self._two_ends(left, right) if left and right else None
                if edtf:
                    return edtf
        return None

    def _two_ends(self, left: str, right: str) -> str | None:
        end = self.single(right)
        if not end or "/" in end:
            return None
        begin = self.single(left)
        if begin:
            return None if "/" in begin else f"{begin}/{end}"
        return self._borrowed(left, end)

    def _borrowed(self, left: str, end: str) -> str | None:
        """The year that is written once, at the end, and so is what makes the date sure or unsure."""
        year = int(end[:4])
        begin = self.single(f"{left} {year}")
        if begin and "/" not in begin and begin[:7] > end[:7] and _is_calendar(begin) and _is_calendar(end):
            # 30 December - 2 January 2026 began the year before
            begin = self.single(f"{left} {year - 1}")
        if not begin or "/" in begin:
            return None
        one, other = span(begin), span(end)
        unsure, rough = one.uncertain or other.uncertain, one.approximate or other.approximate
        return f"{_marked(begin, unsure, rough)}/{_marked(end, unsure, rough)}"


def _numeric(text: str) -> str | None:
    """20.11.2025, 20/11/2025, 2025/11/20, 11.2025: day first unless that is impossible."""
    found = _NUMERIC.fullmatch(text)
    if not found:
        return None
    a, sign, b, c = found.groups()
    if c is None:
        a, b = (b, a) if len(b) == 4 else (a, b)
        return f"{a}-{int(b):02}" if len(a) == 4 and len(b) <= 2 and int(b) <= 12 else None
    if len(a) == 4 and len(b) <= 2 and len(c) <= 2:
        return f"{a}-{int(b):02}-{int(c):02}"
    if len(a) > 2 or len(b) > 2:
        return None
    if len(c) != 4:
        raise InvalidValue(tr("Please write the year with four digits, as in 20.11.2025."))
    day, month = int(a), int(b)
    if sign == "/" and month > 12 >= day:
        day, month = month, day
    return f"{c}-{month:02}-{day:02}"


def _marked(edtf: str, unsure: bool, rough: bool) -> str:
    """The date with the mark for uncertain and approximate, added to those it has."""
    if "/" in edtf:
        return "/".join(_marked(part, unsure, rough) for part in edtf.split("/"))
    mark = edtf[-1] if edtf[-1] in "?~%" else ""
    unsure, rough = unsure or mark in ("?", "%"), rough or mark in ("~", "%")
    return edtf.rstrip("?~%") + ("%" if unsure and rough else "?" if unsure else "~" if rough else "")


def _is_calendar(edtf: str) -> bool:
    return span(edtf).precision in (Precision.DAY, Precision.MONTH)


def _since(edtf: str) -> str:
    return f"{edtf}/.."


def _until(edtf: str) -> str:
    return f"../{edtf}"


def _before(edtf: str) -> str | None:
    """The last date of the same precision that is wholly before; a month for seasons, halves, quarters."""
    first = span(edtf).first
    if first is None or first < "0002":
        return None
    return f"../{_like(edtf, date.fromisoformat(first) - timedelta(days=1))}"


def _after(edtf: str) -> str | None:
    last = span(edtf).last
    if last is None or last > "9998":
        return None
    return f"{_like(edtf, date.fromisoformat(last) + timedelta(days=1))}/.."


def _like(edtf: str, day: date) -> str:
    covered = span(edtf)
    length = {Precision.DAY: 10, Precision.YEAR: 4, Precision.DECADE: 4}.get(covered.precision, 7)
    return _marked(day.isoformat()[:length], covered.uncertain, covered.approximate)
