"""What a template from a stranger may do: put texts in their places, and nothing else."""

from typing import NoReturn

from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

_FILTERS = frozenset(
    ("capitalize", "d", "default", "first", "last", "length", "lower", "title", "trim", "upper")
)
_TESTS = frozenset(("defined", "undefined", "none", "string", "even", "odd", "first"))


_GROWING = (
    nodes.Assign, nodes.AssignBlock, nodes.With, nodes.Macro, nodes.CallBlock, nodes.Block, nodes.Include,
    nodes.Import, nodes.FromImport, nodes.Extends,
)  # fmt: skip


class _Sandbox(ImmutableSandboxedEnvironment):
    """Nothing can be called, nothing grows, no file is read: names, loops over sections, conditions."""

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Refuses what could make a short template work for hours, or fill the memory."""
        parsed = super()._parse(source, name, filename)
        for refused in parsed.find_all(_GROWING):
            raise SecurityError(type(refused).__name__)
        for loop in parsed.find_all(nodes.For):
            inner = [within for part in loop.body for within in _loops(part)]
            if inner or loop.recursive:
                raise SecurityError("for")
        return parsed

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


def _loops(node: nodes.Node) -> list[nodes.For]:
    found = list(node.find_all(nodes.For))
    return [node, *found] if isinstance(node, nodes.For) else found


def sandbox() -> ImmutableSandboxedEnvironment:
    """The environment in which templates are filled in; a name that papers do not have is an error."""
    made = _Sandbox(undefined=StrictUndefined, autoescape=True)
    made.globals.clear()
    made.filters = {name: made.filters[name] for name in _FILTERS}
    made.tests = {name: test for name, test in made.tests.items() if name in _TESTS}
    return made
