"""Checks of single values before they are stored, by what their field is."""

from ministrack.domain.dates import span
from ministrack.domain.errors import InvalidValue
from ministrack.domain.fields import FieldKind, FieldSpec, stored_value
from ministrack.domain.language import tr
from ministrack.domain.names import tidy, tidy_long

_CODE_LENGTH = 2


def checked(spec: FieldSpec, value: object) -> str | int | None:
    """The value as it may be stored. Raises InvalidValue, naming the field, where it may not."""
    try:
        clean = _CHECKS.get(spec.kind, _text)(spec, value)
    except InvalidValue as error:
        raise InvalidValue(error.what, field=spec.name, safe=error.safe, todo=error.todo) from error
    if clean is None and spec.required:
        raise InvalidValue(
            tr("{field} may not be empty.", field=tr(spec.label)),
            field=spec.name,
            todo=tr("Type something, or press Escape to take back what was there."),
        )
    return clean


def _text(spec: FieldSpec, value: object) -> str | int | None:
    if value is None:
        return None
    clean = tidy_long(str(value)) if spec.kind is FieldKind.LONG_TEXT else tidy(str(value))
    if len(clean) > spec.limit:
        raise InvalidValue(
            tr("{field} is too long.", field=tr(spec.label)),
            todo=tr("Keep it to {limit} characters; it has {length}.", limit=spec.limit, length=len(clean)),
        )
    if (
        spec.name == "code"
        and clean
        and not (len(clean) == _CODE_LENGTH and clean.isascii() and clean.isalpha())
    ):
        raise InvalidValue(tr("An ISO code has two letters, such as KG."))
    return (clean.upper() if spec.name == "code" else clean) or None


def _integer(spec: FieldSpec, value: object) -> str | int | None:
    if value is None or value == "":
        return None
    try:
        number = int(str(value).strip())
    except ValueError:
        number = -1
    if number < 0 or number > 2**31:
        raise InvalidValue(tr("{field} must be a whole number, zero or more.", field=tr(spec.label)))
    return number


def _date(spec: FieldSpec, value: object) -> str | int | None:
    clean = _text(spec, value)
    if clean is not None:
        span(str(clean))
    return clean


def _choice(spec: FieldSpec, value: object) -> str | int | None:
    if spec.choices is None or value not in {member.value for member in spec.choices}:
        raise InvalidValue(tr("{field} cannot be “{value}”.", field=tr(spec.label), value=value))
    return str(value)


def _plain(spec: FieldSpec, value: object) -> str | int | None:
    return stored_value(spec, value)


_CHECKS = {
    FieldKind.INTEGER: _integer,
    FieldKind.DATE: _date,
    FieldKind.CHOICE: _choice,
    FieldKind.REFERENCE: _plain,
    FieldKind.FLAG: _plain,
}
