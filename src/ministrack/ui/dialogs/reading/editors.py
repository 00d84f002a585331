"""The editors of what a report proposes: values as proposals have them, shown as records do."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from ministrack.domain.body import Body
from ministrack.domain.delegation import Delegate, Delegation
from ministrack.domain.document import Document, DocumentStage
from ministrack.domain.errors import InvalidValue
from ministrack.domain.fields import FieldSpec, specs
from ministrack.domain.language import N_, tr
from ministrack.domain.meeting import Meeting, MeetingDocument, ProgrammeItem
from ministrack.domain.party import Party
from ministrack.domain.proposal import Proposal, ProposalKind
from ministrack.domain.record import Record, Ref
from ministrack.domain.task import Task
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.reading.telling import Names, is_code, meeting_name, party_of
from ministrack.ui.forms.choosing import AsWritten, Chosen, Cleared, Existing, NewCountry, NewNamed
from ministrack.ui.forms.editors.choice import ChoiceEditor, Option, options_of
from ministrack.ui.forms.editors.date import DateEditor
from ministrack.ui.forms.editors.editor import Editor, Wanted
from ministrack.ui.forms.editors.line import LineEditor
from ministrack.ui.forms.editors.long_text import LongTextEditor
from ministrack.ui.forms.editors.making import level_options
from ministrack.ui.forms.editors.reference import PickerEditor
from ministrack.ui.forms.picker import ReferencePicker

PARTIES = frozenset(
    ("party", "country", "host", "organisation", "on_behalf_of", "initiator", "set_up_by", "initiated_by")
)
"""Fields that name a country or an organisation."""
_MOST_DIGITS = 6
_LONG = frozenset(((ProposalKind.BODY, "mandate"), (ProposalKind.TASK, "title")))
_DECLARED: Mapping[ProposalKind, tuple[type[Record], ...]] = {
    ProposalKind.MEETING: (Meeting,),
    ProposalKind.DELEGATION: (Delegate, Delegation),
    ProposalKind.DOCUMENT: (Document, DocumentStage, MeetingDocument),
    ProposalKind.BODY: (Body,),
    ProposalKind.TASK: (Task,),
    ProposalKind.PROGRAMME: (ProgrammeItem,),
}
_LABELS = {
    "organisation": N_("Organisation"),
    "initiator": N_("Initiated by"),
    "owner": N_("Owner"),
    "due": N_("Due"),
    "due_meeting": N_("Due for"),
}


def label_of(kind: ProposalKind, name: str) -> str:
    """What a field is called."""
    if name in _LABELS:
        return tr(_LABELS[name])
    spec = spec_of(kind, name)
    return tr(spec.label) if spec is not None else name


def spec_of(kind: ProposalKind, name: str) -> FieldSpec | None:
    """How the record declares the field; None for what no record has in this form."""
    return next((specs(record)[name] for record in _DECLARED[kind] if name in specs(record)), None)


def editor_of(desk: Desk, kind: ProposalKind, name: str, meetings: Sequence[Proposal]) -> Editor:
    """The editor of a field of a proposal."""
    if name in PARTIES or name == "owner":
        return PartyEditor(desk, name, as_written=name == "owner")
    if name == "due_meeting":
        return meeting_choice(name, meetings, tr("None of these"))
    if name == "level":
        return ChoiceEditor(name, level_options(desk.read))
    spec = spec_of(kind, name)
    if spec is not None and spec.choices:
        return ChoiceEditor(name, [Option(None, tr("Not said")), *options_of(spec)])
    return _LINES.get(name, LineEditor)(name) if (kind, name) not in _LONG else _long(name)


def _long(name: str) -> Editor:
    return LongTextEditor(name, least=1, most=4)


def meeting_choice(name: str, meetings: Sequence[Proposal], none: str) -> ChoiceEditor:
    """A choice among the meetings that the report speaks of."""
    return ChoiceEditor(
        name, [Option(None, none), *(Option(each.key, meeting_name(each)) for each in meetings)]
    )


class NumberLine(LineEditor):
    """The number of a meeting, as digits."""

    def value_of(self, text: str) -> object:
        digits = text.strip()
        if digits and not (digits.isdecimal() and len(digits) <= _MOST_DIGITS):
            raise InvalidValue(tr("Type a whole number, such as 3."), field=self.names[0])
        return digits


class PartyEditor(PickerEditor):
    """A country or organisation by its code or short name; with `as_written`, words as well."""

    def __init__(
        self, desk: Desk, name: str, *, as_written: bool = False, parent: QWidget | None = None
    ) -> None:
        picker = ReferencePicker(desk, ("party",), as_written=as_written)
        super().__init__(desk, (name,), picker, parent)
        self._names = Names(desk.read)

    def show_values(self, values: Mapping[str, object]) -> None:
        value = str(values[self.names[0]] or "")
        recorded = party_of(self.desk.read, value) if value else None
        ref = Ref("party", recorded.id) if recorded is not None else None
        self.picker.show_choice(_choice(value, ref), self._names.party(value))
        self.show_code(value)

    def wanted(self) -> Wanted:
        return Wanted({self.names[0]: self._value(self.picker.choice())})

    def show_code(self, value: str) -> None:
        """The flag of a country, also of one that the dossier does not have yet."""
        self.picker.removeAction(self._flag)
        if is_code(value) and self.desk.flags.enabled:
            self._flag.setIcon(self.desk.flags.icon(value))
            self.picker.addAction(self._flag, self.picker.ActionPosition.LeadingPosition)

    def _value(self, choice: Chosen) -> str:
        match choice:
            case Existing(ref):
                party = self.desk.read.get(Party, ref.id)
                return (party.code or party.short_name or party.name) if party is not None else ""
            case NewCountry(code):
                return code
            case NewNamed(_, text) | AsWritten(text):
                return text
        return ""


def _choice(value: str, ref: Ref | None) -> Chosen:
    if not value:
        return Cleared()
    if ref is not None:
        return Existing(ref)
    return NewCountry(value) if is_code(value) else NewNamed("party", value)


_LINES: Mapping[str, type[LineEditor]] = {"date": DateEditor, "due": DateEditor, "number": NumberLine}
