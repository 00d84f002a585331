"""Words of a report as the title of a task: verb first, as one writes it on a list."""

from collections.abc import Sequence
from itertools import pairwise

from ministrack.domain.proposal import Proposal
from ministrack.reading.mention import Mention
from ministrack.reading.proposing.inside import Inside
from ministrack.reading.proposing.quoting import plain
from ministrack.reading.proposing.tasks.task_cues import Clause
from ministrack.reading.proposing.tasks.task_words import TaskWords

_REACH = 300
_VOWELS = "aeiou"


class Titles:
    """Makes titles of clauses; `named` are records of which a report may go on to speak as "it"."""

    def __init__(self, words: TaskWords, text: str, named: Sequence[Proposal]) -> None:
        self._words = words
        self._text = text
        names = {
            quote.start: (quote.stop, each.value("title") or each.value("name"))
            for each in named
            for quote in (each.quote, *each.also)
        }
        self._names = names
        self._named = Inside([Mention(start=start, stop=stop) for start, (stop, _) in names.items()])
        self._verbs = words.words["strong_verbs"] | words.words["will_verbs"] | words.words["other_verbs"]

    def of(self, clause: Clause) -> str:
        """The title, with a capital at its beginning."""
        said = plain(self._text[clause.start : clause.stop]).split(" ")
        while len(said) > 2 and said[0].casefold() in self._words.words["opening"]:
            said = said[1:]
        said = self._infinitive(said)
        name = self._meant(clause, said)
        if name:
            said = [said[0], name, *said[2:]]
        title = " ".join(said)
        return title[:1].upper() + title[1:]

    def points_back(self, clause: Clause) -> bool:
        """Whether it only says "it", and nothing that was named is meant."""
        said = plain(self._text[clause.start : clause.stop]).split(" ")
        return self._is_pointing(said) and not self._meant(clause, said)

    def _infinitive(self, said: list[str]) -> list[str]:
        """ "Drawing up a road map" as "draw up a road map", unless another such word goes on with it."""
        at = next((at for at, word in enumerate(said[:2]) if word.endswith("ing")), None)
        if at is None or (at and not said[0].endswith("ly")):
            return said
        pairs = pairwise(said)
        if any(one in self._words.words["joining"] and two.endswith("ing") for one, two in pairs):
            return said
        word = said[at].casefold()
        stem = word.removesuffix("ing")
        forms = [stem, f"{stem}e"]
        if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
            forms.append(stem[:-1])
        verb = next((form for form in forms if form in self._verbs), "")
        return [*said[:at], verb, *said[at + 1 :]] if verb else said

    def _is_pointing(self, said: Sequence[str]) -> bool:
        return len(said) > 1 and said[1].strip(".,").casefold() in self._words.words["objects"]

    def _meant(self, clause: Clause, said: Sequence[str]) -> str:
        """The document or body that was named last, where the clause goes on with "it"."""
        if not self._is_pointing(said):
            return ""
        near = self._named.between(clause.start - _REACH, clause.start)
        if not near:
            return ""
        name = self._names[near[-1].start][1]
        return name if name.casefold().startswith("the ") else f"the {name}"
