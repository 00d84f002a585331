"""Keeps words of right-to-left scripts from drawing the figures beside them to their other side."""

import re

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")  # Hebrew, Arabic and their kin
_BEGIN, _END = "\u2068", "\u2069"  # Unicode: first strong isolate, pop directional isolate


def isolated(text: str) -> str:
    """The text, to be set among others: "دمشق" before "26 Mar 2012" stays before all of it."""
    return f"{_BEGIN}{text}{_END}" if _RIGHT_TO_LEFT.search(text) else text
