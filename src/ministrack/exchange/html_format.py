"""Tables as one web page that needs nothing else: for reading, sending and printing."""

from collections.abc import Callable, Sequence
from html import escape
from typing import BinaryIO

from ministrack.domain.dates import show
from ministrack.domain.fields import FieldKind
from ministrack.domain.language import interface_language, tr, trn
from ministrack.domain.lists import Value
from ministrack.exchange.days import exact_day
from ministrack.exchange.outgoing import Outgoing
from ministrack.exchange.selection import OutTable, Selection, lines

_STYLE = """
:root { color-scheme: light dark; --line: #d5dae1; --soft: #5b6470; --head: #eef1f5; }
@media (prefers-color-scheme: dark) { :root { --line: #3b424c; --soft: #a5aebb; --head: #262c35; } }
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
p, nav { color: var(--soft); margin: 0 0 .5rem; } nav ul { padding: 0; margin: 0; }
nav li { display: inline-block; margin-inline-end: 1rem; }
.table { overflow-x: auto; } table { border-collapse: collapse; }
th, td { border-bottom: 1px solid var(--line); padding: .35rem .7rem; text-align: start;
  vertical-align: top; max-width: 28rem; overflow-wrap: break-word; white-space: pre-line; }
thead th { background: var(--head); white-space: nowrap; } .number { text-align: end; }
tbody th { font-weight: 600; }
@media print { body { margin: 0; font-size: 9pt; } nav { display: none; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; } .table { overflow: visible; } }
"""


def write_html(going: Outgoing, out: BinaryIO) -> Sequence[str]:
    """Writes the page: a table for each kind of record."""

    def put(text: str) -> None:
        out.write(text.encode("utf-8", "backslashreplace"))

    language = interface_language()
    title = escape(going.read.path.stem)
    put(
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="generator" content="ministrack">\n<title>{title}</title>\n<style>{_STYLE}</style>\n'
        f"</head>\n<body>\n<h1>{title}</h1>\n"
    )
    _contents(going.selection, put)
    put("<main>\n")
    for number, table in enumerate(going.selection.tables):
        _table(going, table, number, put)
    if not going.selection.tables:
        put(f"<p>{escape(tr('There is nothing in this dossier yet.'))}</p>\n")
    put("</main>\n</body>\n</html>\n")
    return ()


def _contents(selection: Selection, put: Callable[[str], None]) -> None:
    if len(selection.tables) < 2:
        return
    entries = "".join(
        f'<li><a href="#table{number}">{escape(table.title)}</a></li>'
        for number, table in enumerate(selection.tables)
    )
    put(f'<nav aria-label="{escape(tr("Contents"))}"><ul>{entries}</ul></nav>\n')


def _table(going: Outgoing, table: OutTable, number: int, put: Callable[[str], None]) -> None:
    kinds = [table.kind_of(column) for column in table.columns]
    count = table.count(going.read)
    said = trn("{n} row", "{n} rows", count)
    heads = "".join(f'<th scope="col"{_side(kind)}>{escape(column.title)}</th>'
                    for kind, column in zip(kinds, table.columns, strict=True))  # fmt: skip
    put(
        f'<h2 id="table{number}">{escape(table.title)}</h2>\n<p>{escape(said)}</p>\n'
        f'<div class="table" role="region" aria-labelledby="table{number}" tabindex="0">'
        f'<table aria-labelledby="table{number}">\n<thead><tr>{heads}</tr></thead>\n<tbody>\n'
    )
    naming = next((place for place, kind in enumerate(kinds) if kind is FieldKind.TEXT), 0)
    for _, cells in lines(going.read, table, going.telling(table)):
        row = "".join(
            _cell(kind, value, is_name=place == naming)
            for place, (kind, value) in enumerate(zip(kinds, cells, strict=True))
        )
        put(f"<tr>{row}</tr>\n")
    put("</tbody></table></div>\n")


def _cell(kind: FieldKind, value: Value, *, is_name: bool) -> str:
    tag, scope = ("th", ' scope="row"') if is_name else ("td", "")
    if value is None:
        return f"<{tag}{scope}></{tag}>"
    text = escape(str(value))
    if kind is FieldKind.DATE:
        text = escape(show(str(value), interface_language()))
        if exact_day(str(value)) is not None:
            text = f'<time datetime="{escape(str(value))}">{text}</time>'
    return f'<{tag}{scope}{_side(kind)} dir="auto">{text}</{tag}>'


def _side(kind: FieldKind) -> str:
    return ' class="number"' if kind is FieldKind.INTEGER else ""
