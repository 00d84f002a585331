"""What address cards would do to a dossier. Cards and people of one name are never merged by themselves."""

from collections.abc import Iterator, Mapping, Sequence

from ministrack.domain.fields import specs, stored_value
from ministrack.domain.filing import Identifier
from ministrack.domain.filters import Compare, OneOf, every
from ministrack.domain.ids import new_id
from ministrack.domain.language import tr, trn
from ministrack.domain.names import fold
from ministrack.domain.person import Person, Spelling
from ministrack.domain.progress import Progress
from ministrack.domain.record import Record, Ref
from ministrack.domain.values import dataclass
from ministrack.edits.changes import Edit
from ministrack.edits.wording import value_in_words
from ministrack.edits.writer import Writer
from ministrack.exchange.cards.found import Card, FoundCards
from ministrack.exchange.choices import Choices
from ministrack.exchange.drafts import Change
from ministrack.exchange.imports import ImportPlan, Row
from ministrack.exchange.plan import Verdict
from ministrack.exchange.stepped_plan import SteppedPlan
from ministrack.store.reader import Reader
from ministrack.store.table import from_row

SCHEME = "vcard"
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Step:
    """What one card adds and changes."""

    adding: tuple[Record, ...] = ()
    changing: tuple[Change, ...] = ()


def _import_edit(name: str, steps: Sequence[Step]) -> Edit:
    """All steps as one."""

    def apply(writer: Writer) -> None:
        for step in steps:
            writer.add_all(step.adding)
            for change in step.changing:
                writer.change(change.ref, change.new, change.seen)

    label = trn("Import {n} person from {name}", "Import {n} people from {name}", len(steps), name=name)
    return Edit(label, apply)


def plan_cards(read: Reader, parsed: object, name: str, choices: Choices, progress: Progress) -> ImportPlan:
    """Compares address cards with the people of the dossier."""
    assert isinstance(parsed, FoundCards)
    planner = _Planner(read, parsed.cards, choices)
    rows: list[Row] = []
    steps: dict[int, Step] = {}
    for place, card in enumerate(parsed.cards):
        progress(place, len(parsed.cards))
        row, step = planner.of_card(place, card)
        rows.append(row)
        if step is not None:
            steps[place] = step
    progress(len(parsed.cards), len(parsed.cards))
    rows += [Row(0, "", "", Verdict.BLANK, words) for words in parsed.left_out]
    return SteppedPlan(name, rows, steps, _import_edit)


