"""Reads a mail in the child process: its head, and the part of it that a person reads."""

import re
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import Path

from ministrack.domain.language import tr
from ministrack.reading.intake.told import Mail
from ministrack.sandbox.encodings import decoded
from ministrack.sandbox.file_problem import FileProblem

_QUOTED = re.compile(r"^[ \t]*>.*\n?", re.MULTILINE)
_ENOUGH = 200  # characters of one's own; else what is quoted is what was sent
_INTRODUCED = re.compile(r"^[^\n>]{4,200}:[ \t]*\n(?=\s*>)", re.MULTILINE)


def mail_text(name: str) -> Mail:
    """The mail. Raises FileProblem where it has no text."""
    with Path(name).open("rb") as file:
        message = BytesParser(policy=default).parse(file)
    if not isinstance(message, EmailMessage):
        raise _no_text()
    part = message.get_body(preferencelist=("plain", "html"))
    if not isinstance(part, EmailMessage):
        raise _no_text()
    body = _content(part).replace("\r\n", "\n")
    is_html = part.get_content_type() == "text/html"
    left = [str(each.get_filename() or "") for each in message.iter_attachments()]
    named = ", ".join(filter(None, left))
    notes = (tr("Attachments were not read: {names}.", names=named),) if named else ()
    return Mail(
        subject=" ".join(str(message.get("subject", "")).split()),
        sender=parseaddr(str(message.get("from", "")))[0],
        day=_day(str(message.get("date", ""))),
        body=body if is_html else _own_words(body),
        is_html=is_html,
        notes=notes,
    )


def _content(part: EmailMessage) -> str:
    try:
        return str(part.get_content())
    except (LookupError, ValueError):  # an encoding that nobody knows, or a wrong one
        raw = part.get_payload(decode=True)
        return decoded(raw).text if isinstance(raw, bytes) else ""


def _day(written: str) -> str:
    try:
        return parsedate_to_datetime(written).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return ""


def _own_words(body: str) -> str:
    """A mail without the mail that it answers."""
    own = _QUOTED.sub("", _INTRODUCED.sub("", body))
    return own if len(own.strip()) >= _ENOUGH else body


def _no_text() -> FileProblem:
    return FileProblem(
        tr("The mail holds no text."),
        safe=tr("Nothing was changed."),
        todo=tr("If the report is attached to it, save the attachment and read that."),
    )
