"""Tables and JSON on every sort of terminal."""

import io
import sys

import pytest

from ministrack.cli.output import cut, fitted, line, say, width, write_array, write_table


class Terminal(io.TextIOWrapper):
    """A standard output of one encoding that may say that it is a terminal."""

    def __init__(self, encoding: str, *, tty: bool = True) -> None:
        super().__init__(io.BytesIO(), encoding=encoding)
        self._tty = tty

    def isatty(self) -> bool:
        return self._tty

    def shown(self) -> str:
        self.flush()
        assert isinstance(self.buffer, io.BytesIO)
        return self.buffer.getvalue().decode(self.encoding)


def test_a_terminal_without_such_letters_gets_the_nearest_spelling(monkeypatch: pytest.MonkeyPatch) -> None:
    out = Terminal("ascii")
    monkeypatch.setattr(sys, "stdout", out)
    line("Yılmaz Tunç, Түркия, “yes”, \udcff")
    assert out.shown() == 'Yilmaz Tunc, Turkiya, "yes", \\xff\n'


def test_what_a_file_is_called_moves_no_cursor_and_reorders_no_letters(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    err = Terminal("utf-8")
    monkeypatch.setattr(sys, "stderr", err)
    say("There is no file a\x1b[2J\x07b\u202egpj.csv.\nChoose another.")
    assert err.shown() == "There is no file a [2J b gpj.csv.\nChoose another.\n"


def test_json_is_utf_8_whatever_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    out = Terminal("ascii")
    monkeypatch.setattr(sys, "stdout", out)
    write_array([{"name": "Iğdır"}, {"name": "\udcff"}])
    assert isinstance(out.buffer, io.BytesIO)
    assert out.buffer.getvalue() == '[\n{"name": "Iğdır"},\n{"name": "\\udcff"}\n]\n'.encode()


def test_an_empty_array_is_an_array(monkeypatch: pytest.MonkeyPatch) -> None:
    out = Terminal("utf-8")
    monkeypatch.setattr(sys, "stdout", out)
    write_array([])
    assert out.shown().split() == ["[", "]"]


def test_columns_line_up_in_scripts_of_any_width(monkeypatch: pytest.MonkeyPatch) -> None:
    out = Terminal("utf-8", tty=False)
    monkeypatch.setattr(sys, "stdout", out)
    write_table(("Name", "City"), (("東京都", "a"), ("A\u0301d\u0259m", "b"), ("Сыдыгалиев", "c")))
    places = [
        width(row[: row.index(mark)]) for row, mark in zip(out.shown().splitlines(), "Cabc", strict=True)
    ]
    assert places == [12] * 4


def test_a_terminal_cuts_the_widest_and_a_pipe_cuts_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    row = ("1", "A very long name of a very long meeting of ministers", "Baku")
    for tty in (True, False):
        out = Terminal("utf-8", tty=tty)
        monkeypatch.setattr(sys, "stdout", out)
        write_table(("No.", "Name", "City"), (row,))
        shown = out.shown().splitlines()
        assert all(width(each) <= 40 for each in shown) is tty
        assert ("…" in shown[1]) is tty
        assert shown[1].endswith("Baku")


def test_text_cannot_steer_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    out = Terminal("utf-8")
    monkeypatch.setattr(sys, "stdout", out)
    write_table(("Name",), (("\x1b[31mred\x07\nnext \u202egnp.exe",),))
    assert out.shown() == "Name\n [31mred next  gnp.exe\n"


@pytest.mark.parametrize(
    ("text", "space", "kept"), [("Astana", 6, "Astana"), ("Astana", 4, "Ast…"), ("東京都", 4, "東…")]
)
def test_cut(text: str, space: int, kept: str) -> None:
    assert cut(text, space) == kept
    assert width(kept) <= space


def test_columns_keep_a_least_width() -> None:
    assert fitted([3, 50, 20], 40) == [3, 16, 17]
    assert fitted([10, 10], 5) == [6, 6]
    assert fitted([3, 4], 80) == [3, 4]
