"""A looser key under which official, press and Cyrillic spellings of one name meet."""

import re
from functools import cache, lru_cache

# Groups of letters that stand for one sound in some spelling of the same name. Longer groups come first.
# c, ç, ch, j, zh and dzh are one class: Turkish and Azerbaijani c is what others write j or zh, and the
# press drops the cedilla of ç. a and e are one class: Azerbaijani ə and Kazakh ә are written either way.
_SPELLINGS = {
    "shch": "s", "dzh": "j", "sch": "s", "tch": "j", "ch": "j", "sh": "s", "zh": "j", "dj": "j",
    "kh": "h", "gh": "k", "ph": "f", "c": "j", "x": "h", "q": "k", "g": "k", "w": "v", "y": "i", "e": "a",
}  # fmt: skip


def sound_of(folded: str) -> str:
    """The sound key of text that fold() of names has folded: same words, in the same order."""
    return " ".join(map(_sound_of_word, folded.split(" ")))


@lru_cache(maxsize=16_384)  # names are made of few words, again and again
def _sound_of_word(word: str) -> str:
    spelling, before_e, final_f, doubled = _patterns()
    text = spelling.sub(_one_sound, word)
    text = doubled.sub(r"\1", text)
    text = before_e.sub("a", text)
    text = final_f.sub("v", text)
    # Once more: "Aliyev" and "Aliiev" only now have the same letters side by side.
    return doubled.sub(r"\1", text)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Compiled when first needed: start-up time."""
    spelling = re.compile("|".join(_SPELLINGS))
    return spelling, re.compile(r"i+a"), re.compile(r"f\b"), re.compile(r"([a-z])\1+")


def _one_sound(found: re.Match[str]) -> str:
    return _SPELLINGS[found[0]]
