"""Lists of countries from registers: in any language, under any header, with numbers that are no ids here."""

import pytest

from ministrack.domain.party import Party
from ministrack.edits.workspace import Workspace
from ministrack.exchange.plan import Verdict
from tests.exchange.tables.conftest import Planned

LISTS = {
    "bg": "id;alpha2;alpha3;name\n36;au;aus;Австралия\n40;at;aut;Австрия\n31;az;aze;Азербайджан\n",
    "ga": "id,value\nET,an Aetóip\nAZ,an Asarbaiseáin\nAT,an Ostair\n",
    "mt": "id,value\nAD,Andorra\nAZ,l-Ażerbajġan\nAT,l-Awstrija\n",
    "en": "name.common,name.official,cca2,status\nAruba,Aruba,AW,officially-assigned\n"
    "Austria,Republic of Austria,AT,officially-assigned\nChad,Republic of Chad,TD,officially-assigned\n",
    "ru": "ISO;Полное название\nAT;Австрия\nAZ;Азербайджан\nAU;Австралия\n",
}


@pytest.mark.parametrize("language", LISTS)
def test_a_list_of_countries_is_known_by_what_stands_in_it(
    workspace: Workspace, planned: Planned, language: str
) -> None:
    plan = planned(LISTS[language])
    columns = plan.layout.choices.columns
    assert plan.layout.choices.table == "party"
    assert {"party.name", "party.code"} <= set(columns.values())
    assert "party.id" not in columns.values()
    assert {row.verdict for row in plan.rows} <= {Verdict.NEW, Verdict.SAME}
    before = workspace.read.count("party")
    workspace.run(plan.edit())
    made = workspace.read.count("party") - before
    assert made == sum(row.verdict is Verdict.NEW for row in plan.rows) > 0
    codes = [each.code for each in workspace.read.find(Party) if each.code]
    assert len(codes) == len(set(codes))
    assert {row.verdict for row in planned(LISTS[language]).rows} == {Verdict.SAME}


def test_meetings_that_are_named_after_places_stay_meetings(planned: Planned) -> None:
    plan = planned("Meeting;Date\nBaku;12 March 2027\nGeorgia;1 May 2027\nAstana;2 May 2027\nBishkek;2028\n")
    assert plan.layout.choices.table == "meeting"
