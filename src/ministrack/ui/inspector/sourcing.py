"""What the marker of a field opens: the comparison where sources disagree, a way to name the first source."""

from PySide6.QtWidgets import QWidget

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.fields import specs
from ministrack.domain.record import Ref
from ministrack.edits.statements import statements_of
from ministrack.ui.desk import Desk
from ministrack.ui.inspector.stated import is_part, stated_of


def open_sources(desk: Desk, about: Ref, field: str, parent: QWidget) -> bool:
    """Opens what the marker of a field leads to; False where the tab of sources shows all there is.

    A row of the form may stand for several fields: "owner" for owner_party and owner_body.
    """
    said = [each for each in statements_of(desk.read, about) if is_part(each.field, field)]
    if not said:
        _name_first(desk, about, field, parent)
        return True
    for name in dict.fromkeys(each.field for each in said):
        stated = stated_of(desk.read, about, name)
        if stated.disagree:
            # delayed: start-up time
            from ministrack.ui.inspector.comparing import compare

            compare(desk, stated, parent)
            return True
    return False


def _name_first(desk: Desk, about: Ref, field: str, parent: QWidget) -> None:
    # delayed: start-up time
    from ministrack.ui.inspector.stating import Begun, add_source, fields_of

    if desk.workspace.read_only:
        return
    names = [name for name in specs(RECORD_TYPES[about.table]) if is_part(name, field)]
    row = desk.read.row(about, tuple(names)) or {}
    filled = [name for name in names if row.get(name) is not None]
    chosen = next(iter(filled or names), fields_of(about.table)[0].name)
    add_source(desk, Begun([about], chosen), parent)
