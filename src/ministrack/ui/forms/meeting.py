"""The form of a meeting."""

from collections.abc import Mapping

from ministrack.domain.delegation import Role
from ministrack.domain.filters import Compare, Filter, Via, every
from ministrack.domain.language import N_, tr
from ministrack.domain.lists import ListQuery
from ministrack.domain.record import Ref
from ministrack.ui.forms.editors.line import NumberEditor
from ministrack.ui.forms.form import RecordForm
from ministrack.ui.forms.naming import MEETING_COLUMNS, meeting_in_brief


class MeetingForm(RecordForm):
    """A meeting with its place in the series; chair and next meeting lead to their own records."""

    TABLE = "meeting"

    def lay_out(self) -> None:
        self.add_field("number", editor=NumberEditor("number", tr("in series")))
        self.add_field("name")
        self.add_field("series")
        self.add_field("date")
        self.add_field("time")
        self.add_field("city")
        self.add_field("country")
        self.add_field("venue")
        self._chair = self.add_link("chair", N_("Chair"), tr("not recorded"))
        self.add_field("host")
        self.add_field("status")
        self.add_field("mode")
        self.add_field("theme")
        self.add_field("summary")
        self.add_field("numbering_note")
        self.add_field("previous")
        self._next = self.add_link("next", N_("Next meeting"), tr("not recorded"))

    def filled(self, values: Mapping[str, object]) -> None:
        self._show_chair()
        self._show_next(values)

    def _show_chair(self) -> None:
        if self.ref is None:
            self._chair.show_link(None, "")
            return
        here = Via("delegation", "delegation", Compare("meeting", self.ref.id))
        chair = every((Compare("role", Role.CHAIR.value), here))
        rows = self.desk.read.rows(ListQuery("delegate", ("label", "party_name"), chair), 1)
        if not rows:
            self._chair.show_link(None, "")
            return
        words = tr("{name}, {party}", name=rows[0]["label"], party=rows[0]["party_name"])
        self._chair.show_link(Ref("delegate", str(rows[0]["id"])), words)

    def _show_next(self, values: Mapping[str, object]) -> None:
        following = self._following(Compare("previous", self.ref.id)) if self.ref is not None else None
        number = values["number"]
        if following is None and values["series"] and isinstance(number, int):
            series = Compare("series", str(values["series"]))
            following = self._following(every((series, Compare("number", number + 1))))
        self._next.show_link(*(following or (None, "")))

    def _following(self, wanted: Filter) -> tuple[Ref, str] | None:
        rows = self.desk.read.rows(ListQuery("meeting", MEETING_COLUMNS, wanted), 1)
        if not rows:
            return None
        return Ref("meeting", str(rows[0]["id"])), meeting_in_brief(rows[0]) or str(rows[0]["label"])
