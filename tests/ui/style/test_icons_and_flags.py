"""Icons and flags: there, in the colour asked for, sharp, following the theme, and harmless when unknown."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator

import pytest
from babel import Locale
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap
from pytestqt.qtbot import QtBot

from ministrack.paths import resource
from ministrack.ui.style.flags import Flags
from ministrack.ui.style.icons import Icons
from ministrack.ui.style.theme import DARK, LIGHT, ThemeSource

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def source() -> ThemeSource:
    return ThemeSource(LIGHT)


@pytest.fixture
def icons(source: ThemeSource) -> Icons:
    return Icons(source)


@pytest.fixture
def flags(source: ThemeSource) -> Flags:
    return Flags(source)


def opaque_colours(pixmap: QPixmap) -> Iterator[str]:
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    for y in range(image.height()):
        for x in range(image.width()):
            colour = image.pixelColor(x, y)
            if colour.alpha() == 255:
                yield colour.name()


def test_an_icon_has_the_colour_of_its_role_and_only_that(icons: Icons) -> None:
    assert set(opaque_colours(icons.pixmap("calendar", "overdue", 24, 2.0))) == {LIGHT.overdue}


def test_every_icon_is_drawn_in_the_colour_asked_for(icons: Icons) -> None:
    accent = QColor(LIGHT.accent)
    for path in resource("icons").glob("*.svg"):
        if path.stem == "ministrack":
            continue
        drawn = [QColor(colour) for colour in opaque_colours(icons.pixmap(path.stem, "accent", 24, 2.0))]
        assert drawn, path.name
        for colour in drawn:  # blending rounds by one
            assert abs(colour.red() - accent.red()) <= 2, path.name
            assert abs(colour.green() - accent.green()) <= 2, path.name
            assert abs(colour.blue() - accent.blue()) <= 2, path.name


def test_an_icon_follows_the_theme_without_being_set_anew(icons: Icons, source: ThemeSource) -> None:
    icon = icons.icon("flag", "text")
    assert set(opaque_colours(icon.pixmap(QSize(32, 32), 2.0))) == {LIGHT.text}
    source.set_theme(DARK)
    assert set(opaque_colours(icon.pixmap(QSize(32, 32), 2.0))) == {DARK.text}


def test_an_icon_is_grey_when_disabled_and_accent_when_selected(icons: Icons) -> None:
    icon = icons.icon("flag")
    disabled = icon.pixmap(QSize(32, 32), 2.0, QIcon.Mode.Disabled)
    selected = icon.pixmap(QSize(32, 32), 2.0, QIcon.Mode.Selected)
    assert set(opaque_colours(disabled)) == {LIGHT.disabled}
    assert set(opaque_colours(selected)) == {LIGHT.accent_text}


def test_pixels_match_the_screen(icons: Icons, flags: Flags) -> None:
    for made in (icons.icon("search"), flags.icon("kg")):
        pixmap = made.pixmap(QSize(16, 16), 2.0)
        assert pixmap.size() == QSize(32, 32)
        assert pixmap.devicePixelRatio() == 2.0
    assert flags.pixmap("kg", 16, 1.5).size() == QSize(24, 24)


def test_a_copied_icon_that_qt_changes_keeps_working(icons: Icons) -> None:
    copy = QIcon(icons.icon("star"))
    copy.addPixmap(QPixmap(4, 4))  # makes Qt clone the engine behind the icon
    assert set(opaque_colours(copy.pixmap(QSize(32, 32), 2.0))) == {LIGHT.text_soft}


def test_an_unknown_icon_or_role_is_told_at_once(icons: Icons) -> None:
    with pytest.raises(FileNotFoundError, match="no-such-icon"):
        icons.icon("no-such-icon")
    with pytest.raises(KeyError, match="mauve"):
        icons.icon("star", "mauve")


def test_every_country_that_babel_knows_by_an_iso_code_has_a_flag() -> None:
    not_assigned = {"AC", "CP", "CQ", "DG", "EA", "EZ", "IC", "QO", "TA", "XA", "XB", "XK", "ZZ"}
    territories = [str(code) for code in Locale("en").territories]
    known = {code for code in territories if len(code) == 2 and code.isalpha()} - not_assigned
    have = {path.stem.upper() for path in resource("flags").glob("*.svg")}
    assert len(known) == 251  # 249 assigned codes, EU and UN
    assert known == have


def test_a_flag_is_a_disc_with_clear_corners(flags: Flags) -> None:
    image = flags.pixmap("tr", 24, 2.0).toImage()
    for x, y in ((0, 0), (47, 0), (0, 47), (47, 47)):
        assert image.pixelColor(x, y).alpha() == 0
    assert image.pixelColor(24, 8).name() == "#d80027"


@pytest.mark.parametrize("code", [None, "", "zz", "../tr", "t", "Türkiye", "çı", "\0\0"])
def test_an_unknown_code_gives_a_neutral_disc(flags: Flags, code: str | None) -> None:
    commonest = Counter(opaque_colours(flags.pixmap(code, 24, 2.0))).most_common(1)[0][0]
    assert commonest == LIGHT.pressed


def test_case_and_blanks_of_a_code_do_not_matter(flags: Flags) -> None:
    assert flags.pixmap(" TR ", 24, 1.0).toImage() == flags.pixmap("tr", 24, 1.0).toImage()


def test_flags_can_be_left_out_and_views_hear_of_it(flags: Flags, qtbot: QtBot) -> None:
    shown = flags.icon("az")
    with qtbot.waitSignal(flags.changed):
        flags.set_enabled(False)
    assert flags.pixmap("az", 16, 1.0).isNull()
    assert flags.icon("az").isNull()
    assert not list(opaque_colours(shown.pixmap(QSize(16, 16), 1.0)))  # made before, now an empty place
    flags.set_enabled(True)
    assert list(opaque_colours(shown.pixmap(QSize(16, 16), 1.0)))


def test_vendored_pictures_name_their_licence_and_source() -> None:
    for folder, licence in (("icons", "ISC"), ("flags", "MIT")):
        assert licence in resource(folder, "LICENSE").read_text(encoding="utf-8")
        assert "version:" in resource(folder, "SOURCE").read_text(encoding="utf-8")


def test_the_programs_own_mark_is_in_the_accent() -> None:
    image = QIcon(str(resource("icons", "ministrack.svg"))).pixmap(QSize(64, 64), 1.0).toImage()
    assert image.pixelColor(32, 8) == QColor(LIGHT.accent)


def test_svg_drawing_is_not_loaded_before_something_is_drawn() -> None:
    code = (
        "import sys; from ministrack.ui.style import icons, flags; "
        "print(icons.Icons.__name__, flags.Flags.__name__, 'PySide6.QtSvg' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "Icons Flags False"
