"""Where a report speaks of what: the stretches that are marked in its text, by kind of record."""

from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ministrack.domain.proposal import Proposal, ProposalKind, Quote
from ministrack.domain.values import dataclass
from ministrack.ui.style.theme import Theme, Tone

TONES: Mapping[ProposalKind, Tone] = {
    ProposalKind.MEETING: Tone.HELD,
    ProposalKind.DELEGATION: Tone.PLANNED,
    ProposalKind.DOCUMENT: Tone.PROGRESS,
    ProposalKind.BODY: Tone.ACCENT,
    ProposalKind.TASK: Tone.NEUTRAL,
    ProposalKind.PROGRAMME: Tone.PROGRESS,
}
"""The colours of marks; which kind a mark is of, its tip and the legend say in words."""

DOTTED = frozenset((ProposalKind.PROGRAMME,))
"""Kinds that are told from others of their colour by a dotted line."""

LINE = 2.0
_ROUND = 3.0
_LONG = 60  # letters: a quote of more is a sentence, of which the telling words are marked


_WHO = ("person", "title")
"""Of a delegation, the words that name somebody; others, as "signed by", may stand far from it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the report's text that bears a proposal."""

    start: int
    stop: int
    key: str
    kind: ProposalKind


def marks_of(proposals: Iterable[Proposal]) -> list[Mark]:
    """The marks of all proposals, in the order of the text; a wider one before those inside it."""
    found = {
        Mark(quote.start, quote.stop, each.key, each.kind) for each in proposals for quote in places_of(each)
    }
    return sorted(found, key=lambda mark: (mark.start, -mark.stop, mark.key))


def places_of(proposal: Proposal) -> list[Quote]:
    """The places that speak of a proposal, in the order of the text."""
    if proposal.kind is ProposalKind.MEETING or len(proposal.quote.text) > _LONG:
        places = {quote.start: quote for quote in (*_telling(proposal), *proposal.also)}
    else:
        places = {quote.start: quote for quote in (proposal.quote, *proposal.also)}
    return [places[start] for start in sorted(places)] or [proposal.quote]


def _telling(proposal: Proposal) -> Iterator[Quote]:
    """The words that bear the fields; the mention itself where there are none."""
    fields = proposal.fields
    if proposal.kind is ProposalKind.DELEGATION:
        fields = {name: said for name, said in fields.items() if name in _WHO} or fields
    words = [said.words for said in fields.values() if said.words is not None]
    yield from words or [proposal.quote]


def paint_mark(painter: QPainter, box: QRectF, kind: ProposalKind, theme: Theme) -> None:
    """Paints a mark, in the text and in the legend: a soft ground, and a line below it."""
    ink, soft = theme.tone(TONES[kind])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(soft))
    painter.drawRoundedRect(box, _ROUND, _ROUND)
    style = Qt.PenStyle.DotLine if kind in DOTTED else Qt.PenStyle.SolidLine
    painter.setPen(QPen(QColor(ink), LINE, style, Qt.PenCapStyle.FlatCap))
    below = box.bottom() - LINE / 2
    painter.drawLine(QPointF(box.left(), below), QPointF(box.right(), below))
