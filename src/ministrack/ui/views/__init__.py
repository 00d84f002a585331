"""The views of the window, one folder each; a view is loaded when it is first shown."""

from collections.abc import Callable

from ministrack.domain.language import N_
from ministrack.domain.values import dataclass
from ministrack.ui.desk import Desk
from ministrack.ui.widgets.record_view import RecordView, ViewPlan


@dataclass(frozen=True, slots=True)
class ViewEntry:
    """A view in the navigation: its name, the table it lists, its label (marked with N_) and icon."""

    name: str
    table: str
    label: str
    icon: str
    plan: Callable[[], ViewPlan]

    def make(self, desk: Desk) -> RecordView:
        """The view itself."""
        return RecordView(desk, self.plan())


def views() -> tuple[ViewEntry, ...]:
    """All views, in the order in which they are offered."""
    return _VIEWS


def view_of_table(table: str) -> str | None:
    """The name of the view that lists the records of a table, or None."""
    return next((entry.name for entry in _VIEWS if entry.table == table), None)


# delayed, each of them: start-up time; only the first view is needed at once


def _meetings() -> ViewPlan:
    from ministrack.ui.views.meetings.plan import MEETINGS

    return MEETINGS


def _delegations() -> ViewPlan:
    from ministrack.ui.views.delegations.plan import DELEGATIONS

    return DELEGATIONS


def _people() -> ViewPlan:
    from ministrack.ui.views.people.plan import PEOPLE

    return PEOPLE


def _tasks() -> ViewPlan:
    from ministrack.ui.views.tasks.plan import TASKS

    return TASKS


def _documents() -> ViewPlan:
    from ministrack.ui.views.documents.plan import DOCUMENTS

    return DOCUMENTS


def _bodies() -> ViewPlan:
    from ministrack.ui.views.bodies.plan import BODIES

    return BODIES


def _sources() -> ViewPlan:
    from ministrack.ui.views.sources.plan import SOURCES

    return SOURCES


_VIEWS = (
    ViewEntry("meetings", "meeting", N_("Meetings"), "calendar", _meetings),
    ViewEntry("delegations", "delegation", N_("Delegations"), "flag", _delegations),
    ViewEntry("people", "person", N_("People"), "user", _people),
    ViewEntry("tasks", "task", N_("Tasks"), "square-check-big", _tasks),
    ViewEntry("documents", "document", N_("Documents"), "file-text", _documents),
    ViewEntry("bodies", "body", N_("Bodies"), "users", _bodies),
    ViewEntry("sources", "source", N_("Sources"), "book-open", _sources),
)
