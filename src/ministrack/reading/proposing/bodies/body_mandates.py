"""How a sentence says that a body was set up, by whom, and what it is to do."""

from ministrack.domain.values import dataclass
from ministrack.reading.findings import Findings
from ministrack.reading.proposing.bodies.body_words import BodyWords
from ministrack.reading.proposing.inside import Inside
from ministrack.reading.proposing.names_of_things.titled import Titled

_NEAR = 40  # characters between "establish" and the name
_FAR = 200  # characters from the name to its purpose
_LONGEST = 400
_SHORTEST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate:
    """What is said of a body beside one of its names; a span of 0 to 0 where nothing is.

    `is_proposed` where somebody only wishes to set it up. `purpose` is what it is to do; `party` who set it
    up, `initiator` who proposed it, each as a code with the words that say so.
    """

    name: Titled
    is_set_up: bool
    is_proposed: bool = False
    purpose: tuple[int, int] = (0, 0)
    party: tuple[str, int, int] | None = None
    initiator: tuple[str, int, int] | None = None

    @property
    def says_something(self) -> bool:
        """Whether it tells how the body came about or what it does."""
        return self.is_set_up or self.purpose[1] > 0


class Mandates:
    """Reads the sentences around names of bodies."""

    def __init__(self, found: Findings, words: BodyWords) -> None:
        self._text = found.prose.text
        self._words = words
        self._parties = Inside(found.parties)

    def of(self, name: Titled) -> Mandate:
        """What the sentence says of the body."""
        words, stop = self._words, name.sentence.stop
        after = words.after.match(self._text, name.stop, stop)
        cue_before = self._set_up_before(name)
        is_set_up = bool(after and after.group("set")) or cue_before > 0
        cue = after.end() if after and after.group("cue") else 0
        begin = after.start("cue") if after and cue else 0
        if is_set_up and not cue:
            begin, cue = self._purpose(after.end() if after else name.stop, stop)
        purpose = self._clause(begin, cue, stop) if cue else (0, 0)
        done = after.end() if after and after.group("set") else name.stop
        return Mandate(
            name=name,
            is_set_up=is_set_up,
            is_proposed=cue_before > 0 and self._is_only_proposed(cue_before, name),
            purpose=purpose,
            party=self._party(done, stop, near=4) if is_set_up else None,
            initiator=self._initiator(name, stop),
        )

    def _is_only_proposed(self, cue: int, name: Titled) -> bool:
        begin = max(name.sentence.start, cue - _FAR)
        return self._words.only_proposed.search(self._text, begin, cue) is not None

    def _set_up_before(self, name: Titled) -> int:
        """Where it is told before the name that it was set up; 0 where it is not."""
        last = None
        for found in self._words.before.finditer(
            self._text, max(name.sentence.start, name.start - _NEAR), name.start
        ):
            last = found
        if last is None:
            return 0
        gap = self._text[last.end() : name.start]
        if any(sign in gap for sign in ",;:.") or self._words.gap_breaks.search(gap):
            return 0
        return last.start() if len(gap.split()) < 5 else 0

    def _purpose(self, start: int, stop: int) -> tuple[int, int]:
        """Where the purpose begins, and from where its end is looked for."""
        limit = min(stop, start + _FAR)
        broken = self._words.purpose_break.search(self._text, start, limit)
        limit = broken.start() if broken else limit
        purpose = self._words.purpose.search(self._text, start, limit)
        mandated = self._words.mandated.search(self._text, start, limit)
        if mandated and (purpose is None or mandated.start() <= purpose.start()):
            return mandated.span()
        return (purpose.end(), purpose.end()) if purpose else (0, 0)

    def _clause(self, begin: int, cue: int, stop: int) -> tuple[int, int]:
        stop = min(stop, cue + _LONGEST)
        ended = self._words.purpose_end.search(self._text, cue + _SHORTEST, stop)
        end = ended.start() if ended else stop
        return (begin, end) if end - begin >= _SHORTEST else (0, 0)

    def _party(self, start: int, stop: int, *, near: int) -> tuple[str, int, int] | None:
        cue = self._words.by_party.search(self._text, start, min(stop, start + near + 24))
        if cue is None or cue.start() - start > near:
            return None
        party = next(iter(self._parties.between(cue.end(), min(stop, cue.end() + 6))), None)
        return (party.code, cue.start(), party.stop) if party else None

    def _initiator(self, name: Titled, stop: int) -> tuple[str, int, int] | None:
        cue = self._words.initiated.search(self._text, name.stop, min(stop, name.stop + 36))
        if cue is None or cue.start() - name.stop > 4:
            return None
        party = next(iter(self._parties.between(cue.end(), min(stop, cue.end() + 6))), None)
        return (party.code, cue.start(), party.stop) if party else None
