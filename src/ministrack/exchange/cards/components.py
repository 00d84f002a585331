"""The cards of a file: the lines between BEGIN:VCARD and END:VCARD, with what is wrong about them."""

from collections.abc import Iterator

from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import counted, tr
from ministrack.domain.values import dataclass, field
from ministrack.exchange.content_lines import Property, lines, split

_READ = frozenset((
    "UID", "REV", "FN", "N", "TITLE", "ROLE", "ORG", "NOTE", "KIND", "X-ABSHOWAS", "X-ADDRESSBOOKSERVER-KIND",
    "X-PHONETIC-FIRST-NAME", "X-PHONETIC-LAST-NAME",
))  # fmt: skip
PRIVATE = frozenset(("TEL", "EMAIL", "ADR", "PHOTO", "BDAY", "IMPP", "URL", "GEO"))
"""Lines that are left out: a dossier keeps no addresses of people."""
_MOST = 50_000  # cards of one file


@dataclass(slots=True)
class Lines:
    """The lines of one card that are read. `trouble` says what is wrong with it, and `at` in which line."""

    line: int
    properties: dict[str, list[Property]] = field(default_factory=dict)
    is_private: bool = False
    trouble: str = ""
    at: int = 0

    def all(self, name: str) -> list[str]:
        """What the lines of that name say, the preferred one first."""
        found = self.properties.get(name, [])
        return [each.text for each in sorted(found, key=_is_second_choice) if each.text.strip()]

    def first(self, name: str) -> str:
        """What the line of that name says."""
        return next(iter(self.all(name)), "")


def cards(text: str) -> Iterator[Lines]:
    """All cards of a file. Raises InvalidValue where there is none, or too many."""
    if text.count("\nBEGIN:VCARD") > _MOST:  # before those that may be taken are read
        raise _too_many()
    reader = _Cards()
    for number, line in lines(text):
        reader.take(number, line)
        yield from reader.done
        reader.done.clear()
    reader.end()
    yield from reader.done


class _Cards:
    """Takes lines one by one; `done` holds the cards that have ended since it was emptied."""

    def __init__(self) -> None:
        self.done: list[Lines] = []
        self._card: Lines | None = None
        self._within = 0  # cards within the card, as that of an assistant
        self._count = 0

    def take(self, number: int, line: str) -> None:
        name, value = _parted(line)
        if name == "BEGIN" and value == "VCARD":
            self._begin(number)
        elif not self._count:
            raise _no_cards()
        elif self._card is None:
            return
        elif name == "END" and value == "VCARD":
            self._finish(self._card)
        elif not self._within:
            _keep(self._card, line, number)

    def end(self) -> None:
        if not self._count:
            raise _no_cards()
        if self._card is not None:
            self._break_off(self._card, self._card.line)

    def _begin(self, number: int) -> None:
        if self._card is not None and "AGENT" in self._card.properties:
            self._within += 1
        elif self._card is not None:
            self._break_off(self._card, number)
        self._count += 1
        if self._count > _MOST:
            raise _too_many()
        self._card = self._card or Lines(number)

    def _finish(self, card: Lines) -> None:
        if self._within:
            self._within -= 1
        else:
            self.done.append(card)
            self._card = None

    def _break_off(self, card: Lines, number: int) -> None:
        card.trouble, card.at = tr("It has no end."), number
        self.done.append(card)
        self._card, self._within = None, 0


def _keep(card: Lines, line: str, number: int) -> None:
    found = split(line, number)
    if found is None:
        card.trouble = card.trouble or tr("Line {line} cannot be read: it is no property.", line=number)
        card.at = card.at or number
        return
    name = found.name.rpartition(".")[2]  # "item1.FN" belongs to a group
    if name in _READ:
        card.properties.setdefault(name, []).append(found)
    card.is_private |= name in PRIVATE
    if name == "AGENT":
        card.properties.setdefault(name, []).append(found)


def _parted(line: str) -> tuple[str, str]:
    name, _, value = line.partition(":")
    return name.strip().upper(), value.strip().upper()


def _is_second_choice(found: Property) -> bool:
    """Whether it says of itself that another one is preferred (vCard 4)."""
    return found.parameter("PREF") not in ("", "1")


def _too_many() -> InvalidValue:
    return _refused(tr("The file has more than {most} cards.", most=counted(_MOST)))


def _no_cards() -> InvalidValue:
    return _refused(tr("The file holds no address cards: it does not begin with BEGIN:VCARD."))


def _refused(what: str) -> InvalidValue:
    return InvalidValue(
        what,
        safe=tr("Nothing was changed."),
        todo=tr("Choose a file that an address book exported as vCard (.vcf)."),
    )
