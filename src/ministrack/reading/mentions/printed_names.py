"""Names of persons beside a title, and how they are without the endings of their case."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from ministrack.domain.values import dataclass
from ministrack.reading.lexicon import lexicon
from ministrack.reading.mentions.held_offices import PartyPlaces
from ministrack.reading.mentions.local_places import LocalPlaces, local_places

_GAP = re.compile(r"[^\S\n]*[–—:|][^\S\n]*|[^\S\n]+")
_WORD = re.compile(r"[^\W\d_]\.(?:\s?[^\W\d_]\.)?|[^\W\d_]+(?:[-’'ʻʼ‘`][^\W\d_]+)*")
_SPACE = re.compile(r"[ \u00a0]{1,2}|(?<=\.)")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_]{2})['’‘`ʼ](?=[a-zçğıöşüəа-яәіңғүұқөһ]+$)")
_TAIL = re.compile(
    r"(?:[^\W\d_]\.\s?){0,2}(?:[^\W\d_]+(?:[-’'ʻʼ‘`][^\W\d_]+)*\s+){0,4}[^\W\d_]+(?:[-’'ʻʼ‘`][^\W\d_]+)*$"
)
_JOINT = re.compile(r"\s*[,(–—|:-]\s*$")
_ARABIC = re.compile(r"(?:a[dlnrstz]|e[dlnrstz]|[üu]l|а[длнрстшз]|эль?|эш|әл)-(?=[^\W\d_])", re.IGNORECASE)
_FEWEST_WORDS, _MOST_WORDS = 2, 5
_REACH = 70


@dataclass(frozen=True, slots=True)
class PrintedName:
    """A name, `start` to `stop` as printed; `is_certain` where `name` is surely its first case."""

    start: int
    stop: int
    name: str
    words: int
    is_certain: bool = True


@dataclass(frozen=True, slots=True)
class _Ending:
    """A form of a word, and its first case as a template; `before` is what has to follow."""

    pattern: re.Pattern[str]
    template: str
    before: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class _Case:
    title: re.Pattern[str]
    words: Sequence[_Ending]

    def first(self, word: str) -> str | None:
        """The first case of a word, None where no rule fits it."""
        for ending in self.words:
            found = ending.pattern.fullmatch(word)
            if found:
                return found.expand(ending.template)
        return None


@dataclass(frozen=True, slots=True)
class NameWords:
    """What a language has around names."""

    honorifics: re.Pattern[str]
    particles: frozenset[str]
    not_names: frozenset[str]
    parted: frozenset[str]
    feminine: re.Pattern[str]
    places: LocalPlaces | None
    endings: Sequence[_Ending]
    cases: Sequence[_Case]


class NameReader:
    """Reads the name behind or before a title."""

    def __init__(self, text: str, words: NameWords, heads: re.Pattern[str], places: PartyPlaces) -> None:
        self._text = text
        self._words = words
        self._heads = heads
        self._places = places

    def after(self, place: int, head: str) -> PrintedName | None:
        """The name that begins behind a title."""
        gap = _GAP.match(self._text, place)
        if gap is None:
            return None
        at = gap.end()
        while (polite := self._words.honorifics.match(self._text, at)) is not None:
            at = polite.end()
        return self._read(at, len(self._text), head, may_decline=True)

    def before(self, place: int, head: str) -> PrintedName | None:
        """The name that ends before a title, with a comma or dash between."""
        joint = _JOINT.search(self._text, max(0, place - 4), place)
        if joint is None:
            return None
        tail = _TAIL.search(self._text, max(0, joint.start() - _REACH), joint.start())
        for word in _WORD.finditer(tail[0]) if tail else ():
            start = (tail.start() if tail else 0) + word.start()
            if self._words.honorifics.match(self._text, start):
                continue
            found = self._read(start, joint.start(), head, may_decline=False)
            if found and found.stop == joint.start():
                return found
        return None

    def _read(self, start: int, limit: int, head: str, *, may_decline: bool) -> PrintedName | None:
        words: list[str] = []
        at, stop, is_ended = start, start, False
        while len(words) < _MOST_WORDS and not is_ended:
            word = _WORD.match(self._text, at, limit)
            if word is None or not self._is_of_name(word, bool(words)) or self._is_place(word[0], len(words)):
                break
            cut = self._ending_of(word[0])
            is_ended = cut is not None
            words.append(word[0][: cut.start()] if cut else word[0])
            stop = word.end()
            space = _SPACE.match(self._text, stop, limit)
            if space is None:
                break
            at = space.end()
        full = [each for each in words if not each.endswith(".")]
        if not full or len(words) < _FEWEST_WORDS:
            return None
        if head.isupper() and all(each.isupper() for each in full):
            return None
        return self._named(start, stop, words, head, may_decline=may_decline)

    def _ending_of(self, word: str) -> re.Match[str] | None:
        """The ending that an apostrophe parts from a name; none in "Xo‘jayev"."""
        cut = _APOSTROPHE.search(word)
        is_ending = cut is not None and (not self._words.parted or word[cut.end() :] in self._words.parted)
        return cut if is_ending else None

    def _is_of_name(self, word: re.Match[str], has_begun: bool) -> bool:
        if word[0] in self._words.not_names or self._places.at(word.start()) is not None:
            return False
        if not word[0][0].isupper():
            return has_begun and (word[0] in self._words.particles or _ARABIC.match(word[0]) is not None)
        return self._heads.match(self._text, word.start()) is None

    def _is_place(self, word: str, before: int) -> bool:
        """Whether a word behind a whole name says where: "Teymur Musayev Astanada"."""
        places = self._words.places
        return before >= _FEWEST_WORDS and places is not None and places.is_where(word)

    def _named(self, start: int, stop: int, words: list[str], head: str, *, may_decline: bool) -> PrintedName:
        case = next(
            (each for each in self._words.cases if each.title.fullmatch(head.split(maxsplit=1)[0])), None
        )
        if case is not None:
            first = [each if each.endswith(".") else case.first(each) for each in words]
            if self._words.feminine.fullmatch(words[-1]) and first[-1] is not None:
                first = [each or word for each, word in zip(first, words, strict=True)]
            known = [each for each in first if each is not None]
            is_certain = len(known) == len(words)
            return PrintedName(start, stop, " ".join(known if is_certain else words), len(words), is_certain)
        last = words[-1]
        for ending in self._words.endings if may_decline else ():
            found = ending.pattern.fullmatch(last)
            if found and (ending.before is None or ending.before.match(self._text, stop)):
                last = found.expand(ending.template)
                break
        return PrintedName(start, stop, " ".join([*words[:-1], last]), len(words))


@cache
def name_words(language: str) -> NameWords:
    """The words around names in a language, and the rules for its cases."""
    held = lexicon(language)
    section = held.section("names")
    honorifics = "|".join(held.words("names", "honorifics")) or "(?!)"
    cases = section.get("cases", ())
    return NameWords(
        honorifics=re.compile(rf"(?:{honorifics})(?:\s+|$)"),
        particles=frozenset(held.words("names", "particles")),
        not_names=frozenset(held.words("names", "not_names")),
        feminine=re.compile(str(section.get("feminine_pattern", "(?!)"))),
        parted=frozenset(held.words("organisations", "endings")),
        places=local_places(language),
        endings=_rules(section.get("endings")),
        cases=[_case(each) for each in cases if isinstance(each, dict)] if isinstance(cases, list) else (),
    )


def _case(held: Mapping[str, object]) -> _Case:
    return _Case(re.compile(str(held.get("title")), re.IGNORECASE), _rules(held.get("words")))


def _rules(held: object) -> Sequence[_Ending]:
    return [_ending(*map(str, each)) for each in held] if isinstance(held, list) else ()


def _ending(pattern: str, template: str, before: str = "") -> _Ending:
    return _Ending(re.compile(pattern), template, re.compile(before) if before else None)
