"""The change feed goes on after trouble, and speaks of it once."""

from pathlib import Path

from ministrack.domain.errors import MinistrackError
from ministrack.edits.changes import ChangeSet
from ministrack.ui.desk import Desk
from tests.dossiers import outside


def test_the_feed_speaks_of_trouble_once_and_goes_on_looking(desk: Desk, dossier_path: Path) -> None:
    troubles: list[MinistrackError] = []
    changes: list[ChangeSet] = []
    desk.feed.trouble.connect(troubles.append)
    desk.feed.changed.connect(changes.append)
    outside(dossier_path, "UPDATE meeting SET city = 'Ankara' WHERE number = 3")
    away = dossier_path.rename(dossier_path.with_name("away"))
    desk.feed.look()
    desk.feed.look()
    assert [error.what for error in troubles] == [
        f"{dossier_path.name} was moved, deleted or replaced while it was open."
    ]
    assert changes == []
    away.rename(dossier_path)
    desk.feed.look()
    assert [change.table for change_set in changes for change in change_set.changes] == ["meeting"]
    outside(dossier_path, "UPDATE meeting SET city = 'Bursa' WHERE number = 3")
    dossier_path.rename(dossier_path.with_name("away"))
    desk.feed.look()
    assert len(troubles) == 2
