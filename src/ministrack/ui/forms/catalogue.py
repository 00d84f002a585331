"""Which form belongs to which kind of record; the module of a form is loaded when it is first needed."""

from importlib import import_module
from types import MappingProxyType

from PySide6.QtWidgets import QWidget

from ministrack.ui.desk import Desk
from ministrack.ui.forms.form import RecordForm

FORMS = MappingProxyType(
    {
        "series": ("series", "SeriesForm"),
        "meeting": ("meeting", "MeetingForm"),
        "party": ("party", "PartyForm"),
        "membership": ("party", "MembershipForm"),
        "person": ("person", "PersonForm"),
        "spelling": ("person", "SpellingForm"),
        "delegation": ("delegation", "DelegationForm"),
        "delegate": ("delegate", "DelegateForm"),
        "programme_item": ("programme_item", "ProgrammeItemForm"),
        "document": ("document", "DocumentForm"),
        "document_stage": ("document", "StageForm"),
        "document_party": ("document", "DocumentPartyForm"),
        "body": ("body", "BodyForm"),
        "body_member": ("body", "MemberForm"),
        "task": ("task", "TaskForm"),
        "progress": ("task", "ProgressForm"),
        "source": ("source", "SourceForm"),
        "statement": ("source", "StatementForm"),
    }
)
"""Module and class by table."""


def make_form(table: str, desk: Desk, parent: QWidget | None = None) -> RecordForm:
    """The form of a kind of record. Raises KeyError where there is none."""
    module, name = FORMS[table]
    form = getattr(import_module(f"ministrack.ui.forms.{module}"), name)(desk, parent)
    assert isinstance(form, RecordForm)
    return form
