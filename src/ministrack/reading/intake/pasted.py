"""A report that was pasted, or read from a file of plain text, Markdown or HTML."""

import re
from collections.abc import Sequence

from ministrack.reading.intake import problems
from ministrack.reading.intake.assembling import MOST_LETTERS, written
from ministrack.reading.intake.front_matter import FrontMatter, Given, front_matter
from ministrack.reading.intake.html_marks import mark_html
from ministrack.reading.intake.inline import mark_pictures
from ministrack.reading.intake.mail_head import leave_out_signature, mail_heads, subject_without_answer
from ministrack.reading.intake.mask import Mask, without_controls
from ministrack.reading.intake.page_head import page_head
from ministrack.reading.intake.told import Mail
from ministrack.reading.report import Report

_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|\?php)\b", re.IGNORECASE)
_BLOCK_TAG = re.compile(r"<(?:div|p|section|article|table|ul|ol|h[1-6])\b", re.IGNORECASE)
_LEAD_IN = re.compile(r"\s*date\s+\d{4}-\d\d-\d\d\s", re.IGNORECASE)
_LOOK_AT = 4000
_LITTLE = 200  # characters: of a page of which so little is left, too much was left out


def report_of_text(given: str, name: str = "", notes: Sequence[str] = ()) -> Report:
    """The report that a text is. Markup is recognised by what it looks like; `name` is that of the file.

    Raises FileProblem where there is nothing to read, or far too much.
    """
    given = without_controls(given.replace("\r\n", "\n").replace("\r", "\n"))
    _check(given)
    front = front_matter(given)
    return _read(given, front, is_page=_is_page(given, front.stop, name), notes=notes)


def report_of_mail(mail: Mail) -> Report:
    """The report that came as a mail: its subject is the title."""
    given = without_controls(f"{mail.subject}\n\n{mail.body}".replace("\r\n", "\n").replace("\r", "\n"))
    _check(mail.body)
    _check(given)
    values = {
        "subject": subject_without_answer(given, 0, len(mail.subject)),
        "date": Given(mail.day, 0, 0),
        "publisher": Given(mail.sender, 0, 0),
    }
    front = FrontMatter(len(mail.subject) + 2, "", values)
    return _read(given, front, is_page=mail.is_html, is_mail=True, notes=mail.notes)


def _read(
    given: str,
    front: FrontMatter,
    *,
    is_page: bool,
    is_mail: bool = False,
    leaves_out: bool = True,
    notes: Sequence[str],
) -> Report:
    mask = Mask(given)
    mask.drop(0, front.stop)
    mark_html(given, front.stop, mask, is_page=is_page, leaves_out=leaves_out)
    if is_page:
        told = page_head(given)
    else:
        mark_pictures(given, front.stop, mask)
        told = mail_heads(given, front.stop, mask)
        if is_mail or told:
            leave_out_signature(given, front.stop, mask)
    if lead_in := _LEAD_IN.match(given, front.stop):
        mask.divide(lead_in.end() - 1, lead_in.end())
    front = FrontMatter(front.stop, front.address, {**told, **front.values})
    report = written(given, front, mask, is_page=is_page, notes=notes)
    if is_page and leaves_out and len(report.text) < _LITTLE:
        whole = _read(given, front, is_page=True, is_mail=is_mail, leaves_out=False, notes=notes)
        return whole if len(whole.text) > 2 * len(report.text) else report
    if not report.blocks:
        raise problems.nothing()
    return report


def _check(given: str) -> None:
    if not given.strip():
        raise problems.nothing()
    if len(given) > MOST_LETTERS:
        raise problems.too_long(len(given), MOST_LETTERS)


def _is_page(given: str, start: int, name: str) -> bool:
    """A page of HTML; Markdown with some tags in it is none."""
    if name.lower().endswith((".html", ".htm", ".xhtml")):
        return True
    head = given[start : start + _LOOK_AT]
    return bool(_PAGE.search(head)) or (head.lstrip().startswith("<") and len(_BLOCK_TAG.findall(head)) > 3)
