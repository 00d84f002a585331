"""Patterns of [report] in all languages: an imprint or a date line may be in another one than the report."""

import re
from functools import cache

from ministrack.reading.lexicon import in_all_languages


@cache
def any_pattern(name: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """One pattern for what any of the languages gives under this name."""
    found = in_all_languages("report", name)
    return re.compile("|".join(f"(?:{pattern})" for pattern in found) or r"(?!)", flags)
