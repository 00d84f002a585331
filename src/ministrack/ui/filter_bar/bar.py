"""The line of chips above a table: what the whole window is narrowed to, and the way back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from ministrack.domain.filters import SharedFilter
from ministrack.domain.language import N_, tr
from ministrack.domain.values import replace
from ministrack.ui.desk import Desk
from ministrack.ui.filter_bar import offers
from ministrack.ui.filter_bar.chip import FilterChip
from ministrack.ui.filter_bar.narrowing import (
    alternatives,
    period_in_words,
    sources_in_words,
    statuses_in_words,
    toggled,
    with_period,
    with_words,
    without_statuses,
)
from ministrack.ui.style.apply import mark
from ministrack.ui.style.metrics import MARGIN, SPACE, grown
from ministrack.ui.widgets.flow_layout import FlowLayout

_WORDS_WIDTH = 130
# As round as the chips beside it.
_ROUND = """QLineEdit { border-radius: 13px; padding: 3px 11px }
QLineEdit:focus { padding: 2px 10px }"""


class FilterBar(QWidget):
    """Edits the shared filter; every view has one, and all show the same."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setObjectName("filterBar")
        self.setAccessibleName(tr("Filter"))
        self.country = self._chip("countryFilter", tr("Country"), self._open_countries, self._drop_countries)
        self.series = self._chip("seriesFilter", tr("Series"), self._open_series, self._drop_series)
        self.period = self._chip("periodFilter", tr("Period"), self._open_period, self._drop_period)
        self.status = self._chip("statusFilter", tr("Status"), self._open_statuses, self._drop_statuses)
        self.level = self._chip("levelFilter", tr("Level"), self._open_levels, self._drop_levels)
        self.sources = self._chip("sourcesFilter", tr("Sources"), self._open_sources, self._drop_sources)
        self.words = QLineEdit(self)
        self.words.setObjectName("wordsFilter")
        self.words.setAccessibleName(tr("Filter by words"))
        self.words.setPlaceholderText(tr("Words"))
        self.words.setMaxLength(200)
        self.words.setClearButtonEnabled(True)
        self.words.setFixedWidth(grown(_WORDS_WIDTH, self.font()))
        self.words.setStyleSheet(_ROUND)
        self.words.textChanged.connect(self._narrow_to_words)
        self._clear = QPushButton(tr("Clear"), self)
        self._clear.setObjectName("clearFilter")
        self._clear.setProperty("kind", "link")
        self._clear.setToolTip(tr("Show everything again"))
        self._clear.clicked.connect(self._clear_all)
        self._save = QPushButton(tr("Save filter"), self)
        self._save.setObjectName("saveFilter")
        self._save.setProperty("kind", "link")
        self._save.setToolTip(tr("Keep this filter under a name"))
        self._save.clicked.connect(self._open_name)
        self._lay_out()
        desk.focus.filter_changed.connect(self._follow)
        desk.feed.changed.connect(self._follow_edit)
        self._follow(desk.focus.filter)

    def _chip(
        self, name: str, label: str, opened: Callable[[], None], cleared: Callable[[], None]
    ) -> FilterChip:
        chip = FilterChip(self._desk, label, self)
        chip.setObjectName(name)
        chip.clicked.connect(opened)
        chip.cleared.connect(cleared)
        return chip

    def _lay_out(self) -> None:
        chips = QWidget(self)
        flow = FlowLayout(chips, 2 * SPACE)
        chosen = (self.country, self.series, self.period, self.status, self.level, self.sources)
        for widget in (*chosen, self.words):
            flow.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        chips.setSizePolicy(policy)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN, 2 * SPACE, MARGIN, 2 * SPACE)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(chips, 1)
        layout.addWidget(self._save, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignTop)

    # what it shows

    def _follow_edit(self, change_set: object) -> None:
        self._follow(self._desk.focus.filter)  # a party or a series may be called otherwise now

    def _follow(self, shared: SharedFilter) -> None:
        parties = offers.named(self._desk.read, "party", shared.parties)
        codes = [option.code for option in parties if option.code]
        self._show(self.country, N_("Country is {value}"), [option.label for option in parties], codes)
        series = offers.named(self._desk.read, "series", shared.series)
        self._show(self.series, N_("Series is {value}"), [option.label for option in series])
        period = period_in_words(shared)
        self._show(self.period, N_("Period is {value}"), [period] if period else [])
        self._show(self.status, N_("Status is {value}"), statuses_in_words(shared))
        self._show(self.level, N_("Level is {value}"), offers.levels_in_words(self._desk.read, shared))
        self._show(self.sources, N_("Sources: {value}"), sources_in_words(shared))
        if with_words(shared, self.words.text()).text != shared.text:
            with QSignalBlocker(self.words):
                self.words.setText(shared.text)
        mark(self.words, "active", bool(shared.text))
        keyboard_goes = (self._clear.hasFocus() or self._save.hasFocus()) and shared.is_empty
        self._save.setVisible(not shared.is_empty and not self._desk.workspace.read_only)
        self._clear.setVisible(not shared.is_empty)
        if keyboard_goes:
            self.country.setFocus()

    def _show(
        self, chip: FilterChip, sentence: str, names: list[str], codes: list[str] | None = None
    ) -> None:
        if names:
            chip.show_value(sentence, alternatives(names), codes or ())
        else:
            chip.show_nothing()

    # what opens

    def _open_countries(self) -> None:
        find = partial(offers.parties, self._desk.read, self._desk.focus)
        nothing = tr("No country or organisation here is called so.")
        self._open(self.country, find, self._tick_party, tr("Countries and organisations"), nothing)

    def _open_series(self) -> None:
        find = partial(offers.series, self._desk.read, self._desk.focus)
        self._open(self.series, find, self._tick_series, tr("Series"), tr("No series here is called so."))

    def _open_statuses(self) -> None:
        find = partial(offers.statuses, self._desk.focus)
        self._open(self.status, find, self._tick_status, tr("Statuses"), tr("There is no such status."))

    def _open_levels(self) -> None:
        find = partial(offers.levels, self._desk.read, self._desk.focus)
        self._open(self.level, find, self._tick_level, tr("Levels"), tr("There is no such level."))

    def _open_sources(self) -> None:
        find = partial(offers.sources, self._desk.focus)
        self._open(self.sources, find, self._tick_sources, tr("Sources"), tr("There is nothing to choose."))

    def _open(
        self, chip: FilterChip, find: offers.Find, ticked: Callable[[str], None], name: str, nothing: str
    ) -> None:
        # delayed: start-up time
        from ministrack.ui.filter_bar.choosing import ChoicePopup

        popup = ChoicePopup(self._desk, chip, find, name=name, nothing=nothing)
        popup.ticked.connect(ticked)
        popup.open_below()

    def _open_period(self) -> None:
        # delayed: start-up time
        from ministrack.ui.filter_bar.period import PeriodPopup

        popup = PeriodPopup(self.period, period_in_words(self._desk.focus.filter))
        popup.chosen.connect(self._take_period)
        popup.open_below()

    def _open_name(self) -> None:
        # delayed: start-up time
        from ministrack.ui.filter_bar.naming import NamePopup

        popup = NamePopup(self._save)
        popup.named.connect(self._keep)
        popup.open_below()

    # what changes

    def _keep(self, name: str) -> None:
        # delayed: start-up time
        from ministrack.edits.saved_filters import keep_filter

        focus = self._desk.focus
        self._desk.runner.run(keep_filter(self._desk.read, name, focus.view, focus.filter))

    def _set(self, shared: SharedFilter) -> None:
        self._desk.focus.set_filter(shared)

    def _tick_party(self, party: str) -> None:
        shared = self._desk.focus.filter
        self._set(replace(shared, parties=toggled(shared.parties, party)))

    def _tick_series(self, series: str) -> None:
        shared = self._desk.focus.filter
        self._set(replace(shared, series=toggled(shared.series, series)))

    def _tick_status(self, option: str) -> None:
        self._set(offers.with_status_toggled(self._desk.focus.filter, option))

    def _tick_level(self, option: str) -> None:
        self._set(offers.with_level_option_toggled(self._desk.focus.filter, option))

    def _tick_sources(self, option: str) -> None:
        shared = self._desk.focus.filter
        self._set(replace(shared, sources=toggled(shared.sources, option)))

    def _take_period(self, edtf: str) -> None:
        self._set(with_period(self._desk.focus.filter, edtf))

    def _narrow_to_words(self, text: str) -> None:
        self._set(with_words(self._desk.focus.filter, text))

    def _drop_countries(self) -> None:
        self._set(replace(self._desk.focus.filter, parties=()))

    def _drop_series(self) -> None:
        self._set(replace(self._desk.focus.filter, series=()))

    def _drop_period(self) -> None:
        self._set(with_period(self._desk.focus.filter, ""))

    def _drop_statuses(self) -> None:
        self._set(without_statuses(self._desk.focus.filter))

    def _drop_levels(self) -> None:
        self._set(replace(self._desk.focus.filter, levels=()))

    def _drop_sources(self) -> None:
        self._set(replace(self._desk.focus.filter, sources=()))

    def _clear_all(self) -> None:
        self._desk.focus.clear_filter()
