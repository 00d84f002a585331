"""Pasted text, Markdown and front matter: blocks, places in what was given, what a report says of itself."""

import pytest
from hypothesis import given as for_any
from hypothesis import settings
from hypothesis import strategies as st

from ministrack.domain.names import tidy_long
from ministrack.reading.intake.pasted import report_of_text
from ministrack.reading.report import BlockKind, Report

_NEWS = """https://example.org/news/2024/03/19/cooperation.md
---
title: "Joint Committee\\u2019s\\_Third Meeting on Legal Cooperation between Georgia\\
  \\ and Estonia"
date: '2024-03-18'
layout: post
---

The Ministers of Justice of **Georgia** and Estonia met in
Tallinn on 18&nbsp;March 2024.  They signed the
[Programme](/files/programme(1).pdf).

-   Mr.&nbsp;Rati Bregadze spoke first.
-   Ms. Liisa Pakosta
    answered.

{:start="2"}
2.&nbsp;The <b>next</b> meeting will be in Tbilisi.

<p class="right">Last updated on 20 March 2024</p>

\\###
"""

_FIRST = (
    "The Ministers of Justice of Georgia and Estonia met in Tallinn on 18 March 2024."
    " They signed the Programme."
)


def _told(report: Report) -> list[tuple[BlockKind, str]]:
    return [(block.kind, report.text[block.start : block.stop]) for block in report.blocks]


def _given(report: Report, words: str) -> str:
    start = report.text.index(words)
    first, last = report.given_span(start, start + len(words))
    return report.given[first:last]


def test_a_press_release_in_markdown_is_read_without_its_markup() -> None:
    report = report_of_text(_NEWS)
    assert _told(report) == [
        (
            BlockKind.TITLE,
            "Joint Committee’s Third Meeting on Legal Cooperation between Georgia and Estonia",
        ),
        (
            BlockKind.PARAGRAPH,
            _FIRST,
        ),
        (BlockKind.ITEM, "Mr. Rati Bregadze spoke first."),
        (BlockKind.ITEM, "Ms. Liisa Pakosta answered."),
        (BlockKind.PARAGRAPH, "2. The next meeting will be in Tbilisi."),
        (BlockKind.IMPRINT, "Last updated on 20 March 2024"),
    ]
    about = report.about
    assert (about.published, about.language) == ("2024-03-18", "en")
    assert about.address == "https://example.org/news/2024/03/19/cooperation.md"
    assert about.title == "Joint Committee’s Third Meeting on Legal Cooperation between Georgia and Estonia"


@pytest.mark.parametrize(
    ("words", "stood"),
    [
        ("Tallinn on 18 March 2024", "Tallinn on 18&nbsp;March 2024"),
        ("Georgia and Estonia met in Tallinn", "Georgia** and Estonia met in\nTallinn"),
        ("Mr. Rati", "Mr.&nbsp;Rati"),
        ("Committee’s Third", "Committee\\u2019s\\_Third"),
        ("Georgia and Estonia", "Georgia\\\n  \\ and Estonia"),
        ("next", "next"),
    ],
)
def test_words_of_the_text_are_found_again_in_what_was_given(words: str, stood: str) -> None:
    assert _given(report_of_text(_NEWS), words) == stood


_SIGNS = st.sampled_from(
    [
        "Minister ", "Tunç", "\n", "\n\n", "- ", "1. ", "**", "*", "_", "# ", "&nbsp;", "&amp;",
        "&", "<p>", "</p>", "<b>", "</b>", "<br>", "<!--", "-->", "<td>", "<tr>", "</table>", "|",
        "\t", "[a](b)", "![c d](e)", "\\#", "---\n", "title: Yes\n", "date 2025-11-20 ", "\u200b",
        "\u00a0", "e\u0301", "\u2011", "=====\n", "> ", "[1]", "<img alt='a b'>", '<img alt="',
        "<script>", "</script>", "<html>", "{:x}", "\x00", "\x01", "\x02", "\x0c",
        "https://a.b/c\n", "<style>", "</style>", "<div class='nav'>", "</div>", "<?php", "?>", "<",
        ">", "'", '"',
    ]
)  # fmt: skip


@settings(max_examples=250, deadline=None)
@for_any(st.lists(_SIGNS | st.text(max_size=4), max_size=40).map("".join))
def test_whatever_is_given_every_character_has_its_place(given: str) -> None:
    report = report_of_text("Word " + given)
    length = len(report.given)
    before = (0, 0)
    for place in range(len(report.text)):
        start, stop = report.given_span(place, place + 1)
        assert 0 <= start <= stop <= length
        assert start >= before[0]
        assert stop >= before[1]
        if report.text[place].isalnum() and stop - start == 1 and report.given[start] != report.text[place]:
            pytest.fail(f"{report.text[place]!r} stands for {report.given[start]!r}")
        before = (start, stop)
    end = 0
    for block in report.blocks:
        assert end <= block.start < block.stop <= len(report.text)
        assert report.text[block.start : block.stop].strip()
        end = block.stop


