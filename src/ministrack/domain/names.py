"""Names as they are written, and the keys under which the same name is found in any spelling."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import tr
from ministrack.domain.sounds import sound_of

# Azerbaijani schwa: "e" to a transliterator, "a" in most passports and in the press.
_SCHWA_AS_A = str.maketrans("əƏ", "aA")
# Apostrophes stand for letters (Oʻzbekiston) or soft signs; a name is typed with or without them.
_APOSTROPHES = dict.fromkeys(map(ord, "'`’‘ʻʼʽʾʿ´ʹʺ\"“”"))
_ASCII_APOSTROPHES = "'`\""
_SHORT = 200  # characters; longer texts are folded once
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")
# C0 and C1 controls, lone surrogates, and the marks that reorder text against its letters.
_REFUSED = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
_BREAKS = re.compile(r"[ \t]*(?:[\t\n\v\f\r\x85\u2028\u2029][ \t]*)+")
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")


def fold(text: str) -> str:
    """The main search key: ASCII words in lower case, one space between them, without apostrophes.

    The same for a text and for a query: fold("TUNÇ") == fold("tunç") == "tunc". Idempotent.
    """
    return _folded(text) if len(text) > _SHORT else _folded_short(text)


def _folded(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).translate(_ascii())
    for apostrophe in _ASCII_APOSTROPHES:
        text = text.replace(apostrophe, "")
    return _NOT_A_WORD.sub(" ", text.lower()).strip()


# A name is folded several times in a row: for its order, for its words and for their sounds.
_folded_short = lru_cache(maxsize=4096)(_folded)


def fold_keys(text: str) -> str:
    """What the index holds for a text: its folded words, then those that differ when ə is read as a."""
    main = fold(text)
    if "ə" not in text and "Ə" not in text:
        return main
    words = main.split()
    other = fold(text.translate(_SCHWA_AS_A)).split()
    return " ".join(words + [word for word in other if word not in words])


def sound(text: str) -> str:
    """The looser key, for when the other two find little: sound("Сыдыгалиев") == sound("Sidygaliyev")."""
    return sound_of(fold(text))


def tidy(text: str) -> str:
    """Single-line text as it is stored: NFC, trimmed, pasted line breaks and tabs as one space.

    Raises InvalidValue for control characters and for marks that reorder what is shown.
    """
    if _is_plain(text):
        return text
    return _checked(_BREAKS.sub(" ", text))


def tidy_long(text: str) -> str:
    """Text of several lines as it is stored: like tidy(), but line breaks (as \\n) and tabs stay."""
    if _is_plain(text):
        return text
    return _checked(_LINE_ENDS.sub("\n", text), "\n\t")


def _is_plain(text: str) -> bool:
    """Whether a text is tidy as it stands, as most are: nothing hidden in it, no other space than " "."""
    return text.isprintable() and text.strip() == text and unicodedata.is_normalized("NFC", text)


def _checked(text: str, allowed: str = "") -> str:
    text = unicodedata.normalize("NFC", text).strip().strip("\ufeff").strip()
    for found in _REFUSED.finditer(text):
        if found[0] not in allowed:
            raise InvalidValue(
                tr(
                    "The text contains a hidden character ({code}) at position {position}. Please remove it.",
                    code=f"U+{ord(found[0]):04X}",
                    position=found.start() + 1,
                )
            )
    return text


class _Ascii(dict[int, str]):
    """What stands for each character, looked up once: a whole text is then one step of str.translate."""

    def __init__(self, spelled: Callable[[str], str]) -> None:
        super().__init__(dict.fromkeys(_APOSTROPHES, ""))
        self._spelled = spelled

    def __missing__(self, code: int) -> str:
        found = self[code] = self._spelled(chr(code))
        return found


@cache
def _ascii() -> _Ascii:
    # delayed: start-up time; text that is ASCII already never needs it
    from anyascii import anyascii

    return _Ascii(anyascii)
