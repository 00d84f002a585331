"""Completes listed objects with what other records say: delegates, parties, members, spellings, deadlines."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from ministrack.domain.filters import OneOf
from ministrack.domain.levels import Level
from ministrack.domain.lists import ListQuery
from ministrack.domain.task import days_overdue
from ministrack.store.reader import Reader

Values = dict[str, object]
_LAST = 10**6  # the place of a level that is not on the ladder


def delegations(read: Reader, objects: Sequence[Values]) -> None:
    """Adds the delegates, and what heads each delegation: the chair or head, of the highest level first."""
    columns = ("person", "person_name", "title", "level", "level_name", "role", "on_behalf_of")
    found = _belonging(read, "delegate", "delegation", objects, columns)
    ladder = {level.id: level.position for level in read.find(Level)}
    for each in objects:
        seats = sorted(found[str(each["id"])], key=lambda seat: _rank(seat, ladder))
        head = seats[0] if seats else {}
        each["head"] = head.get("person_name")
        each.update({name: head.get(name) for name in ("title", "level", "level_name", "role")})
        each["delegates"] = [
            {"id": seat["id"], "name": seat["person_name"], **{name: seat[name] for name in columns[2:6]},
             "person_id": seat["person"], "on_behalf_of_id": seat["on_behalf_of"]}
            for seat in seats
        ]  # fmt: skip


def _rank(seat: Values, ladder: Mapping[str, int | None]) -> tuple[bool, int, str]:
    position = ladder.get(str(seat["level"]))
    return (seat["role"] not in ("chair", "head"), _LAST if position is None else position, str(seat["id"]))


def people(read: Reader, objects: Sequence[Values]) -> None:
    """Adds the other spellings of each name."""
    found = _belonging(read, "spelling", "person", objects, ("name",))
    for each in objects:
        each["spellings"] = [spelling["name"] for spelling in found[str(each["id"])]]


def documents(read: Reader, objects: Sequence[Values]) -> None:
    """Adds the parties to each document."""
    found = _belonging(read, "document_party", "document", objects, ("party_name", "party_code", "role"))
    for each in objects:
        each["parties"] = [
            {"name": party["party_name"], "code": party["party_code"], "role": party["role"]}
            for party in found[str(each["id"])]
        ]


def bodies(read: Reader, objects: Sequence[Values]) -> None:
    """Adds the members of each body."""
    found = _belonging(read, "body_member", "body", objects, ("party_name", "party_code"))
    for each in objects:
        each["members"] = [
            {"name": party["party_name"], "code": party["party_code"]} for party in found[str(each["id"])]
        ]


def tasks(_read: Reader, objects: Sequence[Values]) -> None:
    """Adds the kind of owner, the date that a task due before a meeting has now, and if it is overdue."""
    today = date.today()
    for each in objects:
        owners = {name: each.pop(f"owner_{name}") for name in ("party", "body", "person")}
        kind = next((name for name, value in owners.items() if value), None)
        each["owner_kind"] = kind or ("as written" if each["owner"] else None)
        each["due"] = each["due"] or each.pop("before_date")
        each.pop("before_date", None)
        each["overdue"] = days_overdue(each["status"], each["last_day"], today) > 0


def _belonging(
    read: Reader, table: str, field: str, objects: Sequence[Values], columns: tuple[str, ...]
) -> Mapping[str, list[Values]]:
    """Rows of `table` whose reference field points at one of the objects, by the id it points at."""
    wanted = OneOf(field, tuple(str(each["id"]) for each in objects))
    listing = read.listing(ListQuery(table, (field, *columns), wanted))
    found: dict[str, list[Values]] = defaultdict(list)
    for row in listing.rows(0, listing.count()):
        found[str(row[field])].append(dict(row))
    return found
