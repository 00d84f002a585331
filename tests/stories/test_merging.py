"""The story of a record that was entered twice: both are seen side by side, one stays, undo parts them."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QMenu, QPushButton, QRadioButton

from ministrack.domain.delegation import Delegation
from ministrack.domain.filters import Compare, SharedFilter
from ministrack.domain.meeting import Meeting
from ministrack.domain.party import Party
from ministrack.domain.person import Person
from ministrack.domain.record import Record, Ref
from ministrack.domain.series import Series
from ministrack.edits.records import add_record
from ministrack.ui.dialogs.merging.dialog import MergeRecords
from ministrack.ui.forms.picker import ReferencePicker
from ministrack.ui.main_window import MainWindow
from ministrack.ui.widgets.record_view import RecordView


def add(window: MainWindow, *records: Record) -> None:
    for record in records:
        window.desk.runner.run(add_record(record))


def dialog(window: MainWindow) -> MergeRecords:
    found = [each for each in window.findChildren(MergeRecords) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def press(inside: MergeRecords, name: str) -> None:
    button = inside.findChild(QPushButton, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def said(inside: MergeRecords, name: str) -> str:
    label = inside.findChild(QLabel, name)
    assert label is not None
    return label.text()


def select(window: MainWindow, view: str, refs: list[Ref]) -> RecordView:
    window.desk.focus.show_view(view)
    shown = window.views.current()
    assert isinstance(shown, RecordView)
    table = shown.table_widget
    table.setFocus()
    table.clearSelection()
    for ref in refs:
        row = table.records.row_of(ref)
        assert row is not None
        place = table.visualRect(table.records.index(row, 0)).center()
        held = Qt.KeyboardModifier.ControlModifier
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, held, place)
    return shown


def person(window: MainWindow, name: str) -> Ref:
    return Ref("person", window.desk.read.find(Person, Compare("name", name))[0].id)


def test_two_selected_people_become_one(window: MainWindow) -> None:
    add(window, Person(name="Йылмаз Тунч", given="Yılmaz Can"))
    first, second = person(window, "Yılmaz Tunç"), person(window, "Йылмаз Тунч")
    select(window, "people", [first, second])
    QTest.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    opened = dialog(window)
    kept, other = (
        opened.findChild(QRadioButton, "merge.given.kept"),
        opened.findChild(QRadioButton, "merge.given.other"),
    )
    assert kept is not None
    assert other is not None
    names = {kept.accessibleName(), other.accessibleName()}
    assert names == {"Given name: Yılmaz", "Given name: Yılmaz Can"}
    assert "Kept as other names: " in said(opened, "merge.notes")
    press(opened, "merge.accept")
    assert window.desk.read.count("person", Compare("family", "Tunç")) == 1
    left = [ref for ref in (first, second) if window.desk.read.exists(ref)]
    assert window.desk.focus.record == left[0]
    assert len(left) == 1
    window.menus.commands["undo"].trigger()
    assert window.desk.read.exists(first)
    assert window.desk.read.exists(second)


def test_one_record_asks_for_the_other_by_name_and_a_value_is_chosen_by_keys(window: MainWindow) -> None:
    turkey = Party(name="Turkey", short_name="TUR")
    baku = window.desk.read.find(Meeting, Compare("number", 2))[0]
    add(window, turkey, Delegation(meeting=baku.id, party=turkey.id))
    stays = window.desk.read.find(Party, Compare("code", "TR"))[0]
    window.desk.focus.set_filter(SharedFilter(parties=(turkey.id,)))
    window.desk.focus.select(Ref("party", stays.id))
    window.menus.commands["merge"].trigger()
    opened = dialog(window)
    accept, picker = opened.findChild(QPushButton, "merge.accept"), opened.findChild(ReferencePicker)
    assert accept is not None
    assert picker is not None
    assert not accept.isEnabled()
    assert opened.focusWidget() is picker
    QTest.keyClicks(picker, "Turkey")
    entries = [entry.label for entry in picker.listing()]
    QTest.keyClick(picker, Qt.Key.Key_Down) if entries[0] != "Turkey" else None
    QTest.keyClick(picker, Qt.Key.Key_Return)
    assert accept.isEnabled()
    assert "two become one: Delegations: 1" in said(opened, "merge.notes")
    take = opened.findChild(QRadioButton, "merge.name.other")
    assert take is not None
    take.setFocus()
    QTest.keyClick(take, Qt.Key.Key_Space)
    press(opened, "merge.accept")
    party = window.desk.read.get(Party, stays.id)
    assert party is not None
    assert party.name == "Turkey"
    assert "Türkiye" in str(party.other_names)
    assert window.desk.focus.filter.parties == (stays.id,)


def test_what_cannot_be_merged_is_said_in_the_dialog_and_a_tick_allows_it(window: MainWindow) -> None:
    other = Series(name="Turkic justice ministers")
    add(window, other, Meeting(name="Bakı", series=other.id, number=2))
    series = window.desk.read.find(Series)[0]
    window.desk.focus.select(Ref("series", series.id))
    window.menus.commands["merge"].trigger()
    opened = dialog(window)
    picker = opened.findChild(ReferencePicker)
    assert picker is not None
    QTest.keyClicks(picker, "Turkic")
    QTest.keyClick(picker, Qt.Key.Key_Return)
    press(opened, "merge.accept")
    assert "Both series have a meeting with number 2" in said(opened, "merge.problem")
    tick = opened.findChild(QCheckBox, "merge.meetings")
    assert tick is not None
    assert tick.isVisible()
    tick.click()
    press(opened, "merge.accept")
    assert window.desk.read.count("series") == 1
    assert window.desk.read.count("meeting") == 3


def test_the_menu_of_rows_offers_it_and_kinds_that_are_parts_do_not(window: MainWindow) -> None:
    first, second = person(window, "Yılmaz Tunç"), person(window, "Akbar Tashkulov")
    view = select(window, "people", [first, second])
    view.table_widget.menu_wanted.emit(QPoint(5, 5))
    menu = view.findChild(QMenu, "recordMenu")
    assert menu is not None
    labels = [action.text() for action in menu.actions()]
    assert "Merge two records…" in labels
    entry = menu.actionGeometry(menu.actions()[labels.index("Merge two records…")]).center()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=entry)
    opened = dialog(window)
    assert "Moves over: " in said(opened, "merge.notes")
    opened.reject()
    window.desk.focus.select(None)
    view.table_widget.clearSelection()
    assert not window.menus.commands["merge"].isEnabled()


def test_taking_all_of_one_side_takes_each_field_of_it(window: MainWindow) -> None:
    meetings = {each.number: Ref("meeting", each.id) for each in window.desk.read.find(Meeting)}
    select(window, "meetings", [meetings[1], meetings[2]])
    window.menus.commands["merge"].trigger()
    opened = dialog(window)
    press(opened, "merge.all.other")
    press(opened, "merge.accept")
    (kept,) = [each for each in window.desk.read.find(Meeting) if each.number != 3]
    assert (kept.id, kept.number, kept.city) == (meetings[1].id, 2, "Baku")
