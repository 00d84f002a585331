"""Where and when a meeting was or will be, in words of agencies, ministries, minutes and mails."""

from dataclasses import replace

import pytest

from ministrack.domain.proposal import Proposal, ProposalKind, Relation
from ministrack.reading.intake.pasted import report_of_text
from ministrack.reading.reader import read_report

LEAD = "The seventh Meeting of Transport Ministers took place in Riga on 18 November 2025. "


def meetings(text: str) -> list[Proposal]:
    """The meetings that a report of Thursday, 20 November 2025 speaks of."""
    report = report_of_text(text)
    report = replace(report, about=replace(report.about, published="2025-11-20", language="en"))
    return [each for each in read_report(report) if each.kind is ProposalKind.MEETING]


def told(proposal: Proposal, *wanted: str) -> dict[str, str]:
    """What a meeting's proposal says."""
    return {name: proposal.value(name) for name in wanted if proposal.value(name)}


def is_reported(proposal: Proposal) -> bool:
    """Whether it is the meeting that the report is about."""
    return proposal.relation is Relation.REPORTED


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        pytest.param(
            "CAIRO, Nov 19 (KUNA) -- Arab ministers of social affairs started on Wednesday their "
            "44th session at the headquarters of the Arab League in the Egyptian capital.",
            {"number": "44", "date": "2025-11-19", "city": "Cairo", "country": "EG"},
            id="kuna-style",
        ),
        pytest.param(
            "MANILA, Nov. 18 (Xinhua) -- Labor ministers from Southeast Asian nations gathered here "
            "Tuesday for a meeting on migrant workers.",
            {"date": "2025-11-18", "city": "Manila", "country": "PH"},
            id="xinhua",
        ),
        pytest.param(
            "MINSK, 19 November (BelTA) – The heads of the interior ministries of the CIS member "
            "states are meeting in Minsk on 19 November, BelTA has learned.",
            {"date": "2025-11-19", "city": "Minsk", "country": "BY"},
            id="belta",
        ),
        pytest.param(
            "NAIROBI, Kenya (AP) — Environment ministers from 20 African countries wrapped up two "
            "days of talks in the Kenyan capital on Wednesday with a pledge to protect forests.",
            {"date": "2025-11-18/2025-11-19", "city": "Nairobi", "country": "KE"},
            id="ap-capital",
        ),
        pytest.param(
            "Trade ministers of the Gulf states ended a meeting in the capital Muscat on Sunday "
            "without agreement.",
            {"date": "2025-11-16", "city": "Muscat", "country": "OM"},
            id="emb-sunday",
        ),
        pytest.param(
            "TASHKENT, November 20. /TASS/. The 27th meeting of the Council of Heads of Customs "
            "Services is under way in Tashkent.",
            {"number": "27", "date": "2025-11-20", "city": "Tashkent", "country": "UZ"},
            id="tass",
        ),
        pytest.param(
            "Bishkek, Nov. 18, 2025. /Kabar/. The capital of Kyrgyzstan will host the 12th meeting "
            "of health ministers on November 25-26, the Health Ministry said.",
            {"number": "12", "date": "2025-11-25/2025-11-26", "city": "Bishkek", "country": "KG"},
            id="kabar",
        ),
        pytest.param(
            "Yesterday Ljubljana hosted the third gathering of agriculture ministers from the "
            "Western Balkans.",
            {"number": "3", "date": "2025-11-19", "city": "Ljubljana", "country": "SI"},
            id="yesterday-hosted",
        ),
        pytest.param(
            "Minister Lars Løkke Rasmussen represented Denmark at the informal meeting of "
            "development ministers, held in Gdańsk on 17 and 18 November.",
            {"date": "2025-11-17/2025-11-18", "city": "Gdańsk", "country": "PL"},
            id="participle-held",
        ),
        pytest.param(
            "State Secretary Tanja Fajon was in Podgorica from 12 to 13 November to attend the "
            "Adriatic-Ionian ministerial council.",
            {"city": "Podgorica", "country": "ME"},
            id="was-in",
        ),
        pytest.param(
            "Minister Mélanie Joly travelled to Lima for the APEC ministerial meeting, which took "
            "place on 14 November.",
            {"date": "2025-11-14", "city": "Lima", "country": "PE"},
            id="travelled",
        ),
        pytest.param(
            "Secretary Rollins met with Vietnamese Minister of Agriculture Đỗ Đức Duy at USDA "
            "headquarters in Washington, D.C., on Tuesday.",
            {"date": "2025-11-18", "city": "Washington, D.C.", "country": "US"},
            id="bilat-washington",
        ),
        pytest.param(
            "Georgia’s Justice Minister took part in the 5th Conference of Ministers of Justice of "
            "the Black Sea region in Constanța, Romania, on 6 November 2025.",
            {"number": "5", "date": "2025-11-06", "city": "Constanța", "country": "RO"},
            id="took-part",
        ),
        pytest.param(
            "The 9th Inter-Parliamentary Dialogue was hosted by the Parliament of Finland in "
            "Helsinki on 10–11 November 2025.",
            {"number": "9", "date": "2025-11-10/2025-11-11", "city": "Helsinki", "country": "FI"},
            id="passive-host",
        ),
        pytest.param(
            "The 2nd Ministerial Round Table on Water was convened at the Palais des Nations in "
            "Geneva this morning.",
            {"number": "2", "date": "2025-11-20", "city": "Geneva", "country": "CH"},
            id="venue",
        ),
        pytest.param(
            "Fisheries ministers of seven nations have pledged to curb illegal fishing. They met on "
            "Monday in Reykjavík under the chairmanship of Iceland.",
            {"date": "2025-11-17", "city": "Reykjavík", "country": "IS"},
            id="second-sentence",
        ),
        pytest.param(
            "A new era of cooperation has begun between our ministries. The declaration covers five "
            "areas. It was adopted at the first meeting of ministers of sport of the Turkic States, "
            "which Baku hosted on 15 November 2025.",
            {"number": "1", "date": "2025-11-15", "city": "Baku", "country": "AZ"},
            id="third-sentence",
        ),
        pytest.param(
            "Today, Deputy Secretary of State Kurt Campbell hosted Vice Foreign Minister Kim "
            "Hong-kyun of the Republic of Korea and Vice Minister Okano Masataka of Japan at the "
            "Department of State in Washington for a trilateral dialogue.",
            {"date": "2025-11-20", "city": "Washington", "country": "US"},
            id="readout",
        ),
        pytest.param(
            "Secretary of Defense Lloyd Austin spoke by phone today with Australian Defence Minister "
            "Richard Marles.",
            {"date": "2025-11-20"},
            id="phone",
        ),
        pytest.param(
            "The EU and Japanese ministers for digital affairs met by videoconference on 13 November "
            "2025 for the 4th Digital Partnership Council.",
            {"number": "4", "date": "2025-11-13"},
            id="video",
        ),
        pytest.param(
            "The ministers of health of the five Nordic countries held a virtual meeting on Friday.",
            {"date": "2025-11-14"},
            id="video-virtual",
        ),
        pytest.param(
            "We, the finance ministers and central bank governors of the G20, met in Durban on 17-18 "
            "July 2025 and agreed as follows.",
            {"date": "2025-07-17/2025-07-18", "city": "Durban", "country": "ZA"},
            id="we-met",
        ),
        pytest.param(
            "# 11th Meeting of the Ministers of Energy of the Caspian States\n\nAshgabat, "
            "Turkmenistan, 5–6 November 2025\n\n## Chair’s summary\n\n1. The Ministers discussed energy "
            "security.",
            {"number": "11", "date": "2025-11-05/2025-11-06", "city": "Ashgabat", "country": "TM"},
            id="header-line",
        ),
        pytest.param(
            "# Third Conference of Arctic Science Ministers\n## Berlin, 25 - 26 October "
            "2025\n\nMinisters discussed research.",
            {"number": "3", "date": "2025-10-25/2025-10-26", "city": "Berlin", "country": "DE"},
            id="header-range",
        ),
        pytest.param(
            "# Co-Chairs’ Statement of the 6th Asia-Europe Labour Ministers’ Conference, Sofia, 3-4 "
            "November 2025\n\nThe ministers exchanged views on skills.",
            {"number": "6", "date": "2025-11-03/2025-11-04", "city": "Sofia", "country": "BG"},
            id="header-date-in-title",
        ),
        pytest.param(
            "# Communiqué\n\nThe Ministers responsible for Tourism of the Indian Ocean Commission, "
            "meeting in Port Louis on 6 and 7 November 2025 for their eighth Council,\n\nAdopt the "
            "following programme.",
            {"number": "8", "date": "2025-11-06/2025-11-07", "city": "Port Louis", "country": "MU"},
            id="communique",
        ),
        pytest.param(
            "# Vilnius Declaration on Media Freedom\n\nAdopted by the Ministers of Culture at their "
            "10th Meeting, Vilnius, Lithuania, 12 November 2025\n\nThe Ministers affirm the "
            "independence of the press.",
            {"number": "10", "date": "2025-11-12", "city": "Vilnius", "country": "LT"},
            id="adopted-in",
        ),
        pytest.param(
            "# Chair’s Summary\n\nThe Ministerial Meeting on Ocean Plastics convened in Manado, "
            "Indonesia, from 29 to 31 October 2025. It was chaired by Minister Hanif Faisol Nurofiq.",
            {"date": "2025-10-29/2025-10-31", "city": "Manado", "country": "ID"},
            id="chair",
        ),
        pytest.param(
            "# Minutes of the 14th Session of the Joint Economic Commission\n\nDate: 4 November "
            "2025\n\nVenue: Ministry of Economy, Tirana\n\nPresent: Minister Blendi Gonxhja (Albania).",
            {"number": "14", "date": "2025-11-04", "city": "Tirana", "country": "AL"},
            id="minutes",
        ),
        pytest.param(
            "# Meeting of Secretaries of State for Youth\n\n| Date | 11 November 2025 |\n|---|---|\n| "
            "Place | Valletta, Malta |\n\nThe secretaries agreed on an exchange.",
            {"date": "2025-11-11", "city": "Valletta", "country": "MT"},
            id="minutes-table",
        ),
        pytest.param(
            "Dear colleagues,\n\nlast week in Sarajevo the directors of prisons of the region held "
            "their annual meeting. It was a success.",
            {"date": "2025-11-10/2025-11-16", "city": "Sarajevo", "country": "BA"},
            id="mail",
        ),
        pytest.param(
            "Dear all,\n\nI am just back from Chişinău, where the 7th Forum of Ombudsmen closed on "
            "Tuesday. We agreed to see each other again in Yerevan next spring.",
            {"number": "7", "date": "2025-11-18", "city": "Chişinău", "country": "MD"},
            id="mail2",
        ),
        pytest.param(
            "Our minister was in Thimphu on 4 November. There she chaired the second meeting of the "
            "mountain ministers.",
            {"number": "2", "date": "2025-11-04", "city": "Thimphu", "country": "BT"},
            id="newsletter",
        ),
        pytest.param(
            "The 8th Ministerial Conference on Youth will be held in Windhoek, Namibia, from 1 to 3 "
            "December 2025.",
            {"number": "8", "date": "2025-12-01/2025-12-03", "city": "Windhoek", "country": "NA"},
            id="announce",
        ),
        pytest.param(
            "Rabat is preparing to welcome justice ministers from 40 countries on 9 December for the "
            "41st session of the Council of Arab Ministers of Justice.",
            {"number": "41", "date": "2025-12-09", "city": "Rabat", "country": "MA"},
            id="announce2",
        ),
        pytest.param(
            "The fifth meeting of the Education Ministers, planned for 25 November in Tunis, has "
            "been postponed to January 2026.",
            {"number": "5", "date": "2026-01", "city": "Tunis", "country": "TN"},
            id="postponed",
        ),
        pytest.param(
            "Prime Minister Robert Golob arrived in Belgrade on Monday for a two-day visit. On "
            "Tuesday he met President Aleksandar Vučić there.",
            {"date": "2025-11-18", "city": "Belgrade", "country": "RS"},
            id="visit-not",
        ),
        pytest.param(
            "On the sidelines of the UN General Assembly in New York, the foreign ministers of "
            "Central Asia and Italy held their second meeting on 23 September 2025.",
            {"number": "2", "date": "2025-09-23", "city": "New York", "country": "US"},
            id="margins",
        ),
        pytest.param(
            "The sixth ministerial, which follows the meeting in Lisbon in 2023, opened in Split on "
            "Wednesday.",
            {"number": "6", "date": "2025-11-19", "city": "Split", "country": "HR"},
            id="prev-not",
        ),
        pytest.param(
            "Ministers meeting in Quito on 12 November reviewed progress under the Lima Declaration "
            "of 8 March 2022.",
            {"date": "2025-11-12", "city": "Quito", "country": "EC"},
            id="docdate-not",
        ),
        pytest.param(
            "Since the Nairobi summit of 2024, much was done, the ministers of trade said after "
            "talks in Kigali on Monday.",
            {"date": "2025-11-17", "city": "Kigali", "country": "RW"},
            id="since-not",
        ),
        pytest.param(
            "Under the Swedish chairmanship, deputy ministers for migration came together in Malmö "
            "on November 5.",
            {"date": "2025-11-05", "city": "Malmö", "country": "SE"},
            id="chairship",
        ),
        pytest.param(
            "The two-day gathering of prosecutors general of the Mediterranean concluded in Valletta today.",
            {"date": "2025-11-19/2025-11-20", "city": "Valletta", "country": "MT"},
            id="concluded",
        ),
        pytest.param(
            "The XIX Ibero-American Conference of Ministers of Public Administration was inaugurated "
            "in Asunción, Paraguay, on 22 October 2025.",
            {"number": "19", "date": "2025-10-22", "city": "Asunción", "country": "PY"},
            id="roman",
        ),
        pytest.param(
            "The 15th edition of the Ministerial Dialogue on Migration kicked off in Doha on Tuesday.",
            {"number": "15", "date": "2025-11-18", "city": "Doha", "country": "QA"},
            id="edition",
        ),
        pytest.param(
            "The inaugural Small States Justice Summit met in Castries in June 2025.",
            {"number": "1", "date": "2025-06", "city": "Castries", "country": "LC"},
            id="month-only",
        ),
        pytest.param(
            "The 3rd Nordic-African justice dialogue opened today in Lusaka and will run until 22 November.",
            {"number": "3", "date": "2025-11-20/2025-11-22", "city": "Lusaka", "country": "ZM"},
            id="will-last",
        ),
        pytest.param(
            "The ministers of the four islands met in Valletta from Tuesday to Wednesday (18–19 November).",
            {"date": "2025-11-18/2025-11-19", "city": "Valletta", "country": "MT"},
            id="weekdays",
        ),
        pytest.param(
            "A three-day session of the Council of Prosecutors opened in Almaty on 17 November.",
            {"date": "2025-11-17/2025-11-19", "city": "Almaty", "country": "KZ"},
            id="three-day",
        ),
        pytest.param(
            "The Attorney General of Fiji, Mr Graham Leung, paid a visit to the Ministry of Justice "
            "on 4 November. He had a discussion with the Minister.",
            {"date": "2025-11-04"},
            id="visit-day",
        ),
        pytest.param(
            "While the UN Human Rights Council was in its 60th session, the justice ministers of the "
            "Sahel met in Geneva on 3 October.",
            {"date": "2025-10-03", "city": "Geneva", "country": "CH"},
            id="while",
        ),
        pytest.param(
            "ASTANA. KAZINFORM The Kazakh capital is hosting the 22nd meeting of ministers of "
            "transport of the SCO member states, Kazinform reports.",
            {"number": "22", "city": "Astana", "country": "KZ"},
            id="described-capital",
        ),
        pytest.param(
            "The Hague, 18 November 2025 – Justice ministers from twelve countries today agreed to "
            "set up a joint team, at a conference hosted by the Netherlands.",
            {"date": "2025-11-18", "city": "The Hague", "country": "NL"},
            id="conference-today",
        ),
        pytest.param(
            "Ministers of Labour of the G20 gathered in Fancourt, South Africa, on 30 and 31 July "
            "for the Labour and Employment Ministers’ Meeting.",
            {"date": "2025-07-30/2025-07-31", "city": "Fancourt", "country": "ZA"},
            id="gathered-for",
        ),
        pytest.param(
            "The trilateral summit, the first since 2019, took place on Sunday and Monday in Seoul.",
            {"date": "2025-11-16/2025-11-17", "city": "Seoul", "country": "KR"},
            id="two-weekdays",
        ),
        pytest.param(
            "On 6 November 2025, Tbilisi hosted the constituent meeting of the South Caucasus ombudsmen.",
            {"date": "2025-11-06", "city": "Tbilisi", "country": "GE"},
            id="constituent",
        ),
        pytest.param(
            "Under Secretary Hooker traveled to Kathmandu on November 11 and met with Foreign "
            "Secretary Amrit Bahadur Rai.",
            {"city": "Kathmandu", "country": "NP"},
            id="travelled",
        ),
        pytest.param(
            "The Ministers of Interior of Spain and Morocco, Fernando Grande-Marlaska and Abdelouafi "
            "Laftit, held a working meeting at the ministry’s headquarters in Madrid this Wednesday.",
            {"date": "2025-11-19", "city": "Madrid", "country": "ES"},
            id="this-wednesday",
        ),
        pytest.param(
            "Readout of the Attorney General’s Meeting with His Paraguayan Counterpart\n\nWASHINGTON – "
            "Attorney General Pamela Bondi met today with Attorney General Emiliano Rolón of "
            "Paraguay at the Department of Justice.",
            {"date": "2025-11-20", "city": "Washington, DC", "country": "US"},
            id="capitals-dateline",
        ),
        pytest.param(
            "# 47th Session of the Executive Committee of the African Prosecutors "
            "Association\n\nMaputo (Mozambique), 3 to 5 November 2025\n\nFINAL COMMUNIQUÉ\n\n1. The "
            "session was opened by Attorney General Américo Julião Letela.",
            {"number": "47", "date": "2025-11-03/2025-11-05", "city": "Maputo", "country": "MZ"},
            id="place-in-brackets",
        ),
        pytest.param(
            "JOINT PRESS RELEASE\n\n5th ASEAN-Australia Dialogue on Law and Justice, Melbourne, 21 "
            "October 2025\n\nThe Dialogue was co-chaired by Ms Rowland and Mr Edwin Tong.",
            {"number": "5", "date": "2025-10-21", "city": "Melbourne", "country": "AU"},
            id="title-in-a-line",
        ),
        pytest.param(
            "The Committee of Ministers’ Deputies will examine the report of the Commission "
            "published on 4 March 2025.",
            {},
            id="no-meeting",
        ),
        pytest.param(
            "Minister Budrys is taking part in the NATO foreign ministers’ meeting in Antalya on "
            "14–15 May 2025.",
            {"date": "2025-05-14/2025-05-15", "city": "Antalya", "country": "TR"},
            id="is-taking-part",
        ),
        pytest.param(
            "Today in Bratislava, the Visegrád Group’s ministers of agriculture concluded their "
            "regular meeting.",
            {"date": "2025-11-20", "city": "Bratislava", "country": "SK"},
            id="today-in",
        ),
        pytest.param(
            "We, the Heads of State of the Pacific Islands, having met at Honiara, Solomon Islands, "
            "from 8 to 12 September 2025, declare:",
            {"date": "2025-09-08/2025-09-12", "city": "Honiara", "country": "SB"},
            id="having-met",
        ),
        pytest.param(
            "The minister said the Treaty of Lisbon, signed on 13 December 2007, remains the basis "
            "of cooperation.",
            {},
            id="treaty",
        ),
        pytest.param(
            "Chief Justice Sundaresh Menon attended the 20th Conference of Chief Justices of Asia "
            "and the Pacific, which was held from 4 to 7 November in Kuala Lumpur.",
            {"number": "20", "date": "2025-11-04/2025-11-07", "city": "Kuala Lumpur", "country": "MY"},
            id="which-was-held",
        ),
        pytest.param(
            "The 8th EU-Central Asia Ministerial took place against the backdrop of the anniversary "
            "of the Samarkand summit. It brought together eleven foreign ministers in Ashgabat on 12 "
            "November.",
            {"number": "8", "date": "2025-11-12", "city": "Ashgabat", "country": "TM"},
            id="brought-together",
        ),
        pytest.param(
            "Following talks in Amman last week, the health ministers of Iraq and Jordan signed a "
            "memorandum on 19 November in Baghdad.",
            {"date": "2025-11-19", "city": "Baghdad", "country": "IQ"},
            id="following-talks",
        ),
        pytest.param(
            "The Minister of Justice of Ukraine met online with her Moldovan colleague on November "
            "17 to discuss the war in Ukraine.",
            {"date": "2025-11-17"},
            id="online",
        ),
        pytest.param(
            "Port Moresby will be the venue of the 11th Melanesian Law Officers’ Meeting on 2-4 December.",
            {"number": "11", "date": "2025-12-02/2025-12-04", "city": "Port Moresby", "country": "PG"},
            id="venue-of",
        ),
        pytest.param(
            "The third EU–Western Balkans ministerial forum on justice and home affairs (Sarajevo, "
            "30 October 2025) reviewed progress since the forum in Tirana in 2022.",
            {"number": "3", "date": "2025-10-30", "city": "Sarajevo", "country": "BA"},
            id="in-brackets",
        ),
        pytest.param(
            "Ministers responsible for culture of the Lusophone community have met for the 13th "
            "time. The gathering in Praia on 7 November was chaired by Cabo Verde.",
            {"number": "13", "date": "2025-11-07", "city": "Praia", "country": "CV"},
            id="thirteenth-time",
        ),
        pytest.param(
            "The Secretary-General received the credentials of the new Ambassador of Chile on 3 November.",
            {},
            id="credentials",
        ),
        pytest.param(
            "ISLAMABAD: The 12th session of the Pakistan-Iran Joint Border Commission concluded here "
            "on Thursday.",
            {"number": "12", "date": "2025-11-20", "city": "Islamabad", "country": "PK"},
            id="colon-dateline",
        ),
        pytest.param(
            "(Nuku’alofa, Tonga – 13 November 2025) The Pacific Islands Law Officers’ Network opened "
            "its 44th Annual Meeting today.",
            {"number": "44", "date": "2025-11-13", "city": "Nuku’alofa", "country": "TO"},
            id="bracketed-dateline",
        ),
        pytest.param(
            "Attorneys General from the Five Eyes came together at Ditchley Park this week for the "
            "Quintet meeting.",
            {"date": "2025-11-17/2025-11-23", "city": "Ditchley Park"},
            id="house",
        ),
        pytest.param(
            "The Nordic justice ministers had their annual summer meeting in Ilulissat on 12 August "
            "2025, with Greenland as host.",
            {"date": "2025-08-12", "city": "Ilulissat"},
            id="unknown-city",
        ),
        pytest.param(
            "The German city of Lübeck was the setting for last week’s meeting of the transport "
            "ministers of the Baltic Sea states.",
            {"date": "2025-11-10/2025-11-16", "city": "Lübeck", "country": "DE"},
            id="setting",
        ),
        pytest.param(
            "The ministers met in the margins of COP30 in Belém on 13 November.",
            {"date": "2025-11-13", "city": "Belém", "country": "BR"},
            id="in-the-margins",
        ),
    ],
)
def test_a_report_of_many_kinds_tells_of_its_meeting(text: str, fields: dict[str, str]) -> None:
    found = [told(each, "number", "date", "city", "country") for each in meetings(text) if is_reported(each)]
    assert found == ([fields] if fields else [])


