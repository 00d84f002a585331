"""Makes the pictures of the README and the guide from the real window: `python3 dev.py shots`."""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from ministrack.domain.filters import Compare
from ministrack.domain.meeting import Meeting
from ministrack.domain.record import Ref
from ministrack.program import Program, create_sample
from ministrack.settings import Settings, ThemeChoice

PICTURES = Path(__file__).parent / "pictures"
SIZE = (1440, 900)


def main() -> None:
    """Writes docs/pictures/window-light.png and window-dark.png."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(HOME=folder, XDG_CONFIG_HOME=folder, XDG_DATA_HOME=folder)
        app = QApplication(sys.argv)
        settings = Settings(Path(folder) / "settings.json")
        dossier = Path(folder) / "OTS Justice Ministers.ministrack"
        for theme in (ThemeChoice.LIGHT, ThemeChoice.DARK):
            settings.theme = theme
            program = Program(app, settings)
            if not dossier.exists():
                create_sample(dossier, program.identity).close()
            _take(app, program, dossier, PICTURES / f"window-{theme.value}.png")


def _take(app: QApplication, program: Program, dossier: Path, picture: Path) -> None:
    """One picture: the second meeting with its details."""
    window = program.open(dossier)
    window.resize(*SIZE)
    window.show()
    second = window.desk.read.find(Meeting, Compare("number", 2))[0]
    window.desk.focus.select(Ref("meeting", second.id))
    app.processEvents()
    window.grab().save(str(picture))
    print(picture.relative_to(PICTURES.parent))
    window.close()
    app.processEvents()


if __name__ == "__main__":
    main()
