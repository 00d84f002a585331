"""Files of lines compared with a dossier: previewed, taken in as one step, and taken in once only."""

from random import Random

import pytest

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.delegation import Delegate, Delegation
from ministrack.domain.errors import InvalidValue
from ministrack.domain.filters import EVERYTHING, Compare, Filter
from ministrack.domain.meeting import Meeting
from ministrack.domain.party import Party
from ministrack.domain.person import Person
from ministrack.domain.record import Record, Ref
from ministrack.domain.series import Series
from ministrack.domain.task import Task
from ministrack.edits.records import add_record, change_record
from ministrack.edits.workspace import Workspace
from ministrack.exchange.choices import Choices
from ministrack.exchange.plan import Verdict
from ministrack.exchange.tables.table_plan import TableImport
from ministrack.store.reader import Reader
from tests.exchange.tables.conftest import Planned

SIGNS = ('"', ";", "\n", "\x00", "\x07", "'=", "Ж", "")
NEW, CHANGES, SAME = Verdict.NEW, Verdict.CHANGES, Verdict.SAME
PROBLEM, CONFLICT = Verdict.PROBLEM, Verdict.CONFLICT

RUSSIAN = (
    "Страна;Глава делегации;Должность\n"
    "Кыргызстан;Сыдыгалиев Искендер;Заместитель министра юстиции\n"
    "Узбекистан;Ташкулов Акбар;Министр юстиции\n"
    "Венгрия;Тужон Бенце;Министр юстиции\n"
)
TURKISH = (
    "Sıra No\tToplantı\tTarih\tŞehir\tÜlke\tDizi\n"
    "4\tDördüncü toplantı\t12.05.2027\tAstana\tKazakistan\tAdalet bakanları\n"
    "5\tBeşinci toplantı\t2028\tTaşkent\tÖzbekistan\tAdalet bakanları\n"
)


def verdicts(plan: TableImport) -> list[Verdict]:
    return [row.verdict for row in plan.rows]


def number(workspace: Workspace, n: int) -> Meeting:
    return workspace.read.find(Meeting, Compare("number", n))[0]


def test_a_russian_delegation_list_in_a_code_page(workspace: Workspace, planned: Planned) -> None:
    third = Choices(common={"meeting": number(workspace, 3).id})
    plan = planned(RUSSIAN, third, "cp1251")
    assert (plan.layout.choices.table, plan.layout.choices.encoding) == ("delegation", "cp1251")
    assert verdicts(plan) == [NEW] * 3
    assert plan.rows[2].words == "Also new: Hungary, Тужон Бенце"
    people = workspace.read.count("person")
    workspace.run(plan.edit())
    assert workspace.undo_label() == "Import list.csv: 3 new, 0 changed"
    assert workspace.read.count("person") == people + 1  # the others are there under other spellings
    assert workspace.read.find(Party, Compare("code", "HU"))[0].name == "Hungary"
    levels = {seat.level for seat in workspace.read.find(Delegate) if seat.title and seat.title[0] in "ЗМ"}
    assert levels == {"minister", "deputy_minister"}
    again = planned(RUSSIAN, third, "cp1251")
    assert verdicts(again) == [SAME] * 3
    assert again.layout.is_remembered
    workspace.undo()
    assert workspace.read.count("person") == people


@pytest.mark.parametrize("nobody", ["?", "TBC", "N.N.", "–", "t.b.d.", "n/a"])
def test_nobody_is_called_to_be_confirmed(workspace: Workspace, planned: Planned, nobody: str) -> None:
    people = workspace.read.count("person")
    third = Choices(common={"meeting": number(workspace, 3).id})
    plan = planned(f"Страна;Глава делегации;Должность\nВенгрия;{nobody};Министр юстиции\n", third)
    assert verdicts(plan) == [NEW]
    workspace.run(plan.edit())
    assert workspace.read.count("person") == people
    (seat,) = workspace.read.find(Delegate, Compare("title", "Министр юстиции"))
    assert seat.person is None