def test_a_table_without_a_frame_is_rows() -> None:
    text = (
        "Heads:\n\nCountry | Name\n--- | ---\nTürkiye | **Yılmaz Tunç**\n"
        "Özbekistan | Akbar Tashkulov |\n\nA | B is said."
    )
    report = report_of_text(text)
    assert _told(report)[1:] == [
        (BlockKind.ROW, "Country | Name"),
        (BlockKind.ROW, "Türkiye | Yılmaz Tunç"),
        (BlockKind.ROW, "Özbekistan | Akbar Tashkulov"),
        (BlockKind.PARAGRAPH, "A | B is said."),
    ]
    assert _given(report, "Türkiye | Yılmaz") == "Türkiye | **Yılmaz"


def test_cells_that_were_copied_from_a_sheet_are_rows() -> None:
    report = report_of_text("1\tTürkiye\tYılmaz Tunç\n2\tÖzbekistan\tAkbar Tashkulov\n")
    assert [words for _, words in _told(report)] == [
        "1 | Türkiye | Yılmaz Tunç",
        "2 | Özbekistan | Akbar Tashkulov",
    ]


def test_a_single_ordinal_at_the_start_of_a_line_counts_no_paragraphs() -> None:
    title = "9. EİT Tarım Bakanları Toplantısı İslamabad'da yapıldı"
    report = report_of_text(
        f"{title}\n\nBakanlar bir bildiri kabul etti ve bir sonraki toplantı için anlaştı."
    )
    assert _told(report)[0] == (BlockKind.TITLE, title)


def test_a_line_of_dashes_under_a_sentence_makes_no_heading_of_it() -> None:
    report = report_of_text(
        "The ministers met in Riga.\n---\nThey spoke.\n\nDocuments\n---\nA plan was signed."
    )
    kinds = [kind for kind, _ in _told(report)]
    assert kinds == [BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.PARAGRAPH]


def test_words_that_go_on_in_the_next_line_are_put_together() -> None:
    text = (
        "In Kutaisi the Ministers of Transport spoke of the multilateral plan and of the U.S.-\n"
        "ROK Alliance; Georgia and Estonia will go on with a multi-\n"
        "lateral and long-\nterm plan in the Indo-\nPacific and -\nit was said - elsewhere."
    )
    report = report_of_text(text)
    assert report.text == (
        "In Kutaisi the Ministers of Transport spoke of the multilateral plan and of the U.S.-ROK Alliance;"
        " Georgia and Estonia will go on with a multilateral and long-term plan in the Indo-Pacific and -"
        " it was said - elsewhere."
    )
    assert _given(report, "U.S.-ROK") == "U.S.-\nROK"
    assert _given(report, "a multilateral") == "a multi-\nlateral"


def test_lines_that_were_full_run_on_and_short_ones_do_not() -> None:
    text = (
        "The Ministers of Transport of Georgia and Estonia met in Kutaisi on the\n"
        "third of March and adopted a plan of action for the years to come, as\n"
        "was agreed.\nThey also spoke of ports and railways, of harbours and roads in the\n"
        "Black Sea region."
    )
    assert report_of_text(text).text.count("\n\n") == 1
    assert "for the years to come, as was agreed.\n\nThey also" in report_of_text(text).text


@pytest.mark.parametrize(
    ("head", "title", "publisher"),
    [
        (
            "Ministry of Justice of Türkiye\n\nPress release\n\nJustice Ministers Meet in Ankara\n\n",
            "Justice Ministers Meet in Ankara",
            "Ministry of Justice of Türkiye",
        ),
        (
            "MINISTRY OF FOREIGN AFFAIRS AND TRADE\n\nC5 ministers of transport gather in Tbilisi\n\n",
            "C5 ministers of transport gather in Tbilisi",
            "MINISTRY OF FOREIGN AFFAIRS AND TRADE",
        ),
        ("Embassy of Georgia in Tallinn\n\n", "Embassy of Georgia in Tallinn", ""),
        (
            "Ministry of Justice hosts the third meeting\n\n",
            "Ministry of Justice hosts the third meeting",
            "",
        ),
    ],
)
def test_a_letterhead_above_the_title_says_who_published_it(head: str, title: str, publisher: str) -> None:
    body = "The Ministers of Justice of Georgia and Estonia met in Tallinn on 18 March 2024 for talks."
    about = report_of_text(f"{head}{body}\n").about
    assert (about.title, about.publisher) == (title, publisher)


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ("Minister Azamat\x96Ali \x93Eskaraev\x94 came.", "Minister Azamat–Ali “Eskaraev” came."),
        ("Minister \ud800Azamat \x81Eskaraev came.", "Minister Azamat Eskaraev came."),
        ("Minister \u2067Azamat\u2069 \u061cEskaraev\u202e came.", "Minister Azamat Eskaraev came."),
        ("Minister Azamat\U000e0041 \ufff9Eskaraev\ufffb came.", "Minister Azamat Eskaraev came."),
    ],
    ids=["windows", "halves", "directions", "tags"],
)
def test_what_nobody_sees_is_no_part_of_the_text(given: str, text: str) -> None:
    assert report_of_text(given).text == text == tidy_long(text)