@pytest.mark.parametrize(
    ("sentence", "fields"),
    [
        pytest.param(
            "The ministers look forward to meeting again in Paris in 2026.",
            {"date": "2026", "country": "FR"},
            id="look",
        ),
        pytest.param(
            "The 8th ministerial will be hosted by Skopje on 9 June 2026.",
            {"date": "2026-06-09", "country": "MK"},
            id="hosted",
        ),
        pytest.param(
            "We look forward to reconvening under the presidency of Croatia in 2027.",
            {"date": "2027", "country": "HR"},
            id="presidency",
        ),
        pytest.param(
            "Latvia handed over the chair to Estonia, which will organise the next meeting in Tartu "
            "in autumn 2026.",
            {"date": "2026-23", "country": "EE"},
            id="handover",
        ),
        pytest.param(
            "The outcomes will be submitted to the Summit of Leaders in Bishkek in December 2025.",
            {"date": "2025-12", "country": "KG"},
            id="summit",
        ),
        pytest.param(
            "Minister Ciucă invited his colleagues to the next meeting in Cluj-Napoca in May 2026.",
            {"date": "2026-05", "country": "RO"},
            id="invite",
        ),
        pytest.param(
            "The Ministers accepted with appreciation the offer of Malta to host the eighth Meeting in 2026.",
            {"date": "2026", "country": "MT"},
            id="offer",
        ),
        pytest.param(
            "It was noted that the following session is due to be convened in Rome in the first half "
            "of 2027.",
            {"date": "2027-40", "country": "IT"},
            id="note",
        ),
        pytest.param(
            "“See you next year in Oslo,” the host said.",
            {"date": "2026", "country": "NO"},
            id="see",
        ),
        pytest.param(
            "They will gather again in Sofia on 3 March.",
            {"date": "2026-03-03", "country": "BG"},
            id="gather",
        ),
        pytest.param(
            "Budapest was chosen as the venue of the next meeting, scheduled for October 2026.",
            {"date": "2026-10", "country": "HU"},
            id="venue",
        ),
        pytest.param(
            "The next host will be Georgia, where the ministers will convene in September 2026.",
            {"date": "2026-09", "country": "GE"},
            id="turn",
        ),
        pytest.param(
            "The next such meeting is to be held two years from now in Bern.",
            {"country": "CH"},
            id="biennial",
        ),
        pytest.param(
            "\n\n## Next meeting\n\nThe Ministers welcomed the kind invitation of Poland to meet in "
            "Kraków in June 2026.",
            {"date": "2026-06", "country": "PL"},
            id="heading",
        ),
        pytest.param(
            "\n\n12. The Ministers agreed that the Eighth Meeting shall be held in Skopje, North "
            "Macedonia, in 2027 back-to-back with the forum.",
            {"date": "2027", "country": "MK"},
            id="item",
        ),
        pytest.param(
            "The ministers thanked Latvia for its hospitality and welcomed Uruguay’s offer to "
            "organise the 8th Meeting in Montevideo in the second half of 2026.",
            {"date": "2026-41", "country": "UY"},
            id="thanked",
        ),
        pytest.param(
            "The Eighth Meeting is scheduled for 14–15 October 2026 in Podgorica.",
            {"date": "2026-10-14/2026-10-15", "country": "ME"},
            id="scheduled",
        ),
        pytest.param(
            "It was decided that the next meeting would be convened in Cyprus in the first quarter of 2026.",
            {"date": "2026-33", "country": "CY"},
            id="quarter",
        ),
        pytest.param(
            "Participants agreed to reconvene in twelve months in Lviv.",
            {"country": "UA"},
            id="reconvene",
        ),
        pytest.param(
            "Next year’s meeting will be held in Bergen, Norway.",
            {"date": "2026", "country": "NO"},
            id="next-years",
        ),
        pytest.param(
            "Slovenia takes over the presidency on 1 January and will host the eighth meeting in "
            "Bled on 4 June 2026.",
            {"date": "2026-06-04", "country": "SI"},
            id="takes-over",
        ),
        pytest.param(
            "They expressed their readiness to meet again in Nicosia before the end of 2026.",
            {"country": "CY"},
            id="readiness",
        ),
        pytest.param(
            "Their next encounter is planned for Vienna in March 2026.",
            {"date": "2026-03", "country": "AT"},
            id="encounter",
        ),
        pytest.param(
            "Both sides agreed that the next round of consultations will be held in Ankara at a "
            "mutually convenient date.",
            {"country": "TR"},
            id="round",
        ),
        pytest.param(
            "The chair for 2026 passes to Portugal; the ministers will meet in Porto on 11 September 2026.",
            {"date": "2026-09-11", "country": "PT"},
            id="chair-passes",
        ),
        pytest.param(
            "The Council decided to hold its next session in Dushanbe (Tajikistan) in 2026.",
            {"date": "2026", "country": "TJ"},
            id="brackets",
        ),
        pytest.param(
            "Place and date of the next meeting: Zagreb, 5 May 2026.",
            {"date": "2026-05-05", "country": "HR"},
            id="place-and-date",
        ),
    ],
)
def test_the_next_meeting_is_told_in_many_words(sentence: str, fields: dict[str, str]) -> None:
    reported, *others = meetings(LEAD + sentence)
    assert told(reported, "number", "date", "city") == {"number": "7", "date": "2025-11-18", "city": "Riga"}
    assert fields in [told(each, *fields) for each in others]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Latvia will hold parliamentary elections in October 2026.", id="elections"),
        pytest.param("The ministers will visit the port of Ventspils in May 2026.", id="visit"),
        pytest.param("The Protocol is to be signed in Geneva in March 2026.", id="signing"),
        pytest.param("The bridge in Kaunas will be opened in June 2026 by both ministers.", id="opening"),
        pytest.param(
            "The working group will hold its first meeting in Tartu in January 2026.", id="working-group"
        ),
    ],
)
def test_what_else_is_to_come_is_no_next_meeting(sentence: str) -> None:
    others = meetings(LEAD + sentence)[1:]
    assert not [each for each in others if each.relation is Relation.NEXT and each.sure]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        pytest.param(
            "The ministers met to discuss the situation in Gaza and the war in Sudan.", {}, id="topics"
        ),
        pytest.param(
            "The Secretary spoke with Minister Fidan today about the truce agreed in Cairo on 13 October.",
            {"date": "2025-11-20"},
            id="call",
        ),
        pytest.param(
            "Minister Wong will visit Jakarta from 25 to 27 November for talks with Minister Sugiono.",
            {"city": "Jakarta", "country": "ID"},
            id="days-of-a-visit",
        ),
        pytest.param(
            "The ninth Conference of Energy Ministers opened in Nicosia on Monday and will end on Wednesday.",
            {"number": "9", "date": "2025-11-17/2025-11-19", "city": "Nicosia", "country": "CY"},
            id="ends-on-a-weekday",
        ),
    ],
)
def test_no_more_is_told_than_the_report_says(text: str, fields: dict[str, str]) -> None:
    assert [
        told(each, "number", "date", "city", "country") for each in meetings(text) if is_reported(each)
    ] == [fields]
