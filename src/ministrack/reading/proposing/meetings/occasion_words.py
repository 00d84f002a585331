"""The words of a language that make up the name of a meeting: [meetings] of its lexicon, compiled."""

import re
from collections.abc import Sequence
from functools import cache

from ministrack.domain.values import dataclass
from ministrack.reading.lexicon import Lexicon, lexicon

NOTHING = "(?!)"
_WORD = re.compile(r"[\w+]+")


@dataclass(frozen=True, slots=True)
class OccasionWords:
    """Words around the noun for a meeting."""

    heads: re.Pattern[str]
    weak: re.Pattern[str]
    bodies: re.Pattern[str]
    edition: re.Pattern[str]
    margin: re.Pattern[str]
    beside: re.Pattern[str]
    prefix: re.Pattern[str]
    times: re.Pattern[str]
    note: re.Pattern[str]
    turned: re.Pattern[str]
    at_a: re.Pattern[str]
    telling: re.Pattern[str]
    guests: re.Pattern[str]
    doubtful: re.Pattern[str]
    afar: re.Pattern[str]
    self_count: re.Pattern[str]
    self_counted: re.Pattern[str]
    since: re.Pattern[str]
    act_ends: re.Pattern[str]
    postponed: re.Pattern[str]
    cancelled: re.Pattern[str]
    now: re.Pattern[str]
    here: re.Pattern[str]
    there: re.Pattern[str]
    house: re.Pattern[str]
    label: re.Pattern[str]
    done: re.Pattern[str]
    role_of: re.Pattern[str]
    leaders: re.Pattern[str]
    themselves: re.Pattern[str]
    members: re.Pattern[str]
    offered: re.Pattern[str]
    officials: re.Pattern[str]
    acts: re.Pattern[str]
    governed: re.Pattern[str]
    modifiers: frozenset[str]
    light: frozenset[str]
    group: frozenset[str]
    connecting: frozenset[str]
    connecting_before: frozenset[str]
    extending: frozenset[str]
    articles: frozenset[str]
    definite: frozenset[str]
    next: frozenset[str]
    earlier: frozenset[str]
    opening: frozenset[str]
    days: frozenset[str]


@cache
def occasion_words(language: str) -> OccasionWords:
    """The words of a language; patterns that never fit where it has none yet."""
    held = lexicon(language)

    def words(name: str) -> frozenset[str]:
        return frozenset(word.lower() for word in held.words("meetings", name))

    days = [word for name in ("months", "weekdays") for word in held.words("dates", name)]
    return OccasionWords(
        heads=any_of(held.words("meetings", "heads")),
        weak=any_of(held.words("meetings", "weak_heads")),
        bodies=any_of(held.words("meetings", "body_heads")),
        edition=re.compile(rf"\s+{pattern(held, 'edition_pattern')}$", re.IGNORECASE),
        margin=re.compile(rf"\b{choice(held.words('meetings', 'margin'))}\s+[^.;]{{0,60}}$", re.IGNORECASE),
        beside=re.compile(rf"\b{choice(held.words('meetings', 'beside'))}\s+[^.;]{{0,30}}$", re.IGNORECASE),
        modifiers=words("modifiers"),
        light=words("light"),
        group=words("group_words"),
        connecting=words("connecting"),
        connecting_before=words("connecting_before"),
        times=re.compile(pattern(held, "time_pattern"), re.IGNORECASE),
        at_a=re.compile(pattern(held, "at_a_pattern"), re.IGNORECASE),
        doubtful=any_of(held.words("meetings", "doubtful_verbs")),
        guests=any_of(held.words("meetings", "guest_verbs")),
        telling=re.compile(pattern(held, "telling_pattern"), re.IGNORECASE),
        turned=re.compile(pattern(held, "turned_pattern"), re.IGNORECASE),
        afar=re.compile(pattern(held, "afar_pattern"), re.IGNORECASE),
        self_count=re.compile(pattern(held, "self_count_pattern"), re.IGNORECASE),
        self_counted=re.compile(pattern(held, "self_counted_pattern"), re.IGNORECASE),
        note=re.compile(pattern(held, "note_pattern"), re.IGNORECASE),
        since=re.compile(rf"\s+{choice(held.words('meetings', 'since'))}\b", re.IGNORECASE),
        act_ends=re.compile(rf"[,;:.]\s|\s{choice(held.words('meetings', 'act_ends'))}\b", re.IGNORECASE),
        postponed=any_of(held.words("meetings", "postponed")),
        cancelled=any_of(held.words("meetings", "cancelled")),
        now=re.compile(pattern(held, "now_pattern"), re.IGNORECASE),
        house=re.compile(pattern(held, "house_pattern")),
        label=re.compile(pattern(held, "label_pattern"), re.IGNORECASE),
        there=re.compile(pattern(held, "there_pattern"), re.IGNORECASE),
        done=re.compile(pattern(held, "done_pattern"), re.IGNORECASE),
        here=re.compile(pattern(held, "here_pattern"), re.IGNORECASE),
        leaders=any_of(held.words("meetings", "leaders_heads")),
        themselves=any_of(held.words("meetings", "themselves")),
        members=re.compile(rf"\b{choice(held.words('meetings', 'members'))}\s+(?:the\s+)?$", re.IGNORECASE),
        offered=re.compile(rf"\b{choice(held.words('meetings', 'offered'))}", re.IGNORECASE),
        officials=any_of(held.words("meetings", "officials")),
        acts=re.compile(choice(held.words("meetings", "acts")), re.IGNORECASE),
        role_of=re.compile(
            rf"\b{choice(held.words('meetings', 'roles_of'))}\s+[^.;]{{0,60}}$", re.IGNORECASE
        ),
        governed=re.compile(
            rf"\b{choice(held.words('meetings', 'governing'))}\s+[^,.;]{{0,25}}$", re.IGNORECASE
        ),
        prefix=re.compile(pattern(held, "prefix_pattern"), re.IGNORECASE),
        extending=words("extending"),
        articles=words("articles"),
        definite=words("definite"),
        next=words("next_words"),
        earlier=words("earlier_words"),
        opening=words("opening_words"),
        days=frozenset(day.lower() for day in days),
    )


def pattern(held: Lexicon, name: str) -> str:
    """A pattern of the section, in which a blank stands for any blanks."""
    return _with_blanks(str(held.section("meetings").get(name, NOTHING)))


def choice(words: Sequence[str]) -> str:
    """A pattern for one of the words; a blank in them stands for any blanks."""
    listed = sorted(words, key=len, reverse=True)
    return _with_blanks(f"(?:{'|'.join(listed)})") if words else NOTHING


def _with_blanks(written: str) -> str:
    return written.replace(" ?", r"\s?").replace(" ", r"\s+")


def any_of(words: Sequence[str]) -> re.Pattern[str]:
    """One of the words, as a whole word, in any case."""
    return re.compile(rf"(?<![\w-]){choice(words)}(?!\w)", re.IGNORECASE)


def nouns_of(head: str) -> frozenset[str]:
    """The words of a noun for a meeting, in the singular."""
    return frozenset(word.rstrip("s") for word in _WORD.findall(head))
