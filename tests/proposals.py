"""Proposals made by hand from a text, with the sentence behind each value: what a reader would find in it."""

import re
from collections.abc import Mapping

from ministrack.domain.proposal import Proposal, ProposalKind, Quote, Relation, ReportText, Said
from ministrack.paths import resource

_SENTENCE = re.compile(r"[^\s][^\n]*?[.](?=\s|$)")

Given = str | tuple[str, str]
"""A value that stands in the text as it is, or a value and the words that bear it."""

SAMPLE = ReportText(
    text=resource("sample", "report.txt").read_text(encoding="utf-8").strip(),
    title="News.Az report, 20 November 2025",
    publisher="News.Az",
    published="2025-11-20",
    language="en",
)


class Text:
    """A report of which proposals are made: quotes are found in it."""

    def __init__(self, report: ReportText) -> None:
        self.report = report

    def quote(self, words: str) -> Quote:
        """The first place of some words."""
        start = self.report.text.index(words)
        return Quote(start, start + len(words), words)

    def said(self, value: str, words: str = "") -> Said:
        """A value with the sentence of its words; without any it is one that somebody typed."""
        if not words:
            return Said(value, Quote(0, 0, ""))
        found = self.quote(words)
        return Said(value, self.sentence(found), found)

    def sentence(self, around: Quote) -> Quote:
        """The sentence around a place."""
        found = (each for each in _SENTENCE.finditer(self.report.text) if each.end() >= around.stop)
        sentence = next(found)
        return Quote(sentence.start(), sentence.end(), sentence[0])

    def proposal(
        self,
        kind: ProposalKind,
        key: str,
        quote: str,
        /,
        *,
        about: str = "",
        relation: Relation | None = None,
        more: Mapping[str, Given] | None = None,
        **fields: Given,
    ) -> Proposal:
        """One proposal; a field is its value with its words, or a value that stands in the text as it is."""
        said = {
            name: self.said(*given) if isinstance(given, tuple) else self.said(given, given)
            for name, given in {**fields, **(more or {})}.items()
        }
        return Proposal(
            kind=kind, key=key, fields=said, quote=self.quote(quote), about=about, relation=relation
        )


def sample_proposals() -> list[Proposal]:
    """All that the report of the sample says."""
    text, kind = Text(SAMPLE), ProposalKind
    attended = "was attended by"
    people = (
        ("AZ", "Farid Ahmadov", "Justice Minister", "minister"),
        ("TR", "Yilmaz Tunc", "Minister of Justice", "minister"),
        ("UZ", "Akbar Tashkulov", "Minister of Justice", "minister"),
        ("KZ", "Yerlan Sarsembayev", "Minister of Justice", "minister"),
        ("KG", "Iskender Sydygaliev", "Deputy Minister of Justice", "deputy_minister"),
        ("OTS", "Kubanychbek Omuraliev", "Secretary General", "head_of_organisation"),
    )
    ministers = "justice ministers from the member states of the Organization of Turkic States"
    series = ("justice ministers of OTS", ministers)
    return [
        text.proposal(
            kind.MEETING, "m2", "convened in Baku for their second meeting", relation=Relation.REPORTED,
            name=("second meeting of the justice ministers", "second meeting"), number=("2", "second"),
            series=series, organisation=("OTS", "OTS"), date=("2025-11-20", "November 20"), city="Baku",
            country=("AZ", "Azerbaijan's warm hospitality"), host=("AZ", "Azerbaijan's warm hospitality"),
            status=("held", "convened"),
        ),
        *(
            text.proposal(
                kind.DELEGATION, f"d{place}", f"{title} {name}", about="m2", party=(code, name), person=name,
                title=(title, f"{title} {name}"), level=(level, f"{title} {name}"),
                status=("attended", attended),
                more={"role": ("chair", "chaired by")} if code == "AZ" else None,
            )
            for place, (code, name, title, level) in enumerate(people, 1)
        ),
        text.proposal(
            kind.DOCUMENT, "p1", "Astana Declaration signed on September 9, 2024", about="m2",
            title="Astana Declaration", kind=("declaration", "Declaration"),
            date=("2024-09-09", "September 9, 2024"), stage=("signed", "signed"),
            treatment=("reviewed", "reviewed"),
        ),
        text.proposal(
            kind.DOCUMENT, "p2", "multilateral draft agreement on mutual legal assistance", about="m2",
            title="multilateral draft agreement on mutual legal assistance in civil matters",
            kind=("draft", "draft agreement"), stage=("drafting", "working on"),
            initiator=("AZ", "initiated by Azerbaijan"), treatment=("discussed", "highlighted"),
        ),
        text.proposal(
            kind.BODY, "b1", "Expert Group working on", about="m2", name="Expert Group",
            kind=("expert group", "Expert Group"),
            mandate="multilateral draft agreement on mutual legal assistance in civil matters",
        ),
        text.proposal(
            kind.BODY, "b2", "Task Force established to", about="m2", name="Task Force",
            kind=("task force", "Task Force"), mandate="create a Centralized Network of Forensic Expertise",
        ),
        text.proposal(
            kind.TASK, "t1", "create a Centralized Network of Forensic Expertise", about="m2",
            title=("Create a Centralized Network of Forensic Expertise", "create a Centralized Network"),
            kind=("mandate", "established to"), owner=("b2", "Task Force"),
        ),
        text.proposal(
            kind.TASK, "t2", "the third meeting of TSO justice ministers will be held in Türkiye", about="m2",
            title=("Hold the third meeting", "the third meeting"), kind=("decision", "agreed that"),
            owner=("TR", "Türkiye in 2026"), due_meeting=("m3", "third meeting"),
        ),
        text.proposal(
            kind.TASK, "t3", "emphasized the importance of strengthening cooperation", about="m2",
            title=("Strengthen cooperation in law and justice", "strengthening cooperation"),
            kind=("promise", "emphasized"), owner=("member states", "among member states"),
        ),
        *(
            text.proposal(
                kind.PROGRAMME, f"v{place}", name, about="m2", title=(f"Visit to {name}", name),
                kind=("visit", "first visited"), place=name,
            )
            for place, name in enumerate(("Alley of Honor", "Alley of Martyrs", "Victory Park"), 1)
        ),
        text.proposal(
            kind.MEETING, "m3", "third meeting of TSO justice ministers", relation=Relation.NEXT,
            name=("third meeting of the justice ministers", "third meeting"), number=("3", "third"),
            series=("justice ministers of TSO", "TSO justice ministers"), date=("2026", "2026"),
            country=("TR", "Türkiye in 2026"), status=("planned", "will be held"),
        ),
        text.proposal(
            kind.MEETING, "m1", "first meeting of the justice ministers", relation=Relation.EARLIER,
            name=("first meeting of the justice ministers", "The first meeting"),
            number=("1", "first meeting"), date=("2024", "last year"), city=("Astana", "Astana, the capital"),
            country=("KZ", "Kazakhstan."),
            status=("held", "was held last year"),
        ),
    ]  # fmt: skip