def test_countries_under_their_official_names_are_those_of_the_dossier(
    workspace: Workspace, planned: Planned
) -> None:
    text = (
        "Страна;Ф.И.О.;Должность\n"
        "Азербайджанская Республика;Ахмедов Фарид;Министр юстиции\n"
        "Республика Казахстан;Сарсембаев Ерлан;Министр юстиции\n"
        "Кыргызская Республика;Баетов Аяз;Министр юстиции\n"
    )
    parties = workspace.read.count("party")
    plan = planned(text, Choices(common={"meeting": number(workspace, 3).id}), "cp1251")
    assert verdicts(plan) == [NEW] * 3
    workspace.run(plan.edit())
    assert workspace.read.count("party") == parties


def test_headers_in_two_lines_of_which_the_upper_one_groups_columns(
    workspace: Workspace, planned: Planned
) -> None:
    text = (
        "List of delegations;;;;;\n"
        "No.;Country;Head of delegation;;Interpreter;Remarks\n"
        ";;Name;Position;;\n"
        "1;Kazakhstan;Mr. Yerlan Sarsembayev;Minister of Justice;yes;\n"
        "2;Kyrgyz Republic;Mr. Ayaz Baetov;Deputy Minister of Justice;;late\n"
    )
    plan = planned(text, Choices(common={"meeting": number(workspace, 3).id}))
    assert plan.layout.choices.table == "delegation"
    assert {column.header: column.target for column in plan.layout.columns} == {
        "No.": "", "Country": "delegation.party", "Name": "delegate.person", "Position": "delegate.title",
        "Interpreter": "", "Remarks": "delegation.note",
    }  # fmt: skip
    assert [(row.where, row.verdict) for row in plan.rows] == [(4, NEW), (5, NEW)]
    assert (
        plan.rows[1].holds == "Note: late · Title then: Deputy Minister of Justice · Level: Deputy minister"
    )
    merged_down = text.replace(";;Name;Position;;", "No.;Country;Name;Position;Interpreter;Remarks")
    assert verdicts(planned(merged_down, Choices(common={"meeting": number(workspace, 3).id}))) == [NEW, NEW]


def test_the_level_follows_a_corrected_title_unless_somebody_chose_it(
    workspace: Workspace, planned: Planned
) -> None:
    third = Choices(common={"meeting": number(workspace, 3).id})
    text = (
        "Country;Head;Title\nKazakhstan;Yerlan Sarsembayev;Minister\nKyrgyzstan;Ayaz Baetov;Deputy Minister\n"
    )
    workspace.run(planned(text, third).edit())
    corrected = planned(text.replace("Deputy Minister", "Minister of Justice"), third)
    assert verdicts(corrected) == [SAME, CHANGES]
    assert corrected.rows[1].words == (
        "Title then: Deputy Minister → Minister of Justice · Level: Deputy minister → Minister"
    )
    workspace.run(corrected.edit())
    baetov = workspace.read.find(Person, Compare("name", "Ayaz Baetov"))[0]
    seat = workspace.read.find(Delegate, Compare("person", baetov.id))[0]
    there = Ref("delegate", seat.id)
    workspace.run(change_record(workspace.read, there, new={"level": "state_secretary"}))
    later = planned(text.replace("Deputy Minister", "Deputy Minister of Justice"), third)
    assert later.rows[1].words == "Title then: Minister of Justice → Deputy Minister of Justice"


