"""Status words to colours. Colour repeats what the text, the line and the filling already say."""

from PySide6.QtGui import QColor

from ministrack.ui.style.theme import Theme
from ministrack.ui.views.timeline.items import Lane

# Status word -> role of its ink and role of its soft ground.
_ROLES: dict[tuple[Lane, str], tuple[str, str]] = {
    (Lane.MEETINGS, "planned"): ("planned", "planned_soft"),
    (Lane.MEETINGS, "announced"): ("planned", "planned_soft"),
    (Lane.MEETINGS, "confirmed"): ("planned", "planned_soft"),
    (Lane.MEETINGS, "postponed"): ("progress", "progress_soft"),
    (Lane.MEETINGS, "cancelled"): ("text_faint", "neutral_soft"),
    (Lane.DOCUMENTS, "draft"): ("neutral", "neutral_soft"),
    (Lane.TASKS, "progress"): ("progress", "progress_soft"),
    (Lane.TASKS, "done"): ("held", "held_soft"),
    (Lane.TASKS, "overdue"): ("overdue", "overdue_soft"),
    (Lane.TASKS, "dropped"): ("text_faint", "neutral_soft"),
}
_USUAL = {
    Lane.MEETINGS: ("accent", "accent_soft"),
    Lane.DOCUMENTS: ("progress", "progress_soft"),
    Lane.TASKS: ("accent", "accent_soft"),
}
DASHED = frozenset({"planned", "announced", "postponed", "cancelled"})  # not certain to take place


class Inks:
    """The colours of a theme as Qt wants them, made once per theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._made: dict[str, QColor] = {}

    def role(self, role: str) -> QColor:
        """The colour of a role of the theme."""
        if role not in self._made:
            self._made[role] = QColor(self._theme.colour(role))
        return self._made[role]

    def density(self, lane: Lane) -> QColor:
        """The colour of a density strip: quiet, as numbers and items stand before it."""
        return faded(self.role(_USUAL[lane][0]), 0.28)

    def tone(self, lane: Lane, tone: str) -> tuple[QColor, QColor]:
        """Ink and soft ground for a status word."""
        ink, soft = _ROLES.get((lane, tone), _USUAL[lane])
        return self.role(ink), self.role(soft)


def faded(colour: QColor, alpha: float) -> QColor:
    """A colour with another opacity, 0 to 1."""
    copy = QColor(colour)
    copy.setAlphaF(alpha)
    return copy
