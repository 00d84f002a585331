"""Dates as parliaments and ministries write them: in every language of the Union, in any order of numbers."""

import pytest

from ministrack.domain.meeting import Meeting
from ministrack.edits.workspace import Workspace
from ministrack.exchange.choices import Choices
from ministrack.exchange.plan import Verdict
from ministrack.exchange.tables.table_plan import TableImport
from tests.exchange.tables.conftest import Planned

# The header of a parliament's calendar in each language, then two of its lines: 12 March and 6 October 2025.
CALENDARS = {
    "az": "İclas;Tarix;Yer|12 mart 2025, çərşənbə|6 oktyabr 2025",
    "bg": "Заседание;Дата;Място|сряда, 12 март 2025 г.|6 октомври 2025 г.",
    "cs": "Zasedání;Datum;Místo|středa 12. března 2025|6. října 2025",
    "da": "Møde;Dato;Sted|onsdag den 12. marts 2025|6. okt. 2025",
    "de": "Sitzung;Datum;Ort|Mittwoch, 12. März 2025|6. Okt. 2025",
    "el": "Συνεδρίαση;Ημερομηνία;Τόπος|Τετάρτη 12 Μαρτίου 2025|6 ΟΚΤΩΒΡΙΟΥ 2025",
    "en": "Sitting;Date;Place|Wednesday, 12 March 2025|6 Oct 2025",
    "es": "Sesión;Fecha;Lugar|miércoles, 12 de marzo de 2025|6 de octubre de 2025",
    "et": "Istung;Kuupäev;Koht|kolmapäev, 12. märts 2025|6. okt 2025",
    "fi": "Istunto;Päivämäärä;Paikka|keskiviikko 12. maaliskuuta 2025|6. lokakuuta 2025",
    "fr": "Séance;Date;Lieu|mercredi 12 mars 2025|le 6 octobre 2025",
    "ga": "Suí;Dáta;Áit|Dé Céadaoin 12 Márta 2025|6 Deireadh Fómhair 2025",
    "hr": "Sjednica;Datum;Mjesto|srijeda, 12. ožujka 2025.|6. listopada 2025.",
    "hu": "Ülés;Dátum;Helyszín|2025. március 12., szerda|2025. október 6.",
    "it": "Seduta;Data;Luogo|mercoledì 12 marzo 2025|6 ott 2025",
    "kk": "Отырыс;Күні;Өтетін жері|2025 ж. 12 наурыз, сәрсенбі|2025 ж. 6 қазан",
    "ky": "Жыйын;Датасы;Өткөн жери|2025-ж., 12-март|2025-ж., 6-октябрь",
    "lt": "Posėdis;Data;Vieta|2025 m. kovo 12 d., trečiadienis|2025 m. spalio 6 d.",
    "lv": "Sēde;Datums;Vieta|trešdiena, 2025. gada 12. marts|2025. gada 6. oktobris",
    "mt": "Seduta;Data;Post|L-Erbgħa, 12 ta’ Marzu 2025|6 ta’ Ottubru 2025",
    "nl": "Vergadering;Datum;Plaats|woensdag 12 maart 2025|6 okt 2025",
    "pl": "Posiedzenie;Data;Miejsce|środa, 12 marca 2025|6 października 2025 r.",
    "pt": "Sessão;Data;Local|quarta-feira, 12 de março de 2025|6 de out. de 2025",
    "ro": "Ședință;Data;Locul|miercuri, 12 martie 2025|6 oct. 2025",
    "ru": "Заседание;Дата;Место|среда, 12 марта 2025 г.|06.10.2025 г.",
    "sk": "Schôdza;Dátum;Miesto|streda 12. marca 2025|6. októbra 2025",
    "sl": "Seja;Datum;Kraj|sreda, 12. marec 2025|6. okt. 2025",
    "sr": "Седница;Датум;Место|среда, 12. март 2025.|6. окт 2025.",
    "sv": "Sammanträde;Datum;Plats|onsdag 12 mars 2025|6 okt. 2025",
    "tk": "Mejlis;Sene;Ýeri|12 mart 2025, çarşenbe|6 oktýabr 2025",
    "tr": "Oturum;Tarih;Yer|12 Mart 2025 Çarşamba|6 Eki 2025",
    "uk": "Засідання;Дата;Місце|середа, 12 березня 2025 р.|6 жовтня 2025 р.",
    "uz": "Majlis;Sana;Joyi|chorshanba, 12-mart, 2025|6-oktabr, 2025",
    "zh": "Meeting;日期|2025年3月12日|2025年10月6日",
}


def dates(workspace: Workspace, plan: TableImport) -> list[str | None]:
    """The dates of the meetings that a file makes, in the order of its lines."""
    before = {each.id for each in workspace.read.find(Meeting)}
    workspace.run(plan.edit())
    made = [each for each in workspace.read.find(Meeting) if each.id not in before]
    return [each.date for each in sorted(made, key=lambda each: each.name)]


def read(plan: TableImport) -> list[str]:
    """What becomes of each line: the words for what is new are empty, so problems show."""
    return [row.words for row in plan.rows if row.verdict is not Verdict.NEW]


