"""The base of every record of a dossier."""

from typing import ClassVar, NamedTuple

from ministrack.domain.ids import new_id
from ministrack.domain.values import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A row of a dossier with a stable id (UUIDv7 text).

    `TABLE` names its table, `LABEL` the column by which a person knows it. Where no own field can serve,
    the workspace derives the label (`LABEL_DERIVED`). Unknown values are None.
    """

    TABLE: ClassVar[str]
    LABEL: ClassVar[str] = "name"
    LABEL_DERIVED: ClassVar[bool] = False
    ONE: ClassVar[str]
    MANY: ClassVar[str]

    id: str = field(default_factory=new_id)


class Ref(NamedTuple):
    """Points at one record: table name and id."""

    table: str
    id: str
