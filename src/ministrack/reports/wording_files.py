"""The files that hold the words of papers: read, and checked against those that come with the program."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import TypeAlias

from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import tr
from ministrack.paths import resource

ENGLISH = "en"
FORM = "other"  # the form of a text that has no others
NONE = "none"  # the form for no thing at all, in any language
_FORMS = frozenset((NONE, "zero", "one", "two", "few", "many", FORM))

Texts: TypeAlias = Mapping[str, Mapping[str, str]]
"""By key, such as "last.chair": the forms of a text by the number they fit."""

_AT_LINE = re.compile(r"^(.*) \(at line (\d+), column \d+\)$")
_SECTION = re.compile(r"\s*\[([^\]]+)\]")
_KEY = re.compile(r"\s*([\w.\-]+|\"[^\"]*\")\s*=")


def english(name: str) -> Texts:
    """The texts that come with the program; which keys and placeholders there are, they say."""
    return _texts(resource("papers", ENGLISH, f"{name}.toml"), None)


def built_in(name: str, language: str) -> Texts:
    """The texts that come with the program in another language; none where it has no such file."""
    try:
        file = resource("papers", language, f"{name}.toml")
    except FileNotFoundError:
        return {}
    return _texts(file, english(name))


def changed(file: Path, reference: Texts) -> Texts:
    """The texts of a person's own file; none where there is no file."""
    return _texts(file, reference) if file.is_file() else {}


def _texts(file: Path, reference: Texts | None) -> Texts:
    """Raises InvalidValue where the file says something that `reference` does not allow."""
    # delayed: start-up time
    import tomllib

    try:
        text = file.read_text(encoding="utf-8-sig")
        entries = tomllib.loads(text)
    except OSError as error:
        raise _refused(file, 0, error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise _refused(file, 0, tr("It is not written in UTF-8.")) from error
    except tomllib.TOMLDecodeError as error:
        found = _AT_LINE.match(str(error))
        raise _refused(file, int(found[2]) if found else 0, found[1] if found else str(error)) from error
    except RecursionError as error:
        raise _refused(file, 0, tr("Its brackets are nested too deeply.")) from error
    texts: dict[str, Mapping[str, str]] = {}
    for key, value in _flat(entries):
        try:
            texts[key] = _forms(value)
            _check(key, texts[key], reference)
        except ValueError as error:
            raise _refused(file, _line_of(text, key), str(error)) from error
    return texts


def _flat(entries: Mapping[str, object], before: str = "") -> Iterator[tuple[str, object]]:
    """Each text with its full key; a table with a form "other" is one text."""
    for name, value in entries.items():
        if isinstance(value, dict) and FORM not in value:
            yield from _flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value


def _forms(value: object) -> Mapping[str, str]:
    given = value if isinstance(value, dict) else {FORM: value}
    forms = {name: text for name, text in given.items() if isinstance(text, str)}
    if len(forms) < len(given):
        raise ValueError(tr("Only texts in quotation marks can stand here."))
    if unknown := sorted(set(forms) - _FORMS):
        raise ValueError(tr("There is no form “{name}” of a number.", name=unknown[0]))
    return forms


def _check(key: str, forms: Mapping[str, str], reference: Texts | None) -> None:
    """Raises ValueError for a text that could not be filled in."""
    if reference is not None and key not in reference:
        raise ValueError(tr("No paper has a text called “{name}”.", name=key))
    allowed: set[str] | None = None
    if reference is not None:
        allowed = {name for text in reference[key].values() for name in _placeholders(text)}
        if len(reference[key]) > 1:
            allowed.add("n")
    for text in forms.values():
        for name in _placeholders(text):
            if allowed is not None and name not in allowed:
                raise ValueError(_no_such_placeholder(name, allowed))


def _no_such_placeholder(name: str, allowed: set[str]) -> str:
    if not allowed:
        return tr("“{name}” in braces stands for nothing: this text takes none.", name=name)
    known = ", ".join(f"{{{each}}}" for each in sorted(allowed))
    return tr("“{name}” in braces stands for nothing. This text knows {known}.", name=name, known=known)


def _placeholders(text: str) -> Iterator[str]:
    try:
        parsed = list(Formatter().parse(text))
    except ValueError as error:
        raise ValueError(tr("A brace is open or closed alone. Write {{ or }} for one.")) from error
    for _, name, how, conversion in parsed:
        if name is None:
            continue
        if not name.isidentifier() or how or conversion:
            raise ValueError(tr("Braces hold one name and nothing else."))
        yield name


def _line_of(text: str, key: str) -> int:
    """The line where a key stands; 0 where it is written in a way that is not looked for."""
    section = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if found := _SECTION.match(line):
            section = f"{found[1].strip()}."
            if key == found[1].strip():
                return number
        elif (found := _KEY.match(line)) and section + found[1].strip('"') == key:
            return number
    return 0


def _refused(file: Path, line: int, why: str) -> InvalidValue:
    where = tr("{file}, line {line}", file=file, line=line) if line else str(file)
    return InvalidValue(
        tr("The words of the papers cannot be used. {place}: {reason}", place=where, reason=why),
        safe=tr("Nothing was changed."),
        todo=tr("Correct the file, or move it away to have the usual words."),
    )
