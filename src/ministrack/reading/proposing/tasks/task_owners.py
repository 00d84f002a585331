"""Who owes what a sentence promises, decides or asks for."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from ministrack.domain.values import dataclass
from ministrack.reading.findings import Findings
from ministrack.reading.mention import PartyForm
from ministrack.reading.proposing.inside import Inside
from ministrack.reading.proposing.names_of_things.title_words import title_words
from ministrack.reading.proposing.names_of_things.tokens import Token, tokens_of
from ministrack.reading.proposing.quoting import plain
from ministrack.reading.proposing.tasks.task_cues import Clause
from ministrack.reading.proposing.tasks.task_words import TaskWords

_REACH = 250
_LONGEST = 70  # characters of an owner as written


@dataclass(frozen=True, slots=True)
class Owner:
    """A party's code, the key of a body, or words as written; with the words that say so."""

    value: str
    start: int
    stop: int


class Owners:
    """Finds owners; `bodies` are keys of bodies by their names and heads, in lower case."""

    def __init__(self, found: Findings, words: TaskWords, bodies: Mapping[str, str]) -> None:
        self._text = found.prose.text
        self._words = words
        self._bodies = bodies
        self._parties = Inside(found.parties)
        self._people = Inside(found.people)
        self._documents = title_words("documents", found.prose.lexicon.language).heads.keys()
        self._apart: tuple[int, Sequence[Token]] = (-1, ())

    def of(self, clause: Clause) -> Owner | None:
        """Those who are asked, or who promise; None where only a pronoun stands for them."""
        start, stop = clause.who if clause.who[1] else self._subject(clause)
        if stop <= start:
            return None
        said = self._without_possessor(plain(self._text[start:stop]))
        bare = said.casefold().removeprefix("the ").strip()
        if bare in self._words.words["pronouns"]:
            body = self._body_meant(clause) if clause.who[1] else ""
            return Owner(body, start, stop) if body else None
        body = self._bodies.get(bare) or self._body_before(clause)
        if body:
            return Owner(body, start, stop)
        codes = self._codes(start, stop)
        if len(codes) == 1:
            return Owner(codes.pop(), start, stop)
        if len(said) > _LONGEST or not (codes or self._is_telling(bare, start, clause)):
            return None
        return Owner(said.removeprefix("The ").removeprefix("the "), start, stop)

    def _without_possessor(self, said: str) -> str:
        """ "Their officials" are officials on a list of tasks."""
        first, _, rest = said.partition(" ")
        return rest if rest and first.casefold() in self._words.words["owners_of"] else said

    def _body_meant(self, clause: Clause) -> str:
        """The body that the sentence named last: "set up a Task Force and asked it to report"."""
        start = max(clause.sentence.start, clause.cue_start - _REACH)
        before = plain(self._text[start : clause.cue_start]).casefold()
        named = [(before.rfind(name), key) for name, key in self._bodies.items() if name in before]
        return max(named)[1] if named else ""

    def _body_before(self, clause: Clause) -> str:
        """The body whose whole name stands right before the cue: "the Working Group on Trade shall"."""
        if clause.who[1]:
            return ""
        before = plain(self._text[max(clause.sentence.start, clause.cue_start - _REACH) : clause.cue_start])
        return next((key for name, key in self._bodies.items() if before.casefold().endswith(name)), "")

    def may_act(self, clause: Clause) -> bool:
        """Whether those before the cue are people, countries or bodies: not a treaty, not "this"."""
        tokens = self._before(clause)
        end = len(tokens)
        while end and self._is_adverb(tokens[end - 1]):
            end -= 1
        if not end or tokens[end - 1].lower in self._words.words["idle"] | self._documents:
            return False
        last = tokens[end - 1]
        return (
            last.is_capital
            or last.text == ","
            or last.lower in self._words.words["actors"] | self._words.words["joining"]
        )

    def _is_telling(self, bare: str, start: int, clause: Clause) -> bool:
        """Whether the words name somebody: not the "Today" or "Mr" at the beginning of a sentence."""
        words = bare.split()
        if len(words) > 1 or words[0] in self._words.words["actors"]:
            return True
        return start > clause.sentence.start + 4 and len(words[0]) > 2

    def _codes(self, start: int, stop: int) -> set[str]:
        """The parties that are named there; several where somebody stands beside a party."""
        named = [party for party in self._parties.between(start, stop) if party.form is not PartyForm.CAPITAL]
        people = {person.party for person in self._people.between(start, stop) if person.party}
        return {party.code for party in named} | people

    def _subject(self, clause: Clause) -> tuple[int, int]:
        """The words right before the cue that name those who act."""
        tokens = self._before(clause)
        end = len(tokens)
        while end and self._is_adverb(tokens[end - 1]):
            end -= 1
        if end and (tokens[end - 1].lower in self._words.words["joining"] or tokens[end - 1].text == ","):
            return self._first_named(clause)
        begin = end
        while begin and self._may_name(tokens[begin - 1]):
            begin -= 1
        if (
            0 < begin < end
            and tokens[begin].lower in self._words.words["joining"]
            and tokens[begin - 1].text == ","
        ):
            return 0, 0
        while begin < end and not (
            tokens[begin].is_capital or tokens[begin].lower in self._words.words["actors"]
        ):
            begin += 1
        return (tokens[begin].start, tokens[end - 1].stop) if begin < end else (0, 0)

    def _before(self, clause: Clause) -> Sequence[Token]:
        """The words before a cue, those of its sentence taken apart once for all its cues."""
        sentence = clause.sentence
        if self._apart[0] != sentence.start:
            self._apart = sentence.start, tokens_of(self._text, sentence.start, sentence.stop)
        tokens = self._apart[1]
        first = bisect_left(tokens, clause.cue_start - _REACH, key=lambda token: token.start)
        return tokens[first : bisect_left(tokens, clause.cue_start, key=lambda token: token.start)]

    def _first_named(self, clause: Clause) -> tuple[int, int]:
        """Those with whom the sentence begins: "The sides discussed trade and agreed to meet"."""
        start = clause.sentence.start
        tokens = tokens_of(self._text, start, min(start + _REACH, clause.cue_start))
        begin = next((at for at, token in enumerate(tokens) if token.text[0].isalpha()), len(tokens))
        end = begin
        while end < len(tokens) and self._may_name(tokens[end]):
            end += 1
        return (tokens[begin].start, tokens[end - 1].stop) if begin < end else (0, 0)

    def _is_adverb(self, token: Token) -> bool:
        return token.lower in self._words.words["adverbs"] - {"both", "all", "each"} or (
            token.lower.endswith("ly") and not token.is_capital
        )

    def _may_name(self, token: Token) -> bool:
        words = self._words.words
        if not token.is_word:
            return False
        return token.is_capital or token.lower in words["subject_words"] | words["actors"] | words["pronouns"]
