"""A dossier with the sample in it, read only: made once."""

from collections.abc import Iterator
from io import BytesIO

import pytest

from ministrack.edits.sample import load_sample
from ministrack.edits.workspace import Identity, Workspace
from ministrack.exchange.formats import FORMATS
from ministrack.exchange.outgoing import Options, Outgoing
from ministrack.exchange.selection import Selection, everything
from ministrack.store.reader import Reader


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("sample") / "Justice.ministrack"
    workspace = Workspace.create(path, Identity("Aygün Əhmədova", "desk"))
    workspace.run(load_sample())
    yield workspace
    workspace.close()


def exported(
    read: Reader, name: str, selection: Selection | None = None, options: Options | None = None
) -> bytes:
    """What a format makes of a selection, or of everything."""
    out = BytesIO()
    chosen = next(each for each in FORMATS if each.name == name)
    chosen.write(Outgoing(read, selection or everything(read), options or Options()), out)
    return out.getvalue()
