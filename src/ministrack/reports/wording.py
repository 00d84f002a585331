"""What papers say: titles, headings and standing sentences, in the language of the interface."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter

from ministrack.domain.isolating import isolated
from ministrack.domain.language import counted, interface_language
from ministrack.domain.values import dataclass, replace
from ministrack.paths import config_dir, resource
from ministrack.reports.document import Line, Words, plain
from ministrack.reports.wording_files import ENGLISH, FORM, NONE, built_in, changed, english

COMMON = "common"
"""What several papers say alike: `resources/papers/<language>/common.toml`."""

_FORMATTER = Formatter()
_ISOLATED = "\u2068"  # no name holds it: names.tidy() refuses it


@dataclass(frozen=True, slots=True)
class _Template:
    """One text, or its forms by number, in the language it is written in."""

    forms: Mapping[str, str]
    language: str

    def form(self, n: int | None) -> str:
        if n == 0 and NONE in self.forms:
            return self.forms[NONE]
        return self.forms.get(FORM if n is None else _category(n, self.language)) or self.forms[FORM]


class Wording:
    """The texts of one paper by key, such as "last.chair", with what several papers have in common."""

    def __init__(self, templates: Mapping[str, _Template]) -> None:
        self._templates = templates

    def __call__(self, key: str, /, **values: str) -> str:
        """The text with {name} replaced by the value of that name."""
        return "".join(_filled(self._templates[key].form(None), values))

    def count(self, key: str, n: int, /, **values: str) -> str:
        """The form of the text that fits the number n, which the text may show as {n}."""
        return "".join(_filled(self._templates[key].form(n), {"n": counted(n), **values}))

    def line(self, key: str, n: int | None = None, /, **values: str | Words | Line) -> Line:
        """The same as a line: values may be words with a tone and a note, or lines; the rest is plain."""
        template = self._templates[key].form(n)
        shown: dict[str, str | Words | Line] = {**values}
        if n is not None:
            shown.setdefault("n", counted(n))
        return tuple(_runs(template, shown))


def wording(paper: str, language: str = "") -> Wording:
    """The words of a paper, in the language of the interface where there are some, else in English.

    A copy of the person's own, `own_file()`, stands before both. Raises InvalidValue, which names file and
    line, where that copy cannot be used.
    """
    language = language or interface_language()
    templates: dict[str, _Template] = {}
    for name in (COMMON, paper):
        reference = english(name)
        texts = [(reference, ENGLISH)]
        texts += [(built_in(name, code), code) for code in _less_and_less_general(language)]
        own = config_dir() / "papers" / language / f"{name}.toml"
        texts.append((changed(own, reference), language))
        for found, code in texts:
            templates |= {key: _Template(forms, code) for key, forms in found.items()}
    return Wording(templates)


def own_file(paper: str, language: str = "") -> str:
    """Where a person's own copy of the words of a paper is looked for; it need not be there."""
    return str(config_dir() / "papers" / (language or interface_language()) / f"{paper}.toml")


def starting_file(paper: str, language: str = "") -> Path:
    """What a copy of one's own begins with: the words of the paper, else those that all have in common."""
    for name in (paper, COMMON):
        for code in (*reversed(_less_and_less_general(language or interface_language())), ENGLISH):
            try:
                return resource("papers", code, f"{name}.toml")
            except FileNotFoundError:
                continue
    raise FileNotFoundError(COMMON)


def _less_and_less_general(language: str) -> list[str]:
    """ "pt-BR" is Portuguese first; English is the reference already."""
    parts = language.split("-")
    codes = ["-".join(parts[:length]) for length in range(1, len(parts) + 1)]
    return [code for code in codes if code != ENGLISH]


def _filled(template: str, values: Mapping[str, str]) -> Iterator[str]:
    for text, name, _, _ in _FORMATTER.parse(template):
        yield text
        if name is not None:
            yield _apart(values[name])


def _runs(template: str, values: Mapping[str, str | Words | Line]) -> Iterator[Words]:
    for text, name, _, _ in _FORMATTER.parse(template):
        if text:
            yield Words(text)
        value: str | Words | Line = "" if name is None else values[name]
        if isinstance(value, str):
            yield from plain(_apart(value))
        elif isinstance(value, Words):
            yield replace(value, text=_apart(value.text))
        else:
            yield from value


def _apart(value: str) -> str:
    """What is composed of parts that stand apart already is left as it is."""
    return value if _ISOLATED in value else isolated(value)


def _category(n: int, language: str) -> str:
    if language == ENGLISH:
        return "one" if n == 1 else FORM
    # delayed: start-up time; English needs no locale data
    from babel.core import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(language.replace("-", "_")).plural_form(n))
    except (UnknownLocaleError, ValueError):
        return FORM
