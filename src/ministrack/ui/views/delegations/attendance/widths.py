"""How wide the columns of the matrix are: what they need where they are few, alike where they are many."""

from collections.abc import Iterator

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTableView

from ministrack.domain.language import N_, tr
from ministrack.ui.style.metrics import SPACE, flag_side, scaled_font
from ministrack.ui.views.delegations.attendance.model import AttendanceModel
from ministrack.ui.views.delegations.attendance.painting import EDGE, PAD, Brushes, cell_width, count_text
from ministrack.ui.views.delegations.attendance.party_axis import PartyLine
from ministrack.ui.widgets.pill import pill_size

_FEW = 12  # columns that are measured one by one
_MEASURED = 32  # rows that are looked at
_LEAST, _USUAL, _MOST = 14, 34, 46  # characters of a column
_NARROW = 20  # characters that a column keeps where it must yield
_NAME_LEAST, _NAME_MOST = 12, 34  # characters of the names
NAMES = N_("Country or organisation")
_NAME_SHARE = 0.33  # of the whole width, for names at most


def name_width(model: AttendanceModel, brushes: Brushes, whole: int, share: float = _NAME_SHARE) -> int:
    """The width of the column of names; no more than a `share` of the `whole` width."""
    metrics = QFontMetrics(scaled_font(brushes.font, 1.0))
    em = metrics.averageCharWidth()
    lines = (model.party(row) for row in range(min(len(model.parties), _MEASURED)))
    widest = max((_name_and_count(line, metrics, brushes) for line in lines if line), default=0)
    flag = flag_side(brushes.font) + SPACE + 2 if brushes.flags.enabled else 0
    heading = QFontMetrics(brushes.font).horizontalAdvance(tr(NAMES)) - flag
    widest = min(max(round(widest * 1.08), heading, _NAME_LEAST * em), _NAME_MOST * em)
    return min(widest + EDGE + PAD + flag, max(round(whole * share), _NAME_LEAST * em))


def _name_and_count(line: PartyLine, metrics: QFontMetrics, brushes: Brushes) -> int:
    count = pill_size(brushes.font, count_text(line.below)).width() + SPACE + 2 if line.below else 0
    return metrics.horizontalAdvance(line.name) + count


def fit_columns(table: QTableView, model: AttendanceModel, brushes: Brushes) -> None:
    """Gives the columns their widths; room that is left goes to all of them alike."""
    header, count = table.horizontalHeader(), len(model.meetings)
    em = table.fontMetrics().averageCharWidth()
    room = table.viewport().width()
    if not 0 < count <= _FEW:
        header.setDefaultSectionSize(_USUAL * em)
        return
    wanted = list(_needed(table, model, brushes))
    spare = max(room - sum(wanted), 0) // count
    narrowed = min(room / sum(wanted), 1.0)
    for column, width in enumerate(wanted):
        least = min(width, _NARROW * em)
        header.resizeSection(column, max(int(width * narrowed), least) + min(spare, 8 * em))


def _needed(table: QTableView, model: AttendanceModel, brushes: Brushes) -> Iterator[int]:
    metrics = table.fontMetrics()
    bold = QFontMetrics(scaled_font(brushes.font, 1.0))
    em = metrics.averageCharWidth()
    rows = range(min(len(model.parties), _MEASURED))
    for column in range(len(model.meetings)):
        cells = (model.cell(row, column) for row in rows)
        needed = max(
            (cell_width(cell, brushes, metrics.horizontalAdvance(cell.text)) for cell in cells), default=0
        )
        line = model.meeting(column)
        titled = round(bold.horizontalAdvance(line.title) * 1.1) + 2 * PAD if line else 0
        dated = metrics.horizontalAdvance(line.date) + 2 * PAD if line else 0
        yield min(max(needed, titled, dated, _LEAST * em), _MOST * em)
