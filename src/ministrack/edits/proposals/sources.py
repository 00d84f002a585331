"""The report as a source of the dossier: the one that is there with the same text, or a new one."""

from ministrack.domain.dates import show
from ministrack.domain.language import tr
from ministrack.domain.names import fold, tidy
from ministrack.domain.proposal import ReportText
from ministrack.domain.source import Source, SourceKind
from ministrack.edits.wording import cut
from ministrack.store.reader import Reader

_HITS = 50
_WORDS = 12  # of the text, by which the same one is looked for
_SENTENCE = 4  # words of a line that may tell what the report is about
_LONGEST = 200  # characters of a title


def source_title(report: ReportText) -> str:
    """What the report is called: its title, or who published it and when, or how it begins."""
    if report.title.strip():
        return cut(tidy(report.title), _LONGEST)
    day = show(report.published) if report.published else ""
    if report.publisher and day:
        return tr("{publisher} report, {date}", publisher=report.publisher, date=day)
    lines = (line for line in report.text.split("\n") if len(line.split()) >= _SENTENCE)
    first = next(lines, "") if not day else tr("Report of {date}", date=day)
    return cut(tidy(report.publisher or first), _LONGEST) or tr("Report")


def source_of(read: Reader, report: ReportText, text: str) -> Source:
    """The source with just this text, or a new one that is not stored yet."""
    words = " ".join(fold(text[:_LONGEST]).split()[:_WORDS])
    for hit in read.search(words, (Source.TABLE,), _HITS) if words else ():
        found = read.get(Source, hit.ref.id)
        if found is not None and found.text == text:
            return found
    kinds = {kind.value: kind for kind in SourceKind}
    return Source(
        title=source_title(report),
        kind=kinds.get(report.kind, SourceKind.NEWS),
        publisher=report.publisher or None,
        address=report.address or None,
        published=report.published or None,
        language=report.language or None,
        text=text,
    )
