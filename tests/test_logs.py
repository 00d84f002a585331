"""The log file: only its owner reads it, and a place that cannot be written is no reason to stop."""

import logging
import os
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from ministrack.logs import log_file, start_logging


@pytest.fixture
def root() -> Iterator[logging.Logger]:
    """The root logger, put back afterwards."""
    logger = logging.getLogger()
    handlers, level = list(logger.handlers), logger.level
    yield logger
    for handler in [each for each in logger.handlers if each not in handlers]:
        logger.removeHandler(handler)
        handler.close()
    logger.setLevel(level)


@pytest.mark.usefixtures("root")
def test_messages_reach_a_file_for_the_owner_only(tmp_path: Path) -> None:
    path = start_logging(tmp_path / "data")
    logging.getLogger("ministrack.test").info("opened %s", "Iğdır")
    assert path == log_file(tmp_path / "data")
    with closing(path.open(encoding="utf-8")) as file:
        assert "INFO ministrack.test opened Iğdır" in file.read()
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_without_a_place_for_it_there_is_no_log(root: logging.Logger, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way", encoding="utf-8")
    before = list(root.handlers)
    assert start_logging(tmp_path / "data") is None
    assert root.handlers == before
