"""The words of a paper as a file of one's own: the beginning of other words."""

from pathlib import Path
from typing import BinaryIO

from ministrack.cli.output import say
from ministrack.domain.language import tr
from ministrack.exchange.files import write_whole
from ministrack.reports.wording import COMMON, own_file, starting_file
from ministrack.store.problems import explained


def copy_words(paper: str | None) -> None:
    """Copies the words of a paper, or those that all have in common, to where a changed copy is looked for.

    Raises InvalidValue where there is such a copy already.
    """
    source = starting_file(paper or COMMON)
    target = Path(own_file(source.stem))
    with explained(target.parent):
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    text = source.read_bytes()

    def write(out: BinaryIO) -> None:
        out.write(text)

    write_whole(target, write)
    say(tr("Written: {path}", path=str(target)))
    say(tr("Change what you like there, and take out the rest: what is missing stays as it was."))
