"""For whom people are there, in lists, annexes and signatures."""

import pytest

from tests.reading.people import missing


@pytest.mark.parametrize(
    ("text", "people"),
    [
        pytest.param(
            "The Secretary-General of the Northern Forum Union (NFU), Dr Signe Holmlund, briefed ministers.",
            [("NFU", "Signe Holmlund", "head_of_organisation")],
            id="an organisation that no list has, behind the title",
        ),
        pytest.param(
            "Attending were:\n\n- Hon. John Mbadi, Minister of Finance, Kenya\n"
            "- Hon. Peter Lokeris, Minister of State for Mineral Development, Uganda\n"
            "- Mr Aimé Nkurunziza, Permanent Secretary, Burundi\n"
            "- Ms Grace Mushi, Director of Legal Services",
            [
                ("KE", "John Mbadi", "minister"),
                ("UG", "Peter Lokeris", "minister_of_state"),
                ("BI", "Aimé Nkurunziza", "senior_official"),
            ],
            id="bullets land behind",
        ),
        pytest.param(
            "The following attended: (i) Hon. Mark Phillips, Prime Minister, Guyana; (ii) Hon. "
            "Philip Pierre, Minister of Justice, Saint Lucia; (iii) Ms. Debra Khan, Chief "
            "State Solicitor; and (iv) Hon. Dickon Noel, Attorney-General, Grenada.",
            [
                ("GY", "Mark Phillips", "head_of_government"),
                ("LC", "Philip Pierre", "minister"),
                ("GD", "Dickon Noel", "attorney_general"),
            ],
            id="numbered semicolon",
        ),
        pytest.param(
            "Ninth Conference of Ministers of Justice\n\nBratislava, 3 May 2023\n\n"
            "List of participants\n\nSLOVAKIA\nMr. Boris Kušnír\nState Secretary, Ministry of "
            "Justice\n\nCZECHIA\nMs. Eva Dvořáková\nDeputy Minister of Justice\n\n"
            "POLAND\nMr. Adam Zieliński\nUndersecretary of State\nMs. Marta Wilk\n"
            "Director of Department\n\nEUROPEAN UNION\nMr. Jean Dupont\n"
            "Commissioner for Justice",
            [
                ("SK", "Boris Kušnír", "state_secretary"),
                ("CZ", "Eva Dvořáková", "deputy_minister"),
                ("PL", "Adam Zieliński", "deputy_minister"),
                ("PL", "Marta Wilk", "senior_official"),
                ("EU", "Jean Dupont", "minister"),
            ],
            id="annex capital headings",
        ),
        pytest.param(
            "Fifth Dialogue of Ministers of Justice\n\nThe dialogue took place in Ulaanbaatar on "
            "3 May 2023.\n\nParticipants\n\nMONGOLIA (host)\nH.E. Ms. Oyunchimeg Bat\n"
            "Minister of Justice and Home Affairs\n\nKYRGYZSTAN\nMr. Ayaz Baetov-Usen\n"
            "Minister of Justice\n\nTURKMENISTAN\nMs. Jeren Orazowa\n"
            "Chargé d'affaires a.i. in Ulaanbaatar",
            [
                ("MN", "Oyunchimeg Bat", "minister"),
                ("KG", "Ayaz Baetov-Usen", "minister"),
                ("TM", "Jeren Orazowa", "ambassador"),
            ],
            id="annex host bracket",
        ),
        pytest.param(
            "Australia: The Hon. Mark Dreyfuss KC, Attorney-General\n"
            "New Zealand: Hon Paul Goldsmyth, Minister of Justice\n"
            "Tonga: Mr Sione Akauola, Solicitor General\nNauru: Hon. Lionel Aingi, Minister for "
            "Justice",
            [
                ("AU", "Mark Dreyfuss", "attorney_general"),
                ("NZ", "Paul Goldsmyth", "minister"),
                ("TO", "Sione Akauola", "senior_official"),
                ("NR", "Lionel Aingi", "minister"),
            ],
            id="country lines",
        ),
        pytest.param(
            "ASEAN Law Ministers Meeting\n\nPresent were:\n\nBrunei Darussalam - Attorney General "
            "Dato Paduka Hairol Arni\nCambodia - Minister of Justice Koeut Rith\n"
            "Indonesia - Minister of Law Supratman Andi\nLao PDR - Minister of Justice Phayvy "
            "Siboua",
            [
                ("BN", "Hairol Arni", "attorney_general"),
                ("KH", "Koeut Rith", "minister"),
                ("ID", "Supratman Andi", "minister"),
                ("LA", "Phayvy Siboua", "minister"),
            ],
            id="wrapped lines",
        ),
        pytest.param(
            "Memorandum of Understanding on Legal Cooperation\n\nDone at Doha on 4 March "
            "2019.\n\nFor the Government of the State of Qatar:\nDr. Issa Al-Jafali\n"
            "Minister of Justice\n\nFor the Government of the Republic of Turkey:\n"
            "Abdulhamit Gülen\nMinister of Justice",
            [("QA", "Issa Al-Jafali", "minister"), ("TR", "Abdulhamit Gülen", "minister")],
            id="signature block",
        ),
        pytest.param(
            "Conference of Ministers of Justice\n\nThe ministers met in Valletta on 3 May "
            "2023.\n\nCyprus\nMs Anna Koukkides, Minister of Justice and Public Order\n"
            "Mr Elli Floridou, Permanent Secretary\n\nMalta\nMr Jonathan Attardi, Minister for "
            "Justice\nDr Chris Soler, State Advocate\n\nGreece\nMr Giorgos Floros, Minister of "
            "Justice",
            [
                ("CY", "Anna Koukkides", "minister"),
                ("CY", "Elli Floridou", "senior_official"),
                ("MT", "Jonathan Attardi", "minister"),
                ("GR", "Giorgos Floros", "minister"),
            ],
            id="section by land",
        ),
        pytest.param(
            "Belize – Hon. Anthony Sylvester, Attorney General; Haiti – Mr. Patrick Pelissier, "
            "Minister of Justice; Bahamas – Senator Ryan Pinder-Cox, Attorney-General.",
            [
                ("BZ", "Anthony Sylvester", "attorney_general"),
                ("HT", "Patrick Pelissier", "minister"),
                ("BS", "Ryan Pinder-Cox", "attorney_general"),
            ],
            id="land dash name",
        ),
        pytest.param(
            "Members of the Bureau were elected: Chair: Ms Thandi Modise-Nkosi (South Africa); "
            "Vice-Chairs: Mr Yaw Boakye (Ghana) and Ms Leila Ben Amor (Tunisia); Rapporteur: "
            "Mr Joseph Etoundi (Cameroon).",
            [],
            id="sa colon",
        ),
        pytest.param(
            "Minister Mélanie Gagnon of Canada was joined by Josep Fontelles, High "
            "Representative of the EU; Gerard Collins, Minister for Justice, Ireland; and "
            "State Secretary Katja Keuling, Germany.",
            [
                ("CA", "Mélanie Gagnon", "minister"),
                ("EU", "Josep Fontelles", "minister"),
                ("IE", "Gerard Collins", "minister"),
                ("DE", "Katja Keuling", "state_secretary"),
            ],
            id="joined by",
        ),
        pytest.param(
            "Papua New Guinea (Hon. Ian Ling-Wari MP, Treasurer), Nauru (Hon. Martin Hunt, "
            "Deputy Minister for Finance) and the Marshall Islands (Ms Brenda Alik, Secretary "
            "of Finance) attended.",
            [("PG", "Ian Ling-Wari", "minister"), ("NR", "Martin Hunt", "deputy_minister")],
            id="the country before the bracket",
        ),
        pytest.param(
            "Present were the Ministers of Justice from Ghana (Hon. Godfred Ayeh), Liberia "
            "(Hon. Oswald Tweh) and The Gambia (Hon. Dawda Jallow-Sey).",
            [
                ("GH", "Godfred Ayeh", "minister"),
                ("LR", "Oswald Tweh", "minister"),
                ("GM", "Dawda Jallow-Sey", "minister"),
            ],
            id="brackets of lands",
        ),
        pytest.param(
            "Delegation of Ecuador\n- Dr. Gabriela Sommerfeld Ruiz, Minister of Foreign Affairs "
            "(Head of Delegation)\n- Amb. Luis Vayas, Vice Minister\n\n"
            "Delegation of Colombia\n- Sr. Luis Gilberto Murillo, Minister of Foreign Affairs "
            "(Head of Delegation)\n- Ms. Elizabeth Taylor-Jay, Vice Minister of Multilateral "
            "Affairs",
            [
                ("EC", "Gabriela Sommerfeld Ruiz", "minister"),
                ("EC", "Luis Vayas", "deputy_minister"),
                ("CO", "Luis Gilberto Murillo", "minister"),
                ("CO", "Elizabeth Taylor-Jay", "deputy_minister"),
            ],
            id="under the delegation of a country",
        ),
        pytest.param(
            "Signed by:\nFor the Republic of Moldova – Ms Veronica Mihailov-Moraru, Minister of "
            "Justice\nFor Romania – Ms Alina Gorghiu-Stan, Minister of Justice\n"
            "For Ukraine – Mr Denys Maliuska-Hai, Minister of Justice",
            [
                ("MD", "Veronica Mihailov-Moraru", "minister"),
                ("RO", "Alina Gorghiu-Stan", "minister"),
                ("UA", "Denys Maliuska-Hai", "minister"),
            ],
            id="for a country, in a signature",
        ),
        pytest.param(
            "Participants\n\nArgentina: Diana Mondini, Minister of Foreign Affairs, "
            "International Trade and Worship; Leopoldo Sahores, Vice Minister\n"
            "Brazil: Mauro Vieira-Lopes, Minister of External Relations\n"
            "Paraguay: Rubén Ramírez-Lezcano, Minister of Foreign Affairs\n"
            "Uruguay: Omar Paganini-Rey, Minister of Foreign Affairs",
            [
                ("AR", "Diana Mondini", "minister"),
                ("AR", "Leopoldo Sahores", "deputy_minister"),
                ("BR", "Mauro Vieira-Lopes", "minister"),
                ("PY", "Rubén Ramírez-Lezcano", "minister"),
                ("UY", "Omar Paganini-Rey", "minister"),
            ],
            id="several in a line",
        ),
        pytest.param(
            "Regional Council of Heads\n\nThe council met on 3 May 2022 in Basseterre.\n\n"
            "The Hon. Dr. Timothy Harris-Liburd\nPrime Minister\nSaint Kitts and Nevis\n\n"
            "The Hon. Gaston Browne-Lewis\nPrime Minister\nAntigua and Barbuda\n\n"
            "The Rt. Hon. Ralph Gonsalves-Dell\nPrime Minister\nSaint Vincent and the Grenadines",
            [
                ("KN", "Timothy Harris-Liburd", "head_of_government"),
                ("AG", "Gaston Browne-Lewis", "head_of_government"),
                ("VC", "Ralph Gonsalves-Dell", "head_of_government"),
            ],
            id="country on the last line",
        ),
        pytest.param(
            "ITALY\nHon. Carlo Nordio-Ricci, Minister of Justice\n"
            "Antonio Mura-Sanna, Head of the Legislative Office\n\n"
            "SPAIN\nFélix Bolaños-Gil, Minister of the Presidency, Justice and Relations with "
            "Parliament\n\nSAN MARINO\nStefano Canti-Belluzzi, Secretary of State for Justice",
            [
                ("IT", "Carlo Nordio-Ricci", "minister"),
                ("IT", "Antonio Mura-Sanna", "senior_official"),
                ("ES", "Félix Bolaños-Gil", "minister"),
            ],
            id="country in capitals over names",
        ),
    ],
)
def test_party_and_level_are_told_by_the_list(text: str, people: list[tuple[str, str, str]]) -> None:
    assert missing(text, people) == []
