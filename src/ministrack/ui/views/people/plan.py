"""What the view of people shows."""

from ministrack.domain.language import N_, trn
from ministrack.domain.lists import Row
from ministrack.domain.person import Person
from ministrack.ui.models.cells import count, flagged, level, name, plain, written
from ministrack.ui.models.column import Cell, Column, Edits
from ministrack.ui.models.field_column import field_column
from ministrack.ui.widgets.view_plan import ViewPlan


def _name(row: Row) -> Cell:
    return name(row["name"])


def _party(row: Row) -> Cell:
    return flagged(row["party_code"], row["party_name"])


def _title(row: Row) -> Cell:
    return plain(row["last_title"])


def _level(row: Row) -> Cell:
    return level(row["level"], row["level_name"]) if row["level"] else Cell()


def _meetings(row: Row) -> Cell:
    return count(row["meeting_count"])


def _spellings(row: Row) -> Cell:
    found = (written(row["native_name"]), written(row["spellings"]))
    return Cell(", ".join(part for part in found if part))


def _hidden(n: int) -> str:
    return trn(
        "No person matches the filter. {n} is hidden.", "No person matches the filter. {n} are hidden.", n
    )


PEOPLE = ViewPlan(
    table="person",
    object_name="peopleTable",
    title=N_("People"),
    icon="user",
    columns=(
        Column(
            "name",
            N_("Name"),
            ("name",),
            _name,
            "name",
            least=14,
            most=32,
            fills=True,
            stays=True,
            edits=Edits("name"),
        ),
        Column("party", N_("Country"), ("party_code", "party_name"), _party, least=14, most=26, shrinks=True),
        Column("title", N_("Last title"), ("last_title",), _title, least=12, most=32, shrinks=True),
        Column("level", N_("Level"), ("level", "level_name"), _level, least=9, shrinks=True),
        Column("meetings", N_("Meetings"), ("meeting_count",), _meetings),
        Column(
            "spellings",
            N_("Other spellings"),
            ("native_name", "spellings"),
            _spellings,
            most=30,
            shrinks=True,
        ),
        field_column(Person, "given"),
        field_column(Person, "family"),
        field_column(Person, "native_name"),
        field_column(Person, "note"),
    ),
    sort="name",
    empty=N_(
        "People stand here: ministers, deputies, secretaries general, with all spellings of their names."
    ),
    first=N_("Add the first person"),
    hidden=_hidden,
)
