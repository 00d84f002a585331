"""Patterns of all languages at once: an imprint or a title may be in another one than the report."""

import re
from functools import cache

from ministrack.reading.lexicon import in_all_languages


@cache
def any_pattern(section: str, name: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """One pattern for what any of the languages gives under this name."""
    found = in_all_languages(section, name)
    return re.compile("|".join(f"(?:{pattern})" for pattern in found) or r"(?!)", flags)
