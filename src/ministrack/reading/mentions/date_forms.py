"""The forms of dates of a language, [dates] in its lexicon, as one compiled pattern."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from ministrack.domain.values import dataclass
from ministrack.reading.lexicon import Lexicon, lexicon

_FIRST_LAST_DAY = r"(?<![\d.,:])(?:3[01]|[12]\d|0?[1-9])"
_YEAR = r"(?<!\d)(?:19|20)\d\d(?![\d%])"
_NUMBERS: Mapping[str, str] = {
    "year": _YEAR,
    "month_number": r"(?:1[0-2]|0?[1-9])(?!\d)",
    "day_number": r"(?<!\d)(?:3[01]|[12]\d|0?[1-9])(?!\d)",
    "decade": r"(?<!\d)(?:19|20)\d",
}
_LISTS: Mapping[str, str] = {
    "season": "seasons", "turn": "turns", "half": "halves", "quarter": "quarters", "part": "parts",
    "until": "until", "number": "numbers", "ago": "ago", "today": "today", "yesterday": "yesterday",
    "tomorrow": "tomorrow", "year_word": "year_words", "month_word": "month_words", "week_word": "week_words",
}  # fmt: skip
"""Names in braces, and the list of the lexicon that each stands for. Their case does not matter."""
_UNNAMED = ("comma", "between", "weekday_", "lead", "season_lead")
_NAME = re.compile(r"\{([a-z_]+)(\d?)\}")


@dataclass(frozen=True, slots=True)
class Form:
    """A date as it is written: the words or numbers found for each name, with their place in the text."""

    start: int
    stop: int
    found: Mapping[str, str]

    def has(self, *names: str) -> bool:
        """Whether all of them were found."""
        return all(name in self.found for name in names)


class DateForms:
    """The forms of one language."""

    def __init__(self, words: Lexicon) -> None:
        self._lexicon = words
        self._suffix = str(words.section("dates").get("day_suffix_pattern", ""))
        self._names: list[list[str]] = []
        forms = "|".join(self._form(index, form) for index, form in enumerate(self._words("forms")))
        excluded = "|".join(self._words("no_year_before"))
        after = rf"(?!\w|\s+(?:{excluded})\b)" if excluded else r"(?!\w)"
        begin = rf"(?<![\w/-])(?=\d|{self._beginnings()})"  # quick to say no: most words begin no date
        self._pattern = re.compile(rf"{begin}(?:{forms}){after}", re.IGNORECASE) if forms else None
        self._places = {name: self._compiled(listed) for name, listed in _LISTS.items()}
        self._places["month"] = self._compiled("months", "months_short")
        self._places["weekday"] = self._compiled("weekdays", "weekdays_short")

    def find(self, text: str) -> Iterator[Form]:
        """All dates that are written in a text."""
        if self._pattern is None:
            return
        for match in self._pattern.finditer(text):
            index = int((match.lastgroup or "f0")[1:])
            groups = {name: f"{name}_{index}" for name in self._names[index]}
            found = {name: match[group] for name, group in groups.items() if match[group]}
            start = min(match.start(groups[name]) for name in found)
            yield Form(start, match.end(), found)

    def place(self, name: str, words: str) -> int:
        """Which entry of a list the words are, from 0: 10 for "November" among months."""
        plain = " ".join(words.split())
        return next((at for at, entry in enumerate(self._places[name]) if entry.fullmatch(plain)), 0)

    def _beginnings(self) -> str:
        lists = ("months", "months_short", "weekdays", "weekdays_short", *_LISTS.values())
        return _any_of([word for name in lists for word in self._words(name)])

    def _words(self, name: str) -> tuple[str, ...]:
        return self._lexicon.words("dates", name)

    def _compiled(self, *lists: str) -> Sequence[re.Pattern[str]]:
        entries = zip(*(self._words(name) for name in lists if self._words(name)), strict=False)
        return [re.compile("|".join(entry), re.IGNORECASE) for entry in entries]

    def _form(self, index: int, form: str) -> str:
        names: list[str] = []

        def named(found: re.Match[str]) -> str:
            name, number = found.groups()
            pattern = self._part(name)
            if name in _UNNAMED or number == "3":
                return pattern
            key = name.replace("_name", "").replace("_number", "") + number
            names.append(key)
            return f"(?P<{key}_{index}>{pattern})"

        pattern = _NAME.sub(named, form.replace(" ", r"\s+"))
        self._names.append(names)
        return f"(?P<f{index}>{pattern})"

    def _part(self, name: str) -> str:
        if name in _NUMBERS:
            return _NUMBERS[name]
        if name in _LISTS:
            return _any_of(self._words(_LISTS[name]))
        between = _any_of(self._words("to"))
        weekday = _as_written(*self._words("weekdays"), *self._words("weekdays_short"))
        written = {
            "lead": _preceded_by(self._words("leads")),
            "season_lead": _preceded_by(self._words("season_leads")),
            "comma": r"(?:\s*,\s*|\s+)",
            "between": rf"(?:\s*[-‐‑–—/]+\s*|\s+{between}\s+)",
            "day": rf"{_FIRST_LAST_DAY}(?:{self._suffix})?(?![\d%]|[.,:]\d)",
            "month": _as_written(*self._words("months"), *self._words("months_short")),
            "month_name": _as_written(*self._words("months")),
            "weekday": _as_written(*self._words("weekdays")),
            "weekday_": rf"(?:{weekday},?\s*\(?\s*)?",
        }
        return written[name]


@cache
def date_forms(language: str) -> DateForms:
    """The forms of a language, compiled once."""
    return DateForms(lexicon(language))


def _any_of(words: Sequence[str]) -> str:
    return f"(?:{'|'.join(words)})".replace(" ", r"\s+") if words else r"(?!)"


def _preceded_by(words: Sequence[str]) -> str:
    """Nothing, but only right after one of the words."""
    return "(?:" + "|".join(rf"(?<=\b{word}\s)".replace(" ", r"\s") for word in words) + ")"


def _as_written(*words: str) -> str:
    """Words in the case of the lexicon, or in capitals."""
    if not words:
        return r"(?!)"
    capitals = (word.upper() for word in words if "\\" not in word)
    return f"(?-i:{'|'.join([*words, *capitals])})"
