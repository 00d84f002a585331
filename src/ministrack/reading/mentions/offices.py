"""Offices of people who are named without one: that of a list, or that of the person named before."""

import re
from collections.abc import Iterator, Sequence

from ministrack.domain.language import N_
from ministrack.domain.names import fold
from ministrack.domain.values import dataclass
from ministrack.reading.lexicon import Lexicon
from ministrack.reading.mentions.person_draft import Draft
from ministrack.reading.mentions.person_level import level_of
from ministrack.reading.mentions.same_person import Group
from ministrack.reading.mentions.units import Units
from ministrack.reading.mentions.unnamed import single_title

OF_ALL = N_("the report names the office of all of them together")
OF_COUNTERPART = N_("the office of the person named before")


@dataclass(frozen=True, slots=True)
class Plural:
    """ "Attorneys-General", "justice ministers": the office of several people."""

    start: int
    stop: int
    title: str


def plural_offices(text: str, units: Units, held: Lexicon) -> Iterator[Plural]:
    """The offices of several people that a sentence names."""
    left_out = frozenset(fold(word) for word in held.words("titles", "no_offices"))
    for at, kind in enumerate(units.kinds):
        head = units.units[at]
        words = text[head.start : head.stop]
        if kind != "T" or not _is_plural(words) or fold(words) in left_out:
            continue
        first = at
        while first and units.kinds[first - 1] in "Ff":
            first -= 1
        start = units.units[first].start
        title = single_title(" ".join(text[start : head.stop].split()))
        if level_of(title, "", held):
            yield Plural(start, head.stop, title)


def complete_offices(groups: Sequence[Group], plurals: Sequence[Plural], held: Lexicon) -> None:
    """Gives a title or a level to people of whom a party is known, and no office."""
    same = frozenset(fold(word) for word in held.words("titles", "same_office"))
    before: Draft | None = None
    for group in groups:
        for draft in group.drafts:
            _without_counterpart(draft, same)
        titled = [draft for draft in group.drafts if draft.title]
        if titled and not _is_counterpart(titled, same):
            before = titled[0]
        elif titled or group.drafts[0].shares_office:
            _from_person(group.drafts, before)
        elif group.drafts[0].is_polite and group.drafts[0].party:
            _from_list(group.drafts[0], plurals)


def _is_counterpart(titled: Sequence[Draft], same: frozenset[str]) -> bool:
    return all(fold(draft.title).split()[0] in same for draft in titled)


def _from_person(drafts: Sequence[Draft], before: Draft | None) -> None:
    for draft in drafts:
        draft.title, draft.title_span = "", (0, 0)
    if before is not None:
        drafts[0].office, drafts[0].office_from = before.title, OF_COUNTERPART


def _without_counterpart(draft: Draft, same: frozenset[str]) -> None:
    """ "counterpart, Cabinet Secretary for Trade": the title is what follows."""
    word, comma, title = draft.title.partition(", ")
    if comma and fold(word).split()[0] in same:
        draft.title = title
        draft.title_span = (draft.title_span[1] - len(title), draft.title_span[1])


def _from_list(draft: Draft, plurals: Sequence[Plural]) -> None:
    known = [plural for plural in plurals if plural.stop <= draft.start]
    if known:
        draft.office, draft.office_from = known[-1].title, OF_ALL


def _is_plural(words: str) -> bool:
    return words.endswith("s") or re.split(r"[\s-]", words, maxsplit=1)[0].endswith("s")