def test_the_capacity_behind_the_name_of_a_country_is_no_part_of_it(
    workspace: Workspace, planned: Planned
) -> None:
    text = (
        "Country;Head\nHungary (observer);Anna Kovács\nТуркменистан (наблюдатель);A\n"
        "Türkiye (host country);B\nForum (youth);C\n"
    )
    plan = planned(text, Choices(common={"meeting": number(workspace, 3).id}))
    assert plan.rows[0].words == "Also new: Hungary, Anna Kovács"
    assert plan.rows[0].holds == "Takes part as: Observer"
    assert "Forum (youth)" in plan.rows[3].words
    workspace.run(plan.edit())
    there = workspace.read.find(Delegation, Compare("meeting", number(workspace, 3).id))
    assert sorted(each.part.value for each in there) == ["host", "member", "observer", "observer"]
    assert verdicts(planned(text, Choices(common={"meeting": number(workspace, 3).id}))) == [SAME] * 4


def test_a_turkish_calendar_makes_its_series_once(workspace: Workspace, planned: Planned) -> None:
    plan = planned(TURKISH, encoding="cp1254")
    assert (plan.layout.choices.table, verdicts(plan)) == ("meeting", [NEW, NEW])
    assert plan.rows[0].words == "Also new: Adalet bakanları"
    assert plan.rows[0].holds == (
        "Series: Adalet bakanları · Number: 4 · Date: 12 May 2027 · City: Astana · Country: Kazakistan"
    )
    workspace.run(plan.edit())
    fourth = number(workspace, 4)
    assert (fourth.date, fourth.city) == ("2027-05-12", "Astana")
    assert len(workspace.read.find(Series, Compare("name", "Adalet bakanları"))) == 1
    assert verdicts(planned(TURKISH, encoding="cp1254")) == [SAME, SAME]
    corrected = planned(TURKISH.replace("Taşkent", "Semerkand").replace("Beşinci", "5."), encoding="cp1254")
    assert verdicts(corrected) == [SAME, CHANGES]
    assert set(corrected.rows[1].words.split(" · ")) == {
        "Name: Beşinci toplantı → 5. toplantı", "City: Taşkent → Semerkand",
    }  # fmt: skip


def test_several_lines_of_one_country_are_one_delegation(workspace: Workspace, planned: Planned) -> None:
    text = (
        "Country,Name,Position,Meeting\n"
        "Hungary,Bence Tuzson,Minister of Justice,Fourth meeting\n"
        "Hungary,Zsolt Szabó,Adviser,Fourth meeting\n"
        "Magyarország,Péter Kovács,Interpreter,Fourth meeting\n"
        "Georgia,,Ambassador,Fourth meeting\n"
    )
    workspace.run(planned(text).edit())
    (fourth,) = workspace.read.find(Meeting, Compare("name", "Fourth meeting"))
    seats = workspace.read.find(Delegation, Compare("meeting", fourth.id))
    assert len(seats) == 2
    roles = [seat.role.value for seat in workspace.read.find(Delegate, Compare("delegation", seats[0].id))]
    assert roles == ["head", "member", "member"]
    assert verdicts(planned(text)) == [SAME] * 4


def test_lines_that_contradict_each_other_are_left_out(workspace: Workspace, planned: Planned) -> None:
    text = "Task;Owner;Deadline\nWrite;Türkiye;2026-05-01\nRead;OIC;2026\nWrite;Türkiye;2026-06-01\n"
    plan = planned(text)
    assert verdicts(plan) == [CONFLICT, NEW, CONFLICT]
    assert "Line 4 says Due: 2026-06-01" in plan.rows[0].words
    assert plan.rows[0].field == "task.due"
    workspace.run(plan.edit())
    assert not workspace.read.find(Task, Compare("title", "Write"))
    workspace.undo()
    workspace.run(plan.edit({2}))  # it builds upon the first
    assert workspace.read.find(Task, Compare("title", "Write"))[0].due == "2026-06-01"
    assert not workspace.read.find(Task, Compare("title", "Read"))


