"""How a word changes with its case, by its last letters: rules that the lexicon of a language gives."""

from collections.abc import Iterator, Mapping, Sequence


class Cases:
    """`by_ending` gives, for the last letters of the first case, those of the others: "ии", "ию" for "ия"."""

    def __init__(self, by_ending: Mapping[str, Sequence[str]]) -> None:
        self._by_ending = by_ending
        self._firsts: dict[str, list[str]] = {}
        for ending, others in by_ending.items():
            for other in filter(None, others):
                self._firsts.setdefault(other, []).append(ending)
        self._longest = max(map(len, self._firsts), default=0)

    def of(self, word: str) -> Iterator[str]:
        """The word in its other cases, none where the language has no such rules."""
        if not self._by_ending:
            return
        ending = next(
            word[at:] for at in range(len(word) + 1) if word[at:] in self._by_ending or at == len(word)
        )
        stem = word[: len(word) - len(ending)]
        yield from (stem + other for other in self._by_ending.get(ending, ()))

    def firsts(self, word: str) -> Iterator[str]:
        """What a word may be in its first case."""
        for length in range(1, min(self._longest, len(word) - 2) + 1):
            for ending in self._firsts.get(word[-length:], ()):
                yield word[:-length] + ending
