"""Reads the words of a PDF that Qt wrote, page by page; and the title it bears."""

import re
import zlib

_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
_REFERENCE = rb" (\d+) 0 R"
_FONT = re.compile(rb"/F(\d+) [\d.]+ Tf|<([0-9A-F]+)> Tj|(ET)")
_RANGE = re.compile(rb"<(\w+)> <(\w+)> (?:<(\w+)>|\[([^\]]*)\])")
_TITLE = re.compile(rb"/Title \((.*?[^\\])\)\n", re.DOTALL)


def pages_of(data: bytes) -> list[str]:
    """The words of each page; what is drawn apart stands on lines of its own."""
    objects = {int(number): body for number, body in _OBJECT.findall(data)}
    letters = {
        number: _letters(objects[int(_one(rb"/ToUnicode" + _REFERENCE, body))])
        for number, body in objects.items()
        if b"/ToUnicode" in body
    }
    pages = next(body for body in objects.values() if b"/Type /Pages\n" in body)
    kids = re.findall(rb"(\d+) 0 R", _one(rb"/Kids \n\[(.*?)\]", pages))
    contents = (int(_one(rb"/Contents" + _REFERENCE, objects[int(kid)])) for kid in kids)
    return [_words(_content(objects[number]), letters) for number in contents]


def title_of(data: bytes) -> str:
    """The title in the description of the file."""
    raw = _one(_TITLE.pattern, data)
    return re.sub(rb"\\(.)", rb"\1", raw, flags=re.DOTALL).decode("utf-16")


def _one(pattern: bytes, body: bytes) -> bytes:
    found = re.search(pattern, body, re.DOTALL)
    assert found is not None, pattern
    return found.group(1)


def _content(body: bytes) -> bytes:
    return zlib.decompressobj().decompress(body.split(b"stream\n", 1)[1])


def _letters(cmap: bytes) -> dict[int, str]:
    found: dict[int, str] = {}
    for first, last, start, several in _RANGE.findall(cmap):
        codes = range(int(first, 16), int(last, 16) + 1)
        if several:
            texts = [bytes.fromhex(each.decode()) for each in re.findall(rb"<(\w+)>", several)]
            found |= {
                code: text.decode("utf-16-be", "replace") for code, text in zip(codes, texts, strict=False)
            }
        else:
            found |= {code: chr(int(start, 16) + place) for place, code in enumerate(codes)}
    return found


def _words(content: bytes, letters: dict[int, dict[int, str]]) -> str:
    parts: list[str] = []
    font: dict[int, str] = {}
    for chosen, glyphs, end in _FONT.findall(content):
        if chosen:
            font = letters[int(chosen)]
        elif glyphs:
            codes = (int(glyphs[place : place + 4], 16) for place in range(0, len(glyphs), 4))
            parts.append("".join(font.get(code, "") for code in codes))
        elif end:
            parts.append("\n")
    return "".join(parts).replace("\t", " ")  # Qt takes the glyph of a space for that of a tab