def test_of_lines_that_repeat_what_another_contradicts_none_is_taken(
    workspace: Workspace, planned: Planned
) -> None:
    second = number(workspace, 2)
    lines = [f"{second.id};{venue}" for venue in ("Hall 1", "Hall 1", "Hall 2", "Hall 1", "Hall 2")]
    plan = planned("Id;Venue\n" + "\n".join(lines), Choices(table="meeting"))
    assert verdicts(plan) == [CONFLICT] * 5
    assert [row.words.partition(" · ")[2] for row in plan.rows] == [
        "Line 4 says Venue: Hall 2.", "Line 4 says Venue: Hall 2.", "Line 2 says Venue: Hall 1.",
        "Line 4 says Venue: Hall 2.", "Line 2 says Venue: Hall 1.",
    ]  # fmt: skip


def test_a_line_that_names_what_cannot_be_made_is_a_problem_of_its_own(
    workspace: Workspace, planned: Planned
) -> None:
    long = "x" * 501
    text = f"Meeting;Previous meeting\nSixth;\ufeff\nSeventh;{long}\nEighth;Sixth\nNinth;\n"
    plan = planned(text, Choices(table="meeting"))
    assert [(row.verdict, row.field) for row in plan.rows[:2]] == [(PROBLEM, "meeting.previous")] * 2
    assert [row.words for row in plan.rows[:2]] == ["Name may not be empty.", "Name is too long."]
    workspace.run(plan.edit())
    assert workspace.read.find(Meeting, Compare("name", "Ninth"))


def test_meetings_that_come_after_each_other_in_a_circle_are_refused(
    workspace: Workspace, planned: Planned
) -> None:
    second, third = number(workspace, 2), number(workspace, 3)
    assert third.previous == second.id
    text = (
        f"Id;Meeting;Previous meeting\n{second.id};{second.name};{third.name}\n;A;B\n;B;A\n;C;C\n;D;A\n;E;\n"
    )
    plan = planned(text, Choices(table="meeting"))
    assert verdicts(plan) == [PROBLEM, PROBLEM, PROBLEM, PROBLEM, CONFLICT, NEW]
    assert plan.rows[0].words == "A meeting cannot come after itself."
    workspace.run(plan.edit())
    assert workspace.read.find(Meeting, Compare("name", "E"))


def test_what_a_source_says_is_not_overwritten_unasked(workspace: Workspace, planned: Planned) -> None:
    second, third = number(workspace, 2), number(workspace, 3)
    text = f"Id;Date;City\n{third.id};12 May 2026;Ankara\n{second.id};2025-11-21;Baku\n"
    plan = planned(text, Choices(table="meeting"))
    assert verdicts(plan) == [CHANGES, CONFLICT]  # a day in 2026 only says more than 2026
    assert "Date is as a source says" in plan.rows[1].words
    workspace.run(plan.edit({0, 1}))
    assert number(workspace, 2).date == "2025-11-21"


def test_what_somebody_changed_by_hand_since_is_not_overwritten_unasked(
    workspace: Workspace, planned: Planned
) -> None:
    workspace.run(planned(TURKISH).edit())
    fifth = number(workspace, 5)
    workspace.run(change_record(workspace.read, Ref("meeting", fifth.id), new={"city": "Buhara"}))
    plan = planned(TURKISH)
    assert verdicts(plan) == [SAME, CONFLICT]
    assert "changed City since the last import" in plan.rows[1].words
    workspace.undo()
    assert verdicts(planned(TURKISH)) == [SAME, SAME]


def test_problems_name_the_cell(workspace: Workspace, planned: Planned) -> None:
    text = (
        "Name;Date;Status;Country;Series\n"
        "A;2026-02-30;Held;;\nB;#REF!;Held;;\nC;2026;perhaps;;\n"
        ";2026;Held;;\nD;autumn 2026;Held;Atlantis;New\n"
    )
    plan = planned(text)
    assert [(row.where, row.verdict, row.field) for row in plan.rows] == [
        (2, PROBLEM, "meeting.date"), (3, PROBLEM, "meeting.date"), (4, PROBLEM, "meeting.status"),
        (5, PROBLEM, "meeting.name"), (6, NEW, ""),
    ]  # fmt: skip
    assert "#REF!" in plan.rows[1].words
    assert plan.rows[4].words == "Also new: Atlantis, New"


