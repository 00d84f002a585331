"""A proposal beside what the dossier has: which record it is about, what differs, and what it hangs on."""

from collections.abc import Mapping

from ministrack.domain.fields import Choice
from ministrack.domain.language import N_
from ministrack.domain.proposal import Proposal
from ministrack.domain.record import Ref
from ministrack.domain.values import dataclass, field


class Standing(Choice):
    """How a proposal stands to the dossier."""

    NEW = "new", N_("New")
    MATCHES = "matches", N_("Matches")
    DIFFERS = "differs", N_("Differs")
    CHECK = "check", N_("Check")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that a proposal, or the person it names, may be about.

    `score` is from 0 to 100; `why` says in words what it rests on ("same spelling", "sounds alike, other
    script"). Only a record that is the same beyond doubt is taken by itself (`is_same`).
    """

    ref: Ref
    label: str
    score: int
    why: str
    is_same: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """A field for which the dossier has another value: both as a person reads them.

    `field` is that of the proposal; `is_finer` where the report says the same more precisely.
    """

    field: str
    label: str
    present: str
    proposed: str
    is_finer: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked:
    """What a person decided about a proposal; what is left open, the review finds out.

    `record` is the record it is about, `is_new` that it is about none of those there are; `person` and
    `is_new_person` say the same of the person whom a delegation names. `replacing` are fields whose value in
    the dossier gives way to the report's.
    """

    record: Ref | None = None
    is_new: bool = False
    person: Ref | None = None
    is_new_person: bool = False
    replacing: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """A proposal with what the dossier knows of it.

    `record` is the record it is about, None for a new one; `candidates` are for a choice by hand. Of a
    delegation `record` is the delegate or the delegation, and `person` the person (None: a new one).
    `matter` says in words why it wants a look; empty where it does not.

    `series` is that of a meeting, None where it has none or a new one called `new_series`. `links` are the
    records that the keys of other proposals stand for ("about", "due_meeting", "owner"), where the dossier
    has them. `filled` are fields that the dossier does not have yet. `replacing` is that of `Picked`.
    `labels` are the values in words, by field.
    """

    proposal: Proposal
    standing: Standing
    record: Candidate | None = None
    candidates: tuple[Candidate, ...] = ()
    person: Candidate | None = None
    people: tuple[Candidate, ...] = ()
    series: Candidate | None = None
    new_series: str = ""
    differences: tuple[Difference, ...] = ()
    filled: tuple[str, ...] = ()
    replacing: frozenset[str] = frozenset()
    matter: str = ""
    links: Mapping[str, Candidate] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
