"""People whom a report names, as the dossier has them: under any spelling, with how sure that is."""

from ministrack.domain.delegation import Delegate
from ministrack.domain.filters import Compare
from ministrack.domain.language import tr
from ministrack.domain.names import fold, sound
from ministrack.domain.party import Party, PartyKind
from ministrack.domain.person import Person, Spelling
from ministrack.domain.record import Ref
from ministrack.domain.values import dataclass, replace
from ministrack.edits.proposals.reviewed import Candidate
from ministrack.store.reader import Reader

_HITS = 20
_SHOWN = 5
_LOOKED_AT = 8  # of those who may be meant: for whom they sat
_SEATS = 500  # of one person
_SAME, _SOUNDS, _MORE_WORDS, _INITIALS, _FAMILY = 100, 90, 80, 70, 50
_OTHER_PARTY = 40  # taken off where the person is known for another country
_LEAST = 30  # what scores less is not worth a look


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as it is compared: its words, and its sounds, each in one order."""

    words: tuple[str, ...]
    sounds: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "_Name":
        return cls(tuple(sorted(fold(text).split())), tuple(sorted(sound(text).split())))


def people_named(read: Reader, name: str, party: Party | None) -> tuple[Candidate, ...]:
    """People who may be meant by a name, best first; `party` is whom they come for, where that is known.

    The first of them `is_same` where the spelling is recorded, nobody else has it, and they are not known
    for another country.
    """
    wanted = _Name.of(name)
    compared = (_compared(read, ref, name, wanted) for ref in _looked_up(read, name))
    found = sorted((each for each in compared if each is not None), key=lambda each: -each.score)
    if party is not None and party.kind is PartyKind.STATE:
        found = [_doubted(read, each, party) for each in found[:_LOOKED_AT]]
        found.sort(key=lambda each: -each.score)
    if len([each for each in found if each.is_same]) > 1:
        found = [replace(each, is_same=False) for each in found]
    return tuple(each for each in found[:_SHOWN] if each.score >= _LEAST)


def spellings_of(read: Reader, person: Person) -> list[str]:
    """All spellings that are recorded of a person."""
    others = [each.name for each in read.find(Spelling, Compare("person", person.id))]
    return [name for name in (person.name, person.native_name, *others) if name]


def _looked_up(read: Reader, name: str) -> list[Ref]:
    """People who have all the words of a name, or else its longest first or last word."""
    words = fold(name).split()
    if not words:
        return []
    whole = [word for word in words if len(word) > 1]
    initials = [word for word in words if len(word) == 1]
    # The last word of a search may be only begun: "J. Biden" is looked for as "biden j…".
    refs = [hit.ref for hit in read.search(" ".join((*whole, *initials[:1])), ("person",), _HITS)]
    for part in dict.fromkeys(whole[-1:] + whole[:1]):
        if len(refs) < _SHOWN and len(words) > 1:
            refs += [hit.ref for hit in read.search(part, ("person",), _HITS)]
    return list(dict.fromkeys(refs))


def _compared(read: Reader, ref: Ref, name: str, wanted: _Name) -> Candidate | None:
    person = read.get(Person, ref.id)
    if person is None:
        return None
    ways = (_likeness(wanted, name, each) for each in spellings_of(read, person))
    score, why = max(ways, key=lambda way: way[0])
    return Candidate(ref, person.name, score, why, is_same=score == _SAME) if score else None


def _doubted(read: Reader, candidate: Candidate, party: Party) -> Candidate:
    """Less sure where somebody is known for other states, and not for this one."""
    if not _is_anothers(read, candidate.ref.id, party):
        return candidate
    why = tr("{why}, known for another country", why=candidate.why)
    return replace(candidate, score=candidate.score - _OTHER_PARTY, why=why, is_same=False)


def _likeness(wanted: _Name, name: str, spelling: str) -> tuple[int, str]:
    other = _Name.of(spelling)
    if wanted.words == other.words:
        return _SAME, tr("same spelling")
    if wanted.sounds == other.sounds:
        both_latin = name.isascii() == spelling.isascii()
        return _SOUNDS, tr("sounds alike") if both_latin else tr("sounds alike, written otherwise")
    if _is_part(wanted.words, other.words) or _is_part(wanted.sounds, other.sounds):
        return _MORE_WORDS, tr("one name is longer")
    if _fits_initials(wanted.sounds, other.sounds):
        return _INITIALS, tr("the initials fit")
    if _last_sound(name) & _last_sound(spelling):
        return _FAMILY, tr("same family name")
    return 0, ""


def _is_part(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the shorter name has two words or more, and the longer one has all of them."""
    shorter, longer = sorted((one, other), key=len)
    return len([word for word in shorter if len(word) > 1]) > 1 and set(shorter) <= set(longer)


def _fits_initials(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether each word of the shorter name is one of the longer, or the first letter of one; not all are."""
    shorter, longer = sorted((one, other), key=len)
    whole = [word for word in shorter if len(word) > 1]
    if not whole or len(whole) == len(shorter) or not set(whole) <= set(longer):
        return False
    left = [word for word in longer if word not in whole]
    return all(any(word.startswith(initial) for word in left) for initial in shorter if len(initial) == 1)


def _last_sound(name: str) -> set[str]:
    """The sounds of what may be the family name: the last word; a single word is all there is."""
    words = sound(name).split()
    return {word for word in words[-1:] if len(word) > 1}


def _is_anothers(read: Reader, person: str, party: Party) -> bool:
    """Whether a person sat for states, and never for this one."""
    seats = [each.delegation for each in read.find(Delegate, Compare("person", person))]
    known = {str(row[0]) for row in read.stored("delegation", ("party",), seats[:_SEATS]).values()}
    if not known or party.id in known:
        return False
    kinds = read.stored("party", ("kind",), tuple(known))
    return any(row[0] == PartyKind.STATE.value for row in kinds.values())
