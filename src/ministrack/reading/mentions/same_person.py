"""Which mentions of a report are of one person: "Mr Edwin Tong SC", "Minister Tong"."""

from collections.abc import Sequence
from functools import cache

from ministrack.domain.names import fold, sound
from ministrack.domain.values import dataclass, field
from ministrack.reading.any_language import any_pattern
from ministrack.reading.mentions.person_draft import Draft


@dataclass(slots=True)
class Group:
    """The mentions of one person, with the words of the fullest name among them."""

    words: frozenset[str]
    place: int  # among the groups, fullest names first
    drafts: list[Draft] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)
    party: str = ""  # of the first mention that came with one

    def add(self, draft: Draft) -> None:
        """One more mention of this person."""
        self.drafts.append(draft)
        self.party = self.party or draft.party
        if draft.title:
            self.titles.add(fold(draft.title))

    def party_of(self) -> str:
        """The first party that is named with one of them."""
        return next((draft.party for draft in self.drafts if draft.party), "")


def name_words(name: str, ignored: frozenset[str]) -> frozenset[str]:
    """The words by which a name is compared: without initials and what stands after it."""
    words = fold(name).split()
    kept = [word for word in words if len(word) > 1 and word not in ignored]
    return frozenset(kept or words)


def groups_of(drafts: Sequence[Draft], ignored: frozenset[str]) -> list[Group]:
    """One group for each person, in the order of their first mention."""
    words = {id(draft): name_words(draft.name, ignored) for draft in drafts}
    groups: list[Group] = []
    of_sound: dict[str, list[Group]] = {}  # a name is compared with those that share a word with it
    fullest_first = sorted(drafts, key=lambda each: (-len(words[id(each)]), each.start))
    for draft in fullest_first:
        own = words[id(draft)]
        near = {id(group): group for each in _sounds(own) for group in of_sound.get(each, ())}
        group = _matching(draft, own, sorted(near.values(), key=lambda each: each.place))
        if group is None:
            group = Group(own, len(groups))
            groups.append(group)
            for each in _sounds(own):
                of_sound.setdefault(each, []).append(group)
        group.add(draft)
    for group in groups:
        group.drafts.sort(key=lambda each: each.start)
    return sorted(groups, key=lambda group: group.drafts[0].start)


def _matching(draft: Draft, words: frozenset[str], groups: Sequence[Group]) -> Group | None:
    """The person that a mention is of: the one spoken of last before it, where several have the name."""
    fitting = [group for group in groups if _is_named_alike(draft, words, group) and _may_be(draft, group)]
    if not fitting:
        return None
    before = [group for group in fitting if group.drafts[0].start <= draft.start]
    if len(before) < 2:
        return (before or fitting)[0]
    return max(before, key=lambda group: max(d.start for d in group.drafts if d.start <= draft.start))


def _is_named_alike(draft: Draft, words: frozenset[str], group: Group) -> bool:
    """Whether a name is a shorter form of that of a person, or the same in another spelling."""
    if words <= group.words:
        return True
    if len(words) > 1 and _sounds(words) <= _sounds(group.words):
        return True
    return bool(words & group.words) and _has_same_highest_office(draft, group)


def _has_same_highest_office(draft: Draft, group: Group) -> bool:
    """ "President Joe Biden", "President Joseph R. Biden": of one country there is one."""
    highest = any_pattern("titles", "highest").match(fold(draft.title))
    is_same = bool(highest) and fold(draft.title) in group.titles
    return is_same and draft.name.split()[-1] == group.drafts[0].name.split()[-1]


@cache
def _sounds(words: frozenset[str]) -> frozenset[str]:
    return frozenset(sound(word) for word in words)


def _may_be(draft: Draft, group: Group) -> bool:
    if draft.party and group.party and draft.party != group.party:
        return False
    highest = any_pattern("titles", "highest").match(fold(draft.title))
    return not (highest and group.titles and not any(highest[0] in title for title in group.titles))
