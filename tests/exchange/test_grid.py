"""Tables on the clipboard: what a spreadsheet takes, what it gives, and nothing that runs there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ministrack.domain.errors import InvalidValue
from ministrack.exchange.grid import as_text, html_of, read_text, taken_back, text_of

CELLS = st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters='"'), max_size=12)


@pytest.mark.parametrize("cell", ["=1+1", "+90 312", "-5", "@sum", "'=1", "Tunç"])
def test_no_cell_becomes_a_formula_and_all_are_taken_back(cell: str) -> None:
    assert not as_text(cell).startswith(("=", "+", "-", "@"))
    if not cell.startswith("'"):
        assert taken_back(as_text(cell)) == cell


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), min_size=1, max_size=5))
def test_what_was_copied_is_pasted_as_it_was(grid: list[list[str]]) -> None:
    tidy = [[" ".join(cell.split()) for cell in line] for line in grid]
    plain = [line for line in tidy if any(line) and not any(cell.startswith("'") for cell in line)]
    assert read_text(text_of(plain)) == plain


def test_what_spreadsheets_put_on_the_clipboard_is_read() -> None:
    assert read_text("Türkiye\tMinister\r\nKyrgyzstan\tDeputy Minister\r\n") == [
        ["Türkiye", "Minister"],
        ["Kyrgyzstan", "Deputy Minister"],
    ]
    assert read_text('A\t"two\nlines"\nB\t"a ""quoted"" word"') == [
        ["A", "two\nlines"],
        ["B", 'a "quoted" word'],
    ]
    assert read_text("one;two\nthree;four") == [["one", "two"], ["three", "four"]]
    assert read_text("Tunç, Yılmaz\nAhmadov, Farid") == [["Tunç", "Yılmaz"], ["Ahmadov", "Farid"]]
    assert read_text("Ahmadov, Farid") == [["Ahmadov, Farid"]]
    assert read_text("\n\t\n") == []
    assert read_text("a\tb\tc\nd") == [["a", "b", "c"], ["d", "", ""]]


def test_a_quote_that_nothing_closes_swallows_no_lines() -> None:
    assert read_text('"Tashkulov\tMinister\nTunç\tMinister') == [
        ['"Tashkulov', "Minister"],
        ["Tunç", "Minister"],
    ]


def test_html_is_escaped_and_has_headers() -> None:
    assert html_of([["Name"], ["<b>Ömüralıyev</b>"]]) == (
        '<meta charset="utf-8"><table><tr><th>Name</th></tr>'
        "<tr><td>&lt;b&gt;Ömüralıyev&lt;/b&gt;</td></tr></table>"
    )


@pytest.mark.parametrize(
    "text",
    ["abc\t" * 250_000, "\n".join(["Aygün"] * 50_000), "\n".join(["Aygün"] * 4_000) + "\n" + "x\t" * 100_000],
)
def test_more_than_can_be_worked_with_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match="too many to paste at once"):
        read_text(text)
