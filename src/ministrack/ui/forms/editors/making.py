"""Which editor a field gets by its kind, unless its form says otherwise."""

from collections.abc import Callable

from ministrack.domain.fields import FieldKind, FieldSpec
from ministrack.domain.language import tr
from ministrack.domain.levels import Level
from ministrack.edits.asking import Reader
from ministrack.ui.desk import Desk
from ministrack.ui.forms.editors.choice import ChoiceEditor, Option, options_of
from ministrack.ui.forms.editors.date import DateEditor
from ministrack.ui.forms.editors.editor import Editor
from ministrack.ui.forms.editors.flag import FlagEditor
from ministrack.ui.forms.editors.line import LineEditor, NumberEditor
from ministrack.ui.forms.editors.long_text import LongTextEditor
from ministrack.ui.forms.editors.reference import ReferenceEditor

_BY_KIND: dict[FieldKind, Callable[[str], Editor]] = {
    FieldKind.TEXT: LineEditor,
    FieldKind.LONG_TEXT: LongTextEditor,
    FieldKind.INTEGER: NumberEditor,
    FieldKind.DATE: DateEditor,
    FieldKind.FLAG: FlagEditor,
}


def editor_for(desk: Desk, spec: FieldSpec) -> Editor:
    """The usual editor of a field."""
    if spec.kind is FieldKind.CHOICE:
        return ChoiceEditor(spec.name, options_of(spec))
    if spec.kind is FieldKind.REFERENCE:
        if spec.refers == "level":
            return ChoiceEditor(spec.name, level_options(desk.read))
        return ReferenceEditor(desk, spec.name, spec.refers)
    return _BY_KIND[spec.kind](spec.name)


def level_options(read: Reader) -> list[Option]:
    """The ladder of this dossier, highest first, after "not known"."""
    levels = read.find(Level, order="position")
    return [Option(None, tr("Not known")), *(Option(level.id, tr(level.name)) for level in levels)]
