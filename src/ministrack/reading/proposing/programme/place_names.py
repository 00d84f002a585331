"""Names of places that follow a word such as "visited": one, or several with "and"."""

from collections.abc import Sequence

from ministrack.reading.proposing.names_of_things.title_words import TitleWords
from ministrack.reading.proposing.names_of_things.tokens import Token

_LONGEST = 14  # words of a place in lower case


class PlaceNames:
    """Walks over the words after a cue."""

    def __init__(self, words: TitleWords, place_words: frozenset[str]) -> None:
        self._words = words
        self._place_words = place_words

    def after(self, tokens: Sequence[Token]) -> list[tuple[int, int]]:
        """Spans of the names at the beginning of these words, each with its article."""
        spans: list[tuple[int, int]] = []
        at = 0
        while at < len(tokens):
            end = self._name(tokens, at)
            if end == at or self._is_apposition(tokens, at, end, first=not spans):
                break
            spans.append((tokens[at].start, tokens[end - 1].stop))
            at = self._next(tokens, end)
        return spans

    def _is_apposition(self, tokens: Sequence[Token], at: int, end: int, *, first: bool) -> bool:
        """ "Maxwell Chambers, the first complex of its kind": the place once more."""
        if first or tokens[at - 1].text != "," or any(token.is_capital for token in tokens[at:end]):
            return False
        following = self._next(tokens, end)
        return following >= len(tokens) or self._name(tokens, following) == following

    def _next(self, tokens: Sequence[Token], at: int) -> int:
        """Past ", " or " and " to the next name of a list."""
        begin = at
        while (
            at < len(tokens)
            and at - begin < 2
            and (tokens[at].text == "," or tokens[at].lower in self._words.joining)
        ):
            at += 1
        return at if at > begin else len(tokens)

    def _name(self, tokens: Sequence[Token], at: int) -> int:
        begin = at
        while at < len(tokens) and tokens[at].lower in self._words.articles:
            at += 1
        if at >= len(tokens):
            return begin
        end = self._capital(tokens, at) if tokens[at].is_capital else self._plain(tokens, at)
        return end if end > at else begin

    def _capital(self, tokens: Sequence[Token], at: int) -> int:
        end = at
        while end < len(tokens):
            if tokens[end].is_capital:
                end += 1
                continue
            ahead = end
            while (
                ahead < len(tokens)
                and ahead - end < 2
                and tokens[ahead].lower in self._words.lead_connectors - self._words.joining
            ):
                ahead += 1
            if ahead == end or ahead >= len(tokens) or not tokens[ahead].is_capital:
                is_told = end < len(tokens) and tokens[end].lower in self._place_words
                return end + 1 if is_told else end
            end = ahead
        return end

    def _plain(self, tokens: Sequence[Token], at: int) -> int:
        """A place in lower case goes up to the word that tells that it is one."""
        for end in range(at, min(at + _LONGEST, len(tokens))):
            if tokens[end].lower in self._place_words:
                return end + 1
            if not tokens[end].is_word or tokens[end].lower in self._words.tail_stops:
                break
        return at
