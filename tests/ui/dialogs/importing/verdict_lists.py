"""A format for tests: each line of a file is a verdict, the name of a person, and words, with ; between."""

from collections.abc import Collection, Sequence
from pathlib import Path
from time import monotonic, sleep
from typing import cast

from ministrack.domain.errors import InvalidValue
from ministrack.domain.person import Person
from ministrack.domain.progress import Progress
from ministrack.domain.values import replace
from ministrack.edits.changes import Edit
from ministrack.edits.writer import Writer
from ministrack.exchange.choices import Choices
from ministrack.exchange.imports import FoundColumn, ImportFormat, ImportPlan, Row, TableLayout
from ministrack.exchange.plan import Verdict
from ministrack.store.reader import Reader


def parse(path: str, choices: Choices) -> list[list[str]]:
    """The cells of each line, in the child process."""
    content = Path(path).read_bytes()
    try:
        text = content.decode(choices.encoding or "utf-8")
    except UnicodeDecodeError as error:
        raise InvalidValue("The file is not in UTF-8.", todo="Choose another encoding.") from error
    return [line.split(";") for line in text.splitlines()]


class VerdictPlan:
    """Every line does what it says; persons are made of those that are chosen."""

    def __init__(self, name: str, rows: Sequence[Row], layout: TableLayout) -> None:
        self.name = name
        self.rows = rows
        self.layout = layout

    def edit(self, chosen: Collection[int] | None = None) -> Edit:
        """Adds the persons of the chosen rows."""
        names = [row.label for place, row in enumerate(self.rows) if chosen is None or place in chosen]

        def apply(writer: Writer) -> None:
            for name in names:
                writer.add(Person(name=name))

        return Edit(f"Import {len(names)}", apply)


def plan(read: Reader, content: object, name: str, choices: Choices, progress: Progress) -> ImportPlan:
    """Rows as the lines say; "wait" waits until it is stopped."""
    lines = cast("list[list[str]]", content)
    rows = []
    for number, (verdict, label, words) in enumerate(lines, 1):
        until = monotonic() + 20
        while verdict == "wait" and monotonic() < until:
            progress(number, len(lines))
            sleep(0.005)
        rows.append(Row(number, "person", label, Verdict(verdict), words))
    keys = dict(choices.columns) or {"Verdict": "", "Name": "person.name", "Words": ""}
    found = replace(
        choices, table=choices.table or "person", columns=keys, encoding=choices.encoding or "utf-8",
        delimiter=";", has_header=bool(choices.has_header),
    )  # fmt: skip
    columns = tuple(
        FoundColumn(header, ("Ədliyyə naziri", "Yılmaz Tunç"), key) for header, key in keys.items()
    )
    layout = TableLayout(found, columns, (), ("utf-8", "cp1251"), (";", ","), notes=("Of a test",))
    return VerdictPlan(name, rows, layout)


VERDICT_LISTS = ImportFormat("verdicts", "List of verdicts", (".list",), f"{__name__}:parse", plan, True)
