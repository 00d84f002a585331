"""Which names in a report are names of the same document."""

from collections.abc import Sequence

from ministrack.domain.values import dataclass, field
from ministrack.reading.proposing.documents.document_acts import Act
from ministrack.reading.proposing.names_of_things.title_words import TitleWords
from ministrack.reading.proposing.names_of_things.titled import Titled

_SAME_KIND = ("memorandum", "communique")
_ALIKE = 0.75
_MANY = 60  # documents that share a word; more than are worth comparing


@dataclass(slots=True)
class Thread:
    """One document: its names in the order of the text, each form once, and what is done with it."""

    names: list[Titled] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)
    forms: dict[tuple[str, ...], Titled] = field(default_factory=dict)

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
        self._vain = words.articles | words.connectors | words.dropped | words.modifiers
        self.all: list[Thread] = []
        self._by_alias: dict[str, Thread] = {}
        self._by_word: dict[str, list[Thread]] = {}
        self._latest: dict[str, Thread] = {}

    def of(self, name: Titled) -> Thread | None:
        """The document that a name is a name of, if it was named before."""
        if not name.is_distinct:
            return self._pointed(name)
        if name.is_headline and not name.lead:
            return self._told(name)
        near = (each for word in self._signs(name) for each in reversed(self._by_word.get(word, [])[-_MANY:]))
        found = (each for each in near if any(self._same(known, name) for known in each.forms.values()))
        return next(found, None)

    def begin(self, name: Titled) -> Thread:
        """A document that was not named before."""
        thread = Thread()
        self.all.append(thread)
        return thread

    def add(self, thread: Thread, name: Titled, acts: Sequence[Act]) -> None:
        """Another place where it is named."""
        thread.names.append(name)
        self._latest[name.head] = thread
        self._latest[name.kind] = thread
        if thread.forms.setdefault((name.head, *name.lead, "", *name.tail), name) is name:
            for word in self._signs(name):
                self._by_word.setdefault(word, []).append(thread)
        for alias in name.aliases:
            self._by_alias[alias.casefold()] = thread
        thread.acts.extend(acts)

    def _told(self, name: Titled) -> Thread | None:
        """ "Sign MoU to Strengthen Cooperation": what a headline shortens is told in the text."""
        near = (each for word in self._signs(name) for each in self._by_word.get(word, [])[:_MANY])
        alike = (each for each in near if any(self._tails_alike(form, name) for form in each.forms.values()))
        return next(alike, None) or self._latest.get(name.kind)

    def _pointed(self, name: Titled) -> Thread | None:
        """ "The Treaty" is the one that the report calls so, or the one of which it spoke last."""
        if name.head in self._by_alias:
            return self._by_alias[name.head]
        if not (name.is_capital or name.determiner in self._words.pointing):
            return None
        latest = self._latest.get(name.head)
        return latest or (self._latest.get(name.kind) if name.kind in _SAME_KIND else None)

    def _signs(self, name: Titled) -> frozenset[str]:
        """What names of the same document have at least one of in common."""
        return self._telling(name.lead) | self._telling(name.tail) or frozenset({name.kind})

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
        return frozenset(words) - self._vain


def _length(name: Titled) -> int:
    return len(name.lead) + len(name.tail) + len(name.head.split())


def _alike(one: frozenset[str], two: frozenset[str]) -> bool:
    if not one and not two:
        return True
    return bool(one and two) and len(one & two) >= _ALIKE * max(len(one), len(two))
