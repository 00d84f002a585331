"""The editor of dates: typed freely, with what was understood said below while typing."""

from datetime import date

from PySide6.QtWidgets import QWidget

from ministrack.domain.dates import Precision, explain, show, span, understand
from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import interface_language, tr
from ministrack.ui.forms.editors.line import LineEditor


class DateEditor(LineEditor):
    """EDTF behind, words in front."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.line.textEdited.connect(self._say)

    def text_of(self, value: object) -> str:
        return show(str(value), interface_language()) if value else ""

    def value_of(self, text: str) -> object:
        return understand(text, date.today(), interface_language()) or None

    def entered(self) -> None:
        self._say()

    def _say(self) -> None:
        if self.line.isReadOnly():
            return
        self.hinted.emit(self._meaning())

    def _meaning(self) -> str:
        text = self.line.text()
        if not text.strip() or not self.is_dirty():
            return tr("Day, month, season or year: “2026”, “autumn 2026”, “May 2026?”")
        try:
            edtf = str(self.value_of(text))
            is_day = span(edtf).precision is Precision.DAY
        except InvalidValue as error:
            return str(error)
        language = interface_language()
        if is_day:
            return explain(edtf, language)  # names the day itself
        return tr("{date}: {meaning}", date=show(edtf, language), meaning=explain(edtf, language))
