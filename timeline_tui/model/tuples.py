"""Named tuples for the plain path, without the import of `typing`.

That import is a quarter of what a bare interpreter takes to start, and the classes that
every run needs are few. Type checkers read `typing.NamedTuple` in its place:

    TYPE_CHECKING = False
    if TYPE_CHECKING:
        from typing import NamedTuple
    else:
        from timeline_tui.model.tuples import NamedTuple
"""

from __future__ import annotations

from collections import namedtuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_OWN = ("__annotations__", "__qualname__", "__module__", "__classcell__")


class _Making(type):
    """Turns the annotations of a class into the fields of a named tuple."""

    def __new__(
        cls, name: str, bases: tuple[type, ...], body: dict[str, object]
    ) -> _Making:
        """Make the base itself, or a tuple class with its fields, defaults and rest."""
        if not bases:
            return super().__new__(cls, name, bases, body)
        fields: dict[str, object] = body["__annotations__"]  # type: ignore[assignment]
        defaults = [body[field] for field in fields if field in body]
        make: Callable[..., _Making] = namedtuple  # type: ignore[assignment]  # noqa: PYI024
        made = make(name, fields, defaults=defaults, module=body["__module__"])
        for key, value in body.items():
            if key not in fields and key not in _OWN:
                setattr(made, key, value)
        return made


class NamedTuple(metaclass=_Making):
    """A base whose subclasses are named tuples of their annotations."""
