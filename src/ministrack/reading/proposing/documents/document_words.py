"""The words by which reports tell what became of a document, of one language."""

import re
from functools import cache

from ministrack.domain.document import Stage
from ministrack.domain.meeting import Treatment
from ministrack.domain.values import dataclass
from ministrack.reading.lexicon import lexicon
from ministrack.reading.proposing.word_patterns import NOTHING, any_of, pattern_of, whole_words

ISSUED = "issued"
STAGES = {
    "signed": Stage.SIGNED,
    "adopted": Stage.ADOPTED,
    ISSUED: Stage.ADOPTED,
    "in_force": Stage.IN_FORCE,
    "superseded": Stage.SUPERSEDED,
    "agreed": Stage.AGREED,
    "drafting": Stage.DRAFTING,
    "proposed": Stage.PROPOSED,
}
TREATMENTS = {
    "signed": Treatment.SIGNED,
    "adopted": Treatment.ADOPTED,
    ISSUED: Treatment.ADOPTED,
    "reviewed": Treatment.REVIEWED,
    "discussed": Treatment.DISCUSSED,
}


@dataclass(frozen=True, slots=True)
class DocumentWords:
    """`act` has a group for each of the acts; `act_after` finds one that directly follows a name."""

    act: re.Pattern[str]
    act_after: re.Pattern[str]
    act_later: re.Pattern[str]
    agents: re.Pattern[str]
    dash: re.Pattern[str]
    dealing: re.Pattern[str]
    list_lead: re.Pattern[str]
    parties_between: re.Pattern[str]
    breaks: re.Pattern[str]
    turns: re.Pattern[str]
    to_come: re.Pattern[str]
    just_before: re.Pattern[str]
    spoken_of: re.Pattern[str]
    condition: re.Pattern[str]
    initiated: re.Pattern[str]
    examples: re.Pattern[str]
    weighty: frozenset[str]
    bare: frozenset[str]
    only_settled: frozenset[str]
    negations: frozenset[str]
    articles: frozenset[str]
    joints: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    act_nouns: frozenset[str]
    noun_to_come: re.Pattern[str]
    organisations: frozenset[str]
    aside_acts: frozenset[str]


@cache
def document_words(language: str) -> DocumentWords:
    """The words of the section [documents]."""
    book = lexicon(language)

    def words(name: str) -> tuple[str, ...]:
        return book.words("documents", name)

    acts = {name: words(f"{name}_acts") for name in (*STAGES, "reviewed", "discussed")}
    groups = "|".join(rf"(?P<{name}>{any_of(said)})" for name, said in acts.items() if said)
    act = rf"(?<!\w)(?:{groups})(?!\w)" if groups else NOTHING.pattern
    linking = rf"(?P<linking>(?:(?:{any_of(words('linking'))})\s+)*)"
    coming = any_of(words("to_come"))
    return DocumentWords(
        act=re.compile(act, re.IGNORECASE),
        act_after=re.compile(
            rf"(?:[”\"»’']\w{{0,5}})?[\s,”\"’»)*–—]*(?:\([^()]{{1,60}}\)[\s,]*)?{linking}{act}", re.IGNORECASE
        ),
        act_later=_later(act, words("between"), words("passive")),
        noun_to_come=pattern_of(book.section("documents").get("noun_to_come_pattern")),
        dash=re.compile("[–—]"),
        agents=pattern_of(book.section("documents").get("agents_pattern")),
        list_lead=pattern_of(book.section("documents").get("list_pattern")),
        parties_between=_between(words("between")),
        dealing=whole_words([*acts["reviewed"], *acts["discussed"]]),
        breaks=whole_words(words("act_breaks")),
        turns=whole_words(words("date_breaks")),
        to_come=whole_words(words("to_come")),
        just_before=re.compile(rf"(?<!\w)(?:{coming})\s+(?:\w+ly\s+)?\Z", re.IGNORECASE)
        if coming
        else NOTHING,
        examples=whole_words(words("examples")),
        spoken_of=whole_words(words("spoken_of")),
        condition=pattern_of(book.section("documents").get("condition_pattern")),
        initiated=whole_words(words("initiated_by")),
        weighty=frozenset(words("weighty")),
        only_settled=frozenset(words("only_settled")),
        bare=frozenset(words("bare")),
        organisations=frozenset(words("organisations")),
        definite=frozenset(words("definite")),
        indefinite=frozenset(words("indefinite")),
        act_nouns=frozenset(words("act_nouns")),
        aside_acts=frozenset(words("aside_acts")),
        joints=frozenset(book.words("names_of_things", "joints")),
        articles=frozenset(book.words("names_of_things", "articles")),
        negations=frozenset(words("negations")),
    )


def _later(act: str, between: tuple[str, ...], passive: tuple[str, ...]) -> re.Pattern[str]:
    """ "A memorandum between this ministry and that one was signed"; "a charter, of ten articles, was"."""
    if not (between and passive):
        return NOTHING
    linking = rf"(?P<linking>(?:{any_of(passive)})\s+)(?:\w+ly\s+)?"
    amid = rf"(?:\s+(?:{any_of(between)})\b[^.;:]{{0,200}}?|,\s[^.;:,]{{2,120}},)"
    return re.compile(rf"{amid}\s{linking}{act}", re.IGNORECASE)


def _between(between: tuple[str, ...]) -> re.Pattern[str]:
    """What stands between two documents of a list where the first names its parties."""
    if not between:
        return NOTHING
    return re.compile(
        rf"\s+(?:{any_of(between)})\b[^.;:]{{0,160}}(?:,|\band)\s*(?:\w{{1,3}}\s*)?\Z", re.IGNORECASE
    )
