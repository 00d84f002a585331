"""What the new records of a line hold, in words: how its cells were understood."""

from ministrack.domain.fields import FieldKind, FieldSpec, specs, stored_value
from ministrack.domain.language import tr
from ministrack.domain.record import Record
from ministrack.edits.wording import shortened, value_in_words
from ministrack.exchange.tables.entries import Entry
from ministrack.store.reader import Reader

_WITH_DEFAULT = (FieldKind.CHOICE, FieldKind.FLAG)
_FEW = "level"  # the one table of choices: its records are read, all others are as the cell says


class Holdings:
    """Puts the values of new records into words; the same value once for all lines."""

    def __init__(self, read: Reader) -> None:
        self._read = read
        self._known: dict[tuple[FieldSpec, object], str] = {}

    def words(self, entry: Entry) -> str:
        """Field by field; not what the label of the line says already."""
        said: list[str] = []
        for record in entry.draft.adding:
            for name, spec in specs(type(record)).items():
                shown = "" if name == record.LABEL else self._shown(entry, record, name, spec)
                if shown:
                    said.append(tr("{field}: {value}", field=tr(spec.label), value=shown))
        return " · ".join(said)

    def _shown(self, entry: Entry, record: Record, name: str, spec: FieldSpec) -> str:
        value = stored_value(spec, getattr(record, name))
        is_said = f"{record.TABLE}.{name}" in entry.said.values
        if name == "id" or value in (None, "") or (spec.kind in _WITH_DEFAULT and not is_said):
            return ""
        if spec.kind is FieldKind.REFERENCE and spec.refers != _FEW:
            is_label = (record.TABLE, name) in (("delegation", "party"), ("delegate", "person"))
            return "" if is_label else shortened(entry.said.texts.get(f"{record.TABLE}.{name}", ""))
        known = self._known.get((spec, value))
        if known is None:
            known = self._known[(spec, value)] = shortened(value_in_words(self._read, spec, value))
        return known
