"""Lines of calendars and address cards: bytes as text, folded lines joined, a line as a property."""

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import tr
from ministrack.sandbox.encodings import old_text

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LOOKED_AT = 512  # bytes
_LONGEST = 4000  # characters of the parameters of a line: nobody needs more
_FOLDS = re.compile(r"(?<!\n)\n+[ \t]")  # also over blank lines, as some mail programs leave them
_JOINED = "\0"  # stands for a line end that folded a line; text that holds one itself is refused
_PARAMETERS = re.compile(r'((?:[^":]|"[^"]*")*):(.*)', re.DOTALL)
_PARAMETER = re.compile(r';[ \t]*([^=;]+?)[ \t]*=[ \t]*("[^"]*"|[^;]*)')
_QUOTED_PRINTABLE = "QUOTED-PRINTABLE"
_QUOTED = re.compile("=([0-9A-Fa-f]{2})")
_SOFT_ENDS = re.compile(r"(?im)^[^:\n]{0,200}QUOTED-PRINTABLE[^:\n]{0,200}:.*(?:(?<==)\n.*)+")
_CHARSET = re.compile(rb"(?i);[ \t]*CHARSET[ \t]*=[ \t]*\"?([\w-]{3,20})")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


class Property(NamedTuple):
    """One line: `given` are its parameters as written, each after a semicolon; `line` is where it begins."""

    name: str
    given: str
    value: str
    line: int

    def parameter(self, name: str) -> str:
        """What a parameter says, without quotes; an empty text where it is not given."""
        for found in _PARAMETER.finditer(self.given[:_LONGEST]) if self.given else ():
            if found[1].upper() == name:
                return found[2].strip('"').strip()
        return ""

    @property
    def text(self) -> str:
        """The value as people read it."""
        return unescaped(self.decoded)

    @property
    def decoded(self) -> str:
        """The value without an encoding that its parameters name, still with its backslashes."""
        if self.given and self._is_quoted_printable():
            return _from_quoted_printable(self.value, self.parameter("CHARSET") or "utf-8")
        return self.value

    def _is_quoted_printable(self) -> bool:
        """As older calendars and address cards write it: vCalendar 1.0 and vCard 2.1."""
        return _QUOTED_PRINTABLE in self.given.upper()


def decoded(data: bytes, encoding: str = "") -> str:
    """The text of a file. Without `encoding` it is found out: UTF-8 and UTF-16, else that of older Windows.

    Raises InvalidValue where the file is empty or no text.
    """
    if not data.strip():
        raise InvalidValue(tr("The file is empty."), safe=tr("Nothing was changed."))
    text = _as(data, encoding) if encoding else _guessed(data)
    if _JOINED in text:
        raise InvalidValue(
            tr("The file is not a text file."),
            safe=tr("Nothing was changed."),
            todo=tr("Choose a calendar (.ics) or address cards (.vcf)."),
        )
    return text


def lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a text with their numbers; those that were folded are joined, blank ones left out."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _QUOTED_PRINTABLE in text.upper():
        text = _SOFT_ENDS.sub(_unfolded_softly, text)
    number = 1
    for line in _FOLDS.sub(_unfolded, text).split("\n"):
        if _JOINED in line:
            yield number, line.replace(_JOINED, "")
            number += line.count(_JOINED)
        elif line and not line.isspace():
            yield number, line
        number += 1


def split(line: str, number: int) -> Property | None:
    """A line as a property with its name in capitals; None where it has no name or no colon."""
    head, colon, value = line.partition(":")
    if '"' in head:
        found = _PARAMETERS.fullmatch(line)
        if found:
            head, value = found[1], found[2]
    if not colon:
        return None
    name, semicolon, given = head.partition(";")
    name = name.strip().upper()
    return Property(name, semicolon + given, value, number) if name else None


def unescaped(value: str) -> str:
    """Text without the backslashes before commas, semicolons and line ends."""
    return _ESCAPED.sub(_plain, value) if "\\" in value else value


def escaped(text: str) -> str:
    """Text as a value: with a backslash before what would end it or part it."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\r\n", "\n").replace("\n", "\\n")


def without_hidden(text: str) -> str:
    """Text without control characters and marks that reorder what is shown: no dossier takes them in."""
    return _HIDDEN.sub("", text) if _HIDDEN.search(text) else text


def _unfolded(found: re.Match[str]) -> str:
    return _JOINED * (len(found[0]) - 1)


def _unfolded_softly(found: re.Match[str]) -> str:
    return found[0].replace("=\n", _JOINED)


def _from_quoted_printable(value: str, charset: str) -> str:
    data = unquote_to_bytes(_QUOTED.sub(r"%\1", value.replace("%", "%25")))
    try:
        return data.decode(charset)
    except (LookupError, UnicodeError):
        return old_text(data)


def _plain(found: re.Match[str]) -> str:
    letter = found[1]
    if letter in "nN":
        return "\n"
    return letter if letter in '\\;,:"' else found[0]


def _as(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except (LookupError, UnicodeError):
        raise InvalidValue(
            tr("The file cannot be read as {encoding}.", encoding=encoding),
            safe=tr("Nothing was changed."),
            todo=tr("Choose another encoding."),
        ) from None


def _guessed(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    begin = data[:_LOOKED_AT]
    for encoding, zeros in (("utf-16-le", begin[1::2]), ("utf-16-be", begin[::2])):
        if len(begin) > 2 and zeros.count(0) > len(zeros) * 0.8:
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _broken(data)


def _broken(data: bytes) -> str:
    """UTF-8 in which a few bytes are broken stays UTF-8; anything else is in the encoding that it names or
    that its letters tell, as an older Windows wrote it.
    """
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    if sum(letter > "\x7f" for letter in text) - lost > lost:
        return text
    named = {name.decode().lower() for name in _CHARSET.findall(data)} - {"utf-8"}
    if len(named) == 1:
        try:
            return data.decode(named.pop())
        except (LookupError, UnicodeError):
            pass
    return old_text(data)
