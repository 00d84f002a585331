"""The fields that the columns of a pasted or imported table can fill, by the kind of record they make."""

from collections.abc import Mapping
from functools import cache

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.fields import FieldSpec, specs
from ministrack.domain.language import N_, tr
from ministrack.domain.names import fold
from ministrack.domain.values import dataclass

HEAD = "delegate"
"""Delegations carry fields of the one who leads them."""

_OF_HEAD = ("person", "title", "level", "role")
_LABELS = {("delegation", "party"): N_("Country"), ("task", "owner_party"): N_("Owner (country)")}
_HEAD_LABELS = {"person": N_("Head"), "title": N_("Title then"), "level": N_("Level"), "role": N_("Role")}

# Other words that people write above such a column, folded; English, as spreadsheets of the trade have them.
_ALSO: Mapping[str, tuple[str, ...]] = {
    "delegation.party": ("country", "delegation", "organisation", "organization", "party", "state", "member"),
    "delegation.status": ("attendance", "status", "present"),
    "delegate.person": ("head", "head of delegation", "name", "representative", "person", "full name"),
    "delegate.title": ("title", "position", "post", "function", "title then"),
    "delegate.level": ("level", "rank"),
    "meeting.number": ("no", "nr", "meeting no"),
    "meeting.name": ("meeting", "title"),
    "task.title": ("task", "follow up", "action", "what"),
    "task.owner_party": ("owner", "responsible", "country"),
    "task.due": ("deadline", "by when"),
    "task.owner_note": ("owner as written",),
    "document.title": ("document", "name"),
    "person.name": ("full name", "person"),
    "source.title": ("source", "name"),
}


@dataclass(frozen=True, slots=True)
class Target:
    """One field of the record that a line makes, or of the head of its delegation."""

    table: str
    spec: FieldSpec
    label: str  # translated

    @property
    def key(self) -> str:
        """The same for the same field at any time."""
        return f"{self.table}.{self.spec.name}"

    def is_called(self, words: str) -> bool:
        """Whether a header says that its column holds this field."""
        wanted = fold(words)
        names = (self.label, self.spec.label, tr(self.spec.label), self.spec.name)
        return bool(wanted) and (wanted in map(fold, names) or wanted in _ALSO.get(self.key, ()))


def targets(table: str) -> tuple[Target, ...]:
    """What columns may be when lines make records of a table; the field that names them comes first."""
    own = [Target(table, spec, tr(_LABELS.get((table, spec.name), spec.label))) for spec in _fields(table)]
    if table != "delegation":
        return tuple(own)
    declared = specs(RECORD_TYPES[HEAD])
    head = [Target(HEAD, declared[name], tr(_HEAD_LABELS[name])) for name in _OF_HEAD]
    party = [target for target in own if target.spec.name == "party"]
    return (*party, *head, *(target for target in own if target not in party))


@cache
def _fields(table: str) -> tuple[FieldSpec, ...]:
    return tuple(specs(RECORD_TYPES[table]).values())


def target(table: str, key: str) -> Target:
    """The target of a table with this key. Raises KeyError for none."""
    found = next((each for each in targets(table) if each.key == key), None)
    if found is None:
        raise KeyError(key)
    return found
