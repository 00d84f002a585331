"""Levels guessed from titles: what is plain is understood, what is not stays open."""

import pytest

from ministrack.domain.levels import STANDARD_LEVELS
from ministrack.domain.titles import level_of_title


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Minister of Justice", "minister"),
        ("Minister", "minister"),
        ("H.E. Mr. Minister of Justice and Human Rights", "minister"),
        ("Adalet Bakanı", "minister"),
        ("Ədliyyə naziri", "minister"),
        ("Министр юстиции", "minister"),
        ("Deputy Minister of Justice", "deputy_minister"),
        ("First Deputy Minister", "deputy_minister"),
        ("Vice Minister of Foreign Affairs", "deputy_minister"),
        ("Adalet Bakan Yardımcısı", "deputy_minister"),
        ("Ədliyyə nazirinin müavini", "deputy_minister"),
        ("Заместитель министра юстиции", "deputy_minister"),
        ("Prime Minister", "head_of_government"),
        ("Deputy Prime Minister and Minister of Finance", "deputy_head_of_government"),
        ("President of the Republic of Kazakhstan", "head_of_state"),
        ("President", "head_of_state"),
        ("Acting Minister of Interior", "acting_minister"),
        ("Minister of State for Foreign Affairs", "minister_of_state"),
        ("State Secretary", "state_secretary"),
        ("Attorney General", "attorney_general"),
        ("Secretary General", "head_of_organisation"),
        ("Secretary-General of the OTS", "head_of_organisation"),
        ("Ambassador to Azerbaijan", "ambassador"),
        ("Director General for International Law", "director_general"),
        ("Head of State", "head_of_state"),
    ],
)
def test_plain_titles_say_their_level(title: str, level: str) -> None:
    assert level_of_title(title) == level
    assert level_of_title(title, dict(STANDARD_LEVELS)) == level


@pytest.mark.parametrize(
    "title",
    [
        "",
        "Head of Department",
        "Minister-Counsellor",
        "Minister Plenipotentiary",
        "Adviser to the Minister",
        "Assistant Minister",
        "Secretary of State",
        "Secretary General of the Ministry of Justice",
        "President of the Supreme Court",
        "Vice President",
        "Prosecutor General",
        "Chargé d'affaires",
        "Former Minister of Justice",
        "Yilmaz Tunc",
        "Representative of the Minister",
        "Ministry of Justice",
    ],
)
def test_what_a_title_leaves_open_stays_open(title: str) -> None:
    assert level_of_title(title) is None


def test_levels_of_the_dossier_have_the_last_word() -> None:
    assert level_of_title("Special envoy", {"envoy": "Special Envoy"}) == "envoy"
    assert level_of_title("Minister of Justice", {"envoy": "Special Envoy"}) is None