def test_several_that_may_be_meant_are_a_conflict(workspace: Workspace, planned: Planned) -> None:
    for _ in range(2):
        workspace.run(add_record(Person(name="Erlan Karin")))
    plan = planned("Name;Note\nЕрлан Карин;x\n", Choices(table="person"))
    assert verdicts(plan) == [CONFLICT]
    assert "Several records may be meant" in plan.rows[0].words
    assert planned("Country;Head;Meeting\nGE;Erlan Karin;M\n").rows[0].field == "delegate.person"


def test_a_calendar_with_first_and_last_days_in_other_words(workspace: Workspace, planned: Planned) -> None:
    text = "Bezeichnung;Beginn;Ende;Ort\nRat für Justiz;20. November 2025;21. November 2025;Brüssel\n"
    plan = planned(text)
    assert plan.layout.choices.table == "meeting"
    workspace.run(plan.edit())
    assert workspace.read.find(Meeting, Compare("name", "Rat für Justiz"))[0].date == "2025-11-20/2025-11-21"


def test_american_dates_are_known_by_their_column(workspace: Workspace, planned: Planned) -> None:
    workspace.run(planned("Meeting,Date\nOne,03/04/2026\nTwo,11/20/2026\n").edit())
    found = {each.name: each.date for each in workspace.read.find(Meeting)}
    assert (found["One"], found["Two"]) == ("2026-03-04", "2026-11-20")


def test_lines_above_the_header_and_columns_that_are_left_out(workspace: Workspace, planned: Planned) -> None:
    text = "List of countries;;\n;;\nCountry;Code;Internet\nKirgisistan;KG;.kg\nKenia;KE;.ke\n"
    plan = planned(text)
    assert plan.layout.choices.table == "party"
    assert plan.layout.choices.columns == {"Country": "party.name", "Code": "party.code", "Internet": ""}
    assert "1 line above the headers is left out." in plan.layout.notes
    assert [(row.where, row.verdict) for row in plan.rows] == [(4, SAME), (5, NEW)]
    without = planned(text, Choices(columns={"Code": ""}))
    assert without.layout.choices.columns["Code"] == ""


def test_choices_that_make_no_sense_are_refused(planned: Planned) -> None:
    twice = Choices(table="party", columns={"A": "party.name", "B": "party.name"}, has_header=True)
    with pytest.raises(InvalidValue, match="Two columns are to hold Name"):
        planned("A;B\nx;y\n", twice)
    with pytest.raises(InvalidValue, match="no field of this kind"):
        planned("A;B\nx;y\n", Choices(table="party", columns={"A": "party.colour"}, has_header=True))
    with pytest.raises(InvalidValue, match="no kind of record"):
        planned("A;B\nx;y\n", Choices(table="cat"))


def test_what_lines_are_about_may_stay_open(planned: Planned) -> None:
    plan = planned("Foo;Bar\nx;y\n")
    assert not plan.layout.is_clear
    assert "please choose the kind of record" in plan.layout.notes[0]
    assert set(verdicts(plan)) == {PROBLEM}


