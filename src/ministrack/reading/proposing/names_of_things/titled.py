"""Finds names that are built around a head noun: "Astana Declaration", "Treaty on Extradition"."""

from collections.abc import Iterator
from itertools import pairwise

from ministrack.domain.values import dataclass
from ministrack.reading.findings import Findings
from ministrack.reading.mention import Mention, PartyForm
from ministrack.reading.proposing.names_of_things.title_tails import Tail, Walk
from ministrack.reading.proposing.names_of_things.title_words import TitleWords
from ministrack.reading.proposing.names_of_things.tokens import Spans, Token, tokens_of
from ministrack.reading.proposing.quoting import plain
from ministrack.reading.prose import Sentence
from ministrack.reading.report import BlockKind

_HEADLINES = (BlockKind.TITLE, BlockKind.HEADING)
_OPENING = {"“": "”", '"': '"', "«": "»", "„": "”"}
_ENDS = ".!?:;"
_LONGEST_JOINT = 32
_LONGEST_QUOTED = 20  # words


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled:
    """A name, `start` to `stop`. `lead` and `tail` are its words before and after the head, in lower case.

    `year` stood before it ("the 1951 Mutual Defense Treaty"). `aliases` are short forms that it defines.
    `determiner` is the word before it ("the", "a", "this"), in lower case; `has_proper_lead` if words of the
    lead are capital, apart from the first of a sentence.
    """

    start: int
    stop: int
    sentence: Sentence
    title: str
    head: str
    kind: str
    lead: tuple[str, ...]
    tail: tuple[str, ...]
    year: str
    aliases: tuple[str, ...]
    determiner: str
    is_capital: bool
    has_proper_lead: bool
    is_draft: bool
    is_quoted: bool
    is_headline: bool

    @property
    def is_distinct(self) -> bool:
        """Whether it says which one: not "the Treaty" alone."""
        return bool(self.lead or self.tail)


def titled_names(found: Findings, words: TitleWords) -> Iterator[Titled]:
    """All names around the heads of `words`, in the order of the text."""
    people = (Mention(start=p.name_start, stop=p.name_stop) for p in found.people if p.name)
    taken = Spans([*found.dates, *people])
    capitals = (party for party in found.parties if party.form is PartyForm.CAPITAL)
    places = Spans([*found.places, *capitals])
    for sentence in found.prose.sentences:
        if sentence.block.kind is BlockKind.IMPRINT:
            continue
        heads = list(words.head_pattern.finditer(found.prose.text, sentence.start, sentence.stop))
        if heads:
            spans = [(head.start(), head.end()) for head in heads]
            yield from _Sentence(found, sentence, words, taken, places).names(spans)


