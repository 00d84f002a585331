"""Office holders without names: "the Presidents of Kazakhstan and Tajikistan" are one of each."""

import re
from collections.abc import Iterator, Sequence

from ministrack.reading.mention import PartyForm, PersonMention
from ministrack.reading.mentions.person_level import level_of
from ministrack.reading.mentions.person_party import WITH_TITLE
from ministrack.reading.mentions.raw_people import RawPerson
from ministrack.reading.mentions.units import Units
from ministrack.reading.prose import Prose

_OFFICES = re.compile(
    r"(?P<title>(?:[FfK]|(?<=[Ff])n(?=[Ff]{1,6}T)){0,10}+T(?:nT){0,3}(?:ot?[FfK]{1,8}(?:nt?[FfK]{1,8}+(?!T))?)?)[or]t?"
    r"(?P<parties>P(?!')(?:,t?P)*+(?:,?nt?P(?!'))?)"
)


def unnamed_people(prose: Prose, units: Units, named: Sequence[RawPerson]) -> Iterator[PersonMention]:
    """One mention for each party of a list that a plural title is followed by."""
    for found in _OFFICES.finditer(units.kinds):
        if any(each.first < found.end() and found.start() < each.last for each in named):
            continue
        start, stop = units.units[found.start("title")].start, units.units[found.end("title") - 1].stop
        title = prose.text[start:stop]
        places = [index for index in range(*found.span("parties")) if units.kinds[index] == "P"]
        heads = [
            units.units[found.start("title") + at] for at, kind in enumerate(found["title"]) if kind == "T"
        ]
        if len(places) < 2 or not all(prose.text[each.start : each.stop].endswith("s") for each in heads):
            continue
        single = single_title(" ".join(title.split())) if len(heads) == 1 else ""
        for index in places:
            unit = units.units[index]
            party = unit.party
            if party is None or party.form is PartyForm.ADJECTIVE:
                continue
            yield PersonMention(
                start=unit.start,
                stop=unit.stop,
                title=single,
                title_start=start,
                title_stop=stop,
                level=level_of(single, party.code, prose.lexicon) if single else "",
                party=party.code,
                party_from=WITH_TITLE,
            )


def single_title(title: str) -> str:
    """The title of one of them: "Attorneys-General" are an Attorney-General each."""
    words = (_single(part) for word in title.split(" ") for part in [word.split("-")])
    return " ".join(words)


def _single(parts: list[str]) -> str:
    return "-".join(
        f"{part[:-3]}y" if part.endswith("ies") else part.removesuffix("s") if _is_plural(part) else part
        for part in parts
    )


def _is_plural(word: str) -> bool:
    return word.endswith("s") and word.casefold() not in (
        "affairs",
        "justices",
        "works",
        "rights",
        "services",
    )
