"""What the dialog that merges says below the fields, in words."""

from collections.abc import Mapping

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.language import counted, tr, trn
from ministrack.edits.merge_preview import Preview

_TOLD = 5  # values that do not stay; more are counted


def told(found: Preview, names: list[str], same: list[str]) -> list[str]:
    """One sentence or list for each thing that happens besides the choice of fields."""
    lines = []
    if same:
        lines.append(tr("The same in both: {fields}.", fields=", ".join(same)))
    if found.moving:
        lines.append(tr("Moves over: {counts}.", counts=_counted(found.moving)))
    if found.becoming_one:
        lines.append(tr("There already, so two become one: {counts}.", counts=_counted(found.becoming_one)))
    lines += [tr("{sentence}.", sentence=words) for words in found.given_up[:_TOLD]]
    more = len(found.given_up) - _TOLD
    if more > 0:
        lines.append(trn("{n} more value does not stay.", "{n} more values do not stay.", more))
    if found.co_chairs:
        lines.append(
            tr("A meeting has one chair: {names} becomes co-chair.", names=", ".join(found.co_chairs))
        )
    if names:
        lines.append(tr("Kept as other names: {names}.", names=", ".join(names)))
    if not (found.moving or found.becoming_one):
        lines.append(tr("Nothing hangs on the right one."))
    return lines


def with_meetings(numbers: tuple[int, ...]) -> str:
    """The tick that merges meetings of the same number as well."""
    listed = ", ".join(str(number) for number in numbers)
    return trn(
        "Both have a meeting with number {numbers}: merge these two as well",
        "Both have meetings with the numbers {numbers}: merge these in pairs as well",
        len(numbers),
        numbers=listed,
    )


def _counted(counts: Mapping[str, int]) -> str:
    kinds = sorted((tr(RECORD_TYPES[table].MANY), count) for table, count in counts.items())
    return ", ".join(tr("{kind}: {count}", kind=kind, count=counted(count)) for kind, count in kinds)
