"""Proposals as plain data, for JSON: what `ministrack read --json` prints."""

from collections.abc import Sequence

from ministrack.domain.proposal import Proposal, Quote
from ministrack.reading.report import Report


def as_data(report: Report, proposals: Sequence[Proposal]) -> dict[str, object]:
    """The report and its proposals. Offsets count characters of what was given; quotes are cut from it."""
    about = report.about
    named = ("title", "publisher", "address", "published", "language")
    told = {name: getattr(about, name) for name in named if getattr(about, name)}
    return {"report": told, "proposals": [_one(report, each) for each in proposals]}


def _one(report: Report, proposal: Proposal) -> dict[str, object]:
    data: dict[str, object] = {
        "kind": proposal.kind.value,
        "key": proposal.key,
        "fields": {name: _value(name, said.value) for name, said in proposal.fields.items()},
        **_place(report, proposal.quote),
        "sure": proposal.sure,
        "why": proposal.why,
    }
    if proposal.relation is not None:
        data["relation"] = proposal.relation.value
    if proposal.about:
        data["about"] = proposal.about
    data["also"] = [_place(report, quote) for quote in proposal.also]
    data["said"] = {name: _place(report, said.quote) for name, said in proposal.fields.items()}
    return data


def _value(name: str, value: str) -> object:
    return int(value) if name == "number" else value


def _place(report: Report, quote: Quote) -> dict[str, object]:
    start, end = report.given_span(quote.start, quote.stop)
    return {"quote": report.given[start:end], "start": start, "end": end}
