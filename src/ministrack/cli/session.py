"""Opens the dossier that a command is about: the named one, the default one, or a throw-away sample."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from ministrack.domain.errors import DossierMissing
from ministrack.domain.language import tr
from ministrack.edits.workspace import Identity, Workspace
from ministrack.paths import default_dossier, settings_file
from ministrack.settings import Settings

_ASKING = "asking"  # a desk at which nothing is changed


@contextmanager
def opened(arguments: Namespace, *, writing: bool = False) -> Iterator[Workspace]:
    """The dossier that `--dossier` or `--sample` names, closed afterwards. Raises DossierProblem.

    Only for `writing` does it matter at which desk one sits; asking leaves no trace in the settings.
    """
    if arguments.sample:
        with _sample() as workspace:
            yield workspace
        return
    path = Path(arguments.dossier).expanduser() if arguments.dossier is not None else _default()
    workspace = Workspace.open(path, _identity(writing=writing))
    try:
        yield workspace
    finally:
        workspace.close()


@contextmanager
def _sample() -> Iterator[Workspace]:
    # delayed: start-up time
    from ministrack.edits.sample import load_sample

    with TemporaryDirectory(prefix="ministrack-") as folder:
        workspace = Workspace.create(Path(folder) / "Sample.ministrack", _identity(writing=False))
        try:
            workspace.run(load_sample())
            yield workspace
        finally:
            workspace.close()


def _identity(*, writing: bool) -> Identity:
    """The same person at the same desk as in the window, so that each undoes what the other did."""
    settings = Settings(settings_file())
    return Identity(settings.author, settings.desk if writing else _ASKING)


def _default() -> Path:
    path = Settings(settings_file()).last or default_dossier()  # the one that the window would open
    if not path.exists():
        raise DossierMissing(
            tr("You have no dossier yet."),
            safe=tr("Nothing was created."),
            todo=tr("Start ministrack once to make one, name a file with --dossier, or try --sample."),
        )
    return path
