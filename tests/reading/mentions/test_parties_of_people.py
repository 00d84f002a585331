"""For whom people are there, and at which level, in sentences from all over the world."""

import pytest

from tests.reading.people import missing


@pytest.mark.parametrize(
    ("text", "people"),
    [
        pytest.param(
            "Kuwait City – The justice ministers of the Gulf states met on Tuesday. Kuwaiti "
            "Justice Minister Faisal Al-Gharib chaired; his Omani counterpart Abdullah "
            "Al-Saidi and Bahraini Minister of Islamic Affairs Nawaf Al-Maawda attended.",
            [
                ("KW", "Faisal Al-Gharib", "minister"),
                ("OM", "Abdullah Al-Saidi", "minister"),
                ("BH", "Nawaf Al-Maawda", "minister"),
            ],
            id="counterparts of several countries",
        ),
        pytest.param(
            "The conference was opened by Mr Thomas Brandl. Ms Ilse Aigner-Roth, State "
            "Secretary, representing Austria, and Mr Péter Somogyi, Deputy State Secretary, "
            "representing Hungary, took part.",
            [("AT", "Ilse Aigner-Roth", "state_secretary")],
            id="representing",
        ),
        pytest.param(
            "Ministers in person came from Chad and Niger. Mali sent State Secretary Oumar "
            "Koné, Senegal its Ambassador Fatou Diagne, and Togo Deputy Minister Koffi Amegan.",
            [
                ("ML", "Oumar Koné", "state_secretary"),
                ("SN", "Fatou Diagne", "ambassador"),
                ("TG", "Koffi Amegan", "deputy_minister"),
            ],
            id="whom a country sent",
        ),
        pytest.param(
            "Denmark was led by Minister for Justice Peter Hummel, Norway by State Secretary "
            "Kari Lindmo, and Iceland by Ms Sigríður Jónsdóttir, Permanent Secretary.",
            [
                ("DK", "Peter Hummel", "minister"),
                ("NO", "Kari Lindmo", "state_secretary"),
                ("IS", "Sigríður Jónsdóttir", "senior_official"),
            ],
            id="led by",
        ),
        pytest.param(
            "Peru was represented by Vice Minister Juan Alcántara while Ms Carla Mendes, "
            "Deputy Minister, represented Brazil.",
            [("PE", "Juan Alcántara", "deputy_minister"), ("BR", "Carla Mendes", "deputy_minister")],
            id="who represented whom",
        ),
        pytest.param(
            "The talks were attended by Jean-Marc Lefèvre, Diplomatic Advisor to the President "
            "of France, and Security Advisor to the Prime Minister of Japan Kenji Mori.",
            [("FR", "Jean-Marc Lefèvre", "senior_official"), ("JP", "Kenji Mori", "senior_official")],
            id="advisor to the president",
        ),
        pytest.param(
            "COP29 President-designate Mukhtar Aliyev of Azerbaijan addressed the ministers.",
            [("AZ", "Mukhtar Aliyev", "senior_official")],
            id="president designate",
        ),
        pytest.param(
            "Keeper of the Seals and Minister of Justice of Gabon Paul-Marie Obiang took part "
            "in the meeting, as did Burkina Faso's Keeper of the Seals, Edasso Bayala.",
            [("GA", "Paul-Marie Obiang", "minister"), ("BF", "Edasso Bayala", "minister")],
            id="keeper",
        ),
        pytest.param(
            "The UK's Lord Chancellor and Secretary of State for Justice, Helen Marsden, "
            "hosted the ministers from Canada.",
            [("GB", "Helen Marsden", "minister")],
            id="lord chancellor",
        ),
        pytest.param(
            "The meeting was attended by Mr Tomás Ruiz, Chargé d'affaires a.i. of Mexico, and "
            "the Chargé d'Affaires of Italy Paola Rinaldi.",
            [("MX", "Tomás Ruiz", "ambassador"), ("IT", "Paola Rinaldi", "ambassador")],
            id="charge",
        ),
        pytest.param(
            "Uzbek Minister of Adliya Akbar Tosh and Turkmen Minister of Adalat Begmyrat "
            "Myradow signed the protocol in Ashgabat.",
            [("UZ", "Akbar Tosh", "minister"), ("TM", "Begmyrat Myradow", "minister")],
            id="unknown portfolio",
        ),
        pytest.param(
            "In Kigali, the Secretary-General of the Commonwealth, Baroness Fairhurst, "
            "welcomed Rwanda's Minister of Justice Emmanuel Gasana.",
            [("RW", "Emmanuel Gasana", "minister"), ("Commonwealth", "Fairhurst", "head_of_organisation")],
            id="organisation post in host",
        ),
        pytest.param(
            "Ms Nadia Halim, Director of Legal Affairs at the Commonwealth Secretariat, "
            "presented the paper in Cape Town, South Africa. South Africa's Deputy Minister "
            "Andries Nel-Botha chaired.",
            [
                ("Commonwealth", "Nadia Halim", "senior_official"),
                ("ZA", "Andries Nel-Botha", "deputy_minister"),
            ],
            id="organisation director",
        ),
        pytest.param(
            "Department of Justice Canada\nNews release\n\nOttawa, 4 June 2024 – Minister Arielle "
            "Tremblay met Mexico's Attorney General, Hugo Salinas, and was accompanied by "
            "Deputy Minister Shawn Lalonde.",
            [
                ("CA", "Arielle Tremblay", "minister"),
                ("MX", "Hugo Salinas", "attorney_general"),
                ("CA", "Shawn Lalonde", "deputy_minister"),
            ],
            id="publisher ministry name",
        ),
        pytest.param(
            "The Mexican delegation included Foreign Secretary Alicia Bravo, Attorney General "
            "Alejandro Gertz-Luna and Chief Officer for North America at the Foreign Ministry "
            "Roberto Velez.",
            [
                ("MX", "Alicia Bravo", "minister"),
                ("MX", "Alejandro Gertz-Luna", "attorney_general"),
                ("MX", "Roberto Velez", "senior_official"),
            ],
            id="and his team foreign ministry",
        ),
        pytest.param(
            "National Security Advisor Sullivan Reed spoke with Germany's Foreign and Security "
            "Policy Advisor Jens Pohl, French Diplomatic Advisor to the President Emmanuel "
            "Blanc, Italian Diplomatic Advisor Francesco Tala and UK National Security Adviser "
            "Tim Barry.",
            [
                ("DE", "Jens Pohl", "senior_official"),
                ("FR", "Emmanuel Blanc", "senior_official"),
                ("IT", "Francesco Tala", "senior_official"),
                ("GB", "Tim Barry", "senior_official"),
            ],
            id="national list",
        ),
        pytest.param(
            "Bahrain was represented by its Minister of Justice, Nawaf Al-Khalid, and Jordan "
            "by its Secretary General of the Ministry of Justice, Saad Al-Louzi.",
            [("BH", "Nawaf Al-Khalid", "minister"), ("JO", "Saad Al-Louzi", "senior_official")],
            id="its minister",
        ),
        pytest.param(
            "The Prime Ministers of Barbados and Grenada, Mia Motley-Jones and Dickon "
            "Mitchell-Noel, attended the opening.",
            [
                ("BB", "Mia Motley-Jones", "head_of_government"),
                ("GD", "Dickon Mitchell-Noel", "head_of_government"),
            ],
            id="names in the order of the countries",
        ),
        pytest.param(
            "Statements were delivered by H.E. Pierre Mbarga, Minister of State, Minister of "
            "Justice and Keeper of the Seals of the Republic of Cameroon, and Hon. Fatou "
            "Kinteh-Bah, Minister of Gender of The Gambia.",
            [("CM", "Pierre Mbarga", "minister"), ("GM", "Fatou Kinteh-Bah", "minister")],
            id="three offices",
        ),
        pytest.param(
            "Taking part were Prosecutor General of Kazakhstan Berik Asyl, Deputy "
            "Procurator-General of China Tong Jian, Additional Solicitor General of India "
            "Madhavi Rao, Pakistan's Chargé d'Affaires ad interim Asad Gill and Prosecutor "
            "General of Russia Igor Krasnin.",
            [
                ("KZ", "Berik Asyl", "attorney_general"),
                ("CN", "Tong Jian", "deputy_minister"),
                ("IN", "Madhavi Rao", "senior_official"),
                ("PK", "Asad Gill", "ambassador"),
                ("RU", "Igor Krasnin", "attorney_general"),
            ],
            id="sco prosecutors",
        ),
        pytest.param(
            "Italy's Minister for Ecological Transition Roberto Cingoli opened pre-COP in "
            "Milan. COP26 President-Designate Alan Sharp and Singapore's Minister for "
            "Sustainability and the Environment Grace Foo spoke.",
            [("IT", "Roberto Cingoli", "minister"), ("SG", "Grace Foo", "minister")],
            id="precop",
        ),
        pytest.param(
            "Mr Wang Zhigang, Deputy Prosecutor-General at the Supreme People's Procuratorate "
            "of China, attended the conference.",
            [("CN", "Wang Zhigang", "deputy_minister")],
            id="procuracy at",
        ),
        pytest.param(
            "Mr Pang Swee Keong, MinLaw Deputy Secretary of Singapore, and MFA Permanent "
            "Secretary Chee Wee Kiong-Tan attended the meeting in Hanoi.",
            [("SG", "Pang Swee Keong", "senior_official"), ("SG", "Chee Wee Kiong-Tan", "senior_official")],
            id="short names of ministries",
        ),
        pytest.param(
            "The foreign ministers of Azerbaijan, Georgia and Türkiye – Jeyhun Bayramlı, Ilia "
            "Darchiashvili and Hakan Fidancı – met in Batumi.",
            [
                ("AZ", "Jeyhun Bayramlı", "minister"),
                ("GE", "Ilia Darchiashvili", "minister"),
                ("TR", "Hakan Fidancı", "minister"),
            ],
            id="names between dashes",
        ),
        pytest.param(
            "In Nairobi, Ugandan and Kenyan health ministers Jane Aceng-Ruth and Susan "
            "Nakhumicha-Wafula launched the campaign.",
            [("UG", "Jane Aceng-Ruth", "minister"), ("KE", "Susan Nakhumicha-Wafula", "minister")],
            id="adjectives of two countries",
        ),
        pytest.param(
            "Cuba’s Vice-President Salvador Valdés-Mesa headed the Cuban delegation; Nicaragua "
            "was represented by its Foreign Minister Denis Moncada-Colindres, and Venezuela by "
            "Vice-President Delcy Rodríguez-Gómez.",
            [
                ("CU", "Salvador Valdés-Mesa", "deputy_head_of_government"),
                ("NI", "Denis Moncada-Colindres", "minister"),
                ("VE", "Delcy Rodríguez-Gómez", "deputy_head_of_government"),
            ],
            id="its vice-president",
        ),
        pytest.param(
            "Police chiefs from the region were there: Commissioner-General Ruel Coelho-Santos "
            "of East Timor, Director General Torsak Sukvimol-Chai of Thailand and "
            "Inspector-General Razarudin Husain-Abdul of Malaysia.",
            [
                ("TH", "Torsak Sukvimol-Chai", "director_general"),
                ("MY", "Razarudin Husain-Abdul", "senior_official"),
            ],
            id="commissioners and inspectors",
        ),
        pytest.param(
            "Secretary of Justice Jesus Remulla-Cruz, accompanied by Undersecretary Nicholas "
            "Ty-Santos, represented the Philippines. For Viet Nam, Minister Nguyen Hai "
            "Ninh-Tran attended. Brunei Darussalam’s Attorney General did not attend.",
            [
                ("PH", "Jesus Remulla-Cruz", "minister"),
                ("PH", "Nicholas Ty-Santos", "deputy_minister"),
                ("VN", "Nguyen Hai Ninh-Tran", "minister"),
            ],
            id="undersecretary in company",
        ),
        pytest.param(
            "Press service of the Ministry of Justice of the Republic of Kazakhstan\n\n"
            "Deputy Minister Botagoz Zhaksel-Bek met the Ambassador of France Sylvain "
            "Guiaugué-Roy. Vice Minister Alma Mukan-Kyzy took part in the talks.",
            [
                ("KZ", "Botagoz Zhaksel-Bek", "deputy_minister"),
                ("FR", "Sylvain Guiaugué-Roy", "ambassador"),
                ("KZ", "Alma Mukan-Kyzy", "deputy_minister"),
            ],
            id="press service of a ministry",
        ),
        pytest.param(
            "Among those taking part were Somalia’s State Minister for Foreign Affairs Ali "
            "Omar-Balcad, Djibouti’s Minister Mahmoud Ali Youssouf-Guelleh, IGAD Executive "
            "Secretary Workneh Gebeyehu-Desta, and the EU Special Representative for the Horn "
            "of Africa, Annette Weber-Lang.",
            [
                ("SO", "Ali Omar-Balcad", "minister_of_state"),
                ("DJ", "Mahmoud Ali Youssouf-Guelleh", "minister"),
                ("IGAD", "Workneh Gebeyehu-Desta", "head_of_organisation"),
                ("EU", "Annette Weber-Lang", "senior_official"),
            ],
            id="organisations among countries",
        ),
        pytest.param(
            "A delegation from the Ministry of Justice of Finland, led by Permanent Secretary "
            "Pekka Timonen-Aho, visited Tallinn. They were received by Estonian Secretary "
            "General Tõnis Saar-Kask and Under-Secretary Heddi Lutterus-Mägi.",
            [
                ("FI", "Pekka Timonen-Aho", "senior_official"),
                ("EE", "Tõnis Saar-Kask", "senior_official"),
                ("EE", "Heddi Lutterus-Mägi", "deputy_minister"),
            ],
            id="visit of a ministry",
        ),
    ],
)
def test_party_and_level_are_told_by_the_sentence(text: str, people: list[tuple[str, str, str]]) -> None:
    assert missing(text, people) == []
