"""What becomes of a row of a file, as a person reads it: a word, an icon and a colour, and counts of them."""

from collections import Counter
from collections.abc import Mapping

from ministrack.domain.language import N_, counted, tr, trn
from ministrack.domain.values import dataclass
from ministrack.exchange.plan import Verdict
from ministrack.ui.style.theme import Tone


@dataclass(frozen=True, slots=True)
class Shown:
    """How a verdict is shown."""

    words: str
    icon: str
    tone: Tone


SHOWN: Mapping[Verdict, Shown] = {
    Verdict.NEW: Shown(N_("New"), "plus", Tone.HELD),
    Verdict.CHANGES: Shown(N_("Changes"), "pencil", Tone.PLANNED),
    Verdict.SAME: Shown(N_("Same"), "check", Tone.NEUTRAL),
    Verdict.CONFLICT: Shown(N_("Conflict"), "git-merge", Tone.PROGRESS),
    Verdict.PROBLEM: Shown(N_("Problem"), "triangle-alert", Tone.OVERDUE),
    Verdict.BLANK: Shown(N_("Left out"), "minus", Tone.NEUTRAL),
}
"""In the order in which they are told; a blank line only where there is something to say about it."""


def told(counts: Counter[Verdict]) -> str:
    """All counts in one sentence: "32 new, 4 changes, 10 the same, 2 problems"."""
    said = {
        Verdict.NEW: trn("{n} new", "{n} new", counts[Verdict.NEW]),
        Verdict.CHANGES: trn("{n} change", "{n} changes", counts[Verdict.CHANGES]),
        Verdict.SAME: trn("{n} the same", "{n} the same", counts[Verdict.SAME]),
        Verdict.CONFLICT: trn("{n} conflict", "{n} conflicts", counts[Verdict.CONFLICT]),
        Verdict.PROBLEM: trn("{n} problem", "{n} problems", counts[Verdict.PROBLEM]),
        Verdict.BLANK: trn("{n} left out", "{n} left out", counts[Verdict.BLANK]),
    }
    return ", ".join(said[verdict] for verdict in SHOWN if counts[verdict])


def chip_text(verdict: Verdict | None, count: int) -> str:
    """A verdict with its count; None stands for all of them."""
    name = tr("All") if verdict is None else tr(SHOWN[verdict].words)
    return tr("{verdict} {n}", verdict=name, n=counted(count))
