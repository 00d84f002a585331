"""Writes the file away from the window's thread."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from ministrack.domain.progress import Progress
from ministrack.exchange.files import write_whole
from ministrack.exchange.formats import Format
from ministrack.exchange.outgoing import Options, Outgoing
from ministrack.ui.dialogs.exporting.what import What

if TYPE_CHECKING:
    from ministrack.edits.background import Background


def writing(
    background: "Background", what: What, chosen: Format, options: Options, path: Path
) -> Callable[[Progress], Sequence[str]]:
    """The step that writes the file, whole or not at all; it answers with what there is to know about it."""

    def work(told: Progress) -> Sequence[str]:
        said: list[str] = []

        def write(out: BinaryIO) -> None:
            going = Outgoing(workspace.read, what.select(workspace.read), options, told)
            said.extend(chosen.write(going, out))

        with background.workspace() as workspace, workspace.read.snapshot():
            write_whole(path, write, overwrite=True)  # the dialog has asked
        return said

    return work
