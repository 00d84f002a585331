"""The story of the filter: everything in the window follows it before the next frame is painted."""

from PySide6.QtWidgets import QLabel, QTabBar

from ministrack.domain.filters import Compare, SharedFilter
from ministrack.domain.meeting import Meeting
from ministrack.domain.party import Party
from ministrack.domain.record import Ref
from ministrack.ui.main_window import MainWindow
from ministrack.ui.models.places import PLACE_ROLE, ViewPlace
from ministrack.ui.widgets.record_view import RecordView


def counts(window: MainWindow) -> dict[str, int]:
    """What the navigation counts."""
    places = window.navigation.places
    found = [places.data(places.index(row), PLACE_ROLE) for row in range(places.rowCount())]
    return {place.name: place.count or 0 for place in found if isinstance(place, ViewPlace)}


def tab_words(window: MainWindow) -> list[str]:
    bar = window.inspector.findChild(QTabBar, "inspector.tabs")
    assert bar is not None
    return [bar.tabText(place) for place in range(bar.count())]


def test_all_parts_follow_at_once_and_come_back(window: MainWindow) -> None:
    desk = window.desk
    party = desk.read.find(Party, Compare("code", "KG"))[0]
    desk.focus.select(Ref("meeting", desk.read.find(Meeting, Compare("number", 2))[0].id))
    shown = window.views.current()
    assert isinstance(shown, RecordView)
    rows = shown.table_widget.records
    before = (counts(window), rows.rowCount(), tab_words(window))
    assert "Delegations 6" in tab_words(window)
    desk.focus.set_filter(SharedFilter(parties=(party.id,)))
    assert rows.rowCount() == counts(window)["meetings"] == 1
    assert counts(window)["delegations"] == counts(window)["people"] == 1
    assert "Delegations 1" in tab_words(window)
    assert window.timeline.picture().nodes
    assert {window.timeline.item(node.number).label for node in window.timeline.picture().nodes} == {
        "2nd · Baku · 20 Nov 2025"
    }
    hidden = [label.text() for label in window.status_line.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("The filter hides 2 meetings, 5 delegations") for text in hidden)
    assert window.menus.commands["clear_filter"].isEnabled()
    window.menus.commands["clear_filter"].trigger()
    assert (counts(window), rows.rowCount(), tab_words(window)) == before
    assert not window.menus.commands["clear_filter"].isEnabled()
