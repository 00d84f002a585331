"""What stands before a text: its address, and what its front matter says of it (YAML, or TOML)."""

import re
from collections.abc import Iterator, Mapping

from ministrack.domain.values import dataclass, field

_ADDRESS = re.compile(
    r"\s*(?:(?:url|source|link)\s*:\s*)?<?(https?://[^\s<>\"]+)>?[ \t]*(?:\n|$)", re.IGNORECASE
)
_FENCED = re.compile(r"[\s\ufeff]*(---|\+\+\+)[ \t]*\n(.*?\n)?\1[ \t]*(?:\n|$)", re.DOTALL)
_LINE = re.compile(r"^([A-Za-z][\w.-]*)[ \t]*[:=][ \t]*(.*(?:\n[ \t]+\S.*)*)", re.MULTILINE)
_LONGEST = 20_000
_ESCAPE = re.compile(
    r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\n[ \t]*|[^\n])|''|[ \t]*\n\s*|.", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Given:
    """A value, and its characters piece by piece with the stretch of the file that each stands for."""

    value: str
    start: int
    stop: int
    pieces: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands before the text that begins at `stop`."""

    stop: int = 0
    address: str = ""
    values: Mapping[str, Given] = field(default_factory=dict)

    def value(self, *names: str) -> str:
        """The first of these that says something."""
        return next((self.values[name].value for name in names if self._says(name)), "")

    def _says(self, name: str) -> bool:
        return name in self.values and bool(self.values[name].value.strip())


def front_matter(given: str) -> FrontMatter:
    """What stands before the text."""
    stop, address = 0, ""
    if line := _ADDRESS.match(given):
        stop, address = line.end(), line.group(1)
    fenced = _FENCED.match(given, stop, stop + _LONGEST)
    if fenced is None or not _LINE.search(fenced.group(2) or ""):
        return FrontMatter(stop, address)
    held = fenced.group(2)
    values = _by_yaml(held, fenced.start(2)) if fenced.group(1) == "---" else {}
    return FrontMatter(fenced.end(), address, values or _by_lines(held, fenced.start(2)))


def _by_yaml(held: str, offset: int) -> dict[str, Given]:
    """The values of the outermost level; empty where it is no YAML."""
    # delayed: start-up time
    import yaml

    try:
        node = yaml.compose(held, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return {}
    if not isinstance(node, yaml.MappingNode):
        return {}
    found: dict[str, Given] = {}
    for key, value in node.value:
        if isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode):
            place = (value.start_mark.index, value.end_mark.index)
            found.setdefault(str(key.value).casefold(), _given(held, *place, str(value.value), offset))
    return found


def _by_lines(held: str, offset: int) -> dict[str, Given]:
    """What many write, although it is no YAML: a title with a colon in it."""
    found: dict[str, Given] = {}
    for line in _LINE.finditer(held):
        start, stop = line.span(2)
        words = line.group(2).rstrip()
        quoted = len(words) > 1 and words[0] == words[-1] and words[0] in "\"'"
        said = words[1:-1] if quoted else words
        stop = start + len(words)
        found.setdefault(line.group(1).casefold(), _given(held, start, stop, " ".join(said.split()), offset))
    return found


def _given(held: str, start: int, stop: int, value: str, offset: int) -> Given:
    raw = held[start:stop].rstrip()
    stop = start + len(raw)
    if raw[:1] in ("'", '"') and raw[-1:] == raw[:1]:
        start, stop = start + 1, stop - 1
    value = value.encode("utf-8", "ignore").decode("utf-8")  # no halves of letters beyond 16 bits
    pieces = tuple(_pieces(held, start, stop, raw[:1]))
    said = " ".join("".join(words for words, _, _ in pieces).split())
    if said != " ".join(value.split()):
        pieces = ((value, start, stop),)
    return Given(
        value, start + offset, stop + offset, tuple((w, a + offset, b + offset) for w, a, b in pieces)
    )


def _pieces(held: str, start: int, stop: int, quote: str) -> Iterator[tuple[str, int, int]]:
    for found in _ESCAPE.finditer(held, start, stop):
        words = found.group()
        if words.startswith("\\") and quote == '"':
            yield _escaped(words), *found.span()
        elif words == "''" and quote == "'":
            yield "'", *found.span()
        elif "\n" in words:
            yield " ", *found.span()
        else:
            yield from ((letter, place, place + 1) for place, letter in enumerate(words, found.start()))


def _escaped(words: str) -> str:
    sort = words[1:2]
    if sort == "\n":
        return ""
    if sort in "xuU" and len(words) > 2:
        code = int.from_bytes(bytes.fromhex(words[2:]), "big")
        return chr(code) if code < 0x110000 else ""
    return {"_": "\xa0", "n": " ", "t": " ", "N": " ", "L": " ", "P": " ", " ": " "}.get(sort, sort)
