"""What follows a head noun in a name: numbers, short forms, "on Legal Assistance in Criminal Matters"."""

from collections.abc import Sequence

from ministrack.domain.values import dataclass
from ministrack.reading.proposing.names_of_things.title_words import TitleWords
from ministrack.reading.proposing.names_of_things.tokens import Spans, Token

_DASHES = "–—-"
_LONGEST = 24  # words
_LONGEST_BRACKET = 9


@dataclass(frozen=True, slots=True)
class Tail:
    """`stop` is where the name ends; `bracket` is a short form within it."""

    stop: int
    words: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    bracket: tuple[int, int] | None = None


class Walk:
    """Goes on from word to word as long as these belong to the name."""

    def __init__(self, tokens: Sequence[Token], words: TitleWords, taken: Spans, places: Spans) -> None:
        self._tokens = tokens
        self._words = words
        self._taken = taken
        self._places = places

    def tail(self, after: int, head: str, stop: int, *, is_capital: bool, is_draft: bool) -> Tail | None:
        """The tail after a head that ends at `stop`; None where it begins another name ("Convention Week").

        A draft may go on in lower case after "of"; a head in lower case does not take in another document
        ("the report on the Transit Agreement").
        """
        tokens = self._tokens
        at, aliases, bracket = self.bracket(after)
        begun = at
        if self._is_number(at):
            at, more, _ = self.bracket(at + 1)
            aliases += more
        if self.is_capital(at) and tokens[at].lower not in self._words.openers:
            return None
        end = self._subject(at, head, may_describe=is_draft, may_name=is_capital or is_draft)
        if end == begun:
            return Tail(stop, (), aliases)
        _, more, _ = self.bracket(end)
        words = tuple(token.lower for token in tokens[begun:end] if token.is_word)
        return Tail(tokens[end - 1].stop, words, aliases + more, bracket)

    def _is_number(self, at: int) -> bool:
        if at >= len(self._tokens):
            return False
        token = self._tokens[at]
        return token.is_numeral and not token.is_year and not self._taken.covers(token.start)

    def bracket(self, at: int) -> tuple[int, tuple[str, ...], tuple[int, int] | None]:
        """Past a short form in brackets: (MoU), (the “Treaty”)."""
        tokens = self._tokens
        if at >= len(tokens) or tokens[at].text != "(":
            return at, (), None
        near = range(at + 1, min(at + _LONGEST_BRACKET, len(tokens)))
        closing = next((i for i in near if tokens[i].text == ")"), 0)
        if not closing:
            return at, (), None
        said = [t.text for t in tokens[at + 1 : closing] if t.is_word and t.lower not in self._words.dropped]
        said = [each for each in said if each.casefold() not in self._words.articles]
        is_short = (
            bool(said) and len(said) <= 3 and said[0][0].isalpha() and any(c.isupper() for c in said[-1])
        )
        return closing + 1, (" ".join(said),) if is_short else (), (tokens[at].start, tokens[closing].stop)

    def is_capital(self, at: int) -> bool:
        """Whether a capital word stands there."""
        return at < len(self._tokens) and self._tokens[at].is_capital and self._is_free(at)

    def _subject(self, at: int, head: str, *, may_describe: bool, may_name: bool) -> int:
        """Where the name ends, if it goes on with "on …", "for …", "– …", "establishing …"; else `at`."""
        tokens, words = self._tokens, self._words
        if at >= len(tokens):
            return at
        opener = tokens[at].lower
        if opener in _DASHES and self.is_capital(at + 1):
            return self._go_on(at + 1, is_open=False, may_list=True)
        if opener not in words.openers or (opener in words.leading_to and head not in words.adding):
            return at
        first = at + 1
        while first < len(tokens) and tokens[first].lower in words.articles | words.leading_to:
            first += 1
        if first >= len(tokens) or not (self._accepts(first, is_open=True) or tokens[first].is_year):
            return at
        is_open = tokens[first].text[0].islower()
        is_closed = is_open and opener in words.named_openers and not may_describe
        if is_closed or not (may_name or not self._another_name(first)):
            return at
        return self._go_on(first, is_open=is_open, may_list=False)

    def _is_name_word(self, at: int) -> bool:
        token = self._tokens[at]
        is_stop = token.lower in self._words.tail_stops and not token.is_capital
        return token.is_word and not is_stop and self._is_free(at)

    def _is_free(self, at: int) -> bool:
        return not self._taken.covers(self._tokens[at].start) or self._tokens[at].is_year

    def _go_on(self, at: int, *, is_open: bool, may_list: bool) -> int:
        """From a first word of the subject on; `is_open` takes words in lower case too."""
        end, limit = at + 1, min(at + _LONGEST, len(self._tokens))
        while end < limit:
            token = self._tokens[end]
            if token.text in {"&", "/"} or self._accepts(end, is_open=is_open):
                end += 1
                continue
            ahead, turned = self._past_joint(end, is_open=is_open)
            if ahead:
                end, is_open = ahead + 1, is_open or turned
                continue
            listed = self._past_comma(end, is_open=is_open) if may_list or is_open else 0
            if not listed:
                break
            end = listed
        return end

    def _accepts(self, at: int, *, is_open: bool) -> bool:
        token = self._tokens[at]
        if not self._is_name_word(at) or token.lower in self._words.connectors | self._words.articles:
            return False
        if token.is_capital or token.is_year:
            return True
        return is_open and not token.text[0].isdigit() and not self._is_verb(token.lower)

    def _is_verb(self, word: str) -> bool:
        return word.endswith("ed") and word not in self._words.participles

    def _past_joint(self, at: int, *, is_open: bool) -> tuple[int, bool]:
        """Past "of the", "and", "in", to a word that belongs to the name; 0 if there is none."""
        tokens, words = self._tokens, self._words
        ahead = at
        while ahead < min(at + 3, len(tokens)) and tokens[ahead].lower in words.connectors | words.articles:
            ahead += 1
        if ahead == at or ahead >= len(tokens):
            return 0, False
        joint = tokens[at].lower
        if joint in words.places and self._places.covers(tokens[ahead].start):
            return 0, False
        if joint in words.joining and self._another_name(ahead):
            return 0, False
        is_linked = tokens[at - 1].lower in words.linked
        if joint in words.leading_to and not is_linked and (is_open or self._another_name(ahead)):
            return 0, False
        turned = joint in words.places and not tokens[ahead].is_capital
        if self._accepts(ahead, is_open=is_open or turned):
            return ahead, turned
        return 0, False

    def _another_name(self, at: int) -> bool:
        """Whether another name with a head of its own begins there."""
        for token in self._tokens[at : at + 6]:
            if token.lower in self._words.heads:
                return True
            if not token.is_capital and token.lower not in self._words.modifiers:
                return False
        return False

    def _past_comma(self, at: int, *, is_open: bool) -> int:
        """Past ", Regions" where a list goes on to its "and"; 0 if it does not."""
        tokens = self._tokens
        if tokens[at].text != ",":
            return 0
        ahead = at + 1
        while ahead < len(tokens) and ahead - at < 4 and self._accepts(ahead, is_open=is_open):
            ahead += 1
        is_list = at + 1 < ahead < len(tokens) and (
            tokens[ahead].text == "," or tokens[ahead].lower in self._words.joining
        )
        return ahead if is_list and not self._another_name(ahead + 1) else 0
