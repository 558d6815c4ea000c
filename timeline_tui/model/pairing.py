"""Finds which parts of a record before are which after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

T = TypeVar("T")


class Pairing(NamedTuple, Generic[T]):
    """Who is who.

    Attributes:
        pairs: what is in both, in the order of the first; alike or changed.
        lost: what only the first has.
        gained: what only the second has.
        reordered: whether the pairs stand in another order in the second.
    """

    pairs: list[tuple[T, T]]
    lost: list[T]
    gained: list[T]
    reordered: bool


def pair(
    before: Sequence[T], after: Sequence[T], *keys: Callable[[T], Hashable | None]
) -> Pairing[T]:
    """Pair what is the same, then what has the same first key, the same second key, ….

    Several with one key are paired in order. What has None for a key is not paired
    by it.
    """
    mates: dict[int, int] = {}
    free = list(range(len(after)))
    for key in (_itself, *keys):
        waiting: dict[Hashable, list[int]] = {}
        for place in free:
            waiting.setdefault(key(after[place]), []).append(place)
        waiting.pop(None, None)
        for place, one in enumerate(before):
            fitting = waiting.get(key(one)) if place not in mates else None
            if fitting:
                mates[place] = fitting.pop(0)
        taken = set(mates.values())
        free = [place for place in free if place not in taken]
    pairs = sorted(mates.items())
    places = [other for _, other in pairs]
    return Pairing(
        [(before[place], after[other]) for place, other in pairs],
        [one for place, one in enumerate(before) if place not in mates],
        [after[place] for place in free],
        places != sorted(places),
    )


def _itself(value: object) -> Hashable:
    return value
