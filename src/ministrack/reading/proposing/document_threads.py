"""Which names in a report are names of the same document."""

from collections.abc import Sequence

from ministrack.domain.values import dataclass, field
from ministrack.reading.proposing.document_acts import Act
from ministrack.reading.proposing.title_words import TitleWords
from ministrack.reading.proposing.titled import Titled

_SAME_KIND = ("memorandum", "communique")
_POINTING = {"the", "this", "that", "both", "its", "said", "our", "their"}
_ALIKE = 0.75


@dataclass(slots=True)
class Thread:
    """One document: its names in the order of the text, and what is done with it."""

    names: list[Titled] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)

    @property
    def main(self) -> Titled:
        """The name that says most; one of the text rather than of a headline."""
        return max(self.names, key=lambda n: (not n.is_headline, n.is_capital, _length(n), -n.start))

    @property
    def is_headline(self) -> bool:
        """Whether only headlines name it."""
        return all(name.is_headline for name in self.names)


class Threads:
    """Documents, found name by name."""

    def __init__(self, words: TitleWords) -> None:
        self._words = words
        self.all: list[Thread] = []
        self._by_alias: dict[str, Thread] = {}

    def aliases(self) -> dict[str, Thread]:
        """Short forms that the report defines ("UNCLOS")."""
        return self._by_alias

    def of(self, name: Titled) -> Thread | None:
        """The document that a name is a name of, if it was named before."""
        if not name.is_distinct:
            return self._pointed(name)
        if name.is_headline and not name.lead:
            return self._told(name)
        found = [each for each in self.all if any(self._same(known, name) for known in each.names)]
        return found[-1] if found else None

    def begin(self, name: Titled) -> Thread:
        """A document that was not named before."""
        thread = Thread()
        self.all.append(thread)
        return thread

    def add(self, thread: Thread, name: Titled, acts: Sequence[Act]) -> None:
        """Another place where it is named."""
        thread.names.append(name)
        for alias in name.aliases:
            self._by_alias[alias.casefold()] = thread
        thread.acts.extend(acts)

    def _told(self, name: Titled) -> Thread | None:
        """ "Sign MoU to Strengthen Cooperation": what a headline shortens is told in the text."""
        alike = [each for each in self.all if self._tails_alike(each.main, name)]
        of_kind = [each for each in self.all if each.main.kind == name.kind]
        return next(iter([*alike, *reversed(of_kind)]), None)

    def _pointed(self, name: Titled) -> Thread | None:
        """ "The Treaty" is the one that the report calls so, or the one of which it spoke last."""
        if name.head in self._by_alias:
            return self._by_alias[name.head]
        if not (name.is_capital or name.determiner in _POINTING):
            return None
        alike = [each for each in self.all if self._kindred(each.main, name)]
        return max(alike, key=lambda each: each.names[-1].start) if alike else None

    def _kindred(self, known: Titled, name: Titled) -> bool:
        if known.head == name.head:
            return True
        described = not (known.is_capital and name.is_capital) and known.is_distinct and name.is_distinct
        return known.kind == name.kind and (name.kind in _SAME_KIND or described)

    def _same(self, known: Titled, name: Titled) -> bool:
        if not known.is_distinct or not self._kindred(known, name):
            return False
        lead, known_lead = self._telling(name.lead), self._telling(known.lead)
        tail, known_tail = self._telling(name.tail), self._telling(known.tail)
        tails_alike = self._tails_alike(known, name)
        if lead == known_lead:
            return tails_alike or (bool(lead) and not (tail and known_tail)) or not tail
        if not lead:
            return tails_alike
        if not known_lead and tails_alike:
            return (known.determiner == "the" or not known.is_capital) and not known.aliases
        return not tail and lead <= known_lead | known_tail

    def _tails_alike(self, known: Titled, name: Titled) -> bool:
        return _alike(self._telling(known.tail), self._telling(name.tail))

    def _telling(self, words: Sequence[str]) -> frozenset[str]:
        """The words that tell one document from another."""
        vain = self._words.articles | self._words.connectors | self._words.dropped | self._words.modifiers
        return frozenset(words) - vain


def _length(name: Titled) -> int:
    return len(name.lead) + len(name.tail) + len(name.head.split())


def _alike(one: frozenset[str], two: frozenset[str]) -> bool:
    if not one and not two:
        return True
    return bool(one and two) and len(one & two) >= _ALIKE * max(len(one), len(two))
