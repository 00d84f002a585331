"""What is wrong with a file as a whole, or with one place in it."""

from ministrack.domain.errors import InvalidValue


class FileProblem(InvalidValue):
    """A file that cannot be read as asked; `line` and `field` say where, as far as that is known.

    For what makes the rest of the file unreadable. A single bad row belongs to the answer of its parser.
    """

    def __init__(self, what: str, *, line: int = 0, field: str = "", safe: str = "", todo: str = "") -> None:
        super().__init__(what, field=field, safe=safe, todo=todo)
        self.line = line
