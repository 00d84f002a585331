"""The filter bar as a person uses it: by pointer, by keys, by what it says."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ministrack.domain.delegation import Delegation
from ministrack.domain.filters import Compare, SharedFilter
from ministrack.domain.party import Party
from ministrack.domain.person import Person
from ministrack.domain.record import Ref
from ministrack.domain.scope import scope
from ministrack.domain.values import replace
from ministrack.edits.records import change_record, remove_record
from ministrack.ui.desk import Desk
from ministrack.ui.filter_bar.bar import FilterBar
from ministrack.ui.filter_bar.chip import FilterChip


@pytest.fixture
def bar(qtbot: QtBot, desk: Desk) -> FilterBar:
    made = FilterBar(desk)
    qtbot.addWidget(made)
    made.resize(800, made.sizeHint().height())
    with qtbot.waitExposed(made):
        made.show()
    return made


def chip(bar: FilterBar, name: str) -> FilterChip:
    found = bar.findChild(FilterChip, name)
    assert found is not None
    return found


def opened(bar: FilterBar, name: str) -> QWidget:
    QTest.mouseClick(chip(bar, name), Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    popup = chip(bar, name).findChild(QWidget, "filterPopup")
    assert popup is not None
    return popup


def line_of(popup: QWidget, name: str = "filterSearch") -> QLineEdit:
    line = popup.findChild(QLineEdit, name)
    assert line is not None
    return line


def list_of(popup: QWidget) -> QListView:
    found = popup.findChild(QListView, "filterChoices")
    assert found is not None
    return found


def entries(popup: QWidget) -> list[str]:
    model = list_of(popup).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def click_entry(popup: QWidget, text: str) -> None:
    choices = list_of(popup)
    index = choices.model().index(entries(popup).index(text), 0)
    choices.scrollTo(index)
    QTest.mouseClick(choices.viewport(), Qt.MouseButton.LeftButton, pos=choices.visualRect(index).center())


def names(desk: Desk, ids: tuple[str, ...]) -> list[str]:
    return [desk.read.label(Ref("party", identity)) for identity in ids]


def test_a_country_is_ticked_with_the_pointer_and_several_may_be(bar: FilterBar, desk: Desk) -> None:
    popup = opened(bar, "countryFilter")
    assert "OTS Secretariat" in entries(popup)
    click_entry(popup, "Kyrgyzstan")
    assert names(desk, desk.focus.filter.parties) == ["Kyrgyzstan"]
    assert chip(bar, "countryFilter").text() == "Country is Kyrgyzstan"
    click_entry(popup, "Türkiye")
    assert chip(bar, "countryFilter").text() == "Country is Kyrgyzstan or Türkiye"
    click_entry(popup, "Uzbekistan")
    assert chip(bar, "countryFilter").text() == "Country is one of 3"
    click_entry(popup, "Kyrgyzstan")
    assert names(desk, desk.focus.filter.parties) == ["Türkiye", "Uzbekistan"]
    popup.close()


def test_a_country_is_found_by_typing_and_ticked_by_enter(bar: FilterBar, desk: Desk) -> None:
    popup = opened(bar, "countryFilter")
    line = line_of(popup)
    QTest.keyClicks(line, "turk")
    assert "Türkiye" in entries(popup)
    assert "Kyrgyzstan" not in entries(popup)
    line.clear()
    QTest.keyClicks(line, "kyrg")
    assert entries(popup) == ["Kyrgyzstan"]
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert names(desk, desk.focus.filter.parties) == ["Kyrgyzstan"]
    line.clear()
    QTest.keyClicks(line, "nowhere")
    note = next(label for label in popup.findChildren(QLabel) if label.isVisible())
    assert note.text() == "No country or organisation here is called so."
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert names(desk, desk.focus.filter.parties) == ["Kyrgyzstan"]
    popup.close()


def test_everything_goes_by_keys(bar: FilterBar, desk: Desk) -> None:
    country = chip(bar, "countryFilter")
    country.setFocus()
    QTest.keyClick(country, Qt.Key.Key_Return)
    popup = country.findChild(QWidget, "filterPopup")
    assert popup is not None
    QTest.keyClick(line_of(popup), Qt.Key.Key_Down)
    choices = list_of(popup)
    QTest.keyClick(choices, Qt.Key.Key_Down)
    QTest.keyClick(choices, Qt.Key.Key_Space)
    assert names(desk, desk.focus.filter.parties) == ["Kazakhstan"]
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    QTest.keyClick(country, Qt.Key.Key_Delete)
    assert desk.focus.filter.is_empty
    assert country.text() == "Country"


def test_the_cross_of_a_chip_clears_it_alone(bar: FilterBar, desk: Desk) -> None:
    kyrgyzstan = desk.read.find(Party, Compare("code", "KG"))[0].id
    desk.focus.set_filter(SharedFilter(parties=(kyrgyzstan,), text="Baku"))
    country = chip(bar, "countryFilter")
    QTest.mouseClick(
        country, Qt.MouseButton.LeftButton, pos=QPoint(country.width() - 15, country.height() // 2)
    )
    assert desk.focus.filter == SharedFilter(text="Baku")
    assert country.findChild(QWidget, "filterPopup") is None


def test_one_press_clears_everything(bar: FilterBar, desk: Desk) -> None:
    clear = bar.findChild(QPushButton, "clearFilter")
    assert clear is not None
    assert not clear.isVisible()
    desk.focus.set_filter(SharedFilter(text="Bakı", meeting_statuses=("held",)))
    assert clear.isVisible()
    assert bar.words.text() == "Bakı"
    QTest.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert desk.focus.filter.is_empty
    assert bar.words.text() == ""
    assert not clear.isVisible()


def test_words_narrow_while_they_are_typed(bar: FilterBar, desk: Desk) -> None:
    bar.words.setFocus()
    QTest.keyClicks(bar.words, "sydyg ")
    assert desk.focus.filter.text == "sydyg "
    assert bar.words.text() == "sydyg "
    bar.words.clear()
    QTest.keyClicks(bar.words, "  ")
    assert desk.focus.filter.is_empty


def test_a_period_says_what_was_understood(bar: FilterBar, desk: Desk) -> None:
    popup = opened(bar, "periodFilter")
    line = line_of(popup, "periodField")
    meaning = popup.findChild(QLabel, "periodMeaning")
    assert meaning is not None
    QTest.keyClicks(line, "autumn 2025")
    assert "September" in meaning.text()
    assert desk.focus.filter.is_empty
    QTest.keyClick(line, Qt.Key.Key_Return)
    shared = desk.focus.filter
    assert (shared.period, shared.period_first, shared.period_last) == ("2025-23", "2025-09-01", "2025-11-30")
    assert chip(bar, "periodFilter").text() == "Period is autumn 2025"
    QTest.keyClick(chip(bar, "periodFilter"), Qt.Key.Key_Backspace)
    assert desk.focus.filter.is_empty


def test_nonsense_is_no_period(bar: FilterBar, desk: Desk) -> None:
    popup = opened(bar, "periodFilter")
    line = line_of(popup, "periodField")
    QTest.keyClicks(line, "some day")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert popup.isVisible()
    assert line.property("invalid") is True
    assert desk.focus.filter.is_empty
    popup.close()


def test_statuses_of_meetings_and_tasks_stand_in_two_groups(bar: FilterBar, desk: Desk) -> None:
    popup = opened(bar, "statusFilter")
    listed = entries(popup)
    assert listed[0] == "Meetings"
    assert "Tasks" in listed
    click_entry(popup, "Planned")
    click_entry(popup, "In progress")
    click_entry(popup, "Tasks")
    assert desk.focus.filter == SharedFilter(meeting_statuses=("planned",), task_statuses=("in progress",))
    assert chip(bar, "statusFilter").text() == "Status is Planned or In progress"
    click_entry(popup, "Planned")
    assert desk.focus.filter == SharedFilter(task_statuses=("in progress",))
    popup.close()


def test_below_minister_level_is_one_entry_and_each_level_another(bar: FilterBar, desk: Desk) -> None:
    popup = opened(bar, "levelFilter")
    assert entries(popup)[:4] == ["Below minister level", "Levels", "Head of state", "Head of government"]
    click_entry(popup, "Below minister level")
    assert chip(bar, "levelFilter").text() == "Level is below minister level"
    delegations = desk.read.find(Delegation, scope("delegation", desk.focus.filter))
    assert [desk.read.label(Ref("party", each.party)) for each in delegations] == ["Kyrgyzstan"]
    people = desk.read.find(Person, scope("person", desk.focus.filter))
    assert [person.name for person in people] == ["Iskender Sydygaliev"]
    click_entry(popup, "Minister")
    assert chip(bar, "levelFilter").text() == "Level is Minister"
    assert desk.read.count("delegation", scope("delegation", desk.focus.filter)) == 4
    kyrgyzstan = desk.read.find(Party, Compare("code", "KG"))[0].id
    desk.focus.set_filter(replace(desk.focus.filter, parties=(kyrgyzstan,)))
    assert desk.read.count("meeting", scope("meeting", desk.focus.filter)) == 0
    popup.close()


def test_a_series_is_ticked(bar: FilterBar, desk: Desk) -> None:
    popup = opened(bar, "seriesFilter")
    click_entry(popup, "OTS · Justice ministers")
    assert len(desk.focus.filter.series) == 1
    assert chip(bar, "seriesFilter").text() == "Series is OTS · Justice ministers"
    popup.close()


def test_a_country_that_is_renamed_or_deleted_is_shown_so(bar: FilterBar, desk: Desk) -> None:
    secretariat = desk.read.find(Party, Compare("name", "Organization of Turkic States"))[0]
    desk.focus.set_filter(SharedFilter(parties=(secretariat.id,)))
    ref = Ref("party", secretariat.id)
    desk.runner.run(change_record(desk.read, ref, new={"name": "Türk Devletleri & Teşkilatı"}))
    assert chip(bar, "countryFilter").accessibleName() == "Country is Türk Devletleri & Teşkilatı"
    desk.runner.run(remove_record(desk.read, ref))
    assert chip(bar, "countryFilter").text() == "Country is deleted record"


def test_chips_go_on_in_the_next_line_where_it_is_narrow(bar: FilterBar) -> None:
    wide = bar.heightForWidth(800)
    assert bar.heightForWidth(300) > wide
    bar.resize(300, bar.heightForWidth(300))
    assert bar.words.geometry().top() > chip(bar, "countryFilter").geometry().bottom()
