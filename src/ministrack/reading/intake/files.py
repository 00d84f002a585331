"""A report that is a file: which kind it is, and its text."""

import re
import zipfile
from pathlib import Path
from typing import cast

from ministrack.domain.language import tr
from ministrack.domain.progress import Progress
from ministrack.reading.intake import problems
from ministrack.reading.intake.assembling import report_of_passages
from ministrack.reading.intake.pasted import report_of_mail, report_of_text
from ministrack.reading.intake.told import Mail, Told
from ministrack.reading.report import Report
from ministrack.sandbox.child import Limits, check_file, read_in_child
from ministrack.sandbox.child_problems import unreadable
from ministrack.sandbox.encodings import UNREADABLE, Decoded, decoded, encoding_label, no_text
from ministrack.sandbox.file_problem import FileProblem
from ministrack.sandbox.zip_limits import check_zip

ENDINGS = ("txt", "md", "html", "htm", "eml", "docx", "odt", "pdf")
"""What the files that are read usually end in, for a dialog that asks for one."""

_LIMITS = Limits(file_size=64 << 20, memory=1 << 30, answer=32 << 20, seconds=60)
_MOST_TEXT = 6 << 20  # bytes
_FIRST = 2048
_ZIP, _OLD_OFFICE, _PDF, _RICH = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-", b"{\\rtf"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"RIFF")
_MAIL = re.compile(
    rb"(?:From .*\r?\n)?(?:(?:From|To|Cc|Subject|Date|Sender|Reply-To|Received|Return-Path|Delivered-To"
    rb"|Message-ID|MIME-Version"
    rb"|Content-[\w-]+|Snapshot-[\w-]+|X-[\w-]+|DKIM-Signature|ARC-[\w-]+|Authentication-Results)"
    rb": ?.*\r?\n(?:[ \t].*\r?\n)*){3}",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w.:-]{3,20})", re.IGNORECASE)
_MARK = b"\xef\xbb\xbf"
_STRAY, _BEYOND = re.compile("[\udc80-\udcff]"), re.compile("[^\x00-\x7f]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_MOST_CONTROLS = 0.05


def report_of_file(path: Path, progress: Progress | None = None) -> Report:
    """The report that a file holds; `progress` may stop the reading.

    Raises FileProblem where it cannot be read, or holds no text.
    """
    check_file(path, _LIMITS)
    try:
        with path.open("rb") as file:
            start = file.read(_FIRST)
    except OSError as error:
        raise unreadable(path, error.strerror or "") from error
    if _PDF in start[:1024]:
        return _told(path, "pdf_file:pdf_text", progress)
    if start.startswith((_ZIP, _OLD_OFFICE)):
        check_zip(path)
        return _told(path, _of_zip(path), progress)
    if start.startswith(_RICH):
        raise problems.rich_text(path)
    if start.startswith(_PICTURES) and not start.isascii():
        raise problems.picture(path)
    if _MAIL.match(start.lstrip()) and (path.suffix.lower() != ".md"):
        told = read_in_child(_function("mail_file:mail_text"), path, limits=_LIMITS, progress=progress)
        return report_of_mail(cast(Mail, told))
    return _of_text(path)


def _function(name: str) -> str:
    return f"ministrack.reading.intake.{name}"


def _told(path: Path, function: str, progress: Progress | None) -> Report:
    told = read_in_child(_function(function), path, limits=_LIMITS, progress=progress)
    return report_of_passages(cast(Told, told))


def _of_zip(path: Path) -> str:
    """What reads the document, by what is in it."""
    with zipfile.ZipFile(path) as archive:
        names = frozenset(archive.namelist())
        kind = archive.open("mimetype").read(80) if "mimetype" in names else b""
    if "word/document.xml" in names:
        return "docx_file:docx_text"
    if kind.startswith(b"application/vnd.oasis.opendocument.text"):
        return "odt_file:odt_text"
    raise problems.no_report(path, is_table="xl/workbook.xml" in names or b"spreadsheet" in kind)


def _of_text(path: Path) -> Report:
    size = path.stat().st_size
    if size > _MOST_TEXT:
        raise problems.long_text(path, size, _MOST_TEXT)
    content = path.read_bytes()
    found = _decoded(content)
    if len(_CONTROL.findall(found.text)) > _MOST_CONTROLS * len(found.text):
        raise no_text()
    given = found.text if not content.startswith(_MARK) else "\ufeff" + found.text
    return report_of_text(given, path.name, notes=_notes(found))


def _decoded(content: bytes) -> Decoded:
    """The text; a page that says which encoding it is in is believed, if it can be."""
    said = _CHARSET.search(content[:_FIRST]) if b"<" in content[:_FIRST] else None
    if said and said.group(1).lower() not in (b"utf-8", b"utf8"):
        try:
            return decoded(content, said.group(1).decode("ascii"))
        except FileProblem:
            pass
    return _mixed(content) or decoded(content)


def _mixed(content: bytes) -> Decoded | None:
    """UTF-8 into which something of Windows was pasted: its quotation marks and dashes."""
    text = content.removeprefix(_MARK).decode("utf-8", "surrogateescape")
    stray = len(_STRAY.findall(text))
    if not stray or b"\x00" in content or len(_BEYOND.findall(text)) - stray <= stray:
        return None
    whole = _STRAY.sub(lambda found: bytes([ord(found.group()) - 0xDC00]).decode("cp1252", "replace"), text)
    return Decoded(whole, "utf-8", ("utf-8",), stray)


def _notes(found: Decoded) -> tuple[str, ...]:
    notes = []
    if found.encoding != "utf-8":
        notes.append(tr("Read as {encoding}.", encoding=encoding_label(found.encoding)))
    if found.unreadable:
        told = tr("Characters that were in another encoding than the rest: {count}.", count=found.unreadable)
        notes.append(told)
    if UNREADABLE in found.text and not found.unreadable:
        notes.append(tr("Some characters were lost before the file was saved."))
    return tuple(notes)
