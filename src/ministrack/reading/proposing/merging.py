"""One proposal for what a report says several times, with every place that says it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ministrack.domain.date_spans import span
from ministrack.domain.language import tr
from ministrack.domain.proposal import Proposal, Quote, Relation, Said
from ministrack.reading.proposing.likeness import likeness

_FULLER = frozenset(("name", "person", "title", "theme", "mandate", "venue"))
"""Fields of which the longer text says more, and does not contradict the shorter one."""
_FOLLOWING = frozenset(("status", "stage", "treatment", "role", "part", "mode", "kind", "level"))
"""Fields of which the first place is taken to tell; others say them in passing."""
_REFERRING = ("owner", "due_meeting")


def merged(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """The proposals without repetitions, each with its other places in `also`, in the order of the text.

    The reported meeting comes first. What pointed to a proposal that went into another points to that one.
    """
    kept: list[Proposal] = []
    now: dict[str, str] = {}
    for each in proposals:
        proposal = _pointing(each, now)
        same = likeness(kept, proposal)
        if same is None:
            kept.append(proposal)
        else:
            now[each.key] = same.key
            kept[kept.index(same)] = _together(same, proposal)
    return tuple(sorted((_pointing(each, now) for each in kept), key=_order))


def _order(each: Proposal) -> tuple[bool, int]:
    return each.relation is not Relation.REPORTED, each.quote.start


def _pointing(each: Proposal, now: dict[str, str]) -> Proposal:
    """The proposal, with references to proposals that went into others renewed."""
    fields = {
        name: replace(said, value=now.get(said.value, said.value)) if name in _REFERRING else said
        for name, said in each.fields.items()
    }
    return replace(each, about=now.get(each.about, each.about), fields=fields)


def _together(first: Proposal, second: Proposal) -> Proposal:
    """Both in one: the fuller value of each field; where they contradict, the first, and not sure."""
    fields = dict(first.fields)
    doubts = []
    for name, said in second.fields.items():
        mine = fields.get(name)
        if mine is None or _is_fuller(name, said.value, mine.value):
            fields[name] = said
        elif _contradicts(name, said.value, mine.value):
            doubts.append(_doubt(mine, said))
    return replace(
        first,
        fields={name: fields[name] for name in _in_order(first, fields)},
        also=_places(first, second),
        sure=(first.sure or second.sure) and not doubts,
        why=" ".join(filter(None, (first.why, *doubts))),
    )


def _in_order(first: Proposal, fields: dict[str, Said]) -> Sequence[str]:
    return [*first.fields, *(name for name in fields if name not in first.fields)]


def _is_fuller(name: str, value: str, mine: str) -> bool:
    if name == "date":
        return _lies_within(value, mine) and not _lies_within(mine, value)
    return name in _FULLER and len(value) > len(mine)


def _contradicts(name: str, value: str, mine: str) -> bool:
    if value == mine or name in _FULLER or name in _FOLLOWING:
        return False
    return not (name == "date" and _lies_within(mine, value))


def _lies_within(date: str, other: str) -> bool:
    """Whether a date says more closely what another says."""
    inner, outer = span(date), span(other)
    return (inner.first or "") >= (outer.first or "") and (inner.last or "9") <= (outer.last or "9")


def _doubt(mine: Said, said: Said) -> str:
    return tr(
        "The text says “{one}” in one place and “{other}” in another.",
        one=mine.words.text if mine.words else mine.value,
        other=said.words.text if said.words else said.value,
    )


def _places(first: Proposal, second: Proposal) -> tuple[Quote, ...]:
    """Every place but the first, once each."""
    quotes = {quote.start: quote for quote in (*first.also, second.quote, *second.also)}
    quotes.pop(first.quote.start, None)
    return tuple(quotes[start] for start in sorted(quotes))
