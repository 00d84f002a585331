"""What stands at the head of the inspector, in words: kind, where it belongs, title, status, neighbours."""

from collections.abc import Callable, Mapping

from ministrack.domain.body import BodyKind
from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.delegation import Presence
from ministrack.domain.document import DocumentKind, Stage
from ministrack.domain.filters import Compare, Comparison, every
from ministrack.domain.language import ordinal, tr
from ministrack.domain.levels import BELOW_MINISTER
from ministrack.domain.lists import ListQuery
from ministrack.domain.meeting import MeetingStatus
from ministrack.domain.party import PartyKind
from ministrack.domain.record import Ref
from ministrack.domain.series import SeriesKind
from ministrack.domain.task import TaskStatus
from ministrack.domain.values import dataclass, replace
from ministrack.edits.asking import Reader
from ministrack.ui import tones
from ministrack.ui.inspector.subject import Subject
from ministrack.ui.naming import day, dotted, meeting_in_place, text
from ministrack.ui.style.theme import Tone

_PLACE = ("name", "number", "city", "country_name", "country_short", "date")


@dataclass(frozen=True, slots=True)
class Belongs:
    """Something that the record belongs to: its name, and the record itself where it is one."""

    name: str
    ref: Ref | None = None


@dataclass(frozen=True, slots=True)
class Headline:
    """The words of the head. `flag` is a country's code, None for no flag."""

    kind: str
    title: str
    belongs: tuple[Belongs, ...] = ()
    flag: str | None = None
    pill: tones.Said = ("", Tone.NEUTRAL)
    before: Belongs | None = None
    after: Belongs | None = None
    also: Belongs | None = None  # another record that one may want to see next


def headline(read: Reader, subject: Subject) -> Headline:
    """The head for a record of any kind."""
    plain = Headline(tr(RECORD_TYPES[subject.ref.table].ONE), text(subject.fact("label")))
    fill = _FILLED.get(subject.ref.table)
    return fill(read, subject, plain) if fill else replace(plain, title=read.label(subject.ref))


def _meeting(read: Reader, subject: Subject, plain: Headline) -> Headline:
    series = subject.link("series", "series")
    return replace(
        plain,
        belongs=(Belongs(text(subject.fact("series_name")), series),) if series else (),
        pill=tones.of_choice(MeetingStatus, subject.fact("status")),
        before=_neighbour(read, subject, Comparison.BELOW),
        after=_neighbour(read, subject, Comparison.ABOVE),
    )


def _neighbour(read: Reader, subject: Subject, side: Comparison) -> Belongs | None:
    """The next meeting of the series on one side, by number."""
    number, series = subject.fact("number"), subject.fact("series")
    if number is None or series is None:
        return None
    wanted = every((Compare("series", series), Compare("number", number, side)))
    query = ListQuery("meeting", _PLACE, wanted, "number", descending=side is Comparison.BELOW)
    for row in read.rows(query, 1):
        rank = ordinal(int(row["number"] or 0))
        place = text(row["city"]) or text(row["country_short"]) or day(row["date"])
        return Belongs(f"{rank} {place}".strip(), Ref("meeting", text(row["id"])))
    return None


def _at(read: Reader, subject: Subject, field: str = "meeting") -> tuple[Belongs, ...]:
    """The meeting that a field points at: "2nd meeting, Baku"."""
    ref = subject.link(field, "meeting")
    row = read.row(ref, _PLACE) if ref else None
    if row is None:
        return ()
    named = {f"meeting_{name}": value for name, value in row.items()}
    return (Belongs(meeting_in_place(named, "meeting"), ref),)


def _delegation(read: Reader, subject: Subject, plain: Headline) -> Headline:
    pill = tones.of_level(subject.fact("head_level"), subject.fact("head_level_name"))
    if subject.fact("head_level") in BELOW_MINISTER:
        pill = (tr("Below minister level"), Tone.PROGRESS)
    if not pill[0] or subject.fact("status") == Presence.ABSENT.value:
        pill = tones.of_choice(Presence, subject.fact("status"))
    party = tr("All about {party}", party=text(subject.fact("party_name")))
    return replace(
        plain, title=text(subject.fact("party_name")), belongs=_at(read, subject),
        flag=text(subject.fact("party_code")), pill=pill, also=Belongs(party, subject.link("party", "party")),
    )  # fmt: skip


