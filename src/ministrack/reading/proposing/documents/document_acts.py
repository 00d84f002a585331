"""What a sentence says was done with a document that it names: signed, adopted, reviewed, and when."""

import re
from collections.abc import Sequence

from ministrack.domain.values import dataclass
from ministrack.reading.findings import Findings
from ministrack.reading.mention import DateMention, Mention, PlaceMention
from ministrack.reading.proposing.documents.document_words import STAGES, TREATMENTS, DocumentWords
from ministrack.reading.proposing.inside import Inside
from ministrack.reading.proposing.names_of_things.titled import Titled, follows_at_once
from ministrack.reading.proposing.names_of_things.tokens import Spans
from ministrack.reading.prose import Sentence

SETTLED = {"signed", "adopted"}

_NEAR = 45  # characters between an act and the name after it
_FAR = 170
_CONDITION = 300  # characters before an act that may make a condition of it
_SPOKEN = 24  # "welcomed the recent signing of"
_NEAR_DATE = 70
_EARLY = 16  # "On 12 March, …"
_NEAR_PLACE = 30
_IN = re.compile(r"\b(?:in|at)\s+(?:the\s+)?\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What was done with a document, in the words from `start` to `stop`.

    `name` is the group of words ("signed"). `is_planned` if it is to be done; `is_aside` where it is only
    recalled beside the name ("the Declaration signed in Astana").
    """

    name: str
    start: int
    stop: int
    sentence: Sentence
    is_planned: bool
    is_aside: bool
    date: DateMention | None
    place: PlaceMention | None

    @property
    def has_stage(self) -> bool:
        """Whether it brings the document to a stage."""
        return self.name in STAGES

    @property
    def treatment(self) -> str:
        """What the meeting did with it; empty if that is none of the treatments."""
        done = TREATMENTS.get(self.name)
        return done.value if done and not self.is_planned and not self.is_aside else ""


class Acts:
    """Finds acts in sentences."""

    def __init__(self, found: Findings, words: DocumentWords) -> None:
        self._text = found.prose.text
        self._anchor = found.prose.anchor
        self._words = words
        self._dates = Inside(found.dates)
        self._places = Inside(found.places)
        self._named = Spans(())

    def of_sentence(self, names: Sequence[Titled]) -> list[list[Act]]:
        """For each name of a sentence what is done with it. "A, B and C were signed" counts for all."""
        self._named = Spans(Mention(start=name.start, stop=name.stop) for name in names)
        reached = [names[0].sentence.start, *(name.stop for name in names)]
        before = [self._before(name, begin) for name, begin in zip(names, reached, strict=False)]
        after = [self._after(name) for name in names]
        joined = follows_at_once(self._text, list(names), self._words.joints)
        for index in range(1, len(names)):
            gap = self._text[names[index - 1].stop : names[index].start]
            is_listed = joined[index] or self._words.parties_between.match(gap)
            if is_listed and before[index] is None:
                before[index] = before[index - 1]
        for index in reversed(range(len(names) - 1)):
            if joined[index + 1] and after[index] is None and before[index] is None:
                after[index] = after[index + 1]
        return [self._both(one, two, name) for name, one, two in zip(names, before, after, strict=True)]

    def _both(self, before: Act | None, after: Act | None, name: Titled) -> list[Act]:
        """What is said on both sides; a stage that is only recalled says nothing of what the meeting did."""
        near = [act for act in (before, after) if act]
        far = self._far(name) if all(act.is_aside for act in near) else None
        return [*near, far] if far else near

    def _before(self, name: Titled, begin: int) -> Act | None:
        """An act before the name; `begin` is where the name before it ends."""
        begin = max(begin, name.start - _NEAR - 30)
        last = None
        for found in self._words.act.finditer(self._text, begin, name.start):
            last = found
        if last is None or name.start - last.end() > _NEAR:
            return None
        gap = self._text[last.end() : name.start]
        if ";" in gap or "." in gap or self._words.breaks.search(gap):
            return None
        spoken_of = self._words.spoken_of.search(
            self._text, max(name.sentence.start, last.start() - _SPOKEN), last.start()
        )
        is_planned = self._is_to_come(last.start(), name) or self._is_noun_to_come(last, name)
        return self._act(last, name, is_aside=spoken_of is not None, is_planned=is_planned)

    def _after(self, name: Titled) -> Act | None:
        found = self._words.act_after.match(self._text, name.stop, name.sentence.stop)
        found = found or self._words.act_later.match(self._text, name.stop, name.sentence.stop)
        if found is None:
            return None
        linking = found.group("linking").split()
        is_planned = any(self._words.to_come.fullmatch(word) for word in linking)
        dashed = self._words.dash.search(self._text, name.stop, found.start(found.lastgroup or 0))
        is_aside = (not linking and not dashed) or (
            bool(linking) and linking[0].casefold() in self._words.aside_acts
        )
        return self._act(found, name, is_aside=is_aside, is_planned=is_planned)

    def _far(self, name: Titled) -> Act | None:
        """ "Participants reviewed how far the directions set out in the Declaration were followed"."""
        begin = max(name.sentence.start, name.start - _FAR)
        if self._words.dealing.search(self._text, begin, name.start) is None:
            return None
        last = list(self._words.act.finditer(self._text, begin, name.start))[-1]
        if last.lastgroup not in {"reviewed", "discussed"} or ";" in self._text[last.end() : name.start]:
            return None
        return self._act(last, name, is_aside=False, is_planned=self._is_to_come(last.start(), name))

    def _is_to_come(self, act: int, name: Titled) -> bool:
        before = self._text[max(name.sentence.start, act - 24) : act]
        if self._words.just_before.search(before):
            return True
        begin = max(name.sentence.start, act - _CONDITION)
        return self._words.condition.search(self._text, begin, act) is not None

    def _is_noun_to_come(self, act: re.Match[str], name: Titled) -> bool:
        """ "We will go on through the signature of a memorandum"."""
        is_noun = self._text[act.start() : act.end()].casefold() in self._words.act_nouns
        begin = max(name.sentence.start, act.start() - _FAR)
        return is_noun and self._words.noun_to_come.search(self._text, begin, act.start()) is not None

    def _act(self, found: re.Match[str], name: Titled, *, is_aside: bool, is_planned: bool) -> Act:
        group = found.lastgroup or ""
        start, stop = found.span(group)
        day = self._date(start, stop, name) if group in STAGES else None
        ahead = day is not None and self._anchor is not None and day.edtf[:10] > self._anchor.isoformat()
        coming = ahead and day is not None and len(day.edtf) >= 4
        return Act(
            name=group,
            start=start,
            stop=stop,
            sentence=name.sentence,
            is_planned=is_planned or coming,
            is_aside=is_aside,
            date=day,
            place=self._place(max(stop, name.stop), name.sentence) if group in STAGES else None,
        )

    def _date(self, start: int, stop: int, name: Titled) -> DateMention | None:
        dates = self._dates.between(name.sentence.start, name.sentence.stop)
        done = self._past_agents(max(stop, name.stop), name.sentence)
        for day in dates:
            gap = day.start - done
            is_named = self._named.covers(day.start)
            if 0 <= gap < _NEAR_DATE and not is_named and not self._parts(done, day.start):
                return day
        if name.start - stop > 0:
            early = name.sentence.start + _EARLY
            near = [day for day in dates if day.stop <= start and (day.start < early or start - day.stop < 3)]
            return near[0] if len(near) == 1 else None
        return None

    def _past_agents(self, done: int, sentence: Sentence) -> int:
        """Past those by whom it was done, up to the place or the day: "by both ministers in Graz"."""
        agents = self._words.agents.match(self._text, done, sentence.stop)
        return agents.end() if agents else done

    def _parts(self, start: int, stop: int) -> bool:
        """Whether something else is told between an act and a day."""
        words = self._words
        return bool(words.act.search(self._text, start, stop) or words.turns.search(self._text, start, stop))

    def _place(self, done: int, sentence: Sentence) -> PlaceMention | None:
        done = self._past_agents(done, sentence)
        for place in self._places.between(done, min(done + _NEAR_PLACE, sentence.stop)):
            if self._parts(done, place.start):
                return None
            if _IN.search(self._text[max(done, place.start - 8) : place.start]):
                return place
        return None
