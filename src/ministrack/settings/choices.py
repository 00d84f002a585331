"""What can be chosen in the settings, each with its words."""

from collections.abc import Sequence

from ministrack.domain.fields import Choice
from ministrack.domain.language import N_, tr
from ministrack.domain.protocol import AS_RECORDED


class ThemeChoice(Choice):
    """Which of the two themes the window wears."""

    SYSTEM = "system", N_("As the system")
    LIGHT = "light", N_("Light")
    DARK = "dark", N_("Dark")


class WeekStart(Choice):
    """The day in the first column of a calendar."""

    SYSTEM = "system", N_("As the system")
    MONDAY = "monday", N_("Monday")
    SATURDAY = "saturday", N_("Saturday")
    SUNDAY = "sunday", N_("Sunday")


class PartyOrder(Choice):
    """The alphabet in which parties stand."""

    SHOWN = AS_RECORDED, N_("Alphabet of the names as shown")
    ENGLISH = "en", N_("English alphabet")
    FRENCH = "fr", N_("French alphabet")


def country_languages() -> Sequence[tuple[str, str]]:
    """Languages in which countries can be named, each by its own name; first, names as they are recorded."""
    # delayed: start-up time
    from ministrack.domain.country_languages import COUNTRY_LANGUAGES

    return [(AS_RECORDED, tr("As recorded in the dossier")), *COUNTRY_LANGUAGES]
