"""Finds people in office where title and name follow one another: "министр юстиции Турции Йылмаз Тунч"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ministrack.reading.mention import PartyMention
from ministrack.reading.mentions.held_offices import Office, OfficeFinder, PartyPlaces
from ministrack.reading.mentions.office_words import OfficeWords
from ministrack.reading.mentions.person_draft import Draft
from ministrack.reading.mentions.person_party import WITH_TITLE
from ministrack.reading.mentions.printed_names import NameReader, PrintedName, name_words
from ministrack.reading.prose import Prose, Sentence
from ministrack.reading.report import BlockKind

_LISTED = re.compile(r"\s*(?:[,;]|\s(?:и|а также)\s|\s)\s*(?:и|а также)?\s*")
_OPENED = re.compile(r"\s*\(\s*")
_JOINED = re.compile(r"(?:,|[^\S\n]+(?:[–—-]|и|ve|və|және))[^\S\n]+")
_MORE = re.compile(r"(?:,|[^\S\n]\|)[^\S\n]+((?:[^\W\d_][\w-]*[^\S\n]+){1,4})$")
_MORE_LISTED = re.compile(r",[^\S\n]+((?:[^\W\d_][\w-]*,?[^\S\n]+){1,9})$")
_REACH, _LONG_REACH = 60, 120
"""In these, words that no list has may stand between a name and a title: "…, Komissiyanın baş direktoru"."""
_LABEL = re.compile(r"\s*(?:\([^()|\n]{2,30}\)\s*)?[–—:|-]\s*")


def office_holders(prose: Prose, parties: Sequence[PartyMention], words: OfficeWords) -> Iterator[Draft]:
    """All of them that have a name, in the order of the text."""
    return _Search(prose, parties, words).people()


class _Search:
    def __init__(self, prose: Prose, parties: Sequence[PartyMention], words: OfficeWords) -> None:
        self._prose = prose
        self._text = prose.text
        self._words = words
        self._places = PartyPlaces(prose.text, parties)
        self._names = NameReader(prose.text, name_words(prose.lexicon.language), words.heads, self._places)

    def people(self) -> Iterator[Draft]:
        """Drafts of persons with title, level and the country that is named with them."""
        reached = 0
        before: Office | None = None
        for found in OfficeFinder(self._text, self._words, self._places).found():
            before = office = self._joined(before, found)
            sentence = self._prose.sentence_at(office.title_start)
            if sentence is None or sentence.block.kind is BlockKind.IMPRINT:
                continue
            for held, name in self._held(office, reached):
                linked = bool(reached) and _LISTED.fullmatch(self._text, reached, held.start) is not None
                reached = max(reached, name.stop)
                yield self._draft(held, name, sentence, linked=linked)

    def _held(self, office: Office, reached: int) -> Iterator[tuple[Office, PrintedName]]:
        name = self._names.after(office.stop, office.head)
        if name is None:
            office, name = self._apposed(office)
            if name is not None and name.start >= reached:
                yield self._labelled(office, name), name
            return
        if not self._words.plural.fullmatch(office.head):
            yield self._bracketed(office, name), name
            return
        yield office, replace(name, is_certain=True)
        yield from self._listed(office, name)

    def _joined(self, before: Office | None, office: Office) -> Office:
        """Somebody may hold two offices: "заместитель Премьер-Министра – Министр внутренних дел"."""
        if before is None or not _JOINED.fullmatch(self._text, before.stop, office.start):
            return office
        return replace(
            office, start=before.start, title_start=before.title_start, head=before.head,
            level=before.level or office.level, party=office.party or before.party,
        )  # fmt: skip

    def _apposed(self, office: Office) -> tuple[Office, PrintedName | None]:
        """The name that stands before a title, and the office with all words of its title."""
        name = self._names.before(office.start, office.head)
        if name is None:
            more = self._more(office)
            if more is not None and self._words.apart.isdisjoint(more[1].split()):
                office = replace(office, start=more.start(1), title_start=more.start(1))
                name = self._names.before(office.start, office.head)
        return office, name

    def _more(self, office: Office) -> re.Match[str] | None:
        """The words before a title that no list has; in the line of a list they may go on over commas."""
        more = _MORE.search(self._text, max(0, office.start - _REACH), office.start)
        sentence = self._prose.sentence_at(office.start)
        if sentence is None or sentence.block.kind is not BlockKind.ITEM:
            return more
        first = max(sentence.start, office.start - _LONG_REACH)
        return _MORE_LISTED.search(self._text, first, office.start) or more

    def _labelled(self, office: Office, name: PrintedName) -> Office:
        """The country may stand before the name: "Казахстан – Ерлан Сарсембаев, министр юстиции"."""
        party = self._places.before(name.start, _LABEL)
        return office if office.party or party is None else replace(office, party=party)

    def _bracketed(self, office: Office, name: PrintedName) -> Office:
        """The country may stand behind the name in brackets."""
        party = self._places.after(name.stop, _OPENED)
        return office if office.party or party is None else replace(office, party=party)

    def _listed(self, office: Office, name: PrintedName) -> Iterator[tuple[Office, PrintedName]]:
        """Others of the same title: "министры юстиции Турции Йылмаз Тунч и Узбекистана Акбар Ташкулов"."""
        stop = name.stop
        while (party := self._places.after(stop, _LISTED)) is not None:
            other = self._names.after(party.stop, office.head)
            if other is None:
                return
            yield replace(office, start=party.start, party=party), replace(other, is_certain=True)
            stop = other.stop

    def _draft(self, office: Office, name: PrintedName, sentence: Sentence, *, linked: bool) -> Draft:
        party = office.party
        return Draft(
            sentence=sentence, start=min(office.start, name.start), stop=max(office.title_stop, name.stop),
            name=name.name, name_span=(name.start, name.stop),
            title=self._text[office.title_start : office.title_stop],
            title_span=(office.title_start, office.title_stop), level=office.level,
            party=party.code if party else "", party_from=WITH_TITLE if party else "", linked=linked,
            is_certain=name.is_certain,
        )  # fmt: skip
