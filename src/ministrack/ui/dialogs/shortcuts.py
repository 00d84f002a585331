"""The sheet of shortcuts: every command by its menu, then the keys inside tables, fields and the rest."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeySequence
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QMainWindow,
    QMenu,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ministrack.domain.language import tr
from ministrack.domain.values import dataclass
from ministrack.ui.dialogs.keys_inside import INSIDE, KeyGroup
from ministrack.ui.style.metrics import DIALOG_MARGINS, SPACE
from ministrack.ui.widgets.dialog import Dialog
from ministrack.ui.widgets.narrowing_field import narrowing_field

_SIZE = (620, 640)
_OURS = "action."


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the sheet with its lines: what is done, and by which keys."""

    title: str
    lines: tuple[tuple[str, str], ...]


def sections(window: QMainWindow) -> list[Section]:
    """Everything on the sheet."""
    found: list[Section] = []
    for action in window.menuBar().actions():
        menu = action.menu()
        if isinstance(menu, QMenu):
            found.append(Section(_plain(action.text()), tuple(_commands(menu, ""))))
    return [*found, *(Section(tr(group.title), _inside(group)) for group in INSIDE)]


class ShortcutsSheet(Dialog):
    """Narrowed by typing: a word of what is to be done, or a key."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__("shortcutsDialog", tr("Keyboard shortcuts"), window)
        self.resize(*_SIZE)
        self.search = narrowing_field(
            "shortcutsSearch", tr("Search the shortcuts"), tr("What to do, or a key"), self
        )
        self.sheet = _tree(self)
        self._nothing = QLabel(tr("Nothing here is called so."), self)
        self._nothing.setProperty("role", "soft")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.setSpacing(2 * SPACE)
        for part in (self.search, self._nothing, self.sheet, buttons):
            layout.addWidget(part)
        for section in sections(window):
            self._add(section)
        self.search.textChanged.connect(self._narrow)
        self._narrow("")
        self.search.setFocus()

    def _add(self, section: Section) -> None:
        heading = QTreeWidgetItem(self.sheet, [section.title])
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
        letters = QFont(self.font())
        letters.setBold(True)
        heading.setFont(0, letters)
        heading.setFirstColumnSpanned(True)
        for text, keys in section.lines:
            line = QTreeWidgetItem(heading, [text, keys])
            line.setToolTip(0, text)
        heading.setExpanded(True)

    def _narrow(self, typed: str) -> None:
        """Every word has to be in the line or in its heading."""
        words = typed.casefold().split()
        first: QTreeWidgetItem | None = None
        for number in range(self.sheet.topLevelItemCount()):
            heading = self.sheet.topLevelItem(number)
            if heading is None:
                continue
            shown = []
            for line in _lines(heading):
                said = f"{heading.text(0)} {line.text(0)} {line.text(1)}".casefold()
                line.setHidden(not all(word in said for word in words))
                if not line.isHidden():
                    shown.append(line)
            heading.setHidden(not shown)
            first = first or next(iter(shown), None)
        self._nothing.setVisible(first is None)
        if first is not None:
            self.sheet.setCurrentItem(first)


def show_shortcuts(window: QMainWindow) -> ShortcutsSheet:
    """Opens the sheet over its window."""
    sheet = ShortcutsSheet(window)
    sheet.open()
    return sheet


def _commands(menu: QMenu, before: str) -> Iterator[tuple[str, str]]:
    """The commands of a menu and of those inside it: "Colours: Dark"."""
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _commands(inner, f"{_plain(action.text())}: ")
        elif action.objectName().startswith(_OURS):
            keys = [each.toString(QKeySequence.SequenceFormat.NativeText) for each in action.shortcuts()]
            # Undo and redo name their step after a colon: here the command itself is meant.
            yield before + _plain(action.text()).partition(":")[0], ", ".join(keys)


def _inside(group: KeyGroup) -> tuple[tuple[str, str], ...]:
    return tuple((tr(text), _shown(keys)) for text, keys in group.keys)


def _plain(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _shown(keys: str) -> str:
    """Keys as this system writes them: "Del" may be a sign elsewhere."""
    named = (QKeySequence(each).toString(QKeySequence.SequenceFormat.NativeText) for each in keys.split(", "))
    return ", ".join(named)


def _lines(heading: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    children = (heading.child(number) for number in range(heading.childCount()))
    return [child for child in children if child is not None]


def _tree(parent: QWidget) -> QTreeWidget:
    tree = QTreeWidget(parent)
    tree.setObjectName("shortcutsList")
    tree.setAccessibleName(tr("Commands and their keys"))
    tree.setColumnCount(2)
    tree.setHeaderLabels([tr("What it does"), tr("Keys")])
    tree.setRootIsDecorated(False)
    tree.setItemsExpandable(False)
    tree.setUniformRowHeights(True)
    tree.setIndentation(4 * SPACE)
    header = tree.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    return tree
