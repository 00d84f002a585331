"""Words that lists are likely to hold, of headers and of dates, by which an encoding is told from another."""

import json
import re
from functools import cache

from ministrack.paths import resource

_WORD = re.compile(r"[^\W\d_]+")


@cache
def known_words() -> frozenset[str]:
    """Words with a letter beyond ASCII, in small letters; the others read alike in every encoding."""
    texts = (resource("tables", name).read_text(encoding="utf-8") for name in ("headers.json", "dates.json"))
    found = (word for text in texts for said in _strings(json.loads(text)) for word in _WORD.findall(said))
    return frozenset(word.casefold() for word in found if not word.isascii())


def _strings(held: object) -> list[str]:
    if isinstance(held, str):
        return [held]
    parts = held.values() if isinstance(held, dict) else held if isinstance(held, list) else ()
    return [said for part in parts for said in _strings(part)]
