"""A report that was pasted, or read from a file of plain text, Markdown or HTML."""

import re

from ministrack.domain.language import tr
from ministrack.reading.intake.assembling import written
from ministrack.reading.intake.front_matter import FrontMatter, front_matter
from ministrack.reading.intake.html_marks import mark_html
from ministrack.reading.intake.inline import mark_pictures
from ministrack.reading.intake.mail_head import mail_heads
from ministrack.reading.intake.mask import Mask
from ministrack.reading.intake.page_head import page_head
from ministrack.reading.report import Report
from ministrack.sandbox.file_problem import FileProblem

MOST_LETTERS = 1_500_000
"""A report of more characters is none: a book of 700 pages."""

_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|\?php)\b", re.IGNORECASE)
_BLOCK_TAG = re.compile(r"<(?:div|p|section|article|table|ul|ol|h[1-6])\b", re.IGNORECASE)
_LEAD_IN = re.compile(r"\s*date\s+\d{4}-\d\d-\d\d\s", re.IGNORECASE)
_LOOK_AT = 4000


def report_of_text(given: str, name: str = "") -> Report:
    """The report that a text is. Markup is recognised by what it looks like; `name` is that of the file.

    Raises FileProblem where there is nothing to read, or far too much.
    """
    given = given.replace("\r\n", "\n").replace("\r", "\n")
    _check(given)
    front = front_matter(given)
    mask = Mask(given)
    mask.drop(0, front.stop)
    is_page = _is_page(given, front.stop, name)
    mark_html(given, front.stop, mask, is_page=is_page)
    if is_page:
        told = page_head(given)
    else:
        mark_pictures(given, front.stop, mask)
        told = mail_heads(given, front.stop, mask)
    if lead_in := _LEAD_IN.match(given, front.stop):
        mask.divide(lead_in.end() - 1, lead_in.end())
    front = FrontMatter(front.stop, front.address, {**told, **front.values})
    report = written(given, front, mask, is_page=is_page)
    if not report.blocks:
        raise _nothing()
    return report


def _check(given: str) -> None:
    if not given.strip():
        raise _nothing()
    if len(given) > MOST_LETTERS:
        raise FileProblem(
            tr("The text is too long for a report: {size} million characters.", size=len(given) // 1_000_000),
            safe=tr("Nothing was changed."),
            todo=tr("Please take out the part that reports the meeting."),
        )


def _nothing() -> FileProblem:
    return FileProblem(
        tr("There is no text in it."),
        safe=tr("Nothing was changed."),
        todo=tr("Paste the text of a report, or choose another file."),
    )


def _is_page(given: str, start: int, name: str) -> bool:
    """A page of HTML; Markdown with some tags in it is none."""
    if name.lower().endswith((".html", ".htm", ".xhtml")):
        return True
    head = given[start : start + _LOOK_AT]
    return bool(_PAGE.search(head)) or (head.lstrip().startswith("<") and len(_BLOCK_TAG.findall(head)) > 3)