@pytest.mark.parametrize("language", CALENDARS)
def test_a_calendar_in_the_words_of_its_parliament(
    workspace: Workspace, planned: Planned, language: str
) -> None:
    header, first, second = CALENDARS[language].split("|")
    place = ";Strasbourg" if header.count(";") == 2 else ""
    columns = {"日期": "meeting.date", "Meeting": "meeting.name"} if language == "zh" else {}
    plan = planned(f"{header}\nA;{first}{place}\nB;{second}{place}\n", Choices(columns=columns))
    assert plan.layout.choices.table == "meeting"
    assert "" not in plan.layout.choices.columns.values()
    assert read(plan) == []
    assert dates(workspace, plan) == ["2025-03-12", "2025-10-06"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("du 3 au 6 mars 2025", "2025-03-03/2025-03-06"),
        ("3.–6. März 2025", "2025-03-03/2025-03-06"),
        ("30 mars – 2 avril 2025", "2025-03-30/2025-04-02"),
        ("с 3 по 6 марта 2025 г.", "2025-03-03/2025-03-06"),
        ("ottobre 2025", "2025-10"),
        ("20.01.25", "2025-01-20"),
        ("2025. 11. 24.", "2025-11-24"),
    ],
)
def test_spans_months_and_years_of_two_digits(
    workspace: Workspace, planned: Planned, text: str, found: str
) -> None:
    assert dates(workspace, planned(f"Meeting;Date\nA;{text}\n")) == [found]


def test_what_is_no_date_in_any_language_stays_a_problem(planned: Planned) -> None:
    text = (
        "Meeting;Date\nA;vers le 20 mars\nB;31 avril 2025\nC;lundi 21 janvier 2025\nD;25.01.20\nE;25.02.21\n"
    )
    told = read(planned(text))
    assert "not understood" in told[0]
    assert "no day 31" in told[1]
    assert "day of the week" in told[2]
    assert len(told) == 5


def test_a_month_of_two_languages_is_told_by_the_other_lines(workspace: Workspace, planned: Planned) -> None:
    croatian = planned("Sjednica;Datum\nA;10. listopada 2025.\nB;12. studenoga 2025.\n")
    polish = planned("Posiedzenie;Data\nC;10 listopada 2025\nD;12 grudnia 2025\n")
    assert dates(workspace, croatian) == ["2025-10-10", "2025-11-12"]
    assert dates(workspace, polish) == ["2025-11-10", "2025-12-12"]
    alone = planned("Sastanak;Datum\nE;10. listopada 2025.\n")
    assert "another month in another language" in alone.rows[0].words


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("A;03/04/2025;\nB;05/06/2025;28/06/2025", ["2025-04-03", "2025-06-05/2025-06-28"]),
        ("A;03/04/2025;\nB;05/06/2025;06/28/2025", ["2025-03-04", "2025-05-06/2025-06-28"]),
        ("A;01/07/2025;\nB;02/03/2025;\nC;04/02/2025;", ["2025-01-07", "2025-02-03", "2025-04-02"]),
        ("A;07/01/2025;\nB;03/02/2025;\nC;02/04/2025;", ["2025-01-07", "2025-02-03", "2025-04-02"]),
        ("A;03/04/2025 - 05/14/2025;", ["2025-03-04/2025-05-14"]),
    ],
)
def test_other_lines_tell_which_number_is_the_day(
    workspace: Workspace, planned: Planned, lines: str, found: list[str]
) -> None:
    plan = planned(f"Meeting;Start date;End date\n{lines}\n")
    assert plan.layout.notes == ()
    assert dates(workspace, plan) == found


def test_where_no_line_tells_it_is_said_and_can_be_decided(workspace: Workspace, planned: Planned) -> None:
    text = "Meeting,Date\nA,03/04/2025\nB,11/04/2025\n"
    plan = planned(text)
    assert plan.layout.notes == ("03/04/2025 is read as 3 Apr 2025, the day first: no line tells.",)
    american = planned(text, Choices(date_order="month"))
    assert american.layout.notes == ()
    assert dates(workspace, american) == ["2025-03-04", "2025-11-04"]


def test_a_column_that_contradicts_itself_is_not_guessed(workspace: Workspace, planned: Planned) -> None:
    plan = planned("Meeting,Date\nA,03/25/2025\nB,25/04/2025\nC,03/04/2025\n")
    assert [row.verdict for row in plan.rows] == [Verdict.NEW, Verdict.NEW, Verdict.PROBLEM]
    assert "may be one of two days" in plan.rows[2].words
    assert dates(workspace, plan) == ["2025-03-25", "2025-04-25"]


def test_a_time_behind_the_date_is_kept(workspace: Workspace, planned: Planned) -> None:
    text = (
        "Meeting;Date\nA;12.03.2025 14:30\nB;2025-04-01T09:00:00Z\nC;01.04.2025 00:00\nD;13/4/2025 2:05 PM\n"
    )
    plan = planned(text)
    assert dates(workspace, plan) == ["2025-03-12", "2025-04-01", "2025-04-01", "2025-04-13"]
    times = {each.name: each.time for each in workspace.read.find(Meeting) if len(each.name) == 1}
    assert times == {"A": "14:30", "B": "09:00 UTC", "C": None, "D": "14:05"}


def test_a_spreadsheet_that_exchanged_days_and_months_is_suspected(planned: Planned) -> None:
    """Days up to 12 became dates there, the others stayed text."""
    text = "Séance;Date\nA;20/01/2025\nB;2025-10-02\nC;2025-12-03\nD;2025-01-04\nE;16/06/2025\n"
    (note,) = planned(text).layout.notes
    assert "20/01/2025 is text and 2 Oct 2025 a date" in note
    assert planned(text.replace("2025-12-03", "2025-12-13")).layout.notes == ()
