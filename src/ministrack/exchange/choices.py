"""What a person decided about a file that is read. Light: the child process that reads files imports it."""

from collections.abc import Mapping

from ministrack.domain.values import dataclass, field


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person decided about a file; what is not decided is found out from the file."""

    table: str = ""  # the kind of record that lines of a table make
    columns: Mapping[str, str] = field(default_factory=dict)  # header -> key of its target, "" for none
    common: Mapping[str, object] = field(default_factory=dict)  # what every new record starts with
    sheet: str = ""
    encoding: str = ""
    delimiter: str = ""
    has_header: bool | None = None
    date_order: str = ""  # "day" or "month": which number of 03/04/2025 comes first
    common_unless: str = ""
    """The key of a target: `common` is for records of its kind alone, in a file without a column for it."""
