"""`list`: the right records with readable values, narrowed to a country by any of its names."""

import json
from pathlib import Path
from typing import Any

import pytest

from ministrack.cli.kinds import KINDS
from ministrack.domain.delegation import Delegate, Delegation
from ministrack.domain.meeting import Meeting
from ministrack.domain.party import Party
from ministrack.domain.task import Task
from ministrack.edits.records import add_record
from ministrack.edits.workspace import Workspace
from tests.cli.conftest import Program

Objects = list[dict[str, Any]]


def listed(program: Program, dossier: Path, kind: str, *more: str) -> Objects:
    answer = program("list", kind, "--dossier", dossier, "--json", *more)
    assert (answer.code, answer.err) == (0, "")
    objects: Objects = json.loads(answer.out)
    return objects


def test_meetings_in_order_of_date(program: Program, dossier: Path) -> None:
    meetings = listed(program, dossier, "meetings")
    assert [(each["number"], each["date"], each["status"]) for each in meetings] == [
        (1, "2024", "held"),
        (2, "2025-11-20", "held"),
        (3, "2026", "planned"),
    ]
    baku = meetings[1]
    assert (baku["city"], baku["country"], baku["country_code"]) == ("Baku", "Azerbaijan", "AZ")
    assert (baku["delegations"], baku["open_tasks"]) == (6, 5)
    assert (meetings[0]["first_day"], meetings[0]["last_day"]) == ("2024-01-01", "2024-12-31")
    assert "Turkic" in baku["series"]


@pytest.mark.parametrize("country", ["KG", "kg", "Kyrgyzstan", "Кыргызстан", "Qırğızıstan", "kyrg"])
def test_delegations_of_a_country_by_any_of_its_names(program: Program, dossier: Path, country: str) -> None:
    (only,) = listed(program, dossier, "delegations", "--country", country)
    assert (only["party"], only["code"]) == ("Kyrgyzstan", "KG")
    assert (only["head"], only["title"]) == ("Iskender Sydygaliev", "Deputy Minister of Justice")
    assert (only["level"], only["level_name"], only["role"]) == ("deputy_minister", "Deputy minister", "head")
    assert (only["meeting_number"], only["meeting_date"], only["status"]) == (2, "2025-11-20", "attended")
    assert [each["name"] for each in only["delegates"]] == ["Iskender Sydygaliev"]


def test_a_party_that_is_no_state(program: Program, dossier: Path) -> None:
    (only,) = listed(program, dossier, "delegations", "--country", "ots secretariat")
    assert (only["head"], only["code"], only["level"]) == (
        "Kubanychbek Omuraliev",
        None,
        "head_of_organisation",
    )
    people = listed(program, dossier, "people", "--country", "OTS Secretariat")
    assert [each["name"] for each in people] == ["Kubanychbek Omuraliev"]


def test_two_countries_and_a_series(program: Program, dossier: Path) -> None:
    both = listed(
        program, dossier, "people", "--country", "AZ", "--country", "Türkiye", "--series", "justice"
    )
    assert [(each["name"], each["spellings"]) for each in both] == [
        ("Farid Ahmadov", []),
        ("Yılmaz Tunç", ["Yilmaz Tunc"]),
    ]


def test_tasks_say_who_owes_what_by_when(program: Program, dossier: Path, workspace: Workspace) -> None:
    last = workspace.read.find(Meeting)[0]
    workspace.run(add_record(Task(title="Send the minutes", due="2025-12", made_at=last.id)))
    workspace.run(add_record(Task(title="Some day", due="2025/..")))
    workspace.close()
    tasks = {each["title"]: each for each in listed(program, dossier, "tasks")}
    third = tasks["Hold the third meeting"]
    assert (third["owner"], third["owner_kind"], third["due"]) == ("Türkiye", "party", "2026")
    assert third["due_meeting"].startswith("Third meeting")
    assert (
        tasks["Finish the draft agreement on mutual legal assistance in civil matters"]["owner_kind"]
        == "body"
    )
    assert tasks["Send the minutes"]["overdue"] is True
    assert tasks["Send the minutes"]["made_at"] == last.name
    assert (tasks["Some day"]["overdue"], tasks["Some day"]["last_day"]) == (False, None)
    assert next(iter(tasks)) == "Some day", "sorted by first day"


def test_documents_and_bodies_name_their_parties(program: Program, dossier: Path) -> None:
    documents = {each["title"]: each for each in listed(program, dossier, "documents")}
    declaration = documents["Astana Declaration"]
    assert (declaration["stage"], declaration["stage_date"]) == ("signed", "2024-09-09")
    (draft,) = [each for title, each in documents.items() if title.startswith("Draft")]
    assert draft["parties"] == [{"name": "Azerbaijan", "code": "AZ", "role": "initiator"}]
    assert [each["name"] for each in listed(program, dossier, "bodies")] == ["Expert Group", "Task Force"]
    (source,) = listed(program, dossier, "sources")
    assert (source["publisher"], source["published"]) == ("News.Az", "2025-11-20")
    assert source["statements"] > 50


def test_a_head_whose_name_nobody_knows_stays_unknown(
    program: Program, dossier: Path, workspace: Workspace
) -> None:
    country, meeting = Party(name="Hungary", code="HU"), workspace.read.find(Meeting)[0]
    seat = Delegation(meeting=meeting.id, party=country.id)
    for record in (country, seat, Delegate(delegation=seat.id, title="President", level="head_of_state")):
        workspace.run(add_record(record))
    workspace.close()
    (only,) = listed(program, dossier, "delegations", "--country", "HU")
    assert (only["head"], only["title"], only["level_name"]) == (None, "President", "Head of state")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_table_for_people_with_the_same_rows(
    program: Program, dossier: Path, kind: str
) -> None:
    answer = program("list", kind, "--dossier", dossier)
    heading, *rows = answer.out.splitlines()
    assert len(rows) == len(listed(program, dossier, kind)) > 0
    assert "  " in heading
    assert answer.code == 0


def test_the_table_shows_dates_and_statuses_in_words(program: Program, dossier: Path) -> None:
    table = program("list", "meetings", "--dossier", dossier).out
    assert "20 Nov 2025" in table
    assert "Planned" in table


def test_nothing_found_is_no_error(program: Program, dossier: Path) -> None:
    assert listed(program, dossier, "bodies", "--country", "UZ") == []
    answer = program("list", "bodies", "--country", "UZ", "--dossier", dossier)
    assert (answer.code, answer.out) == (0, "")
    assert "Nothing found" in answer.err


@pytest.mark.parametrize("option", ["--country", "--series"])
def test_an_unknown_name_says_which_there_are(program: Program, dossier: Path, option: str) -> None:
    answer = program("list", "meetings", option, "Atlantis", "--dossier", dossier)
    assert (answer.code, answer.out) == (2, "")
    assert "Atlantis" in answer.err
    assert {"--country": "Kyrgyzstan (KG)", "--series": "Turkic"}[option] in answer.err


def test_a_name_that_may_mean_several_says_so(program: Program, dossier: Path, workspace: Workspace) -> None:
    for name in ("Republic of Kenya", "Republic of Malta"):
        workspace.run(add_record(Party(name=name)))
    workspace.close()
    answer = program("list", "meetings", "--country", "republic", "--dossier", dossier)
    assert answer.code == 2
    assert "Republic of Kenya, Republic of Malta" in answer.err
