"""Steps from one shared filter to the next, and the filter in words."""

from collections.abc import Sequence

from ministrack.domain.backing import Backing
from ministrack.domain.dates import show, span
from ministrack.domain.filters import SharedFilter
from ministrack.domain.language import interface_language, tr
from ministrack.domain.levels import BELOW_MINISTER
from ministrack.domain.meeting import MeetingStatus
from ministrack.domain.task import TaskStatus
from ministrack.domain.values import replace


def toggled(ids: tuple[str, ...], one: str) -> tuple[str, ...]:
    """The same ids, with one more or one less."""
    return tuple(other for other in ids if other != one) if one in ids else (*ids, one)


def toggled_series(shared: SharedFilter, series: str) -> SharedFilter:
    """Only this series; everything again if it was that already."""
    return replace(shared, series=() if shared.series == (series,) else (series,))


def with_period(shared: SharedFilter, edtf: str) -> SharedFilter:
    """Within a period, or at any time for an empty text. Raises InvalidValue for text that is no date."""
    if not edtf:
        return replace(shared, period=None, period_first=None, period_last=None)
    covered = span(edtf)
    return replace(shared, period=edtf, period_first=covered.first, period_last=covered.last)


def with_words(shared: SharedFilter, text: str) -> SharedFilter:
    """With these words; blank text is no words."""
    return replace(shared, text=text if text.strip() else "")


def without_statuses(shared: SharedFilter) -> SharedFilter:
    """Whatever the status of meetings and tasks."""
    return replace(shared, meeting_statuses=(), task_statuses=())


def below_minister(levels: tuple[str, ...]) -> bool:
    """Whether these are just the levels below that of a minister."""
    return frozenset(levels) == BELOW_MINISTER


def with_level_toggled(shared: SharedFilter, level: str | None) -> SharedFilter:
    """With one more or one less level; None is all below minister level, which a single level replaces."""
    is_low = below_minister(shared.levels)
    if level is None:
        return replace(shared, levels=() if is_low else tuple(sorted(BELOW_MINISTER)))
    return replace(shared, levels=toggled(() if is_low else shared.levels, level))


def period_in_words(shared: SharedFilter) -> str:
    """The period as it is shown; empty for none."""
    return show(shared.period, interface_language()) if shared.period else ""


def statuses_in_words(shared: SharedFilter) -> list[str]:
    """The labels of all statuses chosen, meetings first."""
    meetings = [tr(each.label) for each in MeetingStatus if each.value in shared.meeting_statuses]
    return meetings + [tr(each.label) for each in TaskStatus if each.value in shared.task_statuses]


def sources_in_words(shared: SharedFilter) -> list[str]:
    """How records are to be backed by sources: "none", "they disagree"."""
    said = {Backing.NONE: tr("none"), Backing.DISPUTED: tr("they disagree")}
    return [words for kind, words in said.items() if kind.value in shared.sources]


def alternatives(names: Sequence[str]) -> str:
    """ "Kyrgyzstan", "Kyrgyzstan or Türkiye", "one of 3"."""
    if len(names) == 2:
        return tr("{one} or {other}", one=names[0], other=names[1])
    return names[0] if len(names) == 1 else tr("one of {n}", n=len(names))
