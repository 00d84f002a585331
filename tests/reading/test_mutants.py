"""Texts that nobody would write: the reader answers all the same, in time, and points at what is there."""

import json
import random
import re
from collections.abc import Callable, Iterator
from time import process_time

import pytest

from ministrack.domain.proposal import Proposal, Quote
from ministrack.paths import resource
from ministrack.reading.answer import as_data
from ministrack.reading.intake.pasted import report_of_text
from ministrack.reading.reader import read_report
from ministrack.sandbox.file_problem import FileProblem

WRITTEN = (
    resource("sample", "report.txt").read_text(encoding="utf-8"),
    """---
title: Sixth Ministerial Forum on Water
date: 2024-03-05
---
**OHRID, 5 March 2024** – The Sixth Ministerial Forum on Water took place in Ohrid, North Macedonia, on 4-5
March 2024. It was chaired by Minister of Environment Kaja Shukova; Greece was represented by Deputy Minister
Giorgos Amyras and Albania by State Secretary Ardit Çela.[^1]

- The Ministers signed the “Ohrid Declaration on Shared Lakes” and agreed to set up a Working Group on Floods.
- The seventh forum will be held in Tirana in autumn 2025 (see [the site](https://example.org/forum)).

| Country | Head |
| Bulgaria | Mr Julian Popov, Minister of Environment |

[^1]: Slovenia took part as an observer.
""",
    """<html><head><title>Bakanlar toplantısı</title></head><body><p>ANKARA, 20 Kasım 2025 – Türk Devletleri
Teşkilatı Kültür Bakanları 7. Toplantısı 19 Kasım&#8217;da Ankara&#8217;da yapıldı.</p><ul><li>Kültür ve
Turizm Bakanı Mehmet Nuri Ersoy</li><li>Azerbaycan Kültür Bakanı Adil Kerimli</li></ul></body></html>""",
    """Заседание министров юстиции. АСТАНА. 12 июня 2024 года. Министр юстиции Казахстана Азамат Ескараев
открыл третье заседание; в нём участвовал министр юстиции Кыргызстана Аяз Баетов. Следующее пройдёт в Душанбе
в 2025 году.""",
)
ODD = (
    *"\0\x01\x1c\x85\u061c\u202e\u2066\u2028\u200b\u0301\ufeff\ud800\udfff\r\f\v\t<>[]()“”«»\"'|*_`&#;:²½٣Ⅻİıßﬁ",
    "<!--", "-->", "<script>", "</p>", "&#0;", "&#xD800;", "&#x110000;", "&#99999999999999999;", "\n---\n",
    "```", "[^1]: ", "31 February 2025", "0 May 0000", "32/13/2025", "2025-02-31", "5 May 99999",
    "1000000000th meeting", "99999999999999999999 ministerial meeting", "Ministers " * 60, "A. " * 200,
    "Xa" * 2500, "Kazakhstan, " * 50, "http://[", "http://[::1", "![](data:image/png;base64,AAAA)", "{name}",
    "%s", "\\", "$1",
)  # fmt: skip
FRONTS = (
    "---\ntitle: ", "---\ndate: 2025-02-31\n---\n", "---\n- a\n- b\n---\n", "---\na: &a [x, x]\nb: *a\n---\n",
    "---\ntitle: !!python/object:os.system x\n---\n", "---\ntitle: 2025-01-01\ndate: [1, 2]\n---\n",
    "---\n? [a]\n: b\n---\n", "---\ndate: 99999-99-99\ntitle: ~\n---\n", "---\n\ttitle: x\n---\n",
    "---\ntitle: |\n  a\n  b\ndate: 0000-00-00\nurl: http://[\n---\n", "From: a@b\nSubject: x\nDate: y\n\n",
    "<html><body>",
)  # fmt: skip


def cut(chance: random.Random, text: str) -> str:
    start, stop = sorted(chance.randrange(len(text)) for _ in range(2))
    return text[:start] + text[stop:]


def double(chance: random.Random, text: str) -> str:
    start = chance.randrange(len(text))
    return text[: start + 300] + text[start:]


