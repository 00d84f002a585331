"""Records of a file, each with its values checked against how their fields are declared."""

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.checks import checked
from ministrack.domain.errors import InvalidValue
from ministrack.domain.fields import FieldKind, FieldSpec, specs, stored_value
from ministrack.domain.language import tr
from ministrack.domain.lists import Value
from ministrack.domain.record import Ref
from ministrack.domain.values import dataclass, field
from ministrack.exchange.plan import Verdict

_LONGEST_ID = 64
_LONGEST_LABEL = 200


@dataclass(slots=True)
class Entry:
    """One record of the file. `values` are those it gives, as they may be stored; `id` may become another's,
    where the dossier has the same thing under an id of its own (`is_twin`)."""

    where: int
    table: str
    id: str
    values: dict[str, Value] = field(default_factory=dict)
    is_twin: bool = False
    verdict: Verdict = Verdict.NEW
    words: str = ""
    at_field: str = ""
    seen: dict[str, Value] = field(default_factory=dict)  # what the dossier has in the fields that change

    @property
    def ref(self) -> Ref:
        """The record that it is, or becomes."""
        return Ref(self.table, self.id)

    @property
    def is_bad(self) -> bool:
        """Whether nothing can be made of it."""
        return self.verdict is Verdict.PROBLEM

    @property
    def label(self) -> str:
        """What it is called, as far as the file says."""
        return str(self.values.get(RECORD_TYPES[self.table].LABEL) or "")[:_LONGEST_LABEL]

    def refuse(self, words: str, name: str = "") -> None:
        """Nothing can be made of it, and why; the first reason stays."""
        if not self.is_bad:
            self.verdict, self.words, self.at_field = Verdict.PROBLEM, words, name


def entry_of(where: int, table: str, given: dict[str, object]) -> Entry:
    """The record that a file gives as number `where`; what is wrong with it is noted."""
    identity = given.get("id")
    entry = Entry(where, table, identity if isinstance(identity, str) else "")
    if not entry.id or len(entry.id) > _LONGEST_ID or not entry.id.isprintable() or " " in entry.id:
        entry.refuse(tr("It has no id."), "id")
    for name, spec in specs(RECORD_TYPES[table]).items():
        if name in given:
            _take(entry, spec, given[name])
    return entry


def _take(entry: Entry, spec: FieldSpec, value: object) -> None:
    if value is not None and not isinstance(value, _TYPES[spec.kind]):
        entry.refuse(_wrong_type(spec), spec.name)
        return
    if isinstance(value, bool) and spec.kind is not FieldKind.FLAG:
        entry.refuse(_wrong_type(spec), spec.name)
        return
    try:
        entry.values[spec.name] = checked(spec, value)
    except InvalidValue as error:
        entry.refuse(error.what, spec.name)


def complete(entry: Entry) -> None:
    """Refuses a new record without something that it cannot do without."""
    for spec in specs(RECORD_TYPES[entry.table]).values():
        if spec.required and spec.choices is None and not entry.values.get(spec.name):
            entry.refuse(tr("{field} is missing.", field=tr(spec.label)), spec.name)


def given_fields(entry: Entry, record: object) -> dict[str, Value]:
    """What a record of the dossier has in the fields that the file gives."""
    declared = specs(RECORD_TYPES[entry.table])
    return {name: stored_value(declared[name], getattr(record, name)) for name in entry.values}


def _wrong_type(spec: FieldSpec) -> str:
    if spec.kind is FieldKind.INTEGER:
        return tr("{field} must be a whole number, zero or more.", field=tr(spec.label))
    if spec.kind is FieldKind.FLAG:
        return tr("{field} is either yes or no.", field=tr(spec.label))
    return tr("{field} must be text.", field=tr(spec.label))


_TYPES: dict[FieldKind, tuple[type, ...]] = dict.fromkeys(FieldKind, (str,)) | {
    FieldKind.INTEGER: (int,),
    FieldKind.FLAG: (bool,),
}
