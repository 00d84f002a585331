"""Bodies and what they are to do."""

from collections.abc import Sequence

from ministrack.domain.language import tr
from ministrack.domain.proposal import Proposal, ProposalKind, Relation, Said
from ministrack.reading.findings import Findings
from ministrack.reading.mention import PartyForm
from ministrack.reading.proposing.bodies.body_mandates import Mandate, Mandates
from ministrack.reading.proposing.bodies.body_words import BodyWords, body_words
from ministrack.reading.proposing.documents.document_threads import Thread, Threads
from ministrack.reading.proposing.names_of_things.title_words import TitleWords, title_words
from ministrack.reading.proposing.names_of_things.titled import Titled, titled_names
from ministrack.reading.proposing.names_of_things.tokens import Spans
from ministrack.reading.proposing.quoting import plain, quote_of, said_in
from ministrack.reading.prose import Prose


def propose_bodies(found: Findings, meetings: Sequence[Proposal]) -> list[Proposal]:
    """In the order of the text; `meetings` are those that were proposed already."""
    reported = next((each.key for each in meetings if each.relation is Relation.REPORTED), "")
    return [
        _proposal(found.prose, thread, mandates, f"b{number}", reported)
        for number, (thread, mandates) in enumerate(bodies_of(found), 1)
    ]


def bodies_of(found: Findings) -> list[tuple[Thread, list[Mandate]]]:
    """The bodies that are worth a proposal, each with what is said of it."""
    language = found.prose.lexicon.language
    words, naming = body_words(language), title_words("bodies", language)
    mandates = Mandates(found, words)
    threads = Threads(naming)
    told: dict[int, list[Mandate]] = {}
    known = Spans(party for party in found.parties if party.form is PartyForm.ORGANISATION)
    reached = 0
    for name in titled_names(found, naming):
        mandate = mandates.of(name)
        if name.start < reached or (known.covers(name.start) and not mandate.says_something):
            continue
        reached = max(reached, mandate.purpose[1])
        thread = threads.of(name)
        if thread is None and _may_begin(name, mandate, words, naming):
            thread = threads.begin(name)
        if thread is not None:
            threads.add(thread, name, ())
            told.setdefault(id(thread), []).append(mandate)
    bodies = [(thread, told[id(thread)]) for thread in threads.all]
    return [(thread, said) for thread, said in bodies if _is_worth(thread, said, words)]


def _may_begin(name: Titled, mandate: Mandate, words: BodyWords, naming: TitleWords) -> bool:
    if name.is_headline:
        return False
    if name.is_capital:
        return name.is_distinct or mandate.says_something
    is_said = name.head in words.plain_bodies and mandate.says_something
    return is_said and (mandate.is_set_up or name.determiner in naming.articles)


def _is_worth(thread: Thread, said: Sequence[Mandate], words: BodyWords) -> bool:
    return any(each.says_something for each in said) or thread.main.head in words.telling


def _proposal(prose: Prose, thread: Thread, said: Sequence[Mandate], key: str, about: str) -> Proposal:
    main = thread.main
    fields: dict[str, Said] = {
        "name": said_in(prose, main.sentence, main.title, main.start, main.stop),
        "kind": said_in(prose, main.sentence, main.kind, main.start, main.stop),
    }
    for mandate in said:
        fields = {**_told(prose, mandate), **fields}
    is_told = any(each.says_something for each in said)
    is_proposed = any(each.is_proposed for each in said)
    unsure = tr("It is only proposed") if is_proposed else tr("The report does not say what it is for")
    is_sure = is_told and not is_proposed
    return Proposal(
        kind=ProposalKind.BODY,
        key=key,
        fields={name: fields[name] for name in _ORDER if name in fields},
        quote=quote_of(prose, main.start, main.stop),
        also=tuple(quote_of(prose, each.start, each.stop) for each in thread.names if each is not main),
        sure=is_sure,
        why="" if is_sure else unsure,
        about=about,
    )


_ORDER = ("name", "kind", "mandate", "set_up_by", "initiated_by")


def _told(prose: Prose, mandate: Mandate) -> dict[str, Said]:
    sentence = mandate.name.sentence
    fields: dict[str, Said] = {}
    start, stop = mandate.purpose
    if stop:
        words = plain(prose.text[start:stop])
        fields["mandate"] = said_in(prose, sentence, words[0].upper() + words[1:], start, stop)
    for name, told in (("set_up_by", mandate.party), ("initiated_by", mandate.initiator)):
        if told:
            fields[name] = said_in(prose, sentence, told[0], told[1], told[2])
    return fields
