"""The pages of the guide: their order, their texts, and which of them is about what the person looks at."""

import re
from collections.abc import Iterable

from ministrack.domain.values import dataclass
from ministrack.paths import resource

ORDER = (
    "first-steps",
    "meetings",
    "delegations",
    "tasks",
    "documents",
    "sources",
    "unknown",
    "papers",
    "reading",
    "importing",
    "finding",
    "timeline",
    "editing",
    "windows",
    "preferences",
    "keyboard",
    "exporting",
    "calendars",
    "data",
    "command-line",
)

PAGE_OF_VIEW = {
    "overview": "first-steps",
    "meetings": "meetings",
    "delegations": "delegations",
    "people": "delegations",
    "tasks": "tasks",
    "documents": "documents",
    "bodies": "documents",
    "sources": "sources",
    "unknown": "unknown",
}

PAGE_OF_PANE = {
    "timelinePane": ("timeline", ""),
    "tasksBoard": ("tasks", "on-a-board"),
    "filterBar": ("finding", ""),
    "searchField": ("finding", ""),
    "welcomeStrip": ("first-steps", ""),
    "meetingsCalendar": ("meetings", "the-calendar"),
    "attendanceMatrix": ("delegations", "the-attendance-matrix"),
}
"""Page and heading by object name; whatever lies inside is about the same."""

PAGE_OF_TABLE = {
    "meeting": "meetings",
    "series": "meetings",
    "programme_item": "meetings",
    "delegation": "delegations",
    "delegate": "delegations",
    "person": "delegations",
    "party": "delegations",
    "task": "tasks",
    "document": "documents",
    "body": "documents",
    "source": "sources",
}

_NOT_IN_ANCHORS = re.compile(r"[^\w\- ]")
_MARKUP = re.compile(r"!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|[*`#\[\]|]")


@dataclass(frozen=True, slots=True)
class Page:
    """One page: `name` is its file without ".md", `text` is Markdown, `plain` what a search looks through."""

    name: str
    title: str
    text: str
    plain: str


def read_pages() -> tuple[Page, ...]:
    """All pages, in order."""
    return tuple(_read(name) for name in ORDER)


def place(link: str) -> tuple[str, str]:
    """Page and anchor of a link as it stands in a page: "tasks.md#the-board" is ("tasks", "the-board")."""
    file, _, anchor = link.partition("#")
    return file.removesuffix(".md"), anchor


def anchor_of(heading: str) -> str:
    """The name by which links call a heading: "The board" is "the-board"."""
    return _NOT_IN_ANCHORS.sub("", heading.strip().lower()).replace(" ", "-")


def count_words(page: Page, words: Iterable[str]) -> int:
    """How often the words stand in a page; 0 where one of them is missing."""
    counts = [page.plain.count(word.casefold()) for word in words]
    return 0 if 0 in counts else sum(counts)


def _read(name: str) -> Page:
    text = resource("guide", f"{name}.md").read_text(encoding="utf-8")
    title = text.split("\n", 1)[0].removeprefix("# ").strip()
    return Page(name, title, text, _MARKUP.sub("", text).casefold())
