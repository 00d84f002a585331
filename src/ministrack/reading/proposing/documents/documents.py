"""Documents with their stages."""

from collections.abc import Sequence
from itertools import groupby

from ministrack.domain.proposal import Proposal
from ministrack.reading.findings import Findings
from ministrack.reading.proposing.documents.document_acts import SETTLED, Act, Acts
from ministrack.reading.proposing.documents.document_lists import DocumentLists
from ministrack.reading.proposing.documents.document_proposals import proposals_of_threads
from ministrack.reading.proposing.documents.document_threads import Threads
from ministrack.reading.proposing.documents.document_words import DocumentWords, document_words
from ministrack.reading.proposing.documents.plain_documents import propose_plain_documents
from ministrack.reading.proposing.documents.plain_title_words import plain_title_words
from ministrack.reading.proposing.names_of_things.title_words import title_words
from ministrack.reading.proposing.names_of_things.titled import Titled, titled_names

_MADE = SETTLED | {"issued", "in_force", "drafting"}


def propose_documents(found: Findings, meetings: Sequence[Proposal]) -> list[Proposal]:
    """In the order of the text; `meetings` are those that were proposed already."""
    language = found.prose.lexicon.language
    plain = plain_title_words(language)
    if plain is not None:
        return propose_plain_documents(found, meetings, plain)
    words = document_words(language)
    threads = Threads(title_words("documents", language))
    _gather(found, threads, words)
    return proposals_of_threads(found, threads, meetings)


def _gather(found: Findings, threads: Threads, words: DocumentWords) -> None:
    """Headlines come last: what they name in capitals is known by then from the text."""
    names = list(titled_names(found, title_words("documents", found.prose.lexicon.language)))
    acts, lists = Acts(found, words), DocumentLists(found, words)
    for is_headline in (False, True):
        chosen = [name for name in names if (name.is_headline and not lists.is_item(name)) is is_headline]
        for _, group in groupby(chosen, key=lambda name: name.sentence.start):
            same = list(group)
            if lists.is_item(same[0]):
                whole = lists.whole(same[0])
                threads.add(threads.of(whole) or threads.begin(whole), whole, [lists.act(whole)])
                continue
            for name, done in zip(same, acts.of_sentence(same), strict=True):
                thread = threads.of(name)
                if thread is None and _may_begin(name, words, done):
                    thread = threads.begin(name)
                if thread is not None:
                    threads.add(thread, name, done)


def _may_begin(name: Titled, words: DocumentWords, done: Sequence[Act]) -> bool:
    """Whether a document may be met here for the first time, not only spoken of in general."""
    if _is_none(name, words):
        return False
    is_settled = any(act.name in SETTLED for act in done)
    if name.head in words.only_settled:
        return name.is_distinct and is_settled
    if (name.is_distinct or is_settled) and (name.is_capital or name.is_quoted):
        return True
    if name.head in words.bare and done:
        return name.is_capital or not name.is_headline
    is_made = any(act.name in _MADE for act in done) and name.determiner in words.articles
    if name.tail and (name.is_draft or (is_made and name.head in words.weighty)):
        return True
    is_pointed = name.determiner in words.definite or len(name.lead) > 1 or not words.definite
    is_known = (name.year and name.is_capital) or (name.has_proper_lead and is_pointed)
    return bool(is_known) and name.head in words.weighty


def _is_none(name: Titled, words: DocumentWords) -> bool:
    """ "No statement", "30 minutes", "the World Food Programme": no document at all."""
    said = " ".join([*name.lead, name.head])
    is_organisation = any(said.endswith(known) for known in words.organisations)
    return is_organisation or name.determiner in words.negations or name.determiner.isdigit()
