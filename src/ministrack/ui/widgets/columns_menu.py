"""The menu of a table's headers: ticks for its columns, and the way to their order."""

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from ministrack.domain.language import tr
from ministrack.ui.widgets.columns_popup import ColumnsPopup
from ministrack.ui.widgets.table_columns import TableColumns


def show_columns_menu(columns: TableColumns, place: QPoint, button: QWidget) -> None:
    """Opens the menu at a place; what arranges columns opens below the button."""
    menu = QMenu(button)
    menu.setObjectName("columnsMenu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    by_name = {column.name: column for column in columns.all}
    for name in columns.arrangement.order:
        action = menu.addAction(tr(by_name[name].title))
        action.setCheckable(True)
        action.setChecked(name not in columns.arrangement.hidden)
        action.setEnabled(not by_name[name].stays)
        action.toggled.connect(partial(_tick, columns, name))
    menu.addSeparator()
    menu.addAction(tr("Arrange columns…")).triggered.connect(partial(choose_columns, columns, button))
    menu.addAction(tr("Usual columns")).triggered.connect(columns.make_usual)
    menu.popup(place)


def choose_columns(columns: TableColumns, button: QWidget) -> None:
    """Opens the popup below a button."""
    ColumnsPopup(columns, button).open_below()


def _tick(columns: TableColumns, name: str, shown: bool) -> None:
    columns.arrange(columns.arrangement.with_shown(name, shown))
