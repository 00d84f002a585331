"""A mention of a person while it is being worked out."""

from ministrack.domain.values import dataclass
from ministrack.reading.prose import Sentence


@dataclass(slots=True, kw_only=True)
class Draft:
    """As PersonMention. `linked` where it goes on with a list that the mention before is part of.

    `level` is empty where the title has to tell.
    """

    sentence: Sentence
    start: int
    stop: int
    name: str
    name_span: tuple[int, int]
    title: str = ""
    title_span: tuple[int, int] = (0, 0)
    party: str = ""
    party_from: str = ""
    office: str = ""  # by which the level is told where there is no title
    office_from: str = ""
    linked: bool = False
    is_polite: bool = False
    level: str = ""
    is_certain: bool = True
    is_own_party: bool = False  # the party stands behind the name
    shares_office: bool = False  # it is that of the person before in the list
