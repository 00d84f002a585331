"""What a template from a stranger may do: put texts in their places, and nothing else."""

from typing import NoReturn

from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

_FILTERS = frozenset(
    ("capitalize", "d", "default", "first", "last", "length", "lower", "title", "trim", "upper")
)
_TESTS = frozenset(("defined", "undefined", "none", "string", "even", "odd", "first"))


class _Sandbox(ImmutableSandboxedEnvironment):
    """Nothing can be called, no numbers grow, no file is read: names, loops over sections, conditions."""

    intercepted_binops = frozenset(("*", "**", "+", "-", "/", "//", "%"))

    def is_safe_callable(self, obj: object) -> bool:
        """Nothing is."""
        del obj
        return False

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Only what is asked of a section, or of the loop itself, by a name without an underscore."""
        return (
            not attr.startswith("_") and not callable(value) and super().is_safe_attribute(obj, attr, value)
        )

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> NoReturn:
        """Texts and numbers are shown as they are."""
        del context, left, right
        raise SecurityError(operator)


def sandbox() -> ImmutableSandboxedEnvironment:
    """The environment in which templates are filled in; a name that papers do not have is an error."""
    made = _Sandbox(undefined=StrictUndefined, autoescape=True)
    made.globals.clear()
    made.filters = {name: made.filters[name] for name in _FILTERS}
    made.tests = {name: test for name, test in made.tests.items() if name in _TESTS}
    return made
