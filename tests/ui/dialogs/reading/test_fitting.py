"""The words of a row share what room there is: what is emphasised stays whole."""

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from ministrack.ui.dialogs.reading.proposals_table import fitted
from ministrack.ui.dialogs.reading.telling import Part, Told

DEPUTY = Told((Part("Kyrgyzstan"), Part("Азамат Ескараев uulu Бакытбек"), Part("deputy", is_bold=True)))


def shown(width: int) -> list[str]:
    return [text for _, text in fitted(QFont(QApplication.font()), DEPUTY, width)]


def test_all_is_shown_where_there_is_room(qapp: QApplication) -> None:
    assert shown(2000) == ["Kyrgyzstan", " · ", "Азамат Ескараев uulu Бакытбек", " · ", "deputy"]


def test_the_longest_gives_way_first(qapp: QApplication) -> None:
    room = QFontMetrics(QApplication.font()).horizontalAdvance(DEPUTY.words) - 40
    country, _, person, _, deputy = shown(room)
    assert (country, deputy) == ("Kyrgyzstan", "deputy")
    assert person.startswith("Азамат")
    assert person.endswith("…")


def test_what_is_emphasised_stays_whole_in_a_narrow_column(qapp: QApplication) -> None:
    country, _, person, _, deputy = shown(180)
    assert deputy == "deputy"
    assert country.endswith("…")
    assert person.endswith("…")
