"""Lines of a calendar as they are written: values escaped, long lines folded, ended as the standard wants."""

from collections.abc import Iterable

from ministrack.exchange.content_lines import escaped

_OCTETS = 75  # of a line, without its end
_CONTINUES = 0b10  # the first bits of a byte that goes on with a letter


def text_line(name: str, value: str, parameters: str = "") -> str:
    """A line whose value is text."""
    return f"{name}{parameters}:{escaped(value)}"


def parameter(name: str, value: str) -> str:
    """A parameter with its semicolon; quotes and line ends cannot stand in one."""
    clean = " ".join(value.replace('"', "").split())
    return f';{name}="{clean}"' if any(sign in clean for sign in ":;, ") else f";{name}={clean}"


def as_bytes(lines: Iterable[str]) -> bytes:
    """The lines as they stand in the file."""
    return b"".join(_folded(line.encode()) + b"\r\n" for line in lines)


def _folded(line: bytes) -> bytes:
    if len(line) <= _OCTETS:
        return line
    parts = []
    begin, room = 0, _OCTETS
    while len(line) - begin > room:
        end = begin + room
        while line[end] >> 6 == _CONTINUES:
            end -= 1
        parts.append(line[begin:end])
        begin, room = end, _OCTETS - 1  # the space before what goes on counts too
    parts.append(line[begin:])
    return b"\r\n ".join(parts)
