"""The widget, the way a person uses it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QScrollBar, QToolTip
from pytestqt.qtbot import QtBot

from ministrack.ui.style.theme import DARK, LIGHT, ThemeSource
from ministrack.ui.views.timeline.items import Item, Lane
from ministrack.ui.views.timeline.view import Timeline
from tests.ui.views.timeline.made import (
    ASTANA,
    BAKU,
    DECLARATION,
    SAMPLE,
    TODAY,
    TURKIYE,
    day,
    numbers_shown,
)

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def themes() -> ThemeSource:
    return ThemeSource(LIGHT)


@pytest.fixture
def timeline(qtbot: QtBot, themes: ThemeSource) -> Iterator[Timeline]:
    widget = Timeline(themes)
    qtbot.addWidget(widget)
    widget.resize(1440, 190)
    widget.set_today(TODAY)
    widget.set_items(SAMPLE)
    widget.show()
    yield widget
    widget.close()


def place(timeline: Timeline, item: Item) -> QPoint:
    """Where the node of an item is."""
    node = next(node for node in timeline.picture().nodes if timeline.item(node.number) == item)
    return QPoint(round(node.x), round(node.y))


def wheel(timeline: Timeline, at: QPoint, angle: QPoint, shift: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        QPointF(at), timeline.mapToGlobal(QPointF(at)), QPoint(), angle,
        Qt.MouseButton.NoButton, modifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(timeline, event)


def pixels(timeline: Timeline) -> QImage:
    return timeline.grab().toImage()


def has_colour(image: QImage, name: str) -> bool:
    wanted = QColor(name).rgb()
    return any(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(0, image.height(), 2))


def test_a_click_selects_and_a_double_click_opens(qtbot: QtBot, timeline: Timeline) -> None:
    with qtbot.waitSignal(timeline.selected) as picked:
        QTest.mouseClick(timeline, LEFT, pos=place(timeline, BAKU))
    assert picked.args == [BAKU.ref]
    assert timeline.selected_ref() == BAKU.ref
    with qtbot.waitSignal(timeline.activated) as opened:
        QTest.mouseDClick(timeline, LEFT, pos=place(timeline, DECLARATION))
    assert opened.args == [DECLARATION.ref]


def test_selecting_from_outside_is_not_said_back(qtbot: QtBot, timeline: Timeline) -> None:
    with qtbot.assertNotEmitted(timeline.selected):
        timeline.set_selected(BAKU.ref)
        timeline.set_selected(None)
        timeline.set_selected(("meeting", "unknown"))


def test_arrows_go_through_everything_in_time(timeline: Timeline) -> None:
    QTest.keyClick(timeline, Qt.Key.Key_Home)
    assert timeline.selected_ref() == ASTANA.ref
    QTest.keyClick(timeline, Qt.Key.Key_Right)
    assert timeline.selected_ref() == DECLARATION.ref
    QTest.keyClick(timeline, Qt.Key.Key_Up)
    assert timeline.selected_ref() == ASTANA.ref
    QTest.keyClick(timeline, Qt.Key.Key_Down)
    assert timeline.selected_ref() == DECLARATION.ref
    QTest.keyClick(timeline, Qt.Key.Key_End)
    assert timeline.selected_ref() == TURKIYE.ref
    QTest.keyClick(timeline, Qt.Key.Key_Left)
    assert timeline.selected_ref() != TURKIYE.ref


def test_enter_opens_the_selected(qtbot: QtBot, timeline: Timeline) -> None:
    with qtbot.assertNotEmitted(timeline.activated):
        QTest.keyClick(timeline, Qt.Key.Key_Return)
    timeline.set_selected(BAKU.ref)
    with qtbot.waitSignal(timeline.activated) as opened:
        QTest.keyClick(timeline, Qt.Key.Key_Return)
    assert opened.args == [BAKU.ref]


def test_the_current_item_is_told_to_assistive_tools(timeline: Timeline) -> None:
    assert timeline.accessibleName() == "Timeline"
    assert timeline.accessibleDescription() == "Nothing is selected."
    QTest.keyClick(timeline, Qt.Key.Key_Home)
    assert timeline.accessibleDescription() == f"{ASTANA.label}. {ASTANA.tooltip}"


def test_plus_minus_and_nought_zoom(qtbot: QtBot, timeline: Timeline) -> None:
    fitted = timeline.zoom_fraction()
    with qtbot.waitSignal(timeline.zoom_changed):
        QTest.keyClick(timeline, Qt.Key.Key_Plus)
    assert timeline.zoom_fraction() > fitted
    QTest.keyClick(timeline, Qt.Key.Key_Minus)
    QTest.keyClick(timeline, Qt.Key.Key_Minus)
    assert timeline.zoom_fraction() < fitted
    QTest.keyClick(timeline, Qt.Key.Key_0)
    assert timeline.zoom_fraction() == pytest.approx(fitted)
    assert timeline.period_text() == "2024 – 2026 · fit all"


def test_the_wheel_zooms_at_the_pointer(timeline: Timeline) -> None:
    at = place(timeline, BAKU)
    wheel(timeline, at, QPoint(0, 240))
    assert place(timeline, BAKU).x() == pytest.approx(at.x(), abs=1)
    assert timeline.period_text() != "2024 – 2026 · fit all"


def test_shift_and_a_sideways_wheel_pan(timeline: Timeline) -> None:
    zoom = timeline.zoom_fraction()
    at = place(timeline, BAKU)
    wheel(timeline, at, QPoint(0, 120), shift=True)
    assert place(timeline, BAKU).x() > at.x()
    wheel(timeline, at, QPoint(-120, 0))
    assert place(timeline, BAKU).x() == pytest.approx(at.x(), abs=1)
    assert timeline.zoom_fraction() == pytest.approx(zoom)


def test_dragging_pans_and_selects_nothing(qtbot: QtBot, timeline: Timeline) -> None:
    at = place(timeline, BAKU)
    with qtbot.assertNotEmitted(timeline.selected):
        QTest.mousePress(timeline, LEFT, pos=at)
        QTest.mouseMove(timeline, at - QPoint(60, 0))
        QTest.mouseMove(timeline, at - QPoint(150, 0))
        QTest.mouseRelease(timeline, LEFT, pos=at - QPoint(150, 0))
    assert place(timeline, BAKU).x() == pytest.approx(at.x() - 150, abs=2)


def test_an_item_outside_is_scrolled_into_view_and_one_inside_is_left_alone(timeline: Timeline) -> None:
    timeline.set_selected(BAKU.ref)
    timeline.zoom(10, place(timeline, BAKU).x())
    before = timeline.state()
    timeline.set_selected(SAMPLE[4].ref)
    assert timeline.state() == before
    timeline.set_selected(DECLARATION.ref)
    assert timeline.state() != before
    assert timeline.picture().gutter < place(timeline, DECLARATION).x() < timeline.width()


def test_other_items_keep_the_zoom_while_something_is_left_to_see(timeline: Timeline) -> None:
    before = timeline.state()
    timeline.narrow({BAKU.ref})
    assert timeline.state() == before | {"fitted": False}
    timeline.narrow(None)
    assert timeline.state() == before
    timeline.zoom(40, place(timeline, BAKU).x())
    timeline.narrow({DECLARATION.ref})
    assert timeline.state()["fitted"] is True
    assert 0 < place(timeline, DECLARATION).x() < timeline.width()


def test_narrowed_items_are_the_only_ones_for_keys_and_eyes(timeline: Timeline) -> None:
    timeline.narrow({BAKU.ref, DECLARATION.ref})
    refs = {timeline.item(number).ref for number in numbers_shown(timeline.picture())}
    assert refs == {BAKU.ref, DECLARATION.ref}
    QTest.keyClick(timeline, Qt.Key.Key_Home)
    assert timeline.selected_ref() == DECLARATION.ref
    QTest.keyClick(timeline, Qt.Key.Key_Right)
    assert timeline.selected_ref() == BAKU.ref
    QTest.keyClick(timeline, Qt.Key.Key_Right)
    assert timeline.selected_ref() == BAKU.ref


def test_a_selected_item_that_is_moved_stays_in_view(timeline: Timeline) -> None:
    timeline.set_selected(BAKU.ref)
    later = replace(BAKU, first=day(2031), last=day(2031))
    timeline.set_items([ASTANA, later, DECLARATION])
    assert timeline.picture().gutter < place(timeline, later).x() < timeline.width()


def test_a_mark_opens_by_zooming_or_lists_what_no_zoom_can_part(qtbot: QtBot, timeline: Timeline) -> None:
    (mark,) = timeline.picture().marks
    centre = QPoint(round((mark.box.left + mark.box.right) / 2), round((mark.box.top + mark.box.bottom) / 2))
    QTest.mouseClick(timeline, LEFT, pos=centre)
    menu = timeline.findChild(QMenu, "timelineList")
    assert isinstance(menu, QMenu)
    actions = menu.actions()
    assert len(actions) == mark.count
    with qtbot.waitSignal(timeline.selected) as picked:
        actions[0].trigger()
    assert picked.args == [SAMPLE[mark.members[0]].ref]
    menu.close()


def test_a_click_on_a_crowd_zooms_in(timeline: Timeline) -> None:
    days = [
        Item(("meeting", f"{n}"), Lane.MEETINGS, "", f"{n}", "", at, at, True, "held", "")
        for n, at in enumerate([day(2010), day(2025, 3, 1), day(2025, 3, 9), day(2025, 3, 20)])
    ]
    timeline.set_items(days)
    (mark,) = timeline.picture().marks
    assert mark.text == "3"
    x, y = (mark.box.left + mark.box.right) / 2, (mark.box.top + mark.box.bottom) / 2
    QTest.mouseClick(timeline, LEFT, pos=QPoint(round(x), round(y)))
    assert not timeline.picture().marks
    assert len(timeline.picture().nodes) == 3


def test_a_click_on_the_name_of_a_lane_folds_it(timeline: Timeline) -> None:
    band = timeline.picture().bands[2]
    QTest.mouseClick(timeline, LEFT, pos=QPoint(40, round(band.name_y)))
    assert not timeline.picture().bars
    assert timeline.state()["folded"] == ["tasks"]
    band = timeline.picture().bands[2]
    QTest.mouseClick(timeline, LEFT, pos=QPoint(40, round(band.name_y)))
    assert timeline.picture().bars


def test_the_state_survives(qtbot: QtBot, timeline: Timeline, themes: ThemeSource) -> None:
    timeline.zoom(6)
    timeline.toggle_lane(Lane.DOCUMENTS)
    state = timeline.state()
    other = Timeline(themes)
    qtbot.addWidget(other)
    other.set_today(TODAY)
    other.restore(state)
    other.set_items(SAMPLE)
    other.resize(1440, 190)
    other.show()
    found = other.state()
    assert found.pop("folded") == state.pop("folded")
    assert found == pytest.approx(state)


@pytest.mark.parametrize("state", [{}, {"fitted": False}, {"start": "x", "folded": 3, "fitted": 1}])
def test_a_broken_state_fits(timeline: Timeline, state: dict[str, object]) -> None:
    timeline.zoom(5)
    timeline.restore(state)
    assert timeline.state()["fitted"] is True


def tip(timeline: Timeline, at: QPoint) -> None:
    QApplication.sendEvent(timeline, QHelpEvent(QEvent.Type.ToolTip, at, timeline.mapToGlobal(at)))


def test_the_tooltip_gives_the_exact_meaning(timeline: Timeline) -> None:
    tip(timeline, place(timeline, ASTANA))
    assert QToolTip.text() == f"{ASTANA.label}\n{ASTANA.tooltip}"
    QToolTip.hideText()


def test_a_tooltip_is_never_taken_for_rich_text(timeline: Timeline) -> None:
    evil = Item(
        BAKU.ref, Lane.MEETINGS, "", "<img src='x'>", "x", BAKU.first, BAKU.last, True, "held", "<b>y</b>"
    )
    timeline.set_items([evil])
    node = timeline.picture().nodes[0]
    tip(timeline, QPoint(round(node.x), round(node.y)))
    assert "<img" not in QToolTip.text()
    assert "&lt;img" in QToolTip.text()
    QToolTip.hideText()


def test_colours_come_from_the_theme_and_follow_it(timeline: Timeline, themes: ThemeSource) -> None:
    light = pixels(timeline)
    assert has_colour(light, LIGHT.accent)
    assert has_colour(light, LIGHT.planned_soft)
    assert has_colour(light, LIGHT.today)
    themes.set_theme(DARK)
    dark = pixels(timeline)
    assert has_colour(dark, DARK.accent)
    assert not has_colour(dark, LIGHT.accent)


def test_keyboard_focus_can_be_seen(qtbot: QtBot, timeline: Timeline) -> None:
    timeline.activateWindow()
    timeline.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(timeline.hasFocus)
    assert pixels(timeline).pixelColor(1, 100) == QColor(LIGHT.focus)
    timeline.clearFocus()
    assert pixels(timeline).pixelColor(1, 100) != QColor(LIGHT.focus)


def test_an_empty_timeline_says_so_and_takes_every_key(timeline: Timeline) -> None:
    timeline.set_items([])
    blank = pixels(timeline)
    timeline.set_empty_text("No meetings yet.")
    assert pixels(timeline) != blank
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_Return, Qt.Key.Key_Plus):
        QTest.keyClick(timeline, key)
    wheel(timeline, QPoint(700, 100), QPoint(0, -1200))
    assert timeline.selected_ref() is None


def test_every_zoom_can_be_painted(timeline: Timeline) -> None:
    for step in range(21):
        timeline.set_zoom_fraction(step / 20)
        assert timeline.zoom_fraction() == pytest.approx(step / 20)
        assert not pixels(timeline).isNull()


def many_series(count: int) -> list[Item]:
    return [
        replace(BAKU, ref=("meeting", f"{n}"), group=f"s{n}", label=f"{n}", first=at, last=at)
        for n in range(count)
        for at in [day(2020) + 40 * n]
    ]


def test_many_series_scroll_by_bar_and_by_keys(timeline: Timeline) -> None:
    timeline.set_items(many_series(40), {f"s{n}": f"Series {n}" for n in range(40)})
    bar = timeline.findChild(QScrollBar, "timelineRows")
    assert isinstance(bar, QScrollBar)
    assert bar.isVisible()
    assert bar.accessibleName() == "Series in view"
    assert bar.geometry().right() <= timeline.width()
    assert timeline.picture().right <= bar.geometry().left()
    assert timeline.picture().headings[0].text == "Series 0"
    QTest.keyClick(timeline, Qt.Key.Key_PageDown)
    assert timeline.picture().headings[0].text == f"Series {bar.pageStep()}"
    QTest.keyClick(timeline, Qt.Key.Key_PageUp)
    assert timeline.picture().headings[0].text == "Series 0"
    wheel(timeline, QPoint(40, 80), QPoint(0, -120))
    assert timeline.picture().headings[0].text == "Series 1"
    zoom = timeline.zoom_fraction()
    wheel(timeline, QPoint(40, 80), QPoint(0, 120))
    assert timeline.picture().headings[0].text == "Series 0"
    assert timeline.zoom_fraction() == zoom
    timeline.set_items(many_series(2))
    assert not bar.isVisible()


def test_the_selected_row_is_scrolled_into_view_and_keys_go_from_row_to_row(timeline: Timeline) -> None:
    made = many_series(40)
    timeline.set_items(made, {f"s{n}": f"Series {n}" for n in range(40)})
    timeline.set_selected(made[30].ref)
    assert place(timeline, made[30]).y() > 0
    QTest.keyClick(timeline, Qt.Key.Key_Down)
    assert timeline.selected_ref() == made[31].ref
    QTest.keyClick(timeline, Qt.Key.Key_Up)
    QTest.keyClick(timeline, Qt.Key.Key_Up)
    assert timeline.selected_ref() == made[29].ref


def test_the_key_f_folds_the_lane_of_the_selected(timeline: Timeline) -> None:
    timeline.set_selected(BAKU.ref)
    QTest.keyClick(timeline, Qt.Key.Key_F)
    assert timeline.state()["folded"] == ["meetings"]
    assert timeline.picture().headings[0].text == "Meetings · 3"
    QTest.keyClick(timeline, Qt.Key.Key_F)
    assert timeline.state()["folded"] == []


def test_enter_on_a_counted_item_zooms_in_before_it_opens(qtbot: QtBot, timeline: Timeline) -> None:
    made = [
        replace(BAKU, ref=("meeting", f"{n}"), label=f"{n}", first=at, last=at)
        for n, at in enumerate([day(2010), day(2025, 3, 1), day(2025, 3, 9), day(2025, 3, 20)])
    ]
    timeline.set_items(made)
    timeline.set_selected(made[2].ref)
    assert timeline.picture().marks
    with qtbot.assertNotEmitted(timeline.activated):
        QTest.keyClick(timeline, Qt.Key.Key_Return)
    assert not timeline.picture().marks
    with qtbot.waitSignal(timeline.activated) as opened:
        QTest.keyClick(timeline, Qt.Key.Key_Return)
    assert opened.args == [made[2].ref]


def test_what_hangs_together_stands_out_while_it_is_pointed_at(timeline: Timeline) -> None:
    QTest.mouseMove(timeline, QPoint(600, 4))  # the pointer may rest where the meeting is
    calm = pixels(timeline)
    QTest.mouseMove(timeline, place(timeline, BAKU))
    assert timeline.picture().links
    stirred = pixels(timeline)
    link = timeline.picture().links[0]
    at = QPoint(round(link.x0), round(link.y1 - 12))
    assert calm.pixel(at) != stirred.pixel(at)
    QTest.mouseMove(timeline, QPoint(600, 4))
    assert pixels(timeline).pixel(at) == calm.pixel(at)


def test_an_edit_changes_items_in_place(timeline: Timeline) -> None:
    timeline.set_selected(BAKU.ref)
    later = replace(BAKU, label="2nd · Bakı · 2031", first=day(2031), last=day(2031))
    timeline.change_items([BAKU.ref, DECLARATION.ref], [later])
    assert timeline.picture().gutter < place(timeline, later).x() < timeline.width()
    shown = {timeline.item(number).ref for number in numbers_shown(timeline.picture())}
    assert DECLARATION.ref not in shown
    timeline.change_items([later.ref], [BAKU], {ASTANA.ref})
    timeline.fit()
    assert {timeline.item(n).ref for n in numbers_shown(timeline.picture())} == {ASTANA.ref}


@pytest.mark.parametrize("width", [700, 1024, 1440])
def test_a_fitted_view_has_room_for_every_count(timeline: Timeline, width: int) -> None:
    first = day(2012)
    many = [
        replace(DECLARATION, ref=("document", str(n)), first=first + n, last=first + n) for n in range(6000)
    ]
    timeline.set_items(many)
    timeline.resize(width, 190)
    timeline.fit()
    shown = timeline.picture()
    assert sum(mark.count for mark in shown.marks) == len(many)
    assert all(shown.gutter <= mark.box.left < mark.box.right <= shown.right for mark in shown.marks)
