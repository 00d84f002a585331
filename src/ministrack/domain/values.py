"""Dataclasses that are finished when first used: those of the standard library, made quick to import.

`dataclasses.dataclass` writes and compiles seven methods for each class while its module is imported: 0.6 ms
a class, 60 ms for those of the window. Here a class gets slots and methods that all classes share; only
`__init__` is written, when the first instance is made. Type checkers see the standard functions themselves,
and whoever asks a class for the standard description of its fields gets it. Options are those that
ministrack uses; tests/domain/test_values.py holds both to the same behaviour.
"""

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, ClassVar, NamedTuple, Protocol, TypeVar, cast

T = TypeVar("T")
_Factory = Callable[[], object]
_Init = Callable[..., None]

_NOT_GIVEN = object()  # no default; as an argument: make the value


class Declared(NamedTuple):
    """A field as it is declared: what stands behind its equals sign."""

    default: object = _NOT_GIVEN
    default_factory: _Factory | None = None
    metadata: Mapping[str, object] = {}


def declared(cls: type) -> Mapping[str, Declared]:
    """The fields of a dataclass by name, those of its bases first."""
    return cast(Mapping[str, Declared], cls.__dict__["__declared__"])


def _field(
    *,
    default: object = _NOT_GIVEN,
    default_factory: _Factory | None = None,
    metadata: Mapping[str, object] | None = None,
) -> Declared:
    return Declared(default, default_factory, metadata or {})


def _dataclass(*, frozen: bool = False, slots: bool, kw_only: bool = False) -> Callable[[type[T]], type[T]]:
    if not slots:
        raise TypeError("every dataclass of ministrack has slots")
    return lambda cls: _made(cls, frozen, kw_only)


def _made(cls: type[T], frozen: bool, kw_only: bool) -> type[T]:
    names = tuple(name for name, kind in cls.__annotations__.items() if not _is_of_class(kind))
    fields: dict[str, Declared] = {}
    for base in reversed(cls.__mro__):
        fields |= vars(base).get("__declared__", {})
    for name in names:
        given = vars(cls).get(name, _NOT_GIVEN)
        fields[name] = given if isinstance(given, Declared) else Declared(given)

    def first_init(self: object, *args: object, **kwargs: object) -> None:
        written = _written_init(made, fields, frozen, kw_only)
        type.__setattr__(made, "__init__", written)
        written(self, *args, **kwargs)

    without = {*names, "__dict__", "__weakref__"}
    body: dict[str, object] = {
        **(_FROZEN if frozen else _CHANGING),
        **{name: value for name, value in vars(cls).items() if name not in without},
        "__slots__": names,
        "__declared__": fields,
        "__values__": attrgetter(*(fields or ["__class__"])),
        "__match_args__": () if kw_only else tuple(fields),
        "__dataclass_fields__": _StandardFields(),
        "__init__": first_init,
    }
    make: Callable[[str, tuple[type, ...], dict[str, object]], type[T]] = type(cls)
    made = make(cls.__name__, cls.__bases__, body)
    made.__qualname__ = cls.__qualname__
    return made


def _is_of_class(kind: object) -> bool:
    if isinstance(kind, str):
        return kind.startswith("ClassVar")
    return kind is ClassVar or getattr(kind, "__origin__", None) is ClassVar


def _written_init(cls: type, fields: Mapping[str, Declared], frozen: bool, kw_only: bool) -> _Init:
    """Writes `__init__` as the standard decorator does: with the names and defaults of the fields."""
    known: dict[str, object] = {"_not_given": _NOT_GIVEN, "_set": object.__setattr__}
    parameters, lines = ["self", "*"] if kw_only and fields else ["self"], []
    for name, field in fields.items():
        value = name
        if field.default_factory is not None:
            known[f"_make_{name}"] = field.default_factory
            value = f"_make_{name}() if {name} is _not_given else {name}"
            parameters.append(f"{name}=_not_given")
        elif field.default is not _NOT_GIVEN:
            known[f"_default_{name}"] = field.default
            parameters.append(f"{name}=_default_{name}")
        else:
            parameters.append(name)
        lines.append(f"_set(self, {name!r}, {value})" if frozen else f"self.{name} = {value}")
    exec(f"def __init__({', '.join(parameters)}):\n " + "\n ".join(lines or ["pass"]), known)
    init = cast(_Init, known["__init__"])
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


# the methods that all classes share


class _Made(Protocol):
    """An instance of such a class: `__values__` reads all fields of one at once."""

    __values__: Callable[[object], object]


def _equal(self: _Made, other: _Made) -> object:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self.__values__(self) == other.__values__(other)


def _hash(self: _Made) -> int:
    return hash(self.__values__(self))


def _state(self: object) -> tuple[object, ...]:
    return tuple(getattr(self, name) for name in declared(type(self)))


def _repr(self: object) -> str:
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in declared(type(self)))
    return f"{type(self).__qualname__}({shown})"


def _refuse(_self: object, name: str, *_value: object) -> None:
    # delayed: start-up time
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot change field {name!r}")


def _take_state(self: object, values: tuple[object, ...]) -> None:
    """Lets copies and pickles of a frozen instance be filled."""
    for name, value in zip(declared(type(self)), values, strict=True):
        object.__setattr__(self, name, value)


_CHANGING: Mapping[str, object] = {"__eq__": _equal, "__hash__": None, "__repr__": _repr}
_FROZEN: Mapping[str, object] = {
    **_CHANGING,
    "__hash__": _hash,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__getstate__": _state,
    "__setstate__": _take_state,
}


class _StandardFields:
    """What `dataclasses.fields`, `replace` and `asdict` read from a class, made when first asked for."""

    def __init__(self) -> None:
        self._made: dict[type, object] = {}

    def __get__(self, instance: object, owner: type) -> object:
        if owner not in self._made:
            self._made[owner] = self._make(owner)
        return self._made[owner]

    def _make(self, owner: type) -> object:
        # delayed: start-up time
        from dataclasses import field, make_dataclass

        described = []
        for name, one in declared(owner).items():
            if one.default_factory is not None:
                standard = field(default_factory=one.default_factory, metadata=one.metadata, kw_only=True)
            elif one.default is not _NOT_GIVEN:
                standard = field(default=one.default, metadata=one.metadata, kw_only=True)
            else:
                standard = field(metadata=one.metadata, kw_only=True)
            described.append((name, object, standard))
        return vars(make_dataclass(owner.__name__, described))["__dataclass_fields__"]


def _replace(instance: T, /, **changes: object) -> T:
    cls = type(instance)
    kept = {name: getattr(instance, name) for name in declared(cls) if name not in changes}
    return cls(**kept, **changes)


if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
else:
    dataclass, field, replace = _dataclass, _field, _replace

__all__ = ["Declared", "dataclass", "declared", "field", "replace"]