def test_many_lines_ask_the_dossier_little(
    workspace: Workspace, planned: Planned, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = "".join(f"Meeting {n};{2000 + n % 50};City {n % 90}\n" for n in range(1000))
    text = f"Meeting;Date;City\n{lines}"
    workspace.run(planned(text).edit())
    asked = []
    find = Reader.find

    def counted(
        read: Reader, record: type[Record], wanted: Filter = EVERYTHING, *, order: str = "id"
    ) -> object:
        asked.append(record)
        return find(read, record, wanted, order=order)

    monkeypatch.setattr(Reader, "find", counted)
    assert set(verdicts(planned(text))) == {SAME}
    assert len(asked) < 20


def test_an_appointment_list_of_a_calendar_program(workspace: Workspace, planned: Planned) -> None:
    text = (
        "Subject,Start Date,Start Time,End Date,End Time,All Day Event,Description,Location\n"
        "Justice ministers,9/15/2026,9:30 AM,9/16/2026,10:30 AM,False,Agenda,Bishkek\n"
    )
    plan = planned(text)
    assert plan.layout.choices.table == "meeting"
    workspace.run(plan.edit())
    (made,) = workspace.read.find(Meeting, Compare("name", "Justice ministers"))
    assert (made.date, made.city, made.summary) == ("2026-09-15/2026-09-16", "Bishkek", "Agenda")


def test_headers_with_a_prefix_times_of_day_and_cells_too_narrow(
    workspace: Workspace, planned: Planned
) -> None:
    text = (
        "mep_id,mep_given_name,mep_family_name,mep_note\n4,Käte,Strobel,Nürnberg\n5,Zefferino,Tomé,########\n"
    )
    plan = planned(text)
    assert plan.layout.choices.table == "person"
    assert verdicts(plan) == [NEW, PROBLEM]
    assert plan.rows[0].label == "Käte Strobel"
    timed = planned("Meeting,Date\nOne,02/12/2030 02:00\nTwo,2030-12-03T10:00:00Z\n")
    workspace.run(timed.edit())
    found = {each.name: each.date for each in workspace.read.find(Meeting)}
    assert (found["One"], found["Two"]) == ("2030-12-02", "2030-12-03")


def test_country_lists_with_backslashes_and_three_letters(workspace: Workspace, planned: Planned) -> None:
    text = "name,alpha-3,region\nKenya,KEN,002\nBolivia\\, Plurinational State of,BOL,019\nPeru,PER,019\n"
    workspace.run(planned(text).edit())
    found = {each.code: each.name for each in workspace.read.find(Party)}
    assert found["KE"] == "Kenya"
    assert found["BO"] == "Bolivia, Plurinational State of"


def test_damaged_files_are_taken_in_whole_or_not_at_all(workspace: Workspace, planned: Planned) -> None:
    whole = (
        "Country;Head;Title;Meeting\nHungary;Bence Tuzson;Minister;M4\nKG;X Y;Deputy minister;M4\nTR;Ö;;M4\n"
    )
    chance = Random(20251120)
    before = {table: workspace.read.count(table) for table in RECORD_TYPES}
    for _ in range(30):
        letters = list(whole)
        for _ in range(chance.randint(1, 5)):
            place = chance.randrange(len(letters))
            letters[place : place + chance.randint(0, 3)] = chance.choice(SIGNS)
        try:
            plan = planned("".join(letters), Choices(table="delegation"))
            done = workspace.run(plan.edit())
        except InvalidValue:
            continue
        if done.edit is not None:
            new = sum(row.verdict is NEW for row in plan.rows)
            assert workspace.read.count("delegation") == before["delegation"] + new
            workspace.undo()
        assert {table: workspace.read.count(table) for table in RECORD_TYPES} == before


def test_a_rank_in_other_words_is_the_level_it_means(workspace: Workspace, planned: Planned) -> None:
    third = number(workspace, 3).id
    lines = "Country;Head;Rank\nKyrgyzstan;Iskender Sydygaliev;Vice-Minister\nGeorgia;Rati Bregadze;Chief\n"
    plan = planned(lines, Choices(common={"meeting": third}))
    assert verdicts(plan) == [NEW, PROBLEM]
    workspace.run(plan.edit())
    (there,) = workspace.read.find(Delegation, Compare("meeting", third))
    assert [seat.level for seat in workspace.read.find(Delegate, Compare("delegation", there.id))] == [
        "deputy_minister"
    ]
