"""The level that a title as printed stands for, where it leaves no doubt: a guess that one may change."""

import re
from collections.abc import Collection, Mapping

from ministrack.domain.names import fold

# What stands before a title and says nothing about the level: "H.E. Mr", "the Honourable".
_BEFORE = re.compile(
    r"^(?:(?:h e|he|his|her|excellency|the|hon|honourable|honorable|mr|mrs|ms|dr|prof|first|1st|birinci"
    r"|birincji|pervyi|pervyy|senior)\s+)+"
)

# Posts that carry the word of a level and are not of that level.
_NOT_A_LEVEL = re.compile(
    r"\b(?:counsell?or|plenipotentiary|advis[eo]r|assistant|aide|attache|secretary to|office of|cabinet of"
    r"|delegate of|representative of|on behalf|former|ex|chief of staff|spokes\w+|designate|elect"
    r"|musaviri?|mesleh?etci\w*|danisman\w*|sovetnik\w*|pomoshchnik\w*)\b"
)

# What folded titles begin with, the most particular first.
_SIGNS: tuple[tuple[str, str], ...] = (
    (r"(?:deputy|vice) (?:prime minister|head of government)\b", "deputy_head_of_government"),
    (r"(?:basbakan yardimcisi|bas nazirin (?:birinci )?muavini|bash nazirin muavini)\b",
     "deputy_head_of_government"),
    (r"zamestitel premer ministra\b", "deputy_head_of_government"),
    (r"(?:prime minister|head of government|federal chancellor|basbakan|bas nazir|premer ministr)\b",
     "head_of_government"),
    (r"president of the republic\b", "head_of_state"),
    (r"(?:president|head of state|cumhurbaskani|prezident|king|queen|emir|sultan)$", "head_of_state"),
    (r"(?:acting|interim|a i|ad interim) minister\b", "acting_minister"),
    (r"minister ad interim\b", "acting_minister"),
    (r"(?:i o ministra|ispolnyayushchii? obyazannosti ministra)\b", "acting_minister"),
    (r"minister of state(?: for\b| at\b|$)", "minister_of_state"),
    (r"(?:deputy|vice) ministers?\b", "deputy_minister"),
    (r"zamestitel ministra\b", "deputy_minister"),
    (r"(?:\w+ )*bakan(?:i)? yardimcisi\b", "deputy_minister"),
    (r"(?:\w+ )*nazir(?:i|inin)? (?:birinci )?muavini\b", "deputy_minister"),
    (r"(?:minister\b|ministr\b)", "minister"),
    (r"(?:\w+ ){0,4}(?:bakani?|naziri?|vaziri?|ministri)$", "minister"),
    (r"state secretary\b", "state_secretary"),
    (r"attorney general\b", "attorney_general"),
    (r"secretary general$", "head_of_organisation"),
    (r"secretary general of (?!.*\bministry\b)", "head_of_organisation"),
    (r"(?:ambassador\b|buyukelci\b|posol\b|sefir\b)", "ambassador"),
    (r"director general\b", "director_general"),
    (r"senior official\b", "senior_official"),
)  # fmt: skip
_PATTERNS = tuple((re.compile(sign), code) for sign, code in _SIGNS)


def level_of_title(title: str, levels: Mapping[str, str] | None = None) -> str | None:
    """The id of the level, or None where the title leaves it open. Never more than the title says.

    `levels` are those of the dossier by id: a title that is the name of one is that level, and one that the
    dossier does not have is never answered.
    """
    words = fold(title)
    for code, name in (levels or {}).items():
        if words and words == fold(name):
            return code
    words = _BEFORE.sub("", words)
    if not words or _NOT_A_LEVEL.search(words):
        return None
    found = next((code for pattern, code in _PATTERNS if pattern.match(words)), None)
    known: Collection[str] | None = None if levels is None else levels.keys()
    return found if known is None or found in known else None
