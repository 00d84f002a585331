"""The views of the window, one folder each; a view is loaded when it is first shown."""

from collections.abc import Callable

from ministrack.domain.language import N_
from ministrack.domain.values import dataclass
from ministrack.ui.desk import Desk
from ministrack.ui.widgets.record_view import RecordView
from ministrack.ui.widgets.view import View


@dataclass(frozen=True, slots=True)
class ViewEntry:
    """A view in the navigation: its name, its label (marked with N_) and icon, the table it lists, if any."""

    name: str
    label: str
    icon: str
    build: Callable[[Desk], View]
    table: str | None = None

    def make(self, desk: Desk) -> View:
        """The view itself."""
        return self.build(desk)


def views() -> tuple[ViewEntry, ...]:
    """All views, in the order in which they are offered."""
    return _VIEWS


def view_of_table(table: str) -> str | None:
    """The name of the view that lists the records of a table, or None."""
    return next((entry.name for entry in _VIEWS if table == entry.table), None)


# delayed, each of them: start-up time; only the first view is needed at once


def _meetings(desk: Desk) -> View:
    from ministrack.ui.views.meetings.plan import MEETINGS

    return RecordView(desk, MEETINGS)


def _delegations(desk: Desk) -> View:
    from ministrack.ui.views.delegations.plan import DELEGATIONS

    return RecordView(desk, DELEGATIONS)


def _people(desk: Desk) -> View:
    from ministrack.ui.views.people.plan import PEOPLE

    return RecordView(desk, PEOPLE)


def _tasks(desk: Desk) -> View:
    from ministrack.ui.views.tasks.plan import TASKS

    return RecordView(desk, TASKS)


def _documents(desk: Desk) -> View:
    from ministrack.ui.views.documents.plan import DOCUMENTS

    return RecordView(desk, DOCUMENTS)


def _bodies(desk: Desk) -> View:
    from ministrack.ui.views.bodies.plan import BODIES

    return RecordView(desk, BODIES)


def _sources(desk: Desk) -> View:
    from ministrack.ui.views.sources.plan import SOURCES

    return RecordView(desk, SOURCES)


def _overview(desk: Desk) -> View:
    from ministrack.ui.views.overview.view import Overview

    return Overview(desk)


def _unknown(desk: Desk) -> View:
    from ministrack.ui.views.unknown.view import Unknown

    return Unknown(desk)


_VIEWS = (
    ViewEntry("overview", N_("Overview"), "layout-dashboard", _overview),
    ViewEntry("meetings", N_("Meetings"), "calendar", _meetings, "meeting"),
    ViewEntry("delegations", N_("Delegations"), "flag", _delegations, "delegation"),
    ViewEntry("people", N_("People"), "user", _people, "person"),
    ViewEntry("tasks", N_("Tasks"), "square-check-big", _tasks, "task"),
    ViewEntry("documents", N_("Documents"), "file-text", _documents, "document"),
    ViewEntry("bodies", N_("Bodies"), "users", _bodies, "body"),
    ViewEntry("sources", N_("Sources"), "book-open", _sources, "source"),
    ViewEntry("unknown", N_("Unknown"), "circle-help", _unknown),
)
