"""Values and records in words, for the names of edits, for history and for conflicts."""

from typing import TYPE_CHECKING

from ministrack.domain.dates import show
from ministrack.domain.fields import FieldKind, FieldSpec
from ministrack.domain.isolating import isolated
from ministrack.domain.language import ordinal, tr
from ministrack.domain.record import Ref

if TYPE_CHECKING:
    from ministrack.store.reader import Reader

_SHORT = 60  # characters of a value that the name of an edit shows


def value_in_words(read: "Reader", spec: FieldSpec, value: object) -> str:
    """A stored value as a person reads it; an empty text for what is not known."""
    if value is None or value == "":
        return ""
    match spec.kind:
        case FieldKind.REFERENCE:
            return read.label(Ref(spec.refers, str(value))) or tr("deleted record")
        case FieldKind.DATE:
            return show(str(value))
        case FieldKind.FLAG:
            return tr("yes") if value else tr("no")
        case FieldKind.CHOICE if spec.choices is not None:
            member = next((member for member in spec.choices if member.value == value), None)
            return tr(member.label) if member else str(value)
    return str(value)


def shortened(text: str) -> str:
    """At most 60 characters of the first line."""
    return cut(text.split("\n", 1)[0], _SHORT)


def cut(text: str, most: int) -> str:
    """A text with at most so many characters; an ellipsis says that there is more."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def meeting_in_words(number: object, place: object, edtf: object) -> str:
    """A meeting in a few words: "2nd · Baku · 20 Nov 2025"; what is not known is left out."""
    parts = [
        ordinal(int(number)) if isinstance(number, int) else "",
        isolated(str(place or "")),
        show(str(edtf)) if edtf else "",
    ]
    return " · ".join(part for part in parts if part)
