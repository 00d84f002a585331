"""Blots out HTML: tags, scripts, styles and what surrounds the text of a page; tells where blocks end."""

import re

from ministrack.domain.values import dataclass, field
from ministrack.reading.intake import html_names
from ministrack.reading.intake.mask import CELL, LINE, Mask
from ministrack.reading.report import BlockKind

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>])((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")

_AROUND_NAMED = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|bread-?crumbs?|footer|sidebar|cookies?|consent|banner|share|sharing"
    r"|social|related|comments?|advert\w*|ads?|newsletter|subscri\w+|widget|pagination|pager|skip(?:-?link)?"
    r"|search|login|modal|popup|toolbar|topbar|masthead|recommended|popular|tags?|gallery|slider|carousel"
    r"|hidden|sr-only|visually-hidden)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NOTE_MARK = re.compile(r"\W*(?:\d{1,3}|[*†‡])\W*")
_ANY_TAG = re.compile(r"<[^<>]*>")
_PARAGRAPH = re.compile(r"<(?:p|div|table|ul|ol|h[1-6])\b", re.IGNORECASE)
_LONGEST_MARK = 120  # characters with their tags
_LOOK_AHEAD = 4000
_DEEPEST = 200  # elements within one another; pages have 30
_MAIN_PART = 60  # pairs of letters
_NAMED = ("class", "id", "role")


@dataclass(frozen=True, slots=True)
class _Open:
    """An element that has begun: its name, its start, and whether nothing in it is read."""

    name: str
    start: int
    is_left_out: bool = False
    is_layout: bool = False  # a cell in which paragraphs stand
    is_note: bool = False


@dataclass(slots=True)
class _Marks:
    """The state of going through the tags."""

    given: str
    mask: Mask
    leaves_out: bool
    open: list[_Open] = field(default_factory=list)
    main: list[tuple[str, int, int]] = field(default_factory=list)


def mark_html(given: str, start: int, mask: Mask, *, is_page: bool, leaves_out: bool = True) -> None:
    """Blots out the tags from `start` on. Of a page, what surrounds its text is left out too."""
    marks = _Marks(given, mask, is_page and leaves_out)
    ends: dict[str, bool] = {}
    place = given.find("<", start)
    while place >= 0:
        place = given.find("<", _at(marks, place, ends))
    if marks.leaves_out:
        _keep_main(marks, start)
    if is_page:
        mask.spaces_for_lines(start, len(given))


def _keep_main(marks: _Marks, start: int) -> None:
    """Where a page says what its main part is, the rest is left out."""
    for name in ("article", "main"):
        parts = [(first, stop) for each, first, stop in marks.main if each == name]
        if len(parts) != 1:
            continue
        first, stop = parts[0]
        if len(re.findall(r"\w\w", marks.mask.text[first:stop])) > _MAIN_PART:
            marks.mask.divide(start, first)
            marks.mask.divide(stop, len(marks.given))
            return


def _at(marks: _Marks, place: int, ends: dict[str, bool]) -> int:
    """Blots out what begins with "<" in a place, and tells where to look on."""
    given = marks.given
    for begin, end in (("<!--", "-->"), ("<?", "?>"), ("<!", ">")):
        if given.startswith(begin, place):
            return _without(marks, place, end, ends)
    found = _TAG.match(given, place)
    name = found.group(2).lower() if found else ""
    if found is None or name not in html_names.KNOWN:
        return place + 1
    if name in ("script", "style") and not found.group(1):
        return _without(marks, place, f"</{name}", ends, ">")
    if found.group(1):
        _close(marks, name, found.start(), found.end())
    else:
        _begin(marks, name, found)
    return found.end()


def _without(marks: _Marks, place: int, end: str, ends: dict[str, bool], then: str = "") -> int:
    """Leaves out all up to an end, if it comes; asked once only for an end that never does."""
    found = -1 if ends.get(end) else marks.given.find(end, place + 2)
    if found < 0:
        ends[end] = True
        return place + 1
    stop = found + len(end)
    if then:
        stop = max(stop, marks.given.find(then, stop) + 1)
    marks.mask.divide(place, stop, *_kind(marks))
    return stop


def _begin(marks: _Marks, name: str, found: re.Match[str]) -> None:
    start, stop = found.span()
    marks.mask.drop(start, stop)
    attributes = found.group(3)
    if name == "img":
        _picture(marks, found)
        return
    if name == "br":
        _divide_line(marks, start, stop)
        return
    if name == "p":
        _end_paragraph(marks, start)
    if name not in html_names.EMPTY and len(marks.open) < _DEEPEST:
        is_left_out = name in html_names.HIDDEN or (marks.leaves_out and _surrounds(name, attributes))
        is_layout = name in html_names.CELLS and _holds_paragraphs(marks.given, stop)
        is_note = "footnote" in attributes.lower() and name != "a"
        marks.open.append(_Open(name, start, is_left_out, is_layout, is_note))
    _divide(marks, name, start, stop)


def _end_paragraph(marks: _Marks, start: int) -> None:
    if marks.open and marks.open[-1].name == "p":
        _shut(marks, marks.open.pop(), start)


def _close(marks: _Marks, name: str, start: int, stop: int) -> None:
    marks.mask.drop(start, stop)
    names = [element.name for element in marks.open]
    if name in names:
        while True:
            element = marks.open.pop()
            _shut(marks, element, start, stop)
            if element.name == name:
                break
    if name not in html_names.CELLS:
        _divide(marks, name, start, stop)


def _shut(marks: _Marks, element: _Open, stop: int, behind: int = 0) -> None:
    """An element ends: what is in it is left out, or known to be bold, or to run on over lines."""
    if element.name in ("article", "main"):
        marks.main.append((element.name, element.start, max(stop, behind)))
    if element.is_left_out:
        marks.mask.divide(element.start, max(stop, behind), *_kind(marks))
    elif element.is_note or element.name == "sup":
        _shut_note(marks, element, stop, max(stop, behind))
    elif element.name in ("b", "strong"):
        marks.mask.bold.append((element.start, max(stop, behind)))
    elif element.name in ("i", "em"):
        marks.mask.slanted.append((element.start, max(stop, behind)))
    if element.name not in html_names.WITH_PARAGRAPHS:
        marks.mask.spaces_for_lines(element.start, stop)


def _shut_note(marks: _Marks, element: _Open, stop: int, behind: int) -> None:
    """A raised number is the mark of a note and left out; raised words are a note."""
    if element.is_note or stop - element.start > _LONGEST_MARK:
        marks.mask.notes.append((element.start, behind))
    elif _NOTE_MARK.fullmatch(_ANY_TAG.sub("", marks.given[element.start : stop])):
        marks.mask.drop(element.start, behind)


def _holds_paragraphs(given: str, start: int) -> bool:
    """Whether a cell only frames what is in it, as on older pages and in mails."""
    stop = given.find("</td", start, start + _LOOK_AHEAD)
    held = given[start : stop if stop >= 0 else start + _LOOK_AHEAD]
    return len(_PARAGRAPH.findall(held)) > 1


def _divide(marks: _Marks, name: str, start: int, stop: int) -> None:
    if name in html_names.CELLS:
        if _in_row(marks):
            marks.mask.put(start, CELL)
        else:
            marks.mask.divide(start, stop, *_kind(marks))
    elif name in html_names.BLOCKS:
        if _in_row(marks) and name not in ("tr", "table", "tbody", "thead", "tfoot"):
            marks.mask.put(start, " ")
        else:
            marks.mask.divide(start, stop, *_kind(marks))


def _in_row(marks: _Marks) -> bool:
    cells = (element for element in reversed(marks.open) if element.name in html_names.CELLS)
    cell = next(cells, None)
    return cell is not None and not cell.is_layout


def _divide_line(marks: _Marks, start: int, stop: int) -> None:
    """Two lines make a paragraph; after one the text may run on: see lines.py."""
    following = re.compile(r"\s*<br[\s/]*>", re.IGNORECASE).match(marks.given, stop)
    if following and not _in_row(marks):
        marks.mask.divide(start, stop, *_kind(marks))
    else:
        marks.mask.put(start, LINE)


def _picture(marks: _Marks, found: re.Match[str]) -> None:
    """What is said instead of a picture becomes a caption."""
    start, stop = found.span()
    marks.mask.divide(start, start + 1, *_kind(marks))
    for told in ATTRIBUTE.finditer(found.group(3)):
        group = next((each for each in (2, 3) if told.group(each)), 0)
        if told.group(1).lower() == "alt" and group and " " in told.group(group).strip():
            first, last = (found.start(3) + each for each in told.span(group))
            for place in range(first, last):
                marks.mask.put(place, marks.given[place])
            marks.mask.divide(first - 1, first, BlockKind.CAPTION)
    marks.mask.divide(stop - 1, stop, *_kind(marks))


def _kind(marks: _Marks) -> tuple[BlockKind, int]:
    is_layout = False
    for element in reversed(marks.open):
        is_layout = is_layout or element.is_layout
        if element.name in html_names.KINDS and not (is_layout and element.name == "tr"):
            kind, depth = html_names.KINDS[element.name]
            if element.name == "li":
                depth = sum(each.name == "li" for each in marks.open)
            return kind, depth
    return BlockKind.PARAGRAPH, 0


def _surrounds(name: str, attributes: str) -> bool:
    if name in html_names.AROUND:
        return True
    if name in ("html", "body", "main", "article") or not attributes:
        return False
    return any(
        found.group(1).lower() in _NAMED and _AROUND_NAMED.search(found.group(2) or found.group(3) or "")
        for found in ATTRIBUTE.finditer(attributes)
    )
