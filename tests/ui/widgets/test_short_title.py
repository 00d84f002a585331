"""A long title takes a few lines and no more; all of it can be read in its tooltip."""

import pytest
from pytestqt.qtbot import QtBot

from ministrack.ui.widgets.short_title import ShortTitle

LONG = (
    "21-е заседание Совета министров юстиции государств, посвящённое цифровой трансформации правосудия и "
    "взаимной правовой помощи по гражданским, семейным и уголовным делам"
)


@pytest.fixture
def title(qtbot: QtBot) -> ShortTitle:
    made = ShortTitle("inspector.title")
    qtbot.addWidget(made)
    made.resize(300, 200)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_what_fits_is_shown_as_it_is(title: ShortTitle) -> None:
    title.say("فاطمة Szabó-Nagy")
    assert title.text() == "فاطمة Szabó-Nagy"
    assert not title.toolTip()


def test_what_does_not_fit_ends_in_an_ellipsis_and_is_in_the_tooltip(title: ShortTitle) -> None:
    title.say(LONG)
    assert title.text().endswith("…")
    assert LONG.startswith(title.text()[:-1])
    assert title.toolTip() == LONG
    assert title.heightForWidth(300) <= 3 * title.fontMetrics().lineSpacing() + 4


def test_more_room_shows_more(title: ShortTitle) -> None:
    title.say(LONG)
    title.resize(2000, 200)
    assert title.text() == LONG
    assert not title.toolTip()
    title.resize(300, 200)
    assert title.toolTip() == LONG
    title.say("")
    assert title.text() == ""