class _Planner:
    def __init__(self, read: Reader, cards: Sequence[Card], choices: Choices) -> None:
        self._read = read
        self._cards = cards
        self._common = {name: value for name, value in choices.common.items() if name in specs(Person)}
        self._latest: dict[str, int] = {}
        for place, card in enumerate(cards):
            before = self._latest.get(card.uid)
            if card.uid and not card.problem and (before is None or card.revised > cards[before].revised):
                self._latest[card.uid] = place
        self._identified = {
            each.value: each.subject
            for part in _parts(list(self._latest))
            for each in read.find(Identifier, every((Compare("scheme", SCHEME), OneOf("value", part))))
        }
        self._named = _people_by_name(read)
        self._lines: dict[str, int] = {}  # where a name stands first in the file

    def of_card(self, place: int, card: Card) -> tuple[Row, Step | None]:
        """Its row, and what it does if it does something."""
        if card.problem:
            return _row(card, Verdict.PROBLEM, card.problem, card.about), None
        latest = self._latest.get(card.uid, place)
        if latest != place:
            line = self._cards[latest].line
            return _row(card, Verdict.BLANK, tr("Line {line} is a later version.", line=line)), None
        person = self._read.get(Person, self._identified.get(card.uid, ""))
        if person is not None:
            return self._known(card, person)
        return self._unknown(card)

    def _known(self, card: Card, person: Person) -> tuple[Row, Step | None]:
        """The person that an earlier card with this id became."""
        changes = _changes(person, card.fields)
        spellings = self._spellings(card, person)
        if not changes and not spellings:
            return _row(card, Verdict.SAME), None
        return _row(card, Verdict.CHANGES, self._words(changes, spellings)), Step(spellings, changes)

    def _unknown(self, card: Card) -> tuple[Row, Step | None]:
        name = _key(str(card.fields["name"]))
        same, line = self._named.get(name, []), self._lines.setdefault(name, card.line)
        if len(same) == 1:
            return self._of_that_name(card, same[0])
        step = self._new(card)
        if same:
            words = tr("Several people have this name. Chosen, the card becomes one more.")
            return _row(card, Verdict.CONFLICT, words), step
        if line != card.line:
            words = tr("Line {line} has the same name. Chosen, the card becomes one more.", line=line)
            return _row(card, Verdict.CONFLICT, words), step
        return _row(card, Verdict.NEW, " · ".join(_told(card))), step

    def _of_that_name(self, card: Card, person: Person) -> tuple[Row, Step | None]:
        """Somebody of that name is there: only a person can say whether it is the same one."""
        gaps = {name: value for name, value in card.fields.items() if not getattr(person, name)}
        changes = _changes(person, gaps)
        adding = self._spellings(card, person)
        if not changes and not adding:
            return _row(card, Verdict.SAME), None
        words = tr("{name} is in the dossier. Chosen, the card adds what is not known:", name=person.name)
        step = Step((*adding, *_identifier(card, person.id)), changes)
        return _row(card, Verdict.CONFLICT, f"{words} {self._words(changes, adding)}"), step

    def _new(self, card: Card) -> Step:
        identity = new_id()
        values = dict.fromkeys(specs(Person)) | {"name_order": "given first"}
        person = from_row(Person, {"id": identity, **values, **self._common, **card.fields})
        spellings = (Spelling(name=each, person=identity) for each in card.spellings)
        return Step((person, *spellings, *_identifier(card, identity)))

    def _spellings(self, card: Card, person: Person) -> tuple[Spelling, ...]:
        if not card.spellings:
            return ()
        kept = self._read.find(Spelling, Compare("person", person.id))
        known = {person.name, person.native_name, *(each.name for each in kept)}
        return tuple(Spelling(name=each, person=person.id) for each in card.spellings if each not in known)

    def _words(self, changes: Sequence[Change], spellings: Sequence[Spelling]) -> str:
        declared = specs(Person)
        words = [
            tr(
                "{field}: {before} → {after}",
                field=tr(declared[name].label),
                before=value_in_words(self._read, declared[name], change.seen[name]) or tr("nothing"),
                after=value_in_words(self._read, declared[name], value),
            )
            for change in changes
            for name, value in change.new.items()
        ]
        return " · ".join((*words, *(tr("Spelling: {name}", name=each.name) for each in spellings)))


def _changes(person: Person, wanted: Mapping[str, object]) -> tuple[Change, ...]:
    """What the card says differently; a note that holds what the card says stays."""
    declared = specs(Person)
    seen = {name: stored_value(declared[name], getattr(person, name)) for name in wanted}
    new = {
        name: value
        for name, value in wanted.items()
        if seen[name] != value and not (name == "note" and str(value) in str(seen[name] or ""))
    }
    return (Change(Ref("person", person.id), new, {name: seen[name] for name in new}),) if new else ()


def _people_by_name(read: Reader) -> Mapping[str, list[Person]]:
    """Everybody under every name that is recorded, whatever the order of its words."""
    people = {each.id: each for each in read.find(Person)}
    named: dict[str, dict[str, Person]] = {}
    for person in people.values():
        for name in filter(None, (person.name, person.native_name)):
            named.setdefault(_key(name), {})[person.id] = person
    for spelling in read.find(Spelling):
        named.setdefault(_key(spelling.name), {})[spelling.person] = people[spelling.person]
    return {key: list(found.values()) for key, found in named.items()}


def _identifier(card: Card, person: str) -> tuple[Record, ...]:
    if not card.uid:
        return ()
    return (Identifier(value=card.uid, scheme=SCHEME, subject_table="person", subject=person),)


def _told(card: Card) -> Iterator[str]:
    if "native_name" in card.fields:
        yield str(card.fields["native_name"])
    yield from card.spellings
    if "note" in card.fields:
        yield str(card.fields["note"]).split("\n", 1)[0]


def _key(name: str) -> str:
    return " ".join(sorted(fold(name).split())) or name


def _parts(values: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for start in range(0, len(values), _AT_ONCE):
        yield tuple(values[start : start + _AT_ONCE])


def _row(card: Card, verdict: Verdict, words: str = "", field: str = "") -> Row:
    return Row(card.line, "person", card.label, verdict, words, field)
