"""Finds countries and organisations, by name, adjective, capital or short name."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ministrack.reading.mention import PartyForm, PartyMention
from ministrack.reading.mentions.introduced import introduced
from ministrack.reading.mentions.party_forms import PartyWords, party_words
from ministrack.reading.mentions.party_names import WORD, PartyName, PartyNames, party_names
from ministrack.reading.prose import Prose

_GAP = re.compile(r"\.?\s{0,3}[-‐‑–]?\s?|['’ʻ‘`]|\s&\s")
_GAP_WITH_COMMA = re.compile(r",\s{1,2}")
_IN_ADDRESS = re.compile(r"[@_/$%]")


def find_parties(prose: Prose) -> tuple[PartyMention, ...]:
    """All of them, in the order of the text."""
    text = prose.text
    words = party_words(prose.lexicon)
    known = _Search(text, party_names(prose.lexicon), words).found()
    given = introduced(text, known, words)
    return _with_short_names(text, given.parties, given.short)


class _Search:
    """One pass over the words of a text."""

    def __init__(self, text: str, names: PartyNames, around: PartyWords) -> None:
        self._text = text
        self._names = names
        self._around = around
        self._words = list(WORD.finditer(text))

    def found(self) -> list[PartyMention]:
        parties: list[PartyMention] = []
        for party in self._mentions():
            while parties and parties[-1].stop > party.start:
                parties.pop()
            parties.append(party)
        return parties

    def _mentions(self) -> Iterator[PartyMention]:
        at = 0
        while at < len(self._words):
            if not (self._names.has_small or self._words[at][0][0].isupper()):
                at += 1
                continue
            name, after = self._name_at(at)
            if name is not None and name.code:
                party = self._mention(name, self._words[at].start(), self._words[after - 1].end())
                if party is not None:
                    yield party
            at = after

    def _name_at(self, at: int) -> tuple[PartyName | None, int]:
        for name in self._names.beginning_with(self._names.folded(self._words[at][0])):
            after = at + len(name.words)
            if after <= len(self._words) and self._is_here(name, at):
                return name, after
        return None, at + 1

    def _is_here(self, name: PartyName, at: int) -> bool:
        last = len(name.words) - 1
        for index, wanted in enumerate(name.words):
            word = self._words[at + index]
            if not self._names.same(wanted, word[0], last=index == last):
                return False
            if index and not self._joined(self._words[at + index - 1].end(), word.start(), wanted.comma):
                return False
        return True

    def _joined(self, start: int, stop: int, comma: bool) -> bool:
        if _GAP.fullmatch(self._text, start, stop):
            return True
        return comma and _GAP_WITH_COMMA.fullmatch(self._text, start, stop) is not None

    def _mention(self, name: PartyName, start: int, stop: int) -> PartyMention | None:
        text, form = self._text, name.form
        is_short = stop - start < 4
        if _IN_ADDRESS.match(text, start - 1) or (is_short and _IN_ADDRESS.match(text, stop)):
            return None
        if name.name.endswith(".") and text.startswith(".", stop):
            stop += 1
        if not self._around.means_party(text, start, stop, form):
            return None
        if form is PartyForm.ADJECTIVE and (whole := self._around.form_after.match(text, stop)):
            stop, form = whole.end(), PartyForm.NAME
        elif form in (PartyForm.NAME, PartyForm.ADJECTIVE):
            official = self._around.official_stop(text, stop)
            form = PartyForm.NAME if official > stop else form
            stop = official
        if form is PartyForm.NAME:
            start = self._around.official_start(text, start)
        stop = self._around.ending_stop(text, stop)
        full = self._names.by_code.get(name.code, "") if form is PartyForm.ORGANISATION else ""
        return PartyMention(start=start, stop=stop, code=name.code, form=form, name=full)


def _with_short_names(
    text: str, parties: Sequence[PartyMention], short: Mapping[str, PartyMention]
) -> tuple[PartyMention, ...]:
    """The parties with all places where a short name stands that the text gave to one of them."""
    if not short:
        return tuple(parties)
    pattern = re.compile(rf"(?<![\w@/])(?:{'|'.join(map(re.escape, short))})(?![\w@])")
    found: list[PartyMention] = []
    rest = iter([*parties, PartyMention(start=len(text), stop=len(text), code="", form=PartyForm.NAME)])
    taken = next(rest)
    for each in pattern.finditer(text):
        while taken.stop <= each.start():
            found.append(taken)
            taken = next(rest)
        if each.end() <= taken.start:
            found.append(replace(short[each[0]], start=each.start(), stop=each.end()))
    return tuple(party for party in (*found, taken, *rest) if party.code)
