"""The form of a delegate, alone and as a row of its delegation."""

from collections.abc import Mapping, Sequence

from ministrack.domain.delegation import Delegate, Role
from ministrack.domain.language import N_, tr
from ministrack.domain.levels import Level
from ministrack.domain.record import Record
from ministrack.edits.asking import Reader
from ministrack.ui.forms.form import RecordForm
from ministrack.ui.forms.inline_list import Listed

_FIRST = (Role.CHAIR, Role.HEAD, Role.CO_CHAIR)


class DelegateForm(RecordForm):
    """Somebody in a delegation."""

    TABLE = "delegate"

    def lay_out(self) -> None:
        self.add_field("delegation")
        self.add_person()

    def add_person(self) -> None:
        """Who it is and in what capacity."""
        self.add_field("person")
        self.add_field("title")
        self.add_field("level")
        self.add_field("role")
        self.add_field("on_behalf_of")


class DelegateRow(DelegateForm):
    """The same inside the form of the delegation; the one who leads it is called so."""

    def lay_out(self) -> None:
        self.add_person()

    def filled(self, values: Mapping[str, object]) -> None:
        leading = {Role.HEAD.value: tr("Head"), Role.CHAIR.value: tr("Chair")}
        self.row("person").set_label(leading.get(str(values["role"]), tr("Person")))


def _head_first(read: Reader, records: list[Record]) -> Sequence[Record]:
    ranks = {level.id: level.position or 0 for level in read.find(Level)}

    def rank(record: Record) -> tuple[int, int]:
        if not isinstance(record, Delegate):
            return 0, 0
        first = _FIRST.index(record.role) if record.role in _FIRST else len(_FIRST)
        return first, ranks.get(record.level or "", len(ranks) + 1)

    return sorted(records, key=rank)


def _next_role(present: Sequence[Record]) -> Mapping[str, object]:
    return {"role": (Role.MEMBER if present else Role.HEAD).value}


DELEGATES = Listed(
    DelegateRow,
    "delegation",
    N_("People"),
    N_("Add a person"),
    N_("Remove this person"),
    order=_head_first,
    given=_next_role,
)
