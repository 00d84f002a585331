"""What a page of HTML says of itself: its title, its day, who published it, its address."""

import html
import re
from collections.abc import Iterator, Mapping

from ministrack.reading.intake.front_matter import Given
from ministrack.reading.intake.html_marks import ATTRIBUTE

_LOOK_AT = 300_000
_META = re.compile(r"<(?:meta|link)\b[^<>]*>", re.IGNORECASE)
_TITLE = re.compile(r"<title\b[^<>]*>([^<]*)<", re.IGNORECASE)
_HEADING = re.compile(r"<h1\b[^<>]*>", re.IGNORECASE)
_HEADING_END = re.compile(r"</h1\s*>", re.IGNORECASE)
_TIME = re.compile(r"<time\b[^<>]*\bdatetime\s*=\s*[\"']?([\d][\dT:.+Z -]*)", re.IGNORECASE)
_LINKED_DATE = re.compile(r"\"datePublished\"\s*:\s*\"([^\"]{8,40})\"")
_SITE = re.compile(r"\s+[|–—•»::-]{1,2}\s+")
_LONGEST_TITLE = 300
_NAMES: Mapping[str, str] = {
    "og:title": "og", "twitter:title": "og", "dc.title": "og", "og:site_name": "publisher",
    "dc.publisher": "publisher", "publisher": "publisher", "application-name": "publisher",
    "og:url": "url", "canonical": "canonical", "article:published_time": "published_time", "date": "date",
    "dc.date": "date", "dc.date.issued": "date", "dcterms.date": "date", "dcterms.issued": "date",
    "pubdate": "pubdate", "publishdate": "pubdate", "publish-date": "pubdate", "datepublished": "pubdate",
    "og:published_time": "pubdate", "parsely-pub-date": "pubdate", "sailthru.date": "pubdate",
}  # fmt: skip


def page_head(given: str) -> dict[str, Given]:
    """What is said, by the names of front matter."""
    head = given[:_LOOK_AT]
    found: dict[str, Given] = {}
    for tag in _META.finditer(head):
        for name, said in _meta(tag):
            found.setdefault(name, said)
    for name, pattern in (("published_time", _LINKED_DATE), ("pubdate", _TIME)):
        if name not in found and (told := pattern.search(head)):
            found[name] = _said(told, 1)
    title = _heading(head) or found.get("og") or _title(head)
    if title is not None and title.value:
        found["title"] = title
    return found


def _meta(tag: re.Match[str]) -> Iterator[tuple[str, Given]]:
    attributes: dict[str, tuple[int, int]] = {}
    for one in ATTRIBUTE.finditer(tag.group()):
        group = next((each for each in (2, 3, 4) if one.group(each)), 0)
        if group:
            start, stop = one.span(group)
            attributes[one.group(1).lower()] = (tag.start() + start, tag.start() + stop)
    content = attributes.get("content") or attributes.get("href")
    for key in ("property", "name", "itemprop", "rel"):
        if key in attributes and content:
            name = _NAMES.get(tag.string[slice(*attributes[key])].lower())
            if name:
                yield name, _given(tag.string, *content)


def _title(head: str) -> Given | None:
    """The title of the page, without the name of the site behind it."""
    found = _TITLE.search(head)
    if found is None:
        return None
    start, stop = found.span(1)
    cuts = list(_SITE.finditer(head, start, stop))
    if cuts and (cuts[-1].start() - start) > (stop - cuts[-1].end()) / 2:
        stop = cuts[-1].start()
    return _given(head, start, stop)


def _heading(head: str) -> Given | None:
    """The first heading, if it is the only one of its depth and plain."""
    headings = list(_HEADING.finditer(head))
    end = _HEADING_END.search(head, headings[0].end()) if len(headings) == 1 else None
    if end is None or end.start() - headings[0].end() > _LONGEST_TITLE:
        return None
    start, stop = headings[0].end(), end.start()
    return None if "<" in head[start:stop] else _given(head, start, stop)


def _said(found: re.Match[str], group: int) -> Given:
    return _given(found.string, *found.span(group))


def _given(head: str, start: int, stop: int) -> Given:
    return Given(" ".join(html.unescape(head[start:stop]).split()), start, stop)
