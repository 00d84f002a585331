"""What a dossier does not know, and a reader would ask for: one rule for each kind of gap."""

from ministrack.domain.backing import Backing, without_source
from ministrack.domain.filters import EVERYTHING, Compare, Filter, Linked, Not, OneOf, Some, Via, every
from ministrack.domain.language import N_
from ministrack.domain.meeting import MeetingStatus
from ministrack.domain.task import UNFINISHED
from ministrack.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Gap:
    """Records of `table` that satisfy `filter` lack what `missing` names; texts are marked with N_.

    `name` tells it from other gaps of the table. `one` and `many` say how many records lack it; `sources`, a
    value of Backing, is the shared filter that shows all of them.
    """

    table: str
    name: str
    missing: str
    one: str
    many: str
    filter: Filter
    sources: str = ""

    @property
    def key(self) -> str:
        """What an Inquiry about it says is missing."""
        return f"{self.table}.{self.name}"


def _not_known(*fields: str) -> Filter:
    return every(Compare(field, None) for field in fields)


_TAKES_PLACE = Not(OneOf("status", (MeetingStatus.CANCELLED.value,)))
_HELD = Compare("status", MeetingStatus.HELD.value)
_UNFINISHED = OneOf("status", tuple(status.value for status in UNFINISHED))

GAPS: tuple[Gap, ...] = (
    Gap(
        "meeting", "date", N_("date"),
        N_("{n} meeting without a date"), N_("{n} meetings without a date"),
        every((_TAKES_PLACE, _not_known("date"))),
    ),
    Gap(
        "meeting", "day", N_("day and month"),
        N_("{n} meeting without a day"), N_("{n} meetings without a day"),
        every((_TAKES_PLACE, Not(_not_known("date")), Compare("date_precision", "year"))),
    ),
    Gap(
        "meeting", "city", N_("city"),
        N_("{n} meeting without a city"), N_("{n} meetings without a city"),
        every((_TAKES_PLACE, _not_known("city"))),
    ),
    Gap(
        "meeting", "delegations", N_("delegations"),
        N_("{n} held meeting without delegations"),
        N_("{n} held meetings without delegations"),
        every((_HELD, Not(Linked("delegation", "meeting", EVERYTHING)))),
    ),
    Gap(
        "task", "owner", N_("owner"),
        N_("{n} task without an owner"), N_("{n} tasks without an owner"),
        every((_UNFINISHED, _not_known("owner_party", "owner_body", "owner_person", "owner_note"))),
    ),
    Gap(
        "task", "due", N_("deadline"),
        N_("{n} task without a deadline"), N_("{n} tasks without a deadline"),
        every((_UNFINISHED, _not_known("due", "due_meeting"))),
    ),
    Gap(
        "document", "stage", N_("stage"),
        N_("{n} document without a stage"), N_("{n} documents without a stage"),
        Not(Linked("document_stage", "document", EVERYTHING)),
    ),
    Gap(
        "body", "members", N_("members"),
        N_("{n} body without members"), N_("{n} bodies without members"),
        Not(Linked("body_member", "body", EVERYTHING)),
    ),
    Gap(
        "meeting", "source", N_("source"),
        N_("{n} meeting without a source"), N_("{n} meetings without a source"),
        without_source("meeting"), Backing.NONE.value,
    ),
    Gap(
        "delegation", "source", N_("source"),
        N_("{n} delegation without a source"),
        N_("{n} delegations without a source"), without_source("delegation"), Backing.NONE.value,
    ),
    Gap(
        "task", "source", N_("source"),
        N_("{n} task without a source"), N_("{n} tasks without a source"),
        without_source("task"), Backing.NONE.value,
    ),
)  # fmt: skip
"""In the order in which they are told."""


ASKED: Filter = Some(
    tuple(every((Compare("missing", gap.key), Via("subject", gap.table, gap.filter))) for gap in GAPS)
)
"""Inquiries about what is still not known: one whose gap was closed is not asked any more."""


def gap_of(key: str) -> Gap | None:
    """The gap that an inquiry is about; None where this version knows none of that name."""
    return next((gap for gap in GAPS if gap.key == key), None)
