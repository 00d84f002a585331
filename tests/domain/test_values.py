"""Our dataclasses behave as those of the standard library do: each test runs with both decorators."""

import copy
import dataclasses
import subprocess
import sys
from collections.abc import Callable
from typing import Any, ClassVar, TypeVar

import pytest

from ministrack.domain import values
from ministrack.domain.filters import Compare, OneOf, SharedFilter
from ministrack.domain.meeting import Meeting, MeetingStatus

T = TypeVar("T")
Decorate = Callable[..., Callable[[type[T]], type[T]]]
Field = Callable[..., Any]
Make = Callable[..., object]
BOTH = pytest.mark.parametrize(
    ("dataclass", "field"),
    [(dataclasses.dataclass, dataclasses.field), (values.dataclass, values.field)],
    ids=["standard", "ours"],
)


def place(dataclass: Decorate[Any]) -> Make:
    """A frozen class with a default."""

    @dataclass(frozen=True, slots=True)
    class Place:
        KIND: ClassVar[str] = "place"
        name: str
        country: str | None = None

        def __str__(self) -> str:
            return f"{self.KIND} {self.name}"

    return Place


def visit(dataclass: Decorate[Any], field: Field) -> Make:
    """A class in a line of descent, by keywords only, with a value that is made."""
    made = iter(range(1, 100))

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Row:
        id: str = field(default_factory=lambda: f"row {next(made)}")

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Visit(Row):
        city: str
        year: int | None = field(default=None, metadata={"label": "Year"})

    return Visit


@BOTH
def test_fields_are_given_in_order_or_by_name(dataclass: Decorate[Any], field: Field) -> None:
    make = place(dataclass)
    assert repr(make("Gəncə")).endswith("Place(name='Gəncə', country=None)")
    assert make("Bakı", "AZ") == make(country="AZ", name="Bakı")
    assert str(make("Şuşa")) == "place Şuşa"
    for wrong in ({}, {"name": "Bakı", "town": "Bakı"}):
        with pytest.raises(TypeError):
            make(**wrong)
    with pytest.raises(TypeError):
        make("Bakı", "AZ", "Bakı")


@BOTH
def test_values_are_made_anew_and_names_are_asked_for(dataclass: Decorate[Any], field: Field) -> None:
    make = visit(dataclass, field)
    assert repr(make(city="Bakı")).endswith("Visit(id='row 1', city='Bakı', year=None)")
    assert repr(make(city="Bakı", year=2024)).endswith("Visit(id='row 2', city='Bakı', year=2024)")
    assert make(id="x", city="Bakı") == make(id="x", city="Bakı")
    with pytest.raises(TypeError):
        make("x", "Bakı")
    with pytest.raises(TypeError):
        make(id="x")


@BOTH
def test_equal_means_same_class_and_same_values(dataclass: Decorate[Any], field: Field) -> None:
    make, other = place(dataclass), place(dataclass)
    assert make("Bakı") == make("Bakı")
    assert make("Bakı") != make("Bakı", "AZ")
    assert make("Bakı") != other("Bakı")
    assert make("Bakı") != ("Bakı", None)
    assert len({make("Bakı"), make("Bakı"), make("Şuşa")}) == 2


@BOTH
def test_a_frozen_value_cannot_change(dataclass: Decorate[Any], field: Field) -> None:
    city = place(dataclass)("Bakı")
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(city, "na" + "me", "Şuşa")
    with pytest.raises(dataclasses.FrozenInstanceError):
        delattr(city, "na" + "me")
    assert not hasattr(city, "__dict__")


@BOTH
def test_an_open_value_can_change_and_has_no_hash(dataclass: Decorate[Any], field: Field) -> None:
    @dataclass(slots=True)
    class Note:
        text: str
        lines: list[str] = field(default_factory=list)

    note = Note("first")
    note.text = "second"
    note.lines.append("line")
    assert repr(note).endswith("Note(text='second', lines=['line'])")
    assert Note("x").lines == []
    with pytest.raises(AttributeError):
        setattr(note, "tex" + "ts", "third")
    with pytest.raises(TypeError):
        hash(note)


@BOTH
def test_a_class_without_fields_has_one_value(dataclass: Decorate[Any], field: Field) -> None:
    @dataclass(frozen=True, slots=True)
    class Nothing:
        """No fields."""

    assert Nothing() == Nothing()
    assert len({Nothing(), Nothing()}) == 1
    assert repr(Nothing()).endswith("Nothing()")


@BOTH
def test_the_functions_of_the_standard_library_know_the_fields(
    dataclass: Decorate[Any], field: Field
) -> None:
    row = visit(dataclass, field)(id="x", city="Bakı")
    assert dataclasses.is_dataclass(row)
    assert not isinstance(row, type)
    assert dataclasses.asdict(row) == {"id": "x", "city": "Bakı", "year": None}
    assert [one.name for one in dataclasses.fields(row)] == ["id", "city", "year"]
    assert dataclasses.fields(row)[2].metadata["label"] == "Year"
    moved = dataclasses.replace(row, city="Gəncə")
    assert repr(moved).endswith("Visit(id='x', city='Gəncə', year=None)")


@BOTH
def test_a_pattern_takes_a_value_apart(dataclass: Decorate[Any], field: Field) -> None:
    cls: Any = place(dataclass)
    match cls("Bakı", "AZ"):
        case cls(name, country):
            assert (name, country) == ("Bakı", "AZ")
        case _:
            raise AssertionError("no match")


def test_replace_changes_what_is_named() -> None:
    held = Meeting(id="m", name="Third meeting", status=MeetingStatus.HELD)
    moved = values.replace(held, city="Ankara")
    assert moved == Meeting(id="m", name="Third meeting", status=MeetingStatus.HELD, city="Ankara")
    assert held.city is None
    wrong: dict[str, Any] = {"town": "Ankara"}
    with pytest.raises(TypeError):
        values.replace(held, **wrong)


def test_values_can_be_copied() -> None:
    narrowed = SharedFilter(parties=("kz", "uz"), text="Ömüralıyev")
    assert copy.copy(narrowed) == narrowed
    assert copy.deepcopy(narrowed) == narrowed


def test_what_is_declared_can_be_read() -> None:
    assert list(values.declared(Compare)) == ["field", "value", "by"]
    assert values.declared(OneOf).keys() == {"field", "values"}


def test_slots_are_not_optional() -> None:
    with pytest.raises(TypeError):
        values.dataclass(frozen=True, slots=False)


def test_no_class_is_written_before_it_is_used() -> None:
    code = "import sys, ministrack.domain.filters; sys.exit('dataclasses' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
