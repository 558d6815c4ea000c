"""Frozen dataclasses that are made in a third of the time, and are otherwise the same.

The standard decorator compiles six methods for each frozen class, and compiling them is
most of what importing such a module costs: the explorer needs some thirty classes
before it can hear a key. Here one method is compiled, `__init__`; the rest are shared.
`dataclasses.fields`, `replace` and `field` work as ever, and type checkers read the
standard decorator in its place.
"""

from __future__ import annotations

import dataclasses
from operator import attrgetter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    from _typeshed import DataclassInstance

    _T = TypeVar("_T")
    _Class = type[_T]

__all__ = ["dataclass"]

_put = object.__setattr__


def _frozen(
    *,
    frozen: bool,
    slots: bool = False,
    kw_only: bool = False,
    eq: bool = True,
    repr: bool = True,  # noqa: A002 - as the standard decorator calls it
) -> Callable[[_Class[_T]], _Class[_T]]:
    """Make a class with annotations a frozen dataclass; see `dataclasses.dataclass`.

    `frozen` is only there to be said, for the reader and for type checkers.
    """
    if not frozen:
        raise TypeError("a class that may change is for the standard decorator")
    collected = dataclasses.dataclass(
        init=False, repr=False, eq=False, match_args=False, slots=slots, kw_only=kw_only
    )

    def make(cls: _Class[_T]) -> _Class[_T]:
        made: Any = collected(cls)
        made.__init__ = _init(made)
        made.__setattr__, made.__delattr__ = _set, _delete
        made.__getstate__, made.__setstate__ = _state, _put_state
        if repr and "__repr__" not in cls.__dict__:
            made.__repr__ = _told
        if eq and "__eq__" not in cls.__dict__:
            _compare(made)
        return made  # type: ignore[no-any-return]  # the class that was given

    return make


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = _frozen


def _init(cls: type[Any]) -> object:
    """Compile the method that takes a value for each field, or its default."""
    known: dict[str, object] = {"_put": _put, "_MISSING": dataclasses.MISSING}
    given: list[str] = []
    named: list[str] = []
    body: list[str] = []
    for field in dataclasses.fields(cls):
        name = value = field.name
        taken = name
        if field.default_factory is not dataclasses.MISSING:
            known[f"_{name}"] = field.default_factory
            taken = f"{name}=_MISSING"
            value = f"_{name}() if {name} is _MISSING else {name}"
        elif field.default is not dataclasses.MISSING:
            known[f"_{name}"] = field.default
            taken = f"{name}=_{name}"
        (named if field.kw_only else given).append(taken)
        body.append(f" _put(self, {name!r}, {value})")
    parts = ["self", *given, *(["*", *named] if named else [])]
    code = "\n".join([f"def __init__({', '.join(parts)}):", *(body or [" pass"])])
    exec(code, known)  # noqa: S102 - only names of our own fields are in it
    return known["__init__"]


def _compare(cls: type[Any]) -> None:
    """Give a class `==` and a hash over its fields, as far as they take part."""
    fields = dataclasses.fields(cls)
    compared = _getter([field.name for field in fields if field.compare])
    hashed = _getter(
        [
            field.name
            for field in fields
            if (field.compare if field.hash is None else field.hash)
        ]
    )

    def equals(self: object, other: object) -> object:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return compared(self) == compared(other)

    def hash_of(self: object) -> int:
        return hash(hashed(self))

    cls.__eq__ = equals  # type: ignore[assignment]
    if "__hash__" not in cls.__dict__ or cls.__dict__["__hash__"] is None:
        cls.__hash__ = hash_of  # type: ignore[assignment]


def _getter(names: list[str]) -> Callable[[object], tuple[object, ...]]:
    """Return what gives some fields of a value as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple([getattr(value, name) for name in names])


def _told(self: DataclassInstance) -> str:
    names = [field.name for field in dataclasses.fields(self) if field.repr]
    values = ", ".join([f"{name}={getattr(self, name)!r}" for name in names])
    return f"{type(self).__qualname__}({values})"


def _set(_self: object, name: str, _value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _delete(_self: object, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: DataclassInstance) -> list[object]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _put_state(self: DataclassInstance, state: list[object]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        _put(self, field.name, value)
