"""Papers that the tests write in each format."""

from ministrack.reports.document import (
    Bullets,
    Column,
    Facts,
    Heading,
    Paper,
    Paragraph,
    Table,
    TableRow,
    Tone,
    Words,
    plain,
    unknown,
)

NEWS = "News.Az, 20 Nov 2025: “Türkiye will host the third meeting <next> year & more.”"
OTHER = "OTS, 9 Sep 2024: “The Astana Declaration was signed.”"
SYRIA = "الجمهورية العربية السورية"
HOSTILE = "A\x00B\x07\x1b C\u202eD\ud800 ]]> <script>alert(1)</script> & \"'{{ 7*7 }} {% x %}\r\nnext\tcell"
SEEN = "AB CD ]]> <script>alert(1)</script> & \"'{{ 7*7 }} {% x %}"


def paper(language: str = "en", *, landscape: bool = False) -> Paper:
    """Every kind of block, in three scripts, with a note that is met twice."""
    return Paper(
        "Briefing note: Əhmədov & Tunç",
        "Türkiye, 2026",
        "OTS ministers of justice",
        (
            Heading("Where we stand"),
            Facts((("When", (Words("2026", note=NEWS),)), ("City", unknown("not known yet")))),
            Heading("Who came"),
            Table(
                (Column("Country", 2), Column("Head", 3), Column("Level", 1, centred=True)),
                (
                    TableRow((plain("Members"),)),
                    TableRow((plain("Türkiye"), (Words("Yılmaz Tunç", note=OTHER),), plain("Minister"))),
                    TableRow((plain(SYRIA), (Words("Бектенов", Tone.STRONG),), (Words("–", note=NEWS),))),
                ),
            ),
            Heading("Agenda", 2),
            Bullets((plain("Opening"), plain("Closing")), numbered=True),
            Paragraph((Words("A word that is "), Words("quiet", Tone.MUTED))),
            Bullets((plain("First again"),), numbered=True),
            Bullets((plain("a point"),)),
        ),
        language=language,
        landscape=landscape,
    )


def hostile() -> Paper:
    """Texts that no file may take for its own words."""
    line = (Words(HOSTILE, note=HOSTILE),)
    table = Table((Column(HOSTILE), Column("b")), (TableRow((line, line)), TableRow((line,))))
    return Paper(
        HOSTILE, HOSTILE, HOSTILE, (Heading(HOSTILE), Paragraph(line), Facts(((HOSTILE, line),)), table)
    )


def long(rows: int) -> Paper:
    """A table that goes over many pages, each row with a source of its own."""
    columns = tuple(Column(title) for title in ("Country", "Head", "Title", "Level", "Attendance"))
    cells = (
        plain("Кыргызская Республика"),
        plain("Ömüralıyev"),
        plain("Minister of Justice"),
        plain("Minister"),
    )
    lines = tuple(TableRow((*cells, (Words("Attended", note=f"Source {n}"),))) for n in range(rows))
    return Paper("Delegations", "", "", (Table(columns, lines),))


def mixed() -> Paper:
    """An item and a cell that begin in Arabic and go on in English."""
    line = plain(f"{SYRIA} (Egypt)")
    table = Table((Column("Country"), Column("Head")), (TableRow((plain("Egypt"), line)),))
    return Paper("Agenda", "", "", (Bullets((line, plain(SYRIA)), numbered=True), table), language="en")
