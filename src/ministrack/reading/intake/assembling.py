"""Puts a report together from what was given and what of it is blotted out."""

from collections.abc import Iterator, Sequence

from ministrack.domain.language import tr
from ministrack.domain.proposal import ReportText
from ministrack.reading.intake import problems
from ministrack.reading.intake.front_matter import FrontMatter, Given
from ministrack.reading.intake.inline import mark_inline
from ministrack.reading.intake.languages import language_of
from ministrack.reading.intake.letterhead import letterhead
from ministrack.reading.intake.lines import Draft, drafts_of
from ministrack.reading.intake.mask import DROP, Mask, without_controls
from ministrack.reading.intake.parts import Look, same_words, settled
from ministrack.reading.intake.published import published_day
from ministrack.reading.intake.told import Told
from ministrack.reading.intake.writing import Writer
from ministrack.reading.report import BlockKind, Report

_TITLES = ("title", "headline", "subject")
_PUBLISHERS = ("publisher", "site_name", "site", "source", "organization", "organisation", "author")
_ADDRESSES = ("source_url", "original_url", "canonical_url", "canonical", "url", "link")
MOST_LETTERS = 1_500_000
"""A report of more characters is none: a book of 700 pages."""

_LOOKED_FOR_TITLE = 12  # blocks


def written(
    given: str, front: FrontMatter, mask: Mask, *, is_page: bool, notes: Sequence[str] = ()
) -> Report:
    """The report, block by block."""
    drafts = drafts_of(mask, front.stop)
    strong, slanted = _emphasis(mask, drafts, is_page=is_page)
    if not is_page:
        before = mask.text
        for draft in drafts:
            mark_inline(before, draft.start, draft.stop, mask)
    title = " ".join(front.value(*_TITLES).split())
    writer = Writer()
    masked = mask.text
    if title and not _begins_with(masked, drafts, title):
        said = next(front.values[name] for name in _TITLES if front.value(name))
        if not drafts or said.start < drafts[0].start:
            _write_title(given, said, writer)
    looks = [Look(block) for block in writer.blocks]
    for draft, is_note in zip(drafts, _within(masked, drafts, mask.notes), strict=True):
        draft.kind = BlockKind.FOOTNOTE if is_note else draft.kind
    for draft, is_bold, is_slanted in zip(drafts, strong, slanted, strict=True):
        count = len(writer.blocks)
        writer.block(masked, draft.start, draft.stop, draft.kind, draft.depth)
        looks.extend(Look(block, is_bold, is_slanted) for block in writer.blocks[count:])
    return _report(given, front, writer, looks, title, notes)


def report_of_passages(told: Told) -> Report:
    """The report that a document holds, of which no place can be pointed to: its text is what was given."""
    writer = Writer()
    raw = without_controls("\n\n".join(passage.words for passage in told.passages))
    place = 0
    for passage in told.passages:
        stop = place + len(passage.words)
        writer.block(raw, place, stop, passage.kind, passage.depth, is_markup=False)
        place = stop + 2
    if not writer.blocks:
        raise problems.nothing()
    if len(writer.text) > MOST_LETTERS:
        raise problems.too_long(len(writer.text), MOST_LETTERS)
    looks = [Look(block) for block in writer.blocks]
    return _report(None, FrontMatter(), writer, looks, "", told.notes)


def _report(
    given: str | None,
    front: FrontMatter,
    writer: Writer,
    looks: Sequence[Look],
    title: str,
    notes: Sequence[str],
) -> Report:
    text = writer.text
    language = language_of(text)
    blocks = settled(text, looks, title, language)
    titles = (text[each.start : each.stop] for each in blocks if each.kind is BlockKind.TITLE)
    address = front.value(*_ADDRESSES)
    about = ReportText(
        text=text,
        title=title or next(titles, ""),
        publisher=_publisher(front) or letterhead(text, blocks),
        address=address if address.startswith(("http://", "https://")) else front.address,
        published=published_day(text, blocks, front),
        language=language,
        notes=(*notes, *_language_note(language)),
    )
    if given is None:
        return Report(about, blocks, text)
    return Report(about, blocks, given, tuple(writer.origins))


def _language_note(language: str) -> Iterator[str]:
    if not language:
        yield tr("The language of the text was not recognised; it is read as English.")


def _publisher(front: FrontMatter) -> str:
    said = " ".join(front.value(*_PUBLISHERS).split())
    return "" if said.startswith(("http://", "https://", "@")) else said


def _emphasis(mask: Mask, drafts: Sequence[Draft], *, is_page: bool) -> tuple[list[bool], list[bool]]:
    """Which blocks are bold, and which are slanted, from their first to their last character."""
    text = mask.text
    bold = _within(text, drafts, mask.bold)
    slanted = _within(text, drafts, mask.slanted)
    if not is_page:
        words = [text[draft.start : draft.stop].replace(DROP, "").strip(" \n#") for draft in drafts]
        bold = [one or _is_wrapped(each, "**", "__") for one, each in zip(bold, words, strict=True)]
        slanted = [one or _is_wrapped(each, "*", "_") for one, each in zip(slanted, words, strict=True)]
    return bold, slanted


def _is_wrapped(words: str, *marks: str) -> bool:
    return any(
        len(words) > 2 * len(mark)
        and words.startswith(mark)
        and words.endswith(mark)
        and mark not in words[len(mark) : -len(mark)].strip("*_")
        for mark in marks
    )


def _within(text: str, drafts: Sequence[Draft], stretches: Sequence[tuple[int, int]]) -> list[bool]:
    """Whether nothing but stretches of this sort is in each block."""
    if not stretches:
        return [False] * len(drafts)
    held = bytearray(len(text))
    for start, stop in stretches:
        held[start:stop] = b"\x01" * (stop - start)
    found = []
    for draft in drafts:
        seen = [place for place in range(draft.start, draft.stop) if text[place] not in "\x00 \n\t\f"]
        found.append(bool(seen) and all(held[place] for place in seen))
    return found


def _begins_with(masked: str, drafts: Sequence[Draft], title: str) -> bool:
    first = drafts[:_LOOKED_FOR_TITLE]
    return any(same_words(masked[draft.start : draft.stop], title) for draft in first)


def _write_title(given: str, said: Given, writer: Writer) -> None:
    if not said.pieces:
        writer.block(given, said.start, said.stop, BlockKind.TITLE)
        return
    writer.begin(said.start)
    for words, start, stop in said.pieces:
        if words.isspace():
            writer.space(start, stop)
        elif len(words) == stop - start == 1:
            writer.copy(words, start)
        elif words:
            writer.stand(" ".join(words.split()), start, stop)
    writer.end(BlockKind.TITLE)
