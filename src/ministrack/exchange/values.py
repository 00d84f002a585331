"""What a cell says as the value of a field: dates, choices, numbers, records; refused where unclear."""

from collections.abc import Callable
from datetime import date

from ministrack.domain.checks import checked
from ministrack.domain.dates import understand
from ministrack.domain.errors import InvalidValue
from ministrack.domain.fields import FieldKind, FieldSpec
from ministrack.domain.language import interface_language, tr
from ministrack.domain.levels import Level
from ministrack.domain.names import fold
from ministrack.domain.record import Record, Ref
from ministrack.domain.titles import level_of_title
from ministrack.domain.values import dataclass
from ministrack.exchange.finding import Finder, Found
from ministrack.exchange.matching import Keys
from ministrack.exchange.searched import SearchedKeys
from ministrack.store.reader import Reader

_YES = frozenset(("yes", "y", "true", "x", "1"))
_NO = frozenset(("no", "n", "false", "0"))


@dataclass(frozen=True, slots=True)
class Given:
    """A cell: its text, and the record that a person chose for it, or that one of that name is to be made."""

    text: str = ""
    ref: Ref | None = None
    create: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether nothing is said."""
        return not self.text.strip() and self.ref is None


@dataclass(frozen=True, slots=True)
class Meant:
    """The value to store, and the record that has to be made for it."""

    value: str | int | None
    made: Record | None = None


class CellReader:
    """Reads the cells of one table of lines."""

    def __init__(self, read: Reader, keys: Keys | None = None, *, make_all: bool = False) -> None:
        self._finder = Finder(keys or SearchedKeys(read), make_all=make_all)
        self.levels = {level.id: tr(level.name) for level in read.find(Level, order="position")}

    def meaning(self, spec: FieldSpec, given: Given) -> Meant:
        """The value that a cell means for a field. Raises InvalidValue, naming the field."""
        try:
            return self._meaning(spec, given)
        except InvalidValue as error:
            raise InvalidValue(error.what, field=spec.name, safe=error.safe, todo=error.todo) from error

    def _meaning(self, spec: FieldSpec, given: Given) -> Meant:
        text = " ".join(given.text.split())
        if spec.kind is FieldKind.REFERENCE:
            found = self._record(spec, given, text)
            return Meant(found.ref.id, found.made)
        read = _READ.get(spec.kind)
        return Meant(checked(spec, read(spec, text) if read else given.text))

    def level_called(self, text: str) -> str | None:
        """The level of just this name or code."""
        return next((code for code, name in self.levels.items() if fold(text) in (fold(name), code)), None)

    def _record(self, spec: FieldSpec, given: Given, text: str) -> Found:
        if given.ref is not None:
            return Found(given.ref)
        if spec.refers == "level":
            # Other words for it are as good: "Vice-Minister".
            code = self.level_called(text) or level_of_title(text, self.levels)
            if not code:
                raise InvalidValue(
                    tr("“{text}” is not a level of this dossier.", text=text),
                    todo=tr("Choose one from the list."),
                )
            return Found(Ref("level", code))
        return self._finder.find(spec.refers, text, create=given.create)


def _date(_: FieldSpec, text: str) -> object:
    return understand(text, date.today(), interface_language())


def _choice(spec: FieldSpec, text: str) -> object:
    wanted = fold(text)
    for member in spec.choices or ():
        if wanted in (fold(member.value), fold(member.label), fold(tr(member.label))):
            return member.value
    offered = ", ".join(tr(member.label) for member in spec.choices or ())
    raise InvalidValue(tr("“{text}” is none of these: {offered}.", text=text, offered=offered))


def _number(_: FieldSpec, text: str) -> object:
    """A number, also as "2nd", "2." or "No. 2"."""
    digits = "".join(letter for letter in text if letter.isdigit())
    rest = fold(text.replace(digits, "", 1)) if digits else text
    return digits if digits.isascii() and rest in ("", "st", "nd", "rd", "th", "no", "nr") else text


def _flag(spec: FieldSpec, text: str) -> object:
    word = fold(text)
    if word in _YES or word == fold(tr("yes")):
        return 1
    if word in _NO or word == fold(tr("no")):
        return 0
    raise InvalidValue(tr("{field} is either yes or no.", field=tr(spec.label)))


_READ: dict[FieldKind, Callable[[FieldSpec, str], object]] = {
    FieldKind.DATE: _date,
    FieldKind.CHOICE: _choice,
    FieldKind.INTEGER: _number,
    FieldKind.FLAG: _flag,
}
