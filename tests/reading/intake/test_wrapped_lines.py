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