class _Sentence:
    """A sentence that holds heads, taken apart."""

    def __init__(
        self, found: Findings, sentence: Sentence, words: TitleWords, taken: Spans, places: Spans
    ) -> None:
        self._text = found.prose.text
        self._sentence = sentence
        self._words = words
        self._taken = taken
        self._places = places
        self._tokens = tokens_of(self._text, sentence.start, sentence.stop)
        self._index = {token.start: index for index, token in enumerate(self._tokens)}
        self._is_headline = sentence.block.kind in _HEADLINES or _is_title_case(self._tokens)

    def names(self, heads: list[tuple[int, int]]) -> Iterator[Titled]:
        """The names around heads at these places; a head in the name of another is none."""
        reached = 0
        for start, stop in heads:
            if start >= reached and start in self._index:
                name = self._name(start, stop)
                if name:
                    reached = name.stop
                    yield name

    def _name(self, start: int, stop: int) -> Titled | None:
        tokens, words = self._tokens, self._words
        first = self._index[start]
        after = next((i for i in range(first, len(tokens)) if tokens[i].start >= stop), len(tokens))
        head = plain(self._text[start:stop]).casefold()
        if head not in words.heads:  # capitals of some languages are not those of others: İ, I
            return None
        lead, before = self._lead(first)
        is_draft = words.heads[head] in words.drafts or any(token.lower in words.drafts for token in lead)
        walk = Walk(tokens, words, self._taken, self._places)
        tail = walk.tail(after, head, stop, is_capital=self._text[start].isupper(), is_draft=is_draft)
        if tail is None:
            return None
        is_dated = bool(lead) and lead[0].is_year and head not in words.year_kept
        year = lead[0].text if is_dated else ""
        lead = lead[1:] if year else lead
        begin = lead[0].start if lead else start
        quoted = self._quoted(before, first)
        if quoted:
            tail = Tail(quoted, tuple(t.lower for t in tokens[after:] if t.stop <= quoted), tail.aliases)
        return Titled(
            start=begin,
            stop=tail.stop,
            sentence=self._sentence,
            title=self._title(begin, tail),
            head=head,
            kind=words.heads[head],
            lead=tuple(token.lower for token in lead),
            tail=tail.words,
            year=year,
            aliases=tail.aliases,
            determiner=self._determiner(before),
            is_capital=self._text[start].isupper(),
            has_proper_lead=any(token.is_capital and token is not tokens[0] for token in lead),
            is_draft=is_draft,
            is_quoted=bool(quoted),
            is_headline=self._is_headline,
        )

    def _determiner(self, at: int) -> str:
        while at >= 0 and self._is_dropped(self._tokens[at]):
            at -= 1
        return self._tokens[at].lower if at >= 0 else ""

    def _title(self, begin: int, tail: Tail) -> str:
        if not tail.bracket:
            return plain(self._text[begin : tail.stop])
        start, stop = tail.bracket
        return plain(f"{self._text[begin:start].rstrip()} {self._text[stop : tail.stop].strip()}")

    def _quoted(self, before: int, first: int) -> int:
        """Where the title ends that began with the quotation mark before it; 0 if it is not in any."""
        tokens = self._tokens
        closing = _OPENING.get(tokens[before].text) if before >= 0 else None
        if closing is None:
            return 0
        near = range(first, min(first + _LONGEST_QUOTED, len(tokens)))
        last = next((i for i in near if tokens[i].text == closing), 0)
        while last and not tokens[last - 1].is_word and tokens[last - 1].text != ")":
            last -= 1
        return tokens[last - 1].stop if 0 < last - first < _LONGEST_QUOTED else 0

    def _lead(self, first: int) -> tuple[list[Token], int]:
        """The words before the head that belong to the name, and the place of the word before these."""
        tokens, words = self._tokens, self._words
        begin, at, joined = first, first - 1, 0
        while at >= 0:
            token = tokens[at]
            if self._belongs(token):
                begin = at
            elif not (begin < first and self._joins(at)):
                break
            else:
                joined = joined or begin
            at -= 1
        if joined and not (at < 0 or tokens[at].lower in words.articles or tokens[at].text in _OPENING):
            begin = joined
        while begin < first and self._is_dropped(tokens[begin]):
            begin += 1
        if tokens[first].is_capital and not any(token.lower in words.drafts for token in tokens[begin:first]):
            begin = next((at for at in range(begin, first) if not tokens[at].text[0].islower()), first)
        return tokens[begin:first], begin - 1

    def _belongs(self, token: Token) -> bool:
        words = self._words
        if not token.is_word or token.lower in words.lead_stops or self._taken.covers(token.start):
            return token.is_year
        if token.lower in words.heads or token.lower in words.articles:
            return False
        if token.lower.endswith(("'s", "’s")):
            return token.lower.replace("’", "'") in words.possessors
        return token.is_capital or token.is_year or token.lower in words.modifiers or self._is_dropped(token)

    def _is_dropped(self, token: Token) -> bool:
        """A "new" that is no part of the name; that of New Delhi is."""
        return token.lower in self._words.dropped and not token.is_capital

    def _joins(self, at: int) -> bool:
        """Whether a small word stands within a name: "Spirit of Camp David"."""
        words, tokens = self._words, self._tokens
        if tokens[at].lower not in words.lead_connectors or at == 0:
            return False
        return tokens[at - 1].is_capital and self._belongs(tokens[at - 1])


def _is_title_case(tokens: list[Token]) -> bool:
    """Whether nearly all long words are capital, as in headlines."""
    if not tokens or tokens[-1].text in _ENDS:
        return False
    long = [token for token in tokens if token.is_word and len(token.text) > 3]
    return len(long) > 3 and sum(token.is_capital for token in long) > 0.8 * len(long)


def follows_at_once(text: str, names: list[Titled], joints: frozenset[str]) -> list[bool]:
    """For each name whether only "and", "," or the like stands between it and the one before."""
    between = [text[one.stop : two.start] for one, two in pairwise(names)]
    return [False, *(_is_joint(gap, joints) for gap in between)][: len(names)]


def _is_joint(gap: str, joints: frozenset[str]) -> bool:
    """Whether it only joins, with at most one more word before the second name ("and a five-year")."""
    if len(gap) > _LONGEST_JOINT or any(sign in gap for sign in ".:()"):
        return False
    words = plain(gap).strip(" ,;").split()
    return not words or " ".join(words) in joints or " ".join(words[:-1]) in joints
