"""What may be asked of a workspace, as types: the window and the command line import these, not the store."""

from ministrack.store.attendance import Attendance
from ministrack.store.journal import EditEntry, RowChange
from ministrack.store.listing import Listing
from ministrack.store.reader import Reader
from ministrack.store.search import Hit

__all__ = ["Attendance", "EditEntry", "Hit", "Listing", "Reader", "RowChange"]
