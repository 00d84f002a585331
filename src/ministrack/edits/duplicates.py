"""Records that may have been entered twice: suggested by how their names sound, never merged unasked."""

from collections.abc import Collection, Iterator

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.fields import FieldKind, specs
from ministrack.domain.filters import Compare
from ministrack.domain.names import fold, sound
from ministrack.domain.party import Party
from ministrack.domain.person import Spelling
from ministrack.domain.record import Record, Ref
from ministrack.domain.values import dataclass
from ministrack.store.alike import Alike, sound_key
from ministrack.store.reader import Reader

COMPARED = ("person", "party", "document", "body", "source", "series")
"""Kinds of record that go by a name of their own."""


@dataclass(frozen=True, slots=True)
class Likely:
    """Two records that may be one: a name of each, whether these are written alike, and whether they sound
    so; where they do not, one is known to be another name of the other.
    """

    one: Ref
    other: Ref
    names: tuple[str, str]
    is_same: bool
    sounds_same: bool

    @property
    def key(self) -> str:
        """Names the pair, whichever of the two comes first."""
        return "|".join(sorted((self.one.id, self.other.id)))


def likely_duplicates(read: Reader, limit: int, dismissed: Collection[str] = ()) -> tuple[list[Likely], bool]:
    """At most `limit` pairs of all kinds but those dismissed by their key; and whether there are more."""
    found: list[Likely] = []
    for table in COMPARED:
        for likely in _of_table(read, table, dismissed):
            if len(found) == limit:
                return found, True
            found.append(likely)
    return found, False


def _of_table(read: Reader, table: str, dismissed: Collection[str]) -> Iterator[Likely]:
    for pair in read.alike(table):
        likely = _likely(read, pair)
        if likely is not None and likely.key not in dismissed:
            yield likely


def _likely(read: Reader, pair: Alike) -> Likely | None:
    kind = RECORD_TYPES[pair.one.table]
    one, other = read.get(kind, pair.one.id), read.get(kind, pair.other.id)
    if one is None or other is None or _are_two_countries(one, other):
        return None
    names = _name_of_sound(read, one, pair.sounds), _name_of_sound(read, other, pair.sounds)
    sounds = {sound_key(sound(name)) for name in names}
    return Likely(pair.one, pair.other, names, fold(names[0]) == fold(names[1]), len(sounds) == 1)


def _are_two_countries(one: Record, other: Record) -> bool:
    """A code belongs to one country; names of two may sound alike in some language."""
    return isinstance(one, Party) and isinstance(other, Party) and None not in (one.code, other.code)


def _name_of_sound(read: Reader, record: Record, sounds: str) -> str:
    """The name of the record that has these sounds; what it is called where none of its own has."""
    names = [
        str(getattr(record, name))
        for name, spec in specs(type(record)).items()
        if spec.searchable and spec.kind is FieldKind.TEXT and getattr(record, name)
    ]
    if record.TABLE == "person":
        names += [each.name for each in read.find(Spelling, Compare("person", record.id))]
    same = (name for name in names if sound_key(sound(name)) == sounds)
    return next(same, read.label(Ref(record.TABLE, record.id)))
