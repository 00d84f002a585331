"""Files that are whole or not there at all, readable by their owner only."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

_KEPT_OF_NAME = 40  # characters, of up to four bytes each


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file beside `path` to write into, which takes its name when all is written and on the disk.

    Whatever goes wrong before, what was there is left as it is.
    """
    # delayed: start-up time
    import tempfile

    # A name may be as long as the file system allows: then there is no room for more around it.
    prefix = f".{path.name[:_KEPT_OF_NAME]}."
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=prefix, suffix=".part")  # 0600
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
