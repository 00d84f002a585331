"""Pages of HTML and HTML within Markdown: what is text of the report, and what only stands around it."""

import pytest

from ministrack.reading.intake.pasted import report_of_text
from ministrack.reading.report import BlockKind, Report

PARAGRAPH, ITEM, ROW = BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.ROW
_MET = "The Ministers of Health of Georgia and Estonia met in Kutaisi on 3 March 2025."


def told(report: Report) -> list[tuple[BlockKind, str]]:
    return [(block.kind, report.text[block.start : block.stop]) for block in report.blocks]


@pytest.mark.parametrize(
    "around",
    [
        "<nav><a href='/'>Home</a> Ministers</nav>{}",
        "<div class='site-menu'><ul><li>Ministers</li></ul></div>{}<div id='footer'>Ministry</div>",
        "{}<aside><h2>Other news</h2><p>The Minister of Energy met the press.</p></aside>",
        "<div role='search'>Search</div>{}<div class='related articles'>Minister visits Riga</div>",
        "<div class='cookie-consent'>We use cookies.</div>{}<form><p>Subscribe to our letters</p></form>",
        "<script>if (a < b) document.write('<p>Minister</p>')</script>{}<style>p {{color: red}}</style>",
        "{}<!-- <p>The Minister of Energy</p> --><noscript>Turn it on</noscript>",
        "<?php include('header.php') ?>{}<footer>All rights reserved</footer>",
        "<p>Minister of Energy visits</p><main>{}</main><p>Most read: Minister resigns</p>",
        "<div>Menu</div><article>{}</article><div>Minister of Energy visits</div>",
    ],
)
def test_what_surrounds_the_text_of_a_page_is_left_out(around: str) -> None:
    page = f"<!doctype html><html><body>{around.format(f'<p>{_MET}</p>' * 3)}</body></html>"
    assert told(report_of_text(page)) == [(PARAGRAPH, _MET)] * 3


def test_a_page_that_calls_all_of_itself_a_menu_is_read_all_the_same() -> None:
    page = f"<html><body><div class='search menu'><p>{_MET}</p></div></body></html>"
    assert told(report_of_text(page)) == [(PARAGRAPH, _MET)]


def test_tables_that_only_frame_the_text_are_no_rows() -> None:
    page = (
        "<html><body><table><tr><td><img src='a.png'></td><td>"
        f"<p>{_MET}</p><p>They signed a plan.</p>"
        "<table><tr><td>Estonia</td><td>Riina Sikkut</td></tr></table>"
        "</td></tr></table></body></html>"
    )
    assert told(report_of_text(page)) == [
        (PARAGRAPH, _MET),
        (PARAGRAPH, "They signed a plan."),
        (ROW, "Estonia | Riina Sikkut"),
    ]


def test_html_within_markdown_keeps_lists_headings_and_line_ends() -> None:
    text = (
        "<div>\n<ol class='x'>\n   <li>\n      <p align='justify'>Minister Kvirikashvili met\n"
        "      Minister Sikkut.\n      </p>\n   </li>\n   <li>They spoke.</li>\n</ol>\n</div>\n\n"
        "<b>MINISTRY OF HEALTH</b><br>\n<b>3 MARCH 2025</b>\n\nDr. Gabunia,<br>Deputy Minister<br>Ask us"
    )
    assert told(report_of_text(text)) == [
        (ITEM, "Minister Kvirikashvili met Minister Sikkut."),
        (ITEM, "They spoke."),
        (BlockKind.HEADING, "MINISTRY OF HEALTH"),
        (BlockKind.IMPRINT, "3 MARCH 2025"),
        (PARAGRAPH, "Dr. Gabunia, Deputy Minister"),
        (PARAGRAPH, "Ask us"),
    ]


def test_marks_of_footnotes_are_no_words_and_footnotes_are_told_apart() -> None:
    text = (
        "They met at the Law Spring<sup id='ref1'><a href='#fn1'>1</a></sup> on 21<sup>st</sup> May[^2].\n\n"
        "<p><sup id='fn1'>1. The Law Spring is a forum that the Ministry of Justice of Uzbekistan holds every"
        " spring.<a href='#ref1' title='Back'>↩</a></sup></p>\n\n[^2]: The second note."
    )
    assert told(report_of_text(text)) == [
        (PARAGRAPH, "They met at the Law Spring on 21st May."),
        (
            BlockKind.FOOTNOTE,
            "1. The Law Spring is a forum that the Ministry of Justice of Uzbekistan holds every spring.",
        ),
        (BlockKind.FOOTNOTE, "The second note."),
    ]


def test_what_is_said_instead_of_a_picture_is_a_caption() -> None:
    text = (
        f"![Minister Tong and Minister Vida](/a.jpg)\n\n*Photo: MinLaw*\n\n![logo](/l.png)\n\n{_MET}\n\n"
        '<img src="/b.jpg" alt="The &quot;family&quot; photo"/><i>The ministers\nin Kutaisi</i>'
    )
    assert told(report_of_text(text)) == [
        (BlockKind.CAPTION, "Minister Tong and Minister Vida"),
        (BlockKind.IMPRINT, "Photo: MinLaw"),
        (PARAGRAPH, _MET),
        (BlockKind.CAPTION, 'The "family" photo'),
        (BlockKind.CAPTION, "The ministers in Kutaisi"),
    ]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("5 * 3 < 7, snake_case & <Minister>", "5 * 3 < 7, snake_case & <Minister>"),
        ("**Bold**, *slanted*, __both__ and `code`", "Bold, slanted, both and code"),
        (r"Not \*marked\* \[1\]", "Not *marked* [1]"),
        ("A [link](/a_(b) \"c\") and <https://a.example/x_y_z>", "A link and https://a.example/x_y_z"),
        ("Ends so**Space\n      ** here", "Ends soSpace here"),
        ("A\u00a0b\u200bc\u00add e\u0301 9\u201110", "A bcd é 9-10"),
        ("Caf&eacute; &lt;b&gt; &#8220;x&#8221; &unknown; AT&T", "Café <b> “x” &unknown; AT&T"),
    ],
)  # fmt: skip
def test_signs_are_left_out_only_where_they_are_markup(text: str, plain: str) -> None:
    assert report_of_text(text).text == plain
