"""The papers that can be made. A new one is a file of its own and a line here."""

from collections.abc import Callable, Mapping

from ministrack.domain.values import dataclass, field
from ministrack.reports.brief import paper as brief
from ministrack.reports.compare import paper as compare
from ministrack.reports.country import paper as country
from ministrack.reports.delegations import paper as delegations
from ministrack.reports.delegations.listing import COLUMNS, USUAL
from ministrack.reports.document import Paper
from ministrack.reports.matrix import paper as matrix
from ministrack.reports.request import Need, Request
from ministrack.reports.worklist import paper as tasks
from ministrack.store.reader import Reader


@dataclass(frozen=True, slots=True)
class PaperKind:
    """One kind of paper: its name on the command line, its label, what it is for, what it needs.

    `needs` has to be chosen, `offers` may be. `make` raises InvalidValue, naming the field of the Request,
    where a choice is missing or makes no sense. `columns` are the labels of its columns by key, in order,
    where they can be chosen; `usual` are those it has when nothing was chosen.
    """

    name: str
    label: str
    purpose: str
    needs: tuple[Need, ...]
    offers: tuple[Need, ...]
    make: Callable[[Reader, Request], Paper]
    columns: Mapping[str, str] = field(default_factory=dict)
    usual: tuple[str, ...] = ()
    takes_next: bool = False  # without a meeting it is about the next one


PAPERS: tuple[PaperKind, ...] = (
    PaperKind(
        "brief", brief.LABEL, brief.PURPOSE, (), (Need.MEETING, Need.SERIES), brief.make, takes_next=True
    ),
    PaperKind(
        "compare", compare.LABEL, compare.PURPOSE, (Need.MEETING, Need.SECOND_MEETING), (), compare.make
    ),
    PaperKind("country", country.LABEL, country.PURPOSE, (Need.PARTY,), (Need.SERIES,), country.make),
    PaperKind(
        "delegations", delegations.LABEL, delegations.PURPOSE, (Need.MEETING,), (Need.ORDER, Need.COLUMNS),
        delegations.make, COLUMNS, USUAL,
    ),
    PaperKind(
        "tasks", tasks.LABEL, tasks.PURPOSE, (), (Need.SERIES, Need.MEETING, Need.PARTY), tasks.make
    ),
    PaperKind("attendance", matrix.LABEL, matrix.PURPOSE, (Need.SERIES,), (), matrix.make),
)  # fmt: skip
