"""The day, the language and the title that a report gives itself; what of it is no report."""

import pytest

from ministrack.reading.intake.pasted import report_of_text
from ministrack.reading.report import BlockKind

_TITLE = "Ministers of Transport meet in Batumi"
_BODY = "The Ministers of Transport of Georgia and of Moldova met in Batumi and signed a protocol."


@pytest.mark.parametrize(
    ("around", "day"),
    [
        (" date 2024-06-11 {}", "2024-06-11"),
        (
            "11 June 2024 Posted in [Press releases](/press)\n\n{}\n\nLast updated on 3 July 2025",
            "2024-06-11",
        ),
        ("{}\n\nLast updated on 12 June 2024", "2024-06-12"),
        ("BATUMI, Georgia, June 11, 2024. {}", "2024-06-11"),
        ("Batumi, 11 June 2024 (IPN) – {}", "2024-06-11"),
        ("https://news.example/2024/06/12/ministers\nBATUMI, June 11. {}", "2024-06-11"),
        ("https://news.example/2024/06/12/ministers\n{}", "2024-06-12"),
        ("https://repo.example/_posts/2024-06-12-ministers.md\n{}", "2024-06-12"),
        ("Batumi, June 11 (IPN) – {}\n\nThe protocol of June 11, 2024 is in force.", "2024-06-11"),
        ("{}\n\nNews.Ge, 11.06.2024", "2024-06-11"),
        ("{}\n\nTuesday, 11 June 2024, 15:20 (UTC+04:00)", "2024-06-11"),
        ("{}\n\nDone in Batumi on 11 June 2024 in two copies.", "2024-06-11"),
        ("{}\n\nPublished: 06/11/2024", "2024-11-06"),
        ("---\ntitle: Ministers: a meeting in Batumi\ndate:   2024-06-11T16:00:00Z\n---\n{}", "2024-06-11"),
        ('+++\ntitle = "Ministers meet"\ndate = 2024-06-11\n+++\n{}', "2024-06-11"),
        ("---\ntitle: Ministers\npublished_time: 2024-06-11 23:52:46-04:00\n---\n{}", "2024-06-11"),
        ("{} The next meeting will be held on 3 March 2025.", ""),
        ("BATUMI, June 11. {} It replaces the protocol of 3 March 2019.", ""),
        ("{}\n\n31 February 2024", ""),
    ],
)
def test_a_report_tells_its_own_day(around: str, day: str) -> None:
    report = report_of_text(around.format(_BODY))
    assert report.about.published == day
    assert _BODY in report.text


@pytest.mark.parametrize(
    ("text", "day", "language"),
    [
        ("Bakı, 5 mart 2025, AZƏRTAC. Ədliyyə naziri Fərid Əhmədov həmkarı ilə görüşüb.", "2025-03-05", "az"),
        ("İSLAMABAD - 22.10.2025 - Bakanlar bir araya geldi ve bildiri kabul edildi.", "2025-10-22", "tr"),
        ("ТАШКЕНТ, 17 октября 2024 г. – В столице состоялось заседание министров.", "2024-10-17", "ru"),
        ("Кездесу Астанада өтті және құжатқа қол қойылды.\n\n2025 жылғы 6 мамыр", "2025-05-06", "kk"),
        ("Toplantı Bakü'de yapıldı ve bitti.\n\nMuhabir: R. Rehimov\n14.05.2025", "2025-05-14", "tr"),
        ("Türk dövlətlərinin prokurorları bir araya gəlib.\n\n3 oktyabr 2025, 09:10", "2025-10-03", "az"),
        ("Die Minister haben sich am 3. Mai in Wien getroffen und eine Erklärung verabschiedet.", "", ""),
        ("Les ministres de la Justice se sont réunis à Luxembourg et ont adopté une déclaration.", "", ""),
        ("Adliya vazirlari Toshkentda uchrashdi va hamkorlik dasturini imzoladi.", "", ""),
        ("Міністри юстиції зустрілися в Києві та підписали угоду про співпрацю.", "", ""),
    ],
)  # fmt: skip
def test_the_language_is_told_by_words_and_letters(text: str, day: str, language: str) -> None:
    about = report_of_text(text).about
    assert (about.published, about.language) == (day, language)
    assert bool(about.notes) == (not language)


@pytest.mark.parametrize(
    ("given", "title"),
    [
        (f"Home | News | About | Contact\n\nMinisters of Transport meet in Batumi\n\n{_BODY}", True),
        (f"# Ministers of Transport meet in Batumi\n\n{_BODY}", True),
        (f"**MINISTERS OF TRANSPORT MEET IN BATUMI**\n\n*Batumi, 11 June 2024*\n\n{_BODY}", True),
        (f"Ministers of Transport meet in Batumi\n====\n\n{_BODY}", True),
        (f"---\ntitle: '{_TITLE}'\n---\n#### {_TITLE}\n{_BODY}", True),
        (f"{_BODY}\n\nMinisters of Transport meet in Batumi", False),
    ],
)  # fmt: skip
def test_the_title_is_the_first_heading_and_stands_once(given: str, title: bool) -> None:
    report = report_of_text(given)
    found = [report.text[each.start : each.stop] for each in report.blocks if each.kind is BlockKind.TITLE]
    assert [each.casefold() for each in found] == ["ministers of transport meet in batumi"] * title
    assert report.about.title.casefold() == (found[0].casefold() if title else "")


def test_a_pasted_mail_is_read_without_its_heads_and_signature() -> None:
    report = report_of_text(
        "From: Nino <nino@example.org>\nSent: Tuesday, June 11, 2024 6:42 PM\nTo: list\n"
        "Subject: RE: FW: Ministers of Transport meet\n\nSee below.\n\n-------- Forwarded message --------\n"
        "От: Пресс-служба <press@example.org>\nДата: 10 июня 2024 г.\nТема: Fwd: Batumi\n\n"
        f"{_BODY}\n\n--\nNino\nTel. 1\n"
    )
    assert report.text == f"See below.\n\n{_BODY}"
    about = report.about
    assert (about.title, about.published, about.publisher) == ("Batumi", "2024-06-10", "Пресс-служба")


@pytest.mark.parametrize(
    "subject",
    ["Re: Fwd: Şuşa toplantısı", "İlt: Ynt: Şuşa toplantısı", "Cvb: Şuşa toplantısı", "Отв: Şuşa toplantısı"],
)
def test_what_mail_programs_put_before_a_subject_is_no_part_of_the_title(subject: str) -> None:
    report = report_of_text(
        f"From: Aygün Əliyeva <aygun@example.org>\nDate: 10 June 2024\nSubject: {subject}\n\n"
        "The ministers of justice met in Shusha.\n"
    )
    assert report.about.title == "Şuşa toplantısı"
