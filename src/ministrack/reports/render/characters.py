"""Characters of a paper as files can hold them, and the direction in which they are read."""

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from ministrack.domain.language import tr
from ministrack.domain.values import dataclass
from ministrack.reports.document import Paper

_NO_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STRAY = re.compile("[\u202a-\u202e]")  # turn the direction of all that follows, far beyond their own text
_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"  # Hebrew, Arabic and their kin
_RTL_PART = re.compile(f"[{_RTL}](?:[{_RTL}\\s]*[{_RTL}])?")
_RTL_LETTER = re.compile(f"[{_RTL}]")
_LTR_LETTER = re.compile(f"[^\\W\\d_{_RTL}]")
_LONGEST_PROPERTY = 255
_FOOT, _WIDE_FOOT = 86, 130  # characters
_RTL_LANGUAGES = frozenset(("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a text that is read in one direction."""

    text: str
    is_rtl: bool


def clean(text: str) -> str:
    """The text without characters that no XML file may hold; any line end is a newline."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\u2028", "\n")
    return _STRAY.sub("", _NO_XML.sub("", text))


def quoted(text: str) -> str:
    """A text as the value of an attribute in XML."""
    return f'"{escape(text)}"'


def is_rtl_language(language: str) -> bool:
    """Whether a language (BCP 47) is written from right to left."""
    return language.partition("-")[0].lower() in _RTL_LANGUAGES


def reads_rtl(text: str, *, page: bool) -> bool:
    """Whether a text is read from right to left: as its letters are; as the page with both kinds or none."""
    rtl, ltr = _RTL_LETTER.search(text) is not None, _LTR_LETTER.search(text) is not None
    return page if rtl == ltr else rtl


def pieces(text: str) -> Iterator[Piece]:
    """The text in parts of one direction each."""
    end = 0
    for found in _RTL_PART.finditer(text):
        if found.start() > end:
            yield Piece(text[end : found.start()], is_rtl=False)
        yield Piece(found[0], is_rtl=True)
        end = found.end()
    if end < len(text):
        yield Piece(text[end:], is_rtl=False)


def property_of(text: str) -> str:
    """A text as files say it of themselves: one line, not too long."""
    return " ".join(clean(text).split())[:_LONGEST_PROPERTY]


def title_of_notes() -> str:
    """The heading above the notes."""
    return tr("Sources")


def page_number_words() -> tuple[str, str, str]:
    """What stands before the number of a page, between it and the number of pages, and after that."""
    before, _, rest = tr("Page {page} of {pages}").partition("{page}")
    between, _, after = rest.partition("{pages}")
    return before, between, after


def foot_of(paper: Paper) -> str:
    """What stands at the foot of each page, cut so that the number of the page has room beside it."""
    foot = " ".join(clean(paper.foot).split())
    room = _WIDE_FOOT if paper.landscape else _FOOT
    return foot if len(foot) <= room else f"{foot[: room - 1].rstrip()}…"


def widths_of(shares: Sequence[int], room: int) -> list[int]:
    """The room divided by shares, to the last unit."""
    total = sum(shares) or 1
    edges = [room * sum(shares[:index]) // total for index in range(len(shares) + 1)]
    return [after - before for before, after in pairwise(edges)]


def is_rtl_paper(paper: Paper) -> bool:
    """Whether the paper as a whole is read from right to left."""
    return is_rtl_language(paper.language)
