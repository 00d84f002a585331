"""A report and proposals for it, made by hand: no matter how well reports are read."""

from ministrack.domain.proposal import Proposal, ProposalKind, Quote, Relation, Said
from ministrack.reading.report import Report

OPENING = "On 12 May the ministers of justice met in Şuşa for their fourth meeting."
CHAIR = "Azerbaijan's Minister of Justice Rəşad Məmmədli"
DEPUTY = "Kyrgyzstan's Deputy Minister of Justice Азамат Ескараев"
NEXT = "The fifth meeting will be held in Budapest in 2027."
REPORT = f"""{OPENING} 🕊

The meeting was chaired by {CHAIR}, and attended by {DEPUTY}.

They discussed the Şuşa Declaration. {NEXT}

Şuşa hosted the ministers for the first time."""


def quote(text: str, words: str, number: int = 1) -> Quote:
    """The n-th place of these words."""
    start = -1
    for _ in range(number):
        start = text.index(words, start + 1)
    return Quote(start, start + len(words), words)


def proposals_of(report: Report) -> tuple[Proposal, ...]:
    """What a careful reader would propose; nothing for another text."""
    text = report.text
    if OPENING not in text:
        return ()
    return (
        Proposal(
            kind=ProposalKind.MEETING,
            key="m4",
            relation=Relation.REPORTED,
            quote=quote(text, OPENING),
            also=(quote(text, "Şuşa hosted the ministers"),),
            fields={
                "number": said(text, "4", OPENING, "fourth meeting"),
                "date": said(text, f"{report.about.published[:4] or '2026'}-05-12", OPENING, "12 May"),
                "city": said(text, "Şuşa", OPENING, "Şuşa"),
            },
        ),
        delegation(text, "d1", CHAIR, party="AZ", person="Rəşad Məmmədli", level="minister", role="chair"),
        delegation(text, "d2", DEPUTY, party="KG", person="Азамат Ескараев", level="deputy_minister"),
        Proposal(
            kind=ProposalKind.DOCUMENT,
            key="o1",
            about="m4",
            quote=quote(text, "Şuşa Declaration"),
            fields={"title": said(text, "Şuşa Declaration", "Şuşa Declaration", "Şuşa Declaration")},
        ),
        Proposal(
            kind=ProposalKind.MEETING,
            key="m5",
            relation=Relation.NEXT,
            quote=quote(text, NEXT),
            sure=False,
            why="“will be held”: no day is given",
            fields={
                "number": said(text, "5", NEXT, "fifth meeting"),
                "date": said(text, "2027", NEXT, "2027"),
                "city": said(text, "Budapest", NEXT, "Budapest"),
            },
        ),
    )


def said(text: str, value: str, sentence: str, words: str) -> Said:
    """A value with the sentence and the words that bear it."""
    return Said(value, quote(text, sentence), quote(text, words))


def delegation(text: str, key: str, mention: str, **values: str) -> Proposal:
    """Somebody at the fourth meeting."""
    return Proposal(
        kind=ProposalKind.DELEGATION,
        key=key,
        about="m4",
        quote=quote(text, mention),
        fields={name: said(text, value, mention, mention) for name, value in values.items()},
    )
