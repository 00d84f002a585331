"""The language of the interface: every text that a person reads is looked up here before it is shown."""

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import NullTranslations

DOMAIN = "ministrack"
# Names a folder of catalogues, so that a translator can try one without installing it.
FOLDER_VARIABLE = "MINISTRACK_TRANSLATIONS"


def _mark(text: str) -> str:
    return text


# Marks a text for translation where it is written down but looked up later. The name is gettext's own habit.
N_ = _mark


def tr(text: str, /, **values: object) -> str:
    """The text in the language of the interface, with {name} replaced by the value of that name."""
    catalogue = _catalogue()
    found = text if catalogue is None else catalogue.gettext(text)
    return found.format(**values) if values else found


def trn(singular: str, plural: str, n: int, /, **values: object) -> str:
    """The form of a text that fits the number n, which the text may show as {n}, with thousands apart."""
    catalogue = _catalogue()
    english = singular if n == 1 else plural
    found = english if catalogue is None else catalogue.ngettext(singular, plural, n)
    return found.format(n=counted(n), **values)


def counted(n: int) -> str:
    """A count as it is read: "21,025". What stands between thousands is the translator's choice."""
    return f"{n:,}".replace(",", tr(","))


def ordinal(n: int) -> str:
    """A number as a rank: "2nd". Languages with one ending translate the four forms alike."""
    last, last_two = abs(n) % 10, abs(n) % 100
    if last == 1 and last_two != 11:
        return tr("{n}st", n=n)
    if last == 2 and last_two != 12:
        return tr("{n}nd", n=n)
    if last == 3 and last_two != 13:
        return tr("{n}rd", n=n)
    return tr("{n}th", n=n)


def interface_language() -> str:
    """BCP 47 code of the language that tr() answers in: "en" where there is no catalogue for the user's."""
    catalogue = _catalogue()
    if catalogue is None:
        return "en"
    return catalogue.info().get("language", "en").replace("_", "-")


@cache
def _catalogue() -> "NullTranslations | None":
    """The catalogue for the user's language, None for English. Read once."""
    folder = _folder()
    wanted = _wanted()
    if folder is None or not wanted:
        return None
    # delayed: start-up time; English needs no catalogue
    from gettext import translation

    try:
        return translation(DOMAIN, folder, languages=wanted)
    except OSError:
        return None


def _folder() -> Path | None:
    """Where the catalogues are: where a translator says, in the installed package, or in a checkout."""
    if chosen := os.environ.get(FOLDER_VARIABLE):
        return Path(chosen)
    package = Path(__file__).resolve().parents[1]
    for resources in (package / "resources", package.parents[1] / "resources"):
        if (resources / "translations").is_dir():
            return resources / "translations"
    return None


def _wanted() -> list[str]:
    """Languages the user asks for, in gettext's order of variables, up to the first that is English."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            break
    else:
        return []
    wanted: list[str] = []
    for code in value.split(":"):
        if code.split("_")[0].split(".")[0].lower() in {"en", "c", "posix"}:
            break
        if code:
            wanted.append(code)
    return wanted
