"""The report of the sample says what the sample holds."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ministrack.domain.proposal import Proposal, ProposalKind
from ministrack.paths import resource
from ministrack.reading.intake.files import report_of_file
from ministrack.reading.reader import read_report

PARTIES = {"azerbaijan": "AZ", "kazakhstan": "KZ", "türkiye": "TR"}


@pytest.fixture(scope="module")
def sample() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(resource("sample", "sample.json").read_text(encoding="utf-8"))
    return data


@pytest.fixture(scope="module")
def proposals(sample: dict[str, Any]) -> list[Proposal]:
    report = report_of_file(Path(resource("sample", "report.txt")))
    about = replace(report.about, published=sample["source"]["published"])
    return list(read_report(replace(report, about=about)))


def held(sample: dict[str, Any], table: str) -> list[dict[str, Any]]:
    """What the sample's records of a table say after the report."""
    records = (each for each in sample["records"] if each["table"] == table)
    return [{name: stated["value"] for name, stated in each["stated"].items()} for each in records]


def of_kind(proposals: list[Proposal], kind: ProposalKind) -> list[Proposal]:
    return [each for each in proposals if each.kind is kind]


@pytest.mark.parametrize("place", [0, 1, 2], ids=["first", "second", "third"])
def test_its_meetings(sample: dict[str, Any], proposals: list[Proposal], place: int) -> None:
    wanted = held(sample, "meeting")[place]
    number = str(wanted["number"])
    (found,) = (each for each in of_kind(proposals, ProposalKind.MEETING) if each.value("number") == number)
    for name in ("date", "city", "country", "host", "status"):
        value = str(wanted.get(name, ""))
        assert found.value(name) == PARTIES.get(value, value), name


def test_its_people(sample: dict[str, Any], proposals: list[Proposal]) -> None:
    found = [
        (each.value("title"), each.value("level")) for each in of_kind(proposals, ProposalKind.DELEGATION)
    ]
    assert found == [(each["title"], each["level"]) for each in held(sample, "delegate")]


def test_its_documents_and_bodies(sample: dict[str, Any], proposals: list[Proposal]) -> None:
    titles = [each.value("title").split() for each in of_kind(proposals, ProposalKind.DOCUMENT)]
    assert [sorted(map(str.lower, each)) for each in titles] == [
        sorted(map(str.lower, each["title"].split())) for each in held(sample, "document")
    ]
    bodies = [each.value("name") for each in of_kind(proposals, ProposalKind.BODY)]
    assert bodies == [each["name"] for each in held(sample, "body")]


def test_each_says_where_it_stands(proposals: list[Proposal]) -> None:
    text = resource("sample", "report.txt").read_text(encoding="utf-8").replace("\u2011", "-")
    for each in proposals:
        for quote in (each.quote, *each.also, *(said.quote for said in each.fields.values())):
            assert quote.text in text
