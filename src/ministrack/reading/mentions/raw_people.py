"""Persons of one sentence: where title and name stand, and the party that is named with them."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from ministrack.domain.values import dataclass
from ministrack.reading.any_language import any_pattern
from ministrack.reading.mention import PartyMention
from ministrack.reading.mentions.person_grammar import PATTERNS, PERSON
from ministrack.reading.mentions.units import Units

_PART = re.compile(r"(?:^|,?n|,)[tH]*(?P<name>[^,nor(]+)(?P<of>(?:[or]t?[PA]|\(t?P\))?)")
_ONE_NAME = re.compile(r"[tH]*(?P<name>[CI][CIL]{1,6})")
_AFTER_OF = re.compile(r"(?:[or]t?|,)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class RawPerson:
    """Units `first` to `last` (not included) of the sentence; spans are of the report's text."""

    first: int
    last: int
    start: int
    stop: int
    name: tuple[int, int]
    words: int
    title: tuple[int, int] | None = None
    party: PartyMention | None = None
    is_polite: bool = False
    is_own_party: bool = False
    shares_office: bool = False


def raw_people(text: str, units: Units) -> Iterator[RawPerson]:
    """All of them, in the order of the sentence."""
    return _Reader(text, units).people()


class _Reader:
    def __init__(self, text: str, units: Units) -> None:
        self._text = text
        self._units = units.units
        self._kinds = units.kinds
        self._title_before = ""

    def people(self) -> Iterator[RawPerson]:
        at, title_end = 0, -1
        while (found := PERSON.search(self._kinds, at)) is not None:
            start, end, people = found.start(), found.start() + 1, []
            for pattern in PATTERNS:
                fits = pattern.match(self._kinds, start)
                people = list(self._read(fits)) if fits else []
                if fits and people:
                    end = max(fits.end(), end)
                    break
            at = end
            if start == title_end and self._kinds[start] not in "tH":
                continue  # "Head of Cabinet of | President X": part of the title before
            title_end = end if people and self._ends_with_title(people[-1]) else title_end
            if people and people[-1].title is not None:
                self._title_before = self._text_of(*people[-1].title)
            yield from people

    def _ends_with_title(self, person: RawPerson) -> bool:
        return person.title is not None and person.title[0] > person.name[0]

    def _read(self, found: re.Match[str]) -> Iterable[RawPerson]:
        readers: Mapping[str, Callable[[re.Match[str]], Iterable[RawPerson]]] = {
            "paired": self._paired,
            "many": self._many,
            "inverted": self._inverted,
            "named": self._named,
            "titled": self._titled,
            "distant": self._distant,
            "owned": self._owned,
            "polite": self._polite,
        }
        name = next(name for name in readers if name in found.re.groupindex)
        return readers[name](found)

    def _inverted(self, found: re.Match[str]) -> Iterator[RawPerson]:
        if self._text_of(*self._span(found.start("surname"), found.end("surname"))).isupper():
            yield self._person(found, "inverted_name", "inverted_title", is_polite=True)

    def _distant(self, found: re.Match[str]) -> Iterator[RawPerson]:
        if self._count(found["distant_name"]) > 1:
            yield self._person(found, "distant_name", "distant_title", is_polite=False)

    def _polite(self, found: re.Match[str]) -> Iterator[RawPerson]:
        yield self._person(found, "polite_name", None, of="polite_of", is_polite=True)

    def _many(self, found: re.Match[str]) -> Iterator[RawPerson]:
        """People of one title: it is in the plural, or each of them is "of" a party."""
        head = self._text_of(*self._head_span(found, "many_title"))
        parts = list(_PART.finditer(found["many_names"]))
        if not head.endswith("s") and not all(part["of"] for part in parts):
            return
        shared = self._party_in(found.start("many_title"), found.end("many_title"))
        start = found.start("many_names")
        for part in parts:
            first, last = start + part.start("name"), start + part.end("name")
            party = self._party_in(start + part.start("of"), start + part.end("of")) if part["of"] else shared
            span, end = self._span(first, last), start + part.end()
            yield RawPerson(
                first=first, last=end, start=span[0], stop=self._units[end - 1].stop,
                name=span, words=last - first, party=party,
                is_own_party=bool(part["of"]),
                title=self._title_span(found.start("many_title"), found.end("many_title")),
            )  # fmt: skip

    def _paired(self, found: re.Match[str]) -> Iterator[RawPerson]:
        """As many people as parties of one office, in the same order."""
        where = "paired_of" if found["paired_of"] else "paired_before"
        if not found[where] or (found["paired_of"] and found["paired_before"]):
            return
        places = range(*found.span(where))
        parties = [party for at in places if (party := self._units[at].party) is not None]
        start = found.start("paired_names")
        names = [
            (start + each.start("name"), start + each.end())
            for each in _ONE_NAME.finditer(found["paired_names"])
        ]
        if len(parties) != len(names):
            return
        title = self._span(*found.span("paired_title"))
        for party, (first, last) in zip(parties, names, strict=True):
            span = self._span(first, last)
            yield RawPerson(
                first=found.start(), last=last, start=span[0], stop=span[1], name=span,
                words=last - first, party=party, is_own_party=True, title=title,
            )  # fmt: skip

    def _named(self, found: re.Match[str]) -> Iterator[RawPerson]:
        words = self._count(found["named_name"])
        polite = found["named_polite"]
        rank = (
            self._text_of(*self._span(found.start("named_polite"), found.end("named_polite")))
            if polite
            else ""
        )
        if "T" in polite and rank.casefold().split()[-1] not in _RANKS:
            return
        if not polite and (words < 2 or not found["separator"]):
            return
        yield self._person(found, "named_name", "named_title", of="named_of", is_polite=bool(polite))

    def _titled(self, found: re.Match[str]) -> Iterator[RawPerson]:
        is_bare = bool(found["comma"]) and "H" not in found["titled_more"]
        if is_bare:
            after = self._kinds[found.end() : found.end() + 1]
            if self._count(found["titled_name"]) < 2 or (after and after not in ',;.)(n-|:"'):
                return
        yield self._person(
            found, "titled_name", "titled_title", of="titled_of",
            is_polite="H" in found["titled_polite"] + found["titled_more"],
        )  # fmt: skip

    def _owned(self, found: re.Match[str]) -> Iterator[RawPerson]:
        """The country's own name of an office is not said again: that of the list holds on."""
        party = self._units[found.start()].party
        before = self._kinds[: found.start()].rstrip(",;nt")
        if party is None or before[-1:] not in ("C", "S", "U"):
            return
        if found["placed"] and not self._title_before.split(" ")[0].endswith("s"):
            return
        start, stop = self._span(found.start(), found.end())
        name = self._span(found.start("owned_name"), found.end("owned_name"))
        yield RawPerson(
            first=found.start(), last=found.end(), start=start, stop=stop, name=name,
            words=self._count(found["owned_name"]), party=party, shares_office=True,
        )  # fmt: skip

    def _person(
        self, found: re.Match[str], name: str, title: str | None, *, of: str = "", is_polite: bool
    ) -> RawPerson:
        party = self._owner(found.start())
        if party is None and title:
            party = self._party_in(found.start(title), found.end(title))
        is_own = party is None and bool(of and found[of])
        if is_own:
            party = self._party_in(found.start(of), found.end(of))
        start, stop = self._span(self._first_of(found, name, title), self._without_role(found.end()))
        return RawPerson(
            first=found.start(), last=found.end(), start=start, stop=stop,
            name=self._name_span(found.start(name), found.end(name), is_inverted=name == "inverted_name"),
            words=self._count(found[name]),
            title=self._title_of(found, title) if title else None,
            party=party, is_polite=is_polite, is_own_party=is_own,
        )  # fmt: skip

    def _owner(self, first: int) -> PartyMention | None:
        """The country of "Austria's Karoline X, Minister for the EU", of "Austria (Karoline X, Minister)"."""
        before = self._kinds[max(0, first - 2) : first]
        return self._units[first - 2].party if before in ("P'", "P(", "P-") else None

    def _title_of(self, found: re.Match[str], title: str) -> tuple[int, int]:
        first, last = found.start(title), self._without_role(found.end(title))
        return self._title_span(
            first, last, is_first=first < found.start(f"{title.removesuffix('title')}name")
        )

    def _first_of(self, found: re.Match[str], name: str, title: str | None) -> int:
        """Where a mention begins, without a role before it: "co-chairs X, Coordinator for Energy"."""
        first = found.start()
        if title is None or self._kinds[first] != "T" or found.start(name) > found.start(title):
            return first
        rank = self._text_of(*self._span(first, first + 1)).casefold()
        return first if rank.endswith(("ambassador", "sellor", "selor")) else found.start(name)

    def _without_role(self, last: int) -> int:
        """Where a mention ends without the role behind it: "Minister of Culture (Chair)"."""
        opening = self._kinds.rfind("(", 0, last)
        if self._kinds[last - 1] != ")" or opening < 0:
            return last
        inside = self._text_of(*self._span(opening + 1, last - 1)).casefold()
        return opening if inside in _RANKS else last

    def _head_span(self, found: re.Match[str], title: str) -> tuple[int, int]:
        head = self._kinds.index("T", found.start(title))
        return self._span(head, head + 1)

    def _party_in(self, first: int, last: int) -> PartyMention | None:
        """The party of a title: the one before its head, else the first that it is "of", else any."""
        head = self._kinds.find("T", first, last)
        found = [index for index in range(first, last) if self._units[index].party is not None]
        before = [index for index in found if index < head]
        of = [index for index in found if _AFTER_OF.search(self._kinds[first:index])]
        to = [index for index in found if index > head and self._kinds[index - 1] != "i"]
        for chosen in (before, of, to):
            if chosen:
                return self._units[chosen[0]].party
        return None

    def _title_span(self, first: int, last: int, *, is_first: bool = True) -> tuple[int, int]:
        """The title without the party before or after it."""
        while first < last - 1 and (self._kinds[first] in "PA'tn" or self._is_role(first)):
            first += 1 + (self._kinds[first] == "T")
        while is_first and first > 1 and self._kinds[first - 1] in "CU" and self._kinds[first] in "TFK":
            first -= 1  # "Society President": words that no list has are of the title, too
        kinds = self._kinds[first:last]
        tail = re.search(r"(?:ot?P|[,-]P)$", kinds)
        if tail and not any_pattern("titles", "sent_to").search(self._text_of(*self._span(first, last))):
            last = first + tail.start()
        return self._span(first, last)

    def _is_role(self, at: int) -> bool:
        """ "the co-chairs, Minister X and Minister Y": what somebody does there, not an office."""
        is_head = self._kinds[at : at + 2] == "T,"
        return is_head and self._text_of(*self._span(at, at + 1)).casefold() in _RANKS

    def _name_span(self, first: int, last: int, *, is_inverted: bool) -> tuple[int, int]:
        """The name without what is only politeness after it: "Ms" before, "M.P." behind a comma."""
        kinds = self._kinds[first:last]
        comma = -1 if is_inverted else kinds.find(",")
        if comma > 0 and self._text_of(*self._span(first + comma + 1, last)).rstrip(".") not in _PART_OF_NAME:
            last = first + comma
        return self._span(first, last)

    def _count(self, kinds: str) -> int:
        return sum(kind in "CIUF" for kind in kinds)

    def _span(self, first: int, last: int) -> tuple[int, int]:
        return self._units[first].start, self._units[last - 1].stop

    def _text_of(self, start: int, stop: int) -> str:
        return self._text[start:stop]


_RANKS = frozenset(
    (
        "ambassador",
        "chair",
        "chairs",
        "co-chair",
        "co-chairs",
        "moderator",
        "moderators",
        "counselor",
        "counsellor",
    )
)
_PART_OF_NAME = frozenset(("Jr", "Sr", "II", "III", "IV", "SC", "S.C", "KC", "QC", "K.C", "Q.C"))
