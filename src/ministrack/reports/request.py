"""What a paper is asked to be about: chosen in the window, or on the command line."""

from datetime import date
from enum import Enum

from ministrack.domain.language import N_
from ministrack.domain.values import dataclass, field


class Need(Enum):
    """What has to be chosen before a paper can be made, beside what may be."""

    MEETING = "meeting"
    SECOND_MEETING = "second meeting"
    PARTY = "party"
    SERIES = "series"
    ORDER = "order"
    COLUMNS = "columns"


class Order(Enum):
    """The order of delegations."""

    PROTOCOL = "protocol"
    ALPHABET = "alphabet"


ORDER_LABELS = {Order.PROTOCOL: N_("Order of protocol"), Order.ALPHABET: N_("Alphabet")}


@dataclass(frozen=True, slots=True)
class Request:
    """Ids of what the paper is about, and how it is to look. What a paper does not need is left alone."""

    meeting: str | None = None
    second_meeting: str | None = None  # the later one of two
    party: str | None = None
    series: str | None = None
    order: Order = Order.PROTOCOL
    columns: tuple[str, ...] = ()  # keys of the paper's own columns; none: those it usually has
    today: date = field(default_factory=date.today)