def _delegate(read: Reader, subject: Subject, plain: Headline) -> Headline:
    person = subject.link("person", "person")
    delegation = Belongs(text(subject.fact("party_name")), subject.link("delegation", "delegation"))
    return replace(
        plain, belongs=(delegation, *_at(read, subject)), flag=text(subject.fact("party_code")),
        pill=tones.of_level(subject.fact("level"), subject.fact("level_name")),
        also=Belongs(tr("All about this person"), person) if person else None,
    )  # fmt: skip


def _person(_: Reader, subject: Subject, plain: Headline) -> Headline:
    name = text(subject.fact("party_name"))
    flag = text(subject.fact("party_code")) if name else None
    return replace(plain, belongs=(Belongs(name),) if name else (), flag=flag)


def _party(_: Reader, subject: Subject, plain: Headline) -> Headline:
    kind = tones.of_choice(PartyKind, subject.fact("kind"))[0]
    return replace(plain, kind=kind, flag=text(subject.fact("code")))


def _series(_: Reader, subject: Subject, plain: Headline) -> Headline:
    organisation = subject.link("organisation", "party")
    kind = tones.of_choice(SeriesKind, subject.fact("kind"))[0]
    named = (Belongs(text(subject.fact("organisation_name")), organisation),) if organisation else ()
    return replace(plain, belongs=(Belongs(kind), *named))


def _task(read: Reader, subject: Subject, plain: Headline) -> Headline:
    made = tuple(
        replace(each, name=_since(each.name, is_carried=bool(subject.fact("carried"))))
        for each in _at(read, subject, "made_at")
    )
    status = {"status": subject.fact("status"), "due_last": subject.fact("due_last")}
    return replace(plain, belongs=made, pill=tones.of_task(status))


def _since(meeting: str, *, is_carried: bool) -> str:
    if is_carried:
        return tr("carried from {meeting}", meeting=meeting)
    return tr("from {meeting}", meeting=meeting)


def _progress(read: Reader, subject: Subject, plain: Headline) -> Headline:
    task = subject.link("task", "task")
    title = dotted((day(subject.fact("date")), *(each.name for each in _at(read, subject))))
    return replace(
        plain, title=title or plain.kind, pill=tones.of_choice(TaskStatus, subject.fact("status")),
        belongs=(Belongs(read.label(task), task),) if task else (),
    )  # fmt: skip


def _document(_: Reader, subject: Subject, plain: Headline) -> Headline:
    kind = tones.of_choice(DocumentKind, subject.fact("kind"))[0]
    stage = tones.of_choice(Stage, subject.fact("stage"))
    return replace(plain, belongs=(Belongs(kind),), pill=stage)


def _document_stage(read: Reader, subject: Subject, plain: Headline) -> Headline:
    stage = tones.of_choice(Stage, subject.fact("stage"))
    document = Belongs(text(subject.fact("document_title")), subject.link("document", "document"))
    return replace(plain, title=stage[0], belongs=(document, *_at(read, subject)), pill=stage)


def _body(_: Reader, subject: Subject, plain: Headline) -> Headline:
    return replace(plain, belongs=(Belongs(tones.of_choice(BodyKind, subject.fact("kind"))[0]),))


def _source(_: Reader, subject: Subject, plain: Headline) -> Headline:
    said = (text(subject.fact("publisher")), day(subject.fact("published")))
    return replace(plain, belongs=tuple(Belongs(part) for part in said if part))


def _programme_item(read: Reader, subject: Subject, plain: Headline) -> Headline:
    return replace(plain, belongs=_at(read, subject))


_FILLED: Mapping[str, Callable[[Reader, Subject, Headline], Headline]] = {
    "meeting": _meeting,
    "delegation": _delegation,
    "delegate": _delegate,
    "programme_item": _programme_item,
    "person": _person,
    "party": _party,
    "series": _series,
    "task": _task,
    "progress": _progress,
    "document": _document,
    "document_stage": _document_stage,
    "body": _body,
    "source": _source,
}
