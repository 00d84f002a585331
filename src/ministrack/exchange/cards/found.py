"""What an address card says about a person, as plain data: it comes out of another process."""

from collections.abc import Mapping

from ministrack.domain.values import dataclass, field


@dataclass(frozen=True, slots=True)
class Card:
    """One card. `spellings` are other ways in which it writes the name; `about` it says in `note`.

    `revised` grows with each correction of the card. With `problem`, nothing else counts.
    """

    line: int
    label: str
    uid: str = ""
    fields: Mapping[str, object] = field(default_factory=dict)
    spellings: tuple[str, ...] = ()
    revised: str = ""
    problem: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class FoundCards:
    """All cards of people in one file; `left_out` says in words what is not for a dossier."""

    cards: tuple[Card, ...]
    left_out: tuple[str, ...] = ()
