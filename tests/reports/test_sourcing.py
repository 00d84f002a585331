"""Where facts come from: as notes of a paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ministrack.domain.meeting import Meeting, MeetingStatus
from ministrack.domain.party import Party
from ministrack.domain.record import Ref
from ministrack.domain.source import Source, Statement
from ministrack.edits.workspace import Workspace
from ministrack.reports.sourcing import Notes
from ministrack.reports.wording import wording
from tests.dossiers import filled, ref_of
from tests.papers import add, change

KAZAKHSTAN = Party(name="Kazakhstan", code="KZ")
ASTANA = Meeting(name="First meeting", date="2024", city="Astana", country=KAZAKHSTAN.id)
NEWS = Source(title="Baku hosts ministers", publisher="News.Az", published="2025-11-20")
NOTE = Source(title="Own note")


def said(source: Source, field: str, value: str, quote: str, *, chosen: bool = False) -> Statement:
    return Statement(
        quote=quote,
        source=source.id,
        subject_table="meeting",
        subject=ASTANA.id,
        field=field,
        value=value,
        chosen=chosen,
    )


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    statements = (
        said(NOTE, "date", "2024-09-09", "In\n  September."),
        said(NEWS, "date", "2024", "The first meeting was held last year.", chosen=True),
        said(NEWS, "city", "Astana", "A" * 500),
        said(NEWS, "country", KAZAKHSTAN.id, "In Kazakhstan."),
        said(NOTE, "country", "Qazaqstan", "Qazaqstanda."),
    )
    opened = filled(tmp_path / "Астана.ministrack", (KAZAKHSTAN, ASTANA, NEWS, NOTE, *statements))
    yield opened
    opened.close()


def notes(workspace: Workspace) -> Notes:
    return Notes(workspace.read, wording("common"), [ref_of(ASTANA)], [NOTE.id, None])


def test_the_chosen_statement_is_the_note_and_others_that_disagree_are_named(workspace: Workspace) -> None:
    assert notes(workspace).of(ref_of(ASTANA), "date") == (
        "News.Az, 20 Nov 2025: “The first meeting was held last year.” "
        "Sources disagree: Own note says “9 Sep 2024”."
    )


def test_a_country_that_another_source_names_is_shown_by_its_name(workspace: Workspace) -> None:
    assert "Own note says “Qazaqstan”" in notes(workspace).of(ref_of(ASTANA), "country")


def test_a_source_that_says_something_else_than_the_dossier_now_is_no_note(workspace: Workspace) -> None:
    change(workspace, ref_of(ASTANA), date="2024-09", city="Алматы", country=None)
    now = notes(workspace)
    assert [now.of(ref_of(ASTANA), field) for field in ("date", "city", "country")] == ["", "", ""]
    change(workspace, ref_of(ASTANA), date="2024-09-09", city="АСТАНА")
    now = notes(workspace)
    assert now.of(ref_of(ASTANA), "date") == (
        "Own note: “In September.” Sources disagree: News.Az, 20 Nov 2025 says “2024”."
    )


def test_a_name_in_another_script_is_the_same_name(workspace: Workspace) -> None:
    add(workspace, said(NEWS, "venue", "Aqorda", "At the Aqorda."))
    change(workspace, ref_of(ASTANA), venue="Ақорда сарайы", status=MeetingStatus.HELD)
    assert notes(workspace).of(ref_of(ASTANA), "venue") == "News.Az, 20 Nov 2025: “At the Aqorda.”"


def test_what_is_stated_in_words_is_taken_as_it_is(workspace: Workspace) -> None:
    add(workspace, said(NEWS, "status", "took place", "It took place."))
    assert notes(workspace).of(ref_of(ASTANA), "status") == "News.Az, 20 Nov 2025: “It took place.”"


def test_a_long_quote_is_cut_and_the_first_field_with_a_source_counts(workspace: Workspace) -> None:
    note = notes(workspace).of(ref_of(ASTANA), "venue", "city", "date")
    assert note.startswith("News.Az, 20 Nov 2025: “AAA")
    assert note.endswith("A…”")
    assert len(note) < 440


def test_nothing_is_said_where_no_source_speaks(workspace: Workspace) -> None:
    assert notes(workspace).of(ref_of(ASTANA), "venue") == ""
    assert notes(workspace).of(Ref("meeting", "gone"), "date") == ""
    assert notes(workspace).source(None) == ""


def test_a_source_is_named_by_itself(workspace: Workspace) -> None:
    assert notes(workspace).source(NOTE.id) == "Own note"
