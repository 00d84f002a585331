"""What sources say about a record, the choice between them, the sentence in its text, and history."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QPushButton, QScrollArea, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from ministrack.domain.lists import ListQuery
from ministrack.domain.record import Ref
from ministrack.domain.source import Source, Statement
from ministrack.edits.records import add_record, change_record
from ministrack.ui.desk import Desk
from ministrack.ui.inspector.history_panel import local_time
from ministrack.ui.inspector.inspector import Inspector
from ministrack.ui.inspector.link_list import LinkList
from ministrack.ui.inspector.source_text import quote_span
from ministrack.ui.inspector.statement_card import StatementCard


def record(desk: Desk, table: str, name: str) -> Ref:
    rows = desk.read.rows(ListQuery(table, ("label",)))
    return next(Ref(table, str(row["id"])) for row in rows if name in str(row["label"]))


@pytest.fixture
def second(desk: Desk) -> Ref:
    return record(desk, "meeting", "Second")


@pytest.fixture
def inspector(desk: Desk, qtbot: QtBot, second: Ref) -> Inspector:
    made = Inspector(desk)
    qtbot.addWidget(made)
    made.resize(374, 700)
    made.show()
    desk.focus.select(second)
    return made


def press(parent: QWidget, name: str) -> None:
    button = next(each for each in parent.findChildren(QPushButton, name) if each.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def cards(inspector: Inspector, field: str) -> list[StatementCard]:
    return [each for each in inspector.findChildren(StatementCard, f"statement.{field}") if each.isVisible()]


def said(card: QWidget) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible()]


def contradict(desk: Desk, about: Ref, field: str, value: str) -> None:
    source = Source(title="TDT bakanları", publisher="Anadolu Ajansı", published="2025-11-21")
    desk.runner.attempt(add_record(source))
    statement = Statement(
        source=source.id, subject_table=about.table, subject=about.id, field=field, value=value,
        quote="Toplantı Gence'de yapıldı.",
    )  # fmt: skip
    desk.runner.attempt(add_record(statement))


def test_a_marker_beside_a_field_leads_to_its_sentence(qtbot: QtBot, inspector: Inspector) -> None:
    press(inspector, "source.meeting.city")
    bar = inspector.findChild(QTabBar, "inspector.tabs")
    assert bar is not None
    assert bar.tabText(bar.currentIndex()) == "Sources 8"
    (card,) = cards(inspector, "city")
    assert card.property("active") is True
    assert [each for each in inspector.findChildren(StatementCard) if each.property("active")] == [card]
    panel = inspector.findChild(QScrollArea, "inspector.sources")
    assert panel is not None
    qtbot.waitUntil(lambda: not card.visibleRegion().isEmpty())
    assert card.isAncestorOf(panel.window().focusWidget())
    assert said(card)[0] == "Baku"
    assert "convened in Baku" in said(card)[1]
    assert said(card)[2] == "News.Az, 20 Nov 2025"
    panel = inspector.findChild(QScrollArea, "inspector.sources")
    assert panel is not None
    inside = panel.viewport()
    qtbot.waitUntil(lambda: inside.rect().contains(card.mapTo(inside, card.rect().topLeft())))


def test_the_text_of_the_source_shows_the_sentence(qtbot: QtBot, inspector: Inspector) -> None:
    inspector.show_tab("sources")
    press(inspector, "statement.city.text")
    dialog = inspector.window().findChild(QDialog, "sourceText")
    assert dialog is not None
    text = dialog.findChild(QPlainTextEdit, "sourceText.text")
    assert text is not None
    assert text.isReadOnly()
    (selection,) = text.extraSelections()
    assert "convened in Baku" in selection.cursor.selectedText()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()


def test_sources_that_disagree_stand_together_and_one_is_taken(
    desk: Desk, inspector: Inspector, second: Ref
) -> None:
    inspector.show_tab("sources")
    contradict(desk, second, "city", "Gəncə")
    assert len(cards(inspector, "city")) == 2
    press(inspector, "statement.city.use")
    row = desk.read.row(second, ("city",))
    assert row is not None
    assert row["city"] == "Gəncə"
    assert any("In use" in said(card) and "Gəncə" in said(card) for card in cards(inspector, "city"))
    desk.runner.undo()
    assert any("In use" in said(card) and "Baku" in said(card) for card in cards(inspector, "city"))


def test_a_value_that_cannot_be_taken_says_why(desk: Desk, inspector: Inspector, second: Ref) -> None:
    inspector.show_tab("sources")
    contradict(desk, second, "country", "Atlantis")
    press(inspector, "statement.country.use")
    assert any(
        "Atlantis" in text and "not the name" in text for c in cards(inspector, "country") for text in said(c)
    )


def test_sentences_about_the_people_of_a_delegation_are_shown_with_it(
    desk: Desk, inspector: Inspector
) -> None:
    desk.focus.select(record(desk, "delegation", "Kyrgyzstan"))
    inspector.show_tab("sources")
    (card,) = cards(inspector, "title")
    assert said(card)[0] == "Deputy Minister of Justice"


@pytest.mark.parametrize(
    ("start", "stop", "found"),
    [(9, 13, (9, 13)), (None, None, (9, 13)), (0, 4, (9, 13))],
    ids=["offsets fit", "no offsets", "offsets moved"],
)
def test_a_quote_is_found_in_its_text(start: int | None, stop: int | None, found: tuple[int, int]) -> None:
    said_there = Statement(
        source="s", subject_table="meeting", subject="m", field="city", quote="Bakı", start=start, stop=stop
    )
    assert quote_span("Nazirlər Bakı", said_there) == found


def test_a_sentence_after_a_wide_character_is_still_pointed_out(
    desk: Desk, qtbot: QtBot, inspector: Inspector, second: Ref
) -> None:
    text = "𐱅𐰇𐰼𐰰 Bakü'de toplandı."
    source = Source(title="Orhun", text=text)
    desk.runner.attempt(add_record(source))
    start = text.index("Bakü")
    statement = Statement(
        source=source.id, subject_table="meeting", subject=second.id, field="venue", value="Bakü",
        quote="Bakü'de toplandı.", start=start, stop=len(text),
    )  # fmt: skip
    desk.runner.attempt(add_record(statement))
    inspector.show_tab("sources")
    press(inspector, "statement.venue.text")
    dialog = inspector.findChild(QDialog, "sourceText")
    assert dialog is not None
    text_shown = dialog.findChild(QPlainTextEdit, "sourceText.text")
    assert text_shown is not None
    assert text_shown.extraSelections()[0].cursor.selectedText() == "Bakü'de toplandı."
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()


def test_history_names_who_changed_what_newest_first(desk: Desk, inspector: Inspector, second: Ref) -> None:
    inspector.show_tab("history")
    listed = inspector.findChild(LinkList, "inspector.history.list")
    assert listed is not None
    assert listed.model().rowCount() == 1
    desk.runner.attempt(change_record(desk.read, second, new={"date": "2025-23"}))
    newest = listed.entry_at(0)
    assert newest is not None
    assert newest.secondary == "Date: 20 Nov 2025 → autumn 2025"
    assert newest.primary.endswith("Aygün")
    edit = next(iter(desk.read.edits()))
    assert newest.primary.startswith(local_time(edit.at))
    desk.runner.undo()
    undone = listed.entry_at(0)
    assert undone is not None
    assert undone.secondary.splitlines()[1] == "Date: autumn 2025 → 20 Nov 2025"
    oldest = listed.entry_at(2)
    assert oldest is not None
    assert oldest.secondary.startswith("Meeting created")
