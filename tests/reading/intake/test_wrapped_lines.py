"""Lines of a text that was wrapped at a width belong together, also where one line is longer."""

from ministrack.reading.intake.pasted import report_of_text

_WRAPPED = """National Security Advisor Ann Lee of the United States, National
Security Advisor Ito Ren of Japan, and National Security Advisor
Eduardo Cruz of the Republic of the Philippines gathered in Tokyo.
"""


def test_a_single_longer_line_does_not_part_the_others() -> None:
    heading = "**<u>Efforts that are meant to enhance the capabilities of all sides to trade</u>**"
    text = "\n".join([_WRAPPED] * 8 + [heading, "", _WRAPPED])
    report = report_of_text(text)
    paragraphs = [report.text[block.start : block.stop] for block in report.blocks]
    assert paragraphs.count(" ".join(_WRAPPED.split())) == 9


def test_lines_of_a_list_stay_apart_where_one_is_as_wide_as_the_text() -> None:
    lines = [
        "Республика Беларусь – Руслан Чернецкий, Министр культуры",
        "Исламская Республика Иран – Аббас Салехи, Министр культуры и исламской ориентации",
        "Кыргызская Республика – Мирбек Мамбеталиев, Министр культуры и информации (глава делегации)",
        "Республика Таджикистан – Матлубахон Сатториён, Министр культуры",
        "Республика Узбекистан – Озодбек Назарбеков, Министр культуры и советник президента страны",
        "Секретариат ШОС – Нурлан Ермекбаев, Генеральный секретарь",
    ]
    report = report_of_text("\n".join(lines))
    assert [report.text[block.start : block.stop] for block in report.blocks] == lines


def test_prose_with_a_dash_goes_on_in_the_next_line() -> None:
    wrapped = """The ministers of four countries met in Samarkand on Monday, and
Uzbekistan – which chairs the group this year – had invited them
to speak of roads, railways, ports and the rules of their borders.
"""
    report = report_of_text(wrapped)
    assert [report.text[block.start : block.stop] for block in report.blocks] == [" ".join(wrapped.split())]
