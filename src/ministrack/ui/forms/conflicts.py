"""A conflict in the words of its field."""

from datetime import datetime

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.dates import show as show_date
from ministrack.domain.errors import Conflict
from ministrack.domain.fields import specs
from ministrack.domain.language import interface_language, tr
from ministrack.edits.asking import Reader
from ministrack.edits.wording import value_in_words
from ministrack.ui.forms.field_row import FieldRow


def show(read: Reader, row: FieldRow, conflict: Conflict) -> None:
    """Shows below the field what the person wanted, what is stored now, by whom and since when."""
    found = next((each for each in conflict.conflicts if each.field in row.editor.names), None)
    if found is None:
        row.show_error(str(conflict))
        return
    spec = specs(RECORD_TYPES[found.table])[found.field]
    mine, theirs = (value_in_words(read, spec, value) for value in (found.mine, found.theirs))
    row.show_conflict(mine, theirs, found.author, moment(found.at))


def moment(at: str) -> str:
    """ISO time in UTC as local words: "14:32", with the day unless that is today; empty for none."""
    try:
        local = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return ""
    time = local.strftime("%H:%M")
    if local.date() == datetime.now().astimezone().date():
        return time
    day = show_date(local.date().isoformat(), interface_language())
    return tr("{day}, {time}", day=day, time=time)
