"""Which encoding a text file is in: by its marks, what is valid, and how its letters follow one another."""

import codecs
import re
from collections.abc import Mapping

from ministrack.domain.language import N_, tr
from ministrack.domain.values import dataclass
from ministrack.sandbox.file_problem import FileProblem
from ministrack.sandbox.known_words import known_words

ENCODINGS: Mapping[str, str] = {
    "utf-8": N_("Unicode (UTF-8)"),
    "utf-16-le": N_("Unicode (UTF-16 LE)"),
    "utf-16-be": N_("Unicode (UTF-16 BE)"),
    "cp1251": N_("Cyrillic (Windows-1251)"),
    "koi8-r": N_("Cyrillic (KOI8-R)"),
    "koi8-u": N_("Cyrillic (KOI8-U)"),
    "cp866": N_("Cyrillic (DOS, CP866)"),
    "mac-cyrillic": N_("Cyrillic (Mac)"),
    "iso8859-5": N_("Cyrillic (ISO 8859-5)"),
    "kz1048": N_("Kazakh (KZ-1048)"),
    "cp1254": N_("Turkish (Windows-1254)"),
    "iso8859-9": N_("Turkish (ISO 8859-9)"),
    "cp857": N_("Turkish (DOS, CP857)"),
    "mac-turkish": N_("Turkish (Mac)"),
    "cp1252": N_("Western (Windows-1252)"),
    "iso8859-1": N_("Western (ISO 8859-1)"),
    "iso8859-15": N_("Western (ISO 8859-15)"),
    "cp850": N_("Western (DOS, CP850)"),
    "mac-roman": N_("Western (Mac)"),
    "cp1250": N_("Central European (Windows-1250)"),
    "iso8859-2": N_("Central European (ISO 8859-2)"),
    "cp1257": N_("Baltic (Windows-1257)"),
    "cp1253": N_("Greek (Windows-1253)"),
    "cp1256": N_("Arabic (Windows-1256)"),
}
"""What a person may choose, with labels to translate."""

UNREADABLE = "\ufffd"
"""Stands in a text for what could not be read there."""

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

# In this order where letters do not decide: a Windows text is likelier than one of DOS or Mac.
_GUESSED = (
    "cp1252", "cp1254", "cp1251", "cp1250", "cp1257", "cp1253", "koi8-r", "cp866", "mac-cyrillic",
    "iso8859-5", "iso8859-2", "cp857", "cp850", "mac-turkish", "mac-roman",
)  # fmt: skip

