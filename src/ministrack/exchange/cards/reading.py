"""Address cards as what they say about people; runs in a process of its own (child.py)."""

import re
import unicodedata
from pathlib import Path

from ministrack.domain.checks import checked
from ministrack.domain.errors import InvalidValue
from ministrack.domain.fields import specs
from ministrack.domain.language import tr, trn
from ministrack.domain.names import fold
from ministrack.domain.person import NameOrder, Person
from ministrack.domain.progress import Progress
from ministrack.exchange.cards.components import Lines, cards
from ministrack.exchange.cards.found import Card, FoundCards
from ministrack.exchange.choices import Choices
from ministrack.exchange.content_lines import decoded, unescaped, without_hidden

_TELL_EVERY = 100  # cards
_PARTS = re.compile(r"(?<!\\)((?:\\\\)*);")
_LONGEST_ID = 500
_LINES = {"name": "FN", "given": "N", "family": "N", "native_name": "FN", "note": "NOTE"}


def parse(path: str, choices: Choices, *, progress: Progress | None = None) -> FoundCards:
    """Every person in the file. Raises InvalidValue where it holds no cards at all."""
    return read_cards(decoded(Path(path).read_bytes(), choices.encoding), progress)


def read_cards(text: str, progress: Progress | None = None) -> FoundCards:
    """Every person in the text of a file of cards."""
    found: list[Card] = []
    others = private = 0
    total = text.upper().count("END:VCARD") if progress else 0
    for card in cards(text):
        if progress and len(found) % _TELL_EVERY == 0:
            progress(len(found), total)
        if _is_no_person(card):
            others += 1
            continue
        found.append(_understood(card))
        private += card.is_private
    return FoundCards(tuple(found), _left_out(others, private))


def _understood(card: Lines) -> Card:
    label = _clean(card.first("FN"))[:200]
    if card.trouble:
        return Card(card.at or card.line, label, problem=card.trouble)
    try:
        return _read(card, label)
    except InvalidValue as error:
        about = _LINES.get(error.field, error.field.upper())
        line = next((each.line for each in card.properties.get(about, ())), card.line)
        return Card(line, label, problem=error.what, about=about)


def _read(card: Lines, label: str) -> Card:
    family, given = _name_parts(card)
    names = list(dict.fromkeys(_clean(name) for name in card.all("FN") if _clean(name)))
    name = names[0] if names else " ".join(part for part in (given, family) if part)
    if not name:
        raise InvalidValue(tr("It has no name (FN)."), field="name")
    native = next((each for each in names if each != name and not _is_latin(each)), "")
    phonetic = " ".join(
        part for part in map(_clean, (card.first(_PHONETIC[0]), card.first(_PHONETIC[1]))) if part
    )
    values: dict[str, object] = {
        "name": name,
        "given": given,
        "family": family,
        "name_order": NameOrder.FAMILY_FIRST.value if _is_family_first(name, family, given) else "",
        "native_name": native,
        "note": _note(card),
    }
    declared = specs(Person)
    fields = {field: checked(declared[field], value) for field, value in values.items() if value}
    spellings = [each for each in (*names[1:], phonetic) if each and each not in (name, native)]
    clean = tuple(str(checked(declared["name"], each)) for each in spellings)
    uid = unicodedata.normalize("NFC", " ".join(_clean(card.first("UID")).split()))
    uid = uid.removeprefix("urn:uuid:")[:_LONGEST_ID]
    return Card(card.line, label or name, uid, fields, clean, card.first("REV").strip())


_PHONETIC = ("X-PHONETIC-FIRST-NAME", "X-PHONETIC-LAST-NAME")


def _name_parts(card: Lines) -> tuple[str, str]:
    """Family name, and given name with further ones behind it."""
    found = card.properties.get("N")
    if not found:
        return "", ""
    # Parted before anything is unescaped: a semicolon behind a backslash parts nothing.
    parts = _PARTS.sub("\\1\0", found[0].decoded).split("\0")
    family, given, further = (_clean(unescaped(part.replace(",", " "))) for part in (*parts, "", "", "")[:3])
    return family, " ".join(part for part in (given, further) if part)


def _note(card: Lines) -> str:
    """What the person is, and for whom, before the note."""
    post = ", ".join(
        part
        for name in ("TITLE", "ROLE", "ORG")
        for part in [", ".join(filter(None, (piece.strip() for piece in card.first(name).split(";"))))]
        if part
    )
    return "\n".join(
        part for part in (without_hidden(post), without_hidden(card.first("NOTE")).strip()) if part
    )


def _is_no_person(card: Lines) -> bool:
    """A card of an organisation, a group or a place."""
    kind = (card.first("KIND") or card.first("X-ADDRESSBOOKSERVER-KIND")).strip().lower()
    if kind not in ("", "individual") or card.first("X-ABSHOWAS").strip().upper() == "COMPANY":
        return True
    named, organisation = card.first("FN").strip(), card.first("ORG").strip().rstrip(";")
    return bool(organisation) and named == organisation and not any(_name_parts(card))


def _is_family_first(name: str, family: str, given: str) -> bool:
    words = fold(name)
    first, last = fold(family), fold(given)
    return bool(first and last) and words.startswith(f"{first} ") and words.endswith(f" {last}")


def _is_latin(text: str) -> bool:
    return all(not letter.isalpha() or "LATIN" in unicodedata.name(letter, "") for letter in text)


def _clean(text: str) -> str:
    return " ".join(without_hidden(text).split())


def _left_out(others: int, private: int) -> tuple[str, ...]:
    words = []
    if others:
        words.append(
            trn(
                "{n} card is left out: it is of no person.",
                "{n} cards are left out: they are of no person.",
                others,
            )
        )
    if private:
        words.append(tr("Addresses, telephone numbers, birthdays and pictures are left out."))
    return tuple(words)
