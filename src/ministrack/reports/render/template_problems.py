"""What can be wrong with a template, said so that its owner can put it right."""

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import tr

_LARGEST = 20_000_000  # bytes of the file
_LARGEST_INSIDE = 100_000_000  # bytes of what it holds, unpacked, pictures among them
_LARGEST_TEXT = 10_000_000  # bytes of its parts in XML, which take thirty times as much once they are read
_KNOWN = ("title", "subtitle", "foot", "body", "sections", "sources", "sources_title", "language")


def refused(template: Path, reason: str) -> InvalidValue:
    """What is said about a template that cannot be used."""
    return InvalidValue(
        tr("The template {name} cannot be used. {reason}", name=template.name, reason=reason),
        field="template",
        safe=tr("No paper was written, and the template is as it was."),
        todo=tr("Correct it in Word, or write the paper without it. The guide says what can stand in it."),
    )


def check_size(template: Path) -> None:
    """Raises InvalidValue for what is no Word document, or too large to be one of a template's size."""
    try:
        found = template.stat()
        if not stat.S_ISREG(found.st_mode):  # whoever opens a pipe waits for somebody to write
            raise refused(template, tr("It is not a Word document (.docx)."))
        if found.st_size > _LARGEST:
            raise refused(template, tr("It is too large."))
        with ZipFile(template) as whole:
            parts = whole.infolist()
    except OSError as error:
        raise refused(template, error.strerror or str(error)) from error
    except (BadZipFile, ValueError) as error:
        raise refused(template, tr("It is not a Word document (.docx).")) from error
    text = sum(part.file_size for part in parts if part.filename.lower().endswith((".xml", ".rels")))
    if text > _LARGEST_TEXT or sum(part.file_size for part in parts) > _LARGEST_INSIDE:
        raise refused(template, tr("It is too large."))
    if all(part.filename != "word/document.xml" for part in parts):
        raise refused(template, tr("It is not a Word document (.docx)."))


@contextmanager
def explained(template: Path) -> Iterator[None]:
    """Makes a clear refusal of what goes wrong inside."""
    # delayed: start-up time; whoever has a template has these packages
    from docx.opc.exceptions import OpcError
    from jinja2.exceptions import SecurityError, TemplateError, TemplateSyntaxError, UndefinedError

    try:
        yield
    except UndefinedError as error:
        known = ", ".join(_KNOWN)
        what = tr("A placeholder has a name that papers do not have: {reason}.", reason=str(error))
        raise refused(template, f"{what} {tr('There are: {names}.', names=known)}") from error
    except SecurityError as error:
        what = tr("It asks for more than putting texts in their places, which templates must not.")
        raise refused(template, what) from error
    except TemplateSyntaxError as error:
        what = tr("A placeholder is not complete or not understood: {reason}.", reason=str(error.message))
        raise refused(template, what) from error
    except (TemplateError, OpcError, KeyError, ValueError, TypeError, AttributeError, SyntaxError) as error:
        what = tr("It is damaged, or a placeholder stands where none can: {reason}.", reason=_short(error))
        raise refused(template, what) from error
    except RecursionError as error:
        raise refused(template, tr("Its placeholders are nested too deeply.")) from error


def _short(error: BaseException) -> str:
    return (str(error).splitlines() or [""])[0][:200] or type(error).__name__
