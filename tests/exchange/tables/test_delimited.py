"""Tables in text files: whatever parts their cells, whatever is wrong with them."""

import csv
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ministrack.domain.errors import InvalidValue
from ministrack.domain.progress import untold
from ministrack.exchange.choices import Choices
from ministrack.exchange.grid import as_text
from ministrack.exchange.tables.contents import MOST_COLUMNS, TableFile
from ministrack.exchange.tables.delimited import read_delimited
from ministrack.sandbox.file_problem import FileProblem
from tests.exchange.tables.conftest import FREE

CELLS = st.text(
    st.one_of(st.characters(categories=("L", "N", "P", "Zs")), st.sampled_from(';,\t|"\n')), max_size=12
)
GRIDS = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=6)
)
"""All lines as long as each other, as programs write them: else a lone backslash tells nothing of escapes."""
WIDE = ("utf-8", "utf-8-sig", "utf-16")


def read(tmp_path: Path, content: bytes | str, choices: Choices = FREE) -> TableFile:
    file = tmp_path / "table.csv"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_delimited(str(file), choices, untold)


def cells(table: TableFile) -> list[list[str]]:
    return [list(line.cells) for line in table.lines]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_sign_between_cells_is_found(tmp_path: Path, sign: str) -> None:
    lines = [["Country", "Share", "Note"], ["Türkiye", "1,5", "a; b"], ["Kyrgyzstan", "2,75", "c, d | e"]]
    page = StringIO(newline="")
    csv.writer(page, delimiter=sign).writerows(lines)
    table = read(tmp_path, page.getvalue())
    assert (table.delimiter, cells(table)) == (sign, lines)


def test_decimal_commas_do_not_part_cells(tmp_path: Path) -> None:
    table = read(tmp_path, "Name;Wert\nA;1,5\nB;2,25\n")
    assert (table.delimiter, cells(table)[1]) == (";", ["A", "1,5"])


def test_excel_may_say_what_parts_the_cells(tmp_path: Path) -> None:
    table = read(tmp_path, "sep=;\r\nA,B;C\r\n1,2;3\r\n")
    assert (table.delimiter, cells(table)) == (";", [["A,B", "C"], ["1,2", "3"]])
    assert [line.number for line in table.lines] == [2, 3]


def test_lines_keep_their_number_and_those_without_words_are_left_out(tmp_path: Path) -> None:
    table = read(tmp_path, 'a;b\n\n;;\n"two\nlines";x\r\nlast;y')
    assert [(line.number, line.cells[0]) for line in table.lines] == [
        (1, "a"),
        (4, "two\nlines"),
        (6, "last"),
    ]


def test_a_quote_that_nothing_closes_swallows_no_line(tmp_path: Path) -> None:
    table = read(tmp_path, 'a;b\n"open;x\n"closed; one";y\nlast;z\n')
    assert cells(table) == [["a", "b"], ['"open', "x"], ["closed; one", "y"], ["last", "z"]]


def test_nul_and_formula_signs(tmp_path: Path) -> None:
    table = read(tmp_path, f"Name;Note\nTun\x00ç;{as_text('+90 312')}\n")
    assert cells(table)[1] == ["Tunç", "+90 312"]
    assert "NUL" in table.notes[0]


def test_a_chosen_sign_and_encoding_are_held_to(tmp_path: Path) -> None:
    table = read(tmp_path, "a;b,c\n1;2,3\n", Choices(delimiter=","))
    assert cells(table) == [["a;b", "c"], ["1;2", "3"]]
    with pytest.raises(FileProblem, match="cannot part"):
        read(tmp_path, "a;b\n", Choices(delimiter="ab"))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b" \r\n\n", "is empty"),
        (b"PK\x03\x04rest", "it holds XLSX"),
        (b"%PDF-1.7", "it holds PDF"),
        ((b";" * (MOST_COLUMNS + 1) + b"x\n"), "cells in one"),
        (b"\n" * 1_000_001, "is empty"),
        (b"a\n" * 1_000_001, "more than 200000 lines"),
        (b"a;b\n" + b"x" * (1 << 24) + b"y", "a line of more than"),
    ],
)
def test_what_is_no_table_is_refused_in_words(tmp_path: Path, content: bytes, reason: str) -> None:
    with pytest.raises(FileProblem, match=reason) as told:
        read(tmp_path, content)
    assert told.value.todo


def test_a_cell_longer_than_any_field_is_not_taken_in_whole(tmp_path: Path) -> None:
    table = read(tmp_path, "Name;Note\nx;" + "y" * 1_000_000)
    assert 20_000 < len(table.lines[1].cells[1]) < 50_000  # still too long for the field


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(grid=GRIDS, sign=st.sampled_from(",;\t|"), encoding=st.sampled_from(WIDE))
def test_any_grid_is_read_as_it_was_written(
    tmp_path: Path, grid: list[list[str]], sign: str, encoding: str
) -> None:
    page = StringIO(newline="")
    csv.writer(page, delimiter=sign).writerows(grid)
    wanted = [[cell.strip() for cell in line] for line in grid]
    wanted = [line for line in wanted if any(line)]
    if any(cell.startswith("'") for line in wanted for cell in line) or not wanted:
        return
    table = read(tmp_path, page.getvalue().encode(encoding), Choices(delimiter=sign))
    assert [line + [""] * (4 - len(line)) for line in cells(table)] == [
        line + [""] * (4 - len(line)) for line in wanted
    ]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused(tmp_path: Path, data: st.DataObject) -> None:
    whole = bytearray('Страна;Name;"Note"\nТүркия;"a ""b""\nc";x\nKG;Tunç;1,5\n'.encode())
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(whole) - 1))
        whole[place : place + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    try:
        table = read(tmp_path, bytes(whole))
    except InvalidValue:
        return
    assert all(line.cells for line in table.lines)


def test_a_cell_that_is_a_backslash_stays_one(tmp_path: Path) -> None:
    assert cells(read(tmp_path, b"a,b\n,\\,c\n", Choices(delimiter=",")))[1] == ["", "\\", "c"]
