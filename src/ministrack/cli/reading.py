"""`ministrack read`: what a report seems to say."""

import json
import sys
from argparse import Namespace
from pathlib import Path

from ministrack.cli.exits import Exit
from ministrack.reading.answer import as_data
from ministrack.reading.intake.files import report_of_file
from ministrack.reading.reader import read_report


def read(arguments: Namespace) -> int:
    """Prints the proposals of a report as JSON."""
    report = report_of_file(Path(arguments.file))
    json.dump(as_data(report, read_report(report)), sys.stdout, ensure_ascii=False, indent=1)
    print()
    return Exit.FINE
