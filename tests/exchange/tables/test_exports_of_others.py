"""Tables as the programs of others export them, in their languages and encodings."""

import pytest

from ministrack.domain.meeting import Meeting
from ministrack.domain.party import Party
from ministrack.domain.person import Person
from ministrack.edits.workspace import Workspace
from tests.exchange.tables.conftest import Planned

APPOINTMENTS = {
    "de": "Betreff;Beginnt am;Beginnt um;Endet am;Endet um;Ganztägiges Ereignis;Beschreibung;Ort",
    "fr": "Objet;Début;Heure de début;Fin;Heure de fin;Journée entière;Description;Emplacement",
    "ru": "Тема;Дата начала;Время начала;Дата окончания;Время окончания;Целый день;Описание;Расположение",
    "tr": "Konu;Başlangıç Tarihi;Başlangıç Saati;Bitiş Tarihi;Bitiş Saati;Tüm gün olay;Açıklama;Konum",
}
CODE_PAGES = {"de": "cp1252", "fr": "cp1252", "ru": "cp1251", "tr": "cp1254"}


@pytest.mark.parametrize("language", APPOINTMENTS)
def test_appointments_of_outlook(workspace: Workspace, planned: Planned, language: str) -> None:
    line = "Ministers;12.3.2027;10:00;13.3.2027;18:00;x;Agenda;Baku"
    plan = planned(f"{APPOINTMENTS[language]}\n{line}\n", encoding=CODE_PAGES[language])
    assert plan.layout.choices.encoding == CODE_PAGES[language]
    workspace.run(plan.edit())
    (made,) = [each for each in workspace.read.find(Meeting) if each.name == "Ministers"]
    assert (made.date, made.time, made.city) == ("2027-03-12/2027-03-13", "10:00", "Baku")


@pytest.mark.parametrize(
    "header",
    [
        "First Name,Middle Name,Last Name,Title,E-mail Address,Location,Notes",
        "First Name,Phonetic First Name,Last Name,Organization Title,Labels,Birthday,Notes",
        "Vorname,Weitere Vornamen,Nachname,Position,E-Mail-Adresse,Geburtstag,Notizen",
    ],
)
def test_contacts_are_people_with_both_halves_of_their_name(
    workspace: Workspace, planned: Planned, header: str
) -> None:
    plan = planned(f"{header}\nAnna,,Müller,Dr.,a@example.de,,late\nSam,,Okafor,,s@example.org,,\n")
    assert plan.layout.choices.table == "person"
    workspace.run(plan.edit())
    found = {each.name: (each.given, each.family) for each in workspace.read.find(Person)}
    assert found["Anna Müller"] == ("Anna", "Müller")
    assert found["Sam Okafor"] == ("Sam", "Okafor")


@pytest.mark.parametrize(
    ("text", "date", "city"),
    [
        ("Seja;Datum;Kraj;Država\nA;20. 1. 2025;Ljubljana;Slovenija\n", "2025-01-20", "Ljubljana"),
        ("Seja;Datum;Kraj\nA;20. 1. 2025;Bled\n", "2025-01-20", "Bled"),
        (
            "Sjednica;Početak;Kraj;Mjesto\nA;20. siječnja 2025.;22. siječnja 2025.;Zagreb\n",
            "2025-01-20/2025-01-22",
            "Zagreb",
        ),
    ],
)
def test_kraj_is_a_place_or_the_end_and_never_a_country_that_is_none(
    workspace: Workspace, planned: Planned, text: str, date: str, city: str
) -> None:
    plan = planned(text, encoding="cp1250")
    workspace.run(plan.edit())
    (made,) = [each for each in workspace.read.find(Meeting) if each.name == "A"]
    assert (made.date, made.city) == (date, city)
    assert not {"Bled", "Ljubljana"} & {each.name for each in workspace.read.find(Party)}


def test_kraj_is_a_country_in_polish(planned: Planned) -> None:
    plan = planned("Kraj;Szef delegacji;Stanowisko\nPolska;Adam Bodnar;Minister Sprawiedliwości\n")
    assert plan.layout.choices.columns["Kraj"] == "delegation.party"
