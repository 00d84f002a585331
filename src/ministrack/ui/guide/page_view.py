"""Shows one page of the guide. Loads nothing but the pictures that come with it, and opens nothing else."""

from pathlib import PurePosixPath

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QResizeEvent, QTextCursor, QTextDocument, QTextImageFormat
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from ministrack.domain.language import tr
from ministrack.paths import resource
from ministrack.ui.guide.dressing import dress, runs
from ministrack.ui.guide.pages import Page, anchor_of
from ministrack.ui.style.metrics import SPACE
from ministrack.ui.style.theme import Theme, ThemeSource

_MARGIN = 6 * SPACE
_INDENT = 5 * SPACE
_FOLDER = "pictures"
_WIDEST = 820  # px: of a picture; wider lines would be hard to read
_NO_HTML = QTextDocument.MarkdownFeature.MarkdownNoHTML | QTextDocument.MarkdownFeature.MarkdownDialectGitHub
_PICTURE = QTextDocument.ResourceType.ImageResource


class PageView(QTextBrowser):
    """Signals: `anchorClicked(QUrl)` for a link; whoever listens decides where it leads."""

    def __init__(self, themes: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._page: Page | None = None
        self._words: tuple[str, ...] = ()
        self._document: QTextDocument | None = None
        self.setObjectName("guidePage")
        self.setAccessibleName(tr("Page of the guide"))
        self.setProperty("kind", "page")
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        themes.changed.connect(self._follow_theme)

    def show_page(self, page: Page, anchor: str = "", words: tuple[str, ...] = ()) -> None:
        """Shows a page from its beginning, or from a heading; words that were searched are marked."""
        self._page, self._words = page, words
        self._set()
        self.setAccessibleName(tr("Page of the guide: {title}", title=page.title))
        found = self._heading(anchor) if anchor else None
        if found is None and words:
            found = self.document().find(words[0])
        cursor = found if found is not None and not found.isNull() else QTextCursor(self.document())
        cursor.setPosition(cursor.selectionStart())
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(round(self._top_of(cursor)) if cursor.position() else 0)

    def find_next(self, backward: bool = False) -> bool:
        """Goes on to the next of the words that are marked; False at the end of the page."""
        flags = QTextDocument.FindFlag.FindBackward if backward else QTextDocument.FindFlag(0)
        cursor = self.textCursor()
        found = [self.document().find(word, cursor, flags) for word in self._words]
        places = [each for each in found if not each.isNull()]
        if not places:
            return False
        best = max if backward else min
        self.setTextCursor(best(places, key=QTextCursor.selectionStart))
        self.ensureCursorVisible()
        return True

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing: what a page shows was put into its document."""
        return None

    def doSetSource(
        self, name: QUrl | str, type: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource
    ) -> None:
        """Nothing: pages come from `show_page` alone."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        before = min(event.oldSize().width(), _WIDEST + 2 * _MARGIN)
        super().resizeEvent(event)
        if self._page is not None and before != min(event.size().width(), _WIDEST + 2 * _MARGIN):
            place = self.verticalScrollBar().value()
            self._set()
            self.verticalScrollBar().setValue(place)

    def sizeHint(self) -> QSize:
        return QSize(720, 560)

    def _room(self) -> int:
        return max(200, min(_WIDEST, self.viewport().width() - 2 * _MARGIN))

    def _set(self) -> None:
        if self._page is None:
            return
        # A document that is used again would keep the letters of its last page.
        before, self._document = self._document, QTextDocument(self)
        document = self._document
        document.setDefaultFont(self.font())
        document.setDocumentMargin(_MARGIN)
        document.setIndentWidth(_INDENT)
        document.setMarkdown(self._page.text, _NO_HTML)
        dress(document, self._themes.theme, self.font())
        self._fill_in_pictures(document)
        self.setDocument(document)
        if before is not None:
            before.deleteLater()
        self._mark_words()

    def _fill_in_pictures(self, document: QTextDocument) -> None:
        """Pictures in the colours of the theme, as wide as there is room, at the sharpness of the screen."""
        for start, look in _pictures(document):
            picture = self._picture(look.name())
            if picture is None:
                continue
            width = min(self._room(), picture.width())
            look.setWidth(width)
            look.setHeight(round(width * picture.height() / picture.width()))
            pixels = round(width * self.devicePixelRatioF())
            if pixels < picture.width():
                picture = picture.scaledToWidth(pixels, Qt.TransformationMode.SmoothTransformation)
            document.addResource(_PICTURE.value, QUrl(look.name()), picture)
            cursor = QTextCursor(document)
            cursor.setPosition(start)
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(look)

    def _picture(self, name: str) -> QImage | None:
        """A picture of the guide by the name that a page calls it; no other file is ever read."""
        path = PurePosixPath(name)
        if len(path.parts) != 2 or path.parts[0] != _FOLDER:
            return None
        file = path.name.replace("-light", "-dark") if self._themes.theme.is_dark else path.name
        try:
            picture = QImage(str(resource("guide", _FOLDER, file)))
        except FileNotFoundError:
            return None
        return None if picture.isNull() else picture

    def _mark_words(self) -> None:
        theme = self._themes.theme
        marks = []
        for word in self._words:
            cursor = self.document().find(word)
            while not cursor.isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor = cursor
                mark.format.setBackground(QColor(theme.progress_soft))
                mark.format.setForeground(QColor(theme.text))
                marks.append(mark)
                cursor = self.document().find(word, cursor)
        self.setExtraSelections(marks)

    def _heading(self, anchor: str) -> QTextCursor | None:
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and anchor_of(block.text()) == anchor:
                return QTextCursor(block)
            block = block.next()
        return None

    def _top_of(self, cursor: QTextCursor) -> float:
        box = self.document().documentLayout().blockBoundingRect(cursor.block())
        return box.top() - SPACE

    def _follow_theme(self, theme: Theme) -> None:
        place = self.verticalScrollBar().value()
        self._set()
        self.verticalScrollBar().setValue(place)


def _pictures(document: QTextDocument) -> list[tuple[int, QTextImageFormat]]:
    """Where the pictures of a page stand, and what is said of each."""
    found = []
    block = document.begin()
    while block.isValid():
        for start, _, look in runs(block):
            if look.isImageFormat():
                found.append((start, QTextImageFormat(look.toImageFormat())))
        block = block.next()
    return found
