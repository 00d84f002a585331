"""How a word changes with its case, by its last letters: rules that the lexicon of a language gives."""

from collections.abc import Iterator, Mapping, Sequence

from ministrack.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Cases:
    """`by_ending` gives, for the last letters of the first case, those of the others: "ии", "ию" for "ия"."""

    by_ending: Mapping[str, Sequence[str]]

    def of(self, word: str) -> Iterator[str]:
        """The word in its other cases, none where the language has no such rules."""
        if not self.by_ending:
            return
        ending = next(
            word[at:] for at in range(len(word) + 1) if word[at:] in self.by_ending or at == len(word)
        )
        stem = word[: len(word) - len(ending)]
        yield from (stem + other for other in self.by_ending.get(ending, ()))

    def firsts(self, word: str) -> Iterator[str]:
        """What a word may be in its first case."""
        for ending, others in self.by_ending.items():
            for other in others:
                if other and word.endswith(other) and len(word) > len(other) + 1:
                    yield word[: len(word) - len(other)] + ending