# Letters by how often they are met, in the languages that are written in an encoding.
_CYRILLIC = ("оеаинтсрвлкм", "дпуяыьгзбчйх", "жшюцщэфъё")
_TURKISH = ("ıüşğçö", "əâî", "éàèäñû")
_WESTERN = ("éäöüáíóñçãèà", "ßâêîôûëïåæøõìòùúðþ", "ÿœý")
_CENTRAL = ("áéíóöüőűčšžřěýłąęćśżńů", "âăîşţúôäľťďňźß", "ŕĺđ")
_BALTIC = ("āēīūšžčėąęųįņļķģ", "äöüõ", "")
_GREEK = ("άίέόήύώ", "αοιετσνηυρπκμλςωδγχθφβ", "ξζψϊϋ")
_LETTERS: Mapping[str, tuple[str, str, str]] = {
    "cp1251": _CYRILLIC, "koi8-r": _CYRILLIC, "cp866": _CYRILLIC, "mac-cyrillic": _CYRILLIC,
    "iso8859-5": _CYRILLIC, "cp1254": _TURKISH, "cp857": _TURKISH, "mac-turkish": _TURKISH,
    "cp1252": _WESTERN, "cp850": _WESTERN, "mac-roman": _WESTERN, "cp1250": _CENTRAL, "iso8859-2": _CENTRAL,
    "cp1257": _BALTIC, "cp1253": _GREEK,
}  # fmt: skip
_WEIGHTS = (3.0, 1.6, 0.6)
_MARKS_OF_TEXT = frozenset("«»„“”‘’–—…№°§·€£\u00a0")
_WORD = re.compile(r"[^\W\d_]*[^\x00-\x7f\W\d_][^\W\d_]*")
_OTHER = re.compile(r"[^\x00-\x7f\w]")
_SAMPLE = 200_000  # bytes beyond ASCII are looked for in so many, and their lines
_MIXED, _NO_LETTER, _RARE = -3.0, -2.5, -1.0
_KNOWN = 4.0  # for each word that lists are likely to hold


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was read in, and others that would do, the likeliest first."""

    text: str
    encoding: str
    others: tuple[str, ...] = ()
    unreadable: int = 0  # characters


def decoded(content: bytes, chosen: str = "") -> Decoded:
    """The text of a file. Raises FileProblem where it is none, or not in the chosen encoding."""
    if chosen:
        return _as_chosen(content, chosen)
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _whole(content[len(mark) :], encoding)
    wide = _wide(content)
    if wide:
        return _whole(content, wide)
    if b"\x00" in content[:4096] and _is_binary(content[:4096]):
        raise no_text()
    return _narrow(content)


def encoding_label(encoding: str) -> str:
    """What a person reads for an encoding."""
    return tr(ENCODINGS[encoding]) if encoding in ENCODINGS else encoding


def no_text() -> FileProblem:
    """What a file of other things is answered with."""
    return FileProblem(
        tr("The file holds no text that could be read."),
        safe=tr("Nothing was changed."),
        todo=tr("Save it in another format in the program it comes from: a table as CSV, a text as TXT."),
    )


def _as_chosen(content: bytes, chosen: str) -> Decoded:
    encoding = known_encoding(chosen)
    for mark, marked in _MARKS:
        if marked == encoding:
            content = content.removeprefix(mark)
    try:
        return Decoded(content.decode(encoding), encoding, (encoding,))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        what = tr(
            "The file is not in {encoding}: see line {line}.", encoding=encoding_label(encoding), line=line
        )
        raise FileProblem(
            what, line=line, safe=tr("Nothing was changed."), todo=tr("Choose another encoding.")
        ) from error


def known_encoding(name: str) -> str:
    """The one of ENCODINGS that a name means, or else a codec for text. Raises FileProblem for none."""
    try:
        found = codecs.lookup(name.strip())
        "a".encode(found.name)
    except (LookupError, ValueError, TypeError) as error:
        offered = ", ".join(ENCODINGS)
        raise FileProblem(
            tr("There is no encoding “{name}”.", name=name),
            todo=tr("Choose one of these: {offered}.", offered=offered),
        ) from error
    return next((each for each in ENCODINGS if codecs.lookup(each).name == found.name), found.name)


def _whole(content: bytes, encoding: str) -> Decoded:
    text = content.decode(encoding, "replace")
    return Decoded(text, encoding, (encoding,), text.count(UNREADABLE))


def _wide(content: bytes) -> str:
    """UTF-16 without a mark: every other byte is mostly 0, or that of one alphabet."""
    sample = content[:4096]
    if len(sample) < 4 or len(content) % 2:
        return ""
    ends = {"utf-16-le": sample[1::2], "utf-16-be": sample[0::2]}
    for encoding, high in ends.items():
        if high.count(0) + high.count(4) > 0.8 * len(high) and b"\x00" in high:
            return encoding
    return ""


def _is_binary(sample: bytes) -> bool:
    """A few NUL bytes are met in broken texts; other controls are not."""
    controls = sum(byte < 9 or 13 < byte < 32 for byte in sample)
    return controls > len(sample) * 0.05


def _narrow(content: bytes) -> Decoded:
    try:
        text = content.decode("utf-8")
        return Decoded(text, "utf-8", ("utf-8", *_GUESSED[:3]) if not content.isascii() else ("utf-8",))
    except UnicodeDecodeError:
        pass
    broken = content.decode("utf-8", "replace")
    bad = broken.count(UNREADABLE)
    if sum(not letter.isascii() for letter in broken) - bad > 10 * bad:  # UTF-8 with a few bytes gone
        return Decoded(broken, "utf-8", ("utf-8", *_GUESSED[:3]), bad)
    if _is_binary(_telling_lines(content)):
        raise no_text()
    return _old(content)


def old_text(content: bytes) -> str:
    """Text that is not in Unicode, in the encoding that its letters tell."""
    return _old(content).text


def _old(content: bytes) -> Decoded:
    sample = _telling_lines(content)
    marks = [(_likeliness(sample, each), -place, each) for place, each in enumerate(_GUESSED)]
    ranked = [each for mark, _, each in sorted(marks, reverse=True) if mark > float("-inf")]
    for encoding in ranked:
        try:
            return Decoded(content.decode(encoding), encoding, tuple(ranked))
        except UnicodeDecodeError:
            continue
    return Decoded(content.decode("iso8859-1"), "iso8859-1", ("iso8859-1",))


def _telling_lines(content: bytes) -> bytes:
    lines: list[bytes] = []
    size = 0
    for line in content.splitlines():
        if not line.isascii():
            lines.append(line)
            size += len(line)
            if size > _SAMPLE:
                break
    return b"\n".join(lines)[:_SAMPLE]


def _likeliness(sample: bytes, encoding: str) -> float:
    """The higher, the more a text reads like the languages that are written in the encoding."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return float("-inf")
    weights = {
        letter: weight
        for letters, weight in zip(_LETTERS[encoding], _WEIGHTS, strict=True)
        for letter in letters
    }
    words: dict[str, int] = {}
    for word in _WORD.findall(text):
        words[word] = words.get(word, 0) + 1
    score = sum(count * _of_word(word, weights) for word, count in words.items())
    score += _KNOWN * len({word.casefold() for word in words} & known_words())
    others = _OTHER.findall(text)
    return score + _NO_LETTER * sum(each not in _MARKS_OF_TEXT for each in others)


def _of_word(word: str, weights: Mapping[str, float]) -> float:
    score = 0.0
    before = ""
    for letter in word:
        if not letter.isascii():
            small = letter.casefold() if letter != "İ" else "ı"
            weight = weights.get(small, _RARE)
            score += weight if letter.islower() or weight < 0 else weight * 0.8
        if before:
            score += _pair(before, letter)
        before = letter
    return score


def _pair(before: str, letter: str) -> float:
    """Small before capital, two alphabets in one word, accents side by side: signs of a wrong guess."""
    score = _MIXED if before.islower() and letter.isupper() else 0.0
    if before.isascii() != letter.isascii():
        beyond = letter if before.isascii() else before
        return score + (_MIXED if beyond >= "\u0370" else 0.0)
    if not letter.isascii() and letter < "\u0370":
        score -= 1.2
    return score