def swap(chance: random.Random, text: str) -> str:
    parts = re.split(r"(?<=[.\n ])", text)
    for _ in range(len(parts) // 10):
        one, two = (chance.randrange(len(parts)) for _ in range(2))
        parts[one], parts[two] = parts[two], parts[one]
    return "".join(parts)


def put_in(chance: random.Random, text: str) -> str:
    for _ in range(chance.randint(1, 15)):
        place = chance.randrange(len(text))
        text = text[:place] + chance.choice(ODD) + text[place:]
    return text


def overwrite(chance: random.Random, text: str) -> str:
    letters = list(text)
    for _ in range(20):
        letters[chance.randrange(len(letters))] = chr(
            chance.choice((0x80, 0x3000, 0x110000)) - chance.randint(1, 128)
        )
    return "".join(letters)


def renumber(chance: random.Random, text: str) -> str:
    odd = ("0", "31", "99999", "10000", "2" * 30, "٣")
    return re.sub(r"\d+", lambda found: chance.choice((found.group(), *odd)), text)


def replace_all(chance: random.Random, text: str) -> str:
    return text.replace(
        chance.choice((",", ".", "\n", " and ", "i", " of ")), chance.choice(("", "\r\n", "(", " ", "“"))
    )


def turn(chance: random.Random, text: str) -> str:
    return chance.choice((str.upper, str.lower, str.title, str.swapcase))(text)


def front(chance: random.Random, text: str) -> str:
    return chance.choice(FRONTS) + text


def blend(chance: random.Random, text: str) -> str:
    place = chance.randrange(len(text))
    return text[:place] + chance.choice(WRITTEN)[:400] + text[place:]


CHANGES: tuple[Callable[[random.Random, str], str], ...] = (
    cut, double, swap, put_in, put_in, overwrite, renumber, replace_all, turn, front, blend,
)  # fmt: skip


def mutant(seed: int) -> str:
    """A text that was changed a few times, the same one for the same seed."""
    chance = random.Random(seed)
    text = chance.choice(WRITTEN)
    for _ in range(chance.randint(1, 5)):
        text = chance.choice(CHANGES)(chance, text or " ")[:20_000]
    return text


def quotes_of(proposal: Proposal) -> Iterator[Quote]:
    yield from (proposal.quote, *proposal.also)
    for said in proposal.fields.values():
        yield said.quote
        if said.words is not None:
            yield said.words


@pytest.mark.parametrize("begin", range(0, 140, 20))
def test_whatever_a_text_holds_each_quote_is_in_it(begin: int) -> None:
    for seed in range(begin, begin + 20):
        given = mutant(seed)
        try:
            report = report_of_text(given)
        except FileProblem:
            continue
        proposals = read_report(report)
        keys = [each.key for each in proposals]
        assert len(set(keys)) == len(keys), seed
        for proposal in proposals:
            assert not proposal.about or proposal.about in keys, seed
            assert all(said.value.strip() for said in proposal.fields.values()), seed
            for quote in quotes_of(proposal):
                assert quote.text, seed
                assert report.text[quote.start : quote.stop] == quote.text, (seed, quote)
                start, stop = report.given_span(quote.start, quote.stop)
                assert 0 <= start <= stop <= len(report.given), (seed, quote)
        assert json.loads(json.dumps(as_data(report, proposals))), seed
        assert read_report(report_of_text(given)) == proposals, seed


@pytest.mark.parametrize(
    "words",
    [
        "A",
        "O’",
        "A.",
        "BAKI-",
        "18, 19, 20, ",
        "5, 6 and 7, ",
        "President Kassym-Jomart Tokayev, ",
        "Minister Maja Gojković of Serbia, ",
        "Uzbekistan and Minister Ozodbek Nazarbekov, ",
        "Minister of and of and ",
        "agreed to agreed to ",
        "“ ” ( ) “ ",
        "[ ](<a ",
        "the Agreement on the Protocol of the ",
        "by the Minister to the ",
        "last year next ",
    ],
)
def test_what_repeats_itself_is_read_in_proportion_to_its_length(words: str) -> None:
    short, long = (_seconds(words * (size // len(words))) for size in (2_000, 20_000))
    assert long < 60 * max(short, 0.01)


def _seconds(text: str) -> float:
    start = process_time()
    read_report(report_of_text("Ministers met in Ohrid on 4 March 2024.\n\n" + text))
    return process_time() - start
