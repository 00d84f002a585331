"""What finders answer with: stretches of a report's text that name something."""

from enum import Enum

from ministrack.domain.values import dataclass


class PartyForm(Enum):
    """In which form a country or organisation is named."""

    NAME = "name"  # "Kyrgyzstan", "the Kyrgyz Republic"
    ADJECTIVE = "adjective"  # "Kyrgyz", "Vietnamese"
    CAPITAL = "capital"  # "Bishkek" for the country
    ORGANISATION = "organisation"  # "Organization of Turkic States (OTS)", then "OTS"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A stretch of the text."""

    start: int
    stop: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyMention(Mention):
    """`code` is ISO 3166-1 alpha-2, or the short name of an organisation; `name` its full name if given."""

    code: str
    form: PartyForm
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention(Mention):
    """`edtf` is what the words mean, with the report's own day where they need one (`is_relative`).

    `is_today` where the words point to the report's day itself: "today", "this morning".
    """

    edtf: str
    is_relative: bool = False
    is_today: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OrdinalMention(Mention):
    """ "second", "2nd", "inaugural", "XII", with the number it stands for."""

    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention(Mention):
    """A city or a country where something happens; `country` is an alpha-2 code, empty if not known."""

    city: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMention(Mention):
    """Somebody in office, named or not ("the Presidents of Kazakhstan and Tajikistan": one for each).

    `start` to `stop` is the whole mention with title and party; `name` and its span are empty for one who
    is not named. `title` is as printed; `level` a code of domain/levels.py or empty. `party` is as in
    PartyMention; `party_from` says on what it rests, in words ("named with the title", "as in paragraph 2").
    `level_from` says so for the level, where the title is not named with the person. `is_certain` is false
    where the name stands in a case of which the first form is not known for sure.
    """

    name: str = ""
    name_start: int = 0
    name_stop: int = 0
    title: str = ""
    title_start: int = 0
    title_stop: int = 0
    level: str = ""
    party: str = ""
    party_from: str = ""
    level_from: str = ""
    is_certain: bool = True
