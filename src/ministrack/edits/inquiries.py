"""Edits of what is not known yet: when to look again, and what was tried."""

from collections.abc import Sequence

from ministrack.domain.filing import Inquiry
from ministrack.domain.filters import Compare, OneOf, every
from ministrack.domain.gaps import Gap
from ministrack.domain.language import tr, trn
from ministrack.domain.record import Ref
from ministrack.edits.changes import Edit
from ministrack.edits.wording import shortened
from ministrack.edits.writer import Writer
from ministrack.store.reader import Reader


def inquiries(read: Reader, gap: Gap, refs: Sequence[Ref]) -> dict[Ref, Inquiry]:
    """The inquiries about a gap of these records, by record; those without one are left out."""
    ids = tuple(ref.id for ref in refs)
    about = every((Compare("missing", gap.key), Compare("subject_table", gap.table), OneOf("subject", ids)))
    return {Ref(each.subject_table, each.subject): each for each in read.find(Inquiry, about)}


def look_again(read: Reader, gap: Gap, refs: Sequence[Ref], again: str | None, note: str | None) -> Edit:
    """Sets for all records when to look again for what they lack; without a date and a note, forgets it."""
    missing = tr(gap.missing)
    if len(refs) == 1:
        label = tr(
            "Look again: {missing} of {record}", missing=missing, record=shortened(read.label(refs[0]))
        )
    else:
        label = trn(
            "Look again: {missing} of {n} record", "Look again: {missing} of {n} records", len(refs),
            missing=missing,
        )  # fmt: skip
    present = inquiries(read, gap, refs)

    def apply(writer: Writer) -> None:
        for ref in refs:
            known = present.get(ref)
            if known is None and (again or note):
                writer.add(
                    Inquiry(missing=gap.key, subject_table=ref.table, subject=ref.id, again=again, note=note)
                )
            elif known is not None and not (again or note):
                writer.remove(Ref(Inquiry.TABLE, known.id))
            elif known is not None:
                seen = {"again": known.again, "note": known.note}
                writer.change(Ref(Inquiry.TABLE, known.id), {"again": again, "note": note}, seen)

    return Edit(label, apply, refs[0] if refs else None)
