"""Whose people stand below a line: a heading that is a country, "Participants from Japan included:"."""

import re
from collections.abc import Sequence

from ministrack.reading.mention import PartyMention
from ministrack.reading.mentions.home_party import is_state, parties_within
from ministrack.reading.mentions.lexemes import lexemes
from ministrack.reading.mentions.stretches import is_of_person
from ministrack.reading.prose import Prose
from ministrack.reading.report import Block, BlockKind

_LONGEST = 80  # characters of a heading that is a party
_LISTED = (BlockKind.ITEM, BlockKind.ROW)


def parties_of_headings(prose: Prose, parties: Sequence[PartyMention]) -> dict[int, str]:
    """The party of the blocks below such a line, by where they begin."""
    after = prose.lexicon.section("delegations").get("heading_after_pattern")
    before = prose.lexicon.section("delegations").get("heading_before_pattern")
    opening = re.compile(rf"[\W_]*(?:(?:{before})\s+)?(?:the\s+)?" if before else r"[\W_]*", re.IGNORECASE)
    ending = re.compile(rf"[\W_]*(?:{after})?[\W_]*" if after else r"[\W_]*", re.IGNORECASE)
    roles = prose.lexicon.section("delegations").get("heading_role_pattern")
    role = re.compile(rf"(?<![^\s.])(?:{roles}):\W*$" if roles else r"(?!)", re.IGNORECASE)
    words = lexemes(prose.lexicon)
    found: dict[int, str] = {}
    heading, introduced = "", ""
    for block in prose.report.blocks:
        inside = parties_within(parties, block.start, block.stop)
        if _is_party(prose.text, block, inside, opening, ending):
            heading, introduced = inside[0].code, ""
            continue
        line = prose.text[block.start : block.stop]
        is_other = line.rstrip().endswith(":") and not inside
        is_heading = block.kind is BlockKind.HEADING and not is_of_person(prose.text, block, words)
        if (is_heading or is_other) and not role.search(line):
            heading = ""
        if block.kind not in _LISTED:
            introduced = _introduced(prose.text, block, inside)
        code = introduced or heading
        if code:
            found[block.start] = code
    return found


def _is_party(
    text: str, block: Block, inside: Sequence[PartyMention], opening: re.Pattern[str], ending: re.Pattern[str]
) -> bool:
    if not inside or block.stop - block.start > _LONGEST:
        return False
    first = inside[0]
    begins = opening.fullmatch(text, block.start, first.start)
    return bool(begins and ending.fullmatch(text, first.stop, block.stop))


def _introduced(text: str, block: Block, inside: Sequence[PartyMention]) -> str:
    """The one country that a line before a list speaks of."""
    codes = {party.code for party in inside}
    is_introduction = text[block.start : block.stop].rstrip().endswith(":")
    return next(iter(codes)) if is_introduction and len(codes) == 1 and is_state(min(codes)) else ""
