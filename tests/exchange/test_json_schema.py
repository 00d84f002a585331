"""The JSON Schema is that of the declared fields; what goes out keeps to it and comes back as it was."""

import json
from collections.abc import Callable
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from ministrack.domain.catalogue import RECORD_TYPES, SUBJECT_TABLES
from ministrack.domain.errors import InvalidValue
from ministrack.domain.fields import FieldKind, FieldSpec, loaded_value, specs
from ministrack.domain.record import Record, Ref
from ministrack.edits.changes import Edit
from ministrack.edits.workspace import Identity, Workspace
from ministrack.edits.writer import Writer
from ministrack.exchange.choices import Choices
from ministrack.exchange.digest import content_digest
from ministrack.exchange.json_format import write_json
from ministrack.exchange.json_import.parsing import parse
from ministrack.exchange.json_import.planning import plan_json
from ministrack.exchange.json_schema import schema, schema_text
from ministrack.exchange.selection import Selection, whole_table
from tests.exchange.conftest import exported

FILE = Path(__file__).resolve().parents[2] / "resources" / "format" / "ministrack.schema.json"
VALIDATOR = Draft202012Validator(schema())
DATES = (
    "2026",
    "2026-05?",
    "2026-23",
    "2025-10-17/2025-10-18",
    "2026/..",
    "2025-11-20",
    "2024-02-29",
    "198X",
)
WORDS = st.text(min_size=1, max_size=12)


def test_the_file_of_the_schema_is_that_of_the_fields() -> None:
    made = FILE.read_text(encoding="utf-8")
    assert made == schema_text(), "python docs/make_schema.py writes it anew"
    Draft202012Validator.check_schema(json.loads(made))


def test_whole_and_partial_exports_keep_to_the_schema(sample: Workspace) -> None:
    VALIDATOR.validate(json.loads(exported(sample.read, "json")))
    VALIDATOR.validate(json.loads(exported(sample.read, "json", Selection((whole_table("person"),)))))


@pytest.mark.parametrize(
    "change",
    [{"number": "2"}, {"status": "dreamt"}, {"name": None}, {"id": ""}, {"date": 2026}, {"city": "x" * 501}],
)
def test_the_schema_refuses_what_is_wrong(sample: Workspace, change: dict[str, object]) -> None:
    document = json.loads(exported(sample.read, "json"))
    document["records"]["meeting"][0].update(change)
    assert not VALIDATOR.is_valid(document)


@st.composite
def dossiers(draw: st.DrawFn) -> list[Record]:
    """Records of all kinds that point at one another, some of them at later ones."""
    made: dict[str, list[str]] = {}
    records: list[Record] = []
    numbers = count(1)
    for table, kind in RECORD_TYPES.items():
        for _ in range(draw(st.integers(0, 2))):
            values = {name: draw(_value(spec, made)) for name, spec in specs(kind).items()}
            if table in SUBJECT_TABLES:
                about = draw(st.sampled_from([name for name, ids in made.items() if ids] or [""]))
                values |= {"subject_table": about, "subject": draw(st.sampled_from(made.get(about) or [""]))}
            identity = f"{table}-{next(numbers)}"
            make = cast(Callable[..., Record], kind)
            records.append(make(id=identity, **values))
            made.setdefault(table, []).append(identity)
    return records


def _value(spec: FieldSpec, made: dict[str, list[str]]) -> st.SearchStrategy[object]:
    if spec.choices is not None:
        return st.sampled_from(list(spec.choices))
    nothing: st.SearchStrategy[object] = st.none()
    kinds: dict[FieldKind, st.SearchStrategy[object]] = {
        FieldKind.INTEGER: st.integers(0, 2**31),
        FieldKind.FLAG: st.booleans(),
        FieldKind.DATE: st.sampled_from(DATES),
        FieldKind.REFERENCE: st.sampled_from(made[spec.refers]) if made.get(spec.refers) else nothing,
    }
    if spec.name == "code":
        return st.sampled_from(("TR", "KG", None))
    value = kinds.get(spec.kind, WORDS)
    return value if spec.required or spec.kind is FieldKind.FLAG else st.one_of(nothing, value)


@given(records=dossiers())
@settings(max_examples=12, deadline=None)
def test_whatever_a_dossier_holds_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, records: list[Record]
) -> None:
    folder = tmp_path_factory.mktemp("made")
    here = Workspace.create(folder / "here.ministrack", Identity("Aygün", "desk"))
    there = Workspace.create(folder / "there.ministrack", Identity("Kubanychbek", "desk"))
    here.run(Edit("all", lambda writer: _add_what_may_be(writer, records)))
    out = BytesIO()
    write_json(here.read, out)
    document = json.loads(out.getvalue())
    VALIDATOR.validate(document)
    for table, rows in document["records"].items():
        kind = RECORD_TYPES[table]
        loaded = [
            {name: loaded_value(specs(kind)[name], row[name]) for name in row if name != "id"} for row in rows
        ]
        assert [
            {name: getattr(each, name) for name in specs(kind)} for each in here.read.find(kind)
        ] == loaded
    file = folder / "in.json"
    file.write_bytes(out.getvalue())
    plan = plan_json(there.read, parse(str(file), Choices()), "in.json", Choices(), lambda done, total: None)
    there.run(plan.edit())
    assert content_digest(there.read) == content_digest(here.read)
    here.close()
    there.close()


def _add_what_may_be(writer: Writer, records: list[Record]) -> None:
    """What breaks a rule is left out, and so is what would point at it."""
    for record in records:
        about = Ref(getattr(record, "subject_table", ""), getattr(record, "subject", ""))
        if about.table and not writer.read.exists(about):
            continue
        try:
            writer.add(record)
        except InvalidValue:
            continue
