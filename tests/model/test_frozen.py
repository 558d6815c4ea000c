"""Our frozen dataclasses against the standard ones: same behaviour, made faster."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Mapping
from dataclasses import field, fields, replace

import pytest

from timeline_tui.model.event import Account, Event
from timeline_tui.model.frozen import dataclass


def pair(decorate: object) -> type:
    """A class with every sort of field that is in use."""

    @decorate(frozen=True, slots=True, kw_only=True)  # type: ignore[operator]
    class Pair:
        """A pair."""

        left: int
        right: str = "r"
        rest: list[int] = field(default_factory=list, hash=False)
        told: str = field(default="t", compare=False)

        @property
        def both(self) -> str:
            return f"{self.left}{self.right}"

    return Pair


STANDARD, OURS = pair(dataclasses.dataclass), pair(dataclass)
MADE = ({"left": 1}, {"left": 1, "right": "x"}, {"left": 2, "rest": [3], "told": "u"})


@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: int = 0


@dataclass(frozen=True, slots=True)
class Named(Point):
    name: str = "origin"

    def moved(self) -> Named:
        return replace(self, x=self.x + 1)


@dataclass(frozen=True, eq=False, repr=False)
class Loose:
    """One that is itself alone, and may hold more than its fields."""

    x: int = 0


@pytest.mark.parametrize("values", MADE)
def test_a_value_is_told_and_compared_like_a_standard_one(
    values: Mapping[str, object],
) -> None:
    ours, standard = OURS(**values), STANDARD(**values)
    assert repr(ours) == repr(standard)
    assert ours == OURS(**values)
    assert ours != standard
    assert hash(ours) == hash(standard)
    assert ours.both == standard.both
    for other in MADE:
        assert (ours == OURS(**other)) == (standard == STANDARD(**other))
        assert (hash(ours) == hash(OURS(**other))) == (
            hash(standard) == hash(STANDARD(**other))
        )


def test_fields_and_signature_are_those_of_a_standard_one() -> None:
    assert [f.name for f in fields(OURS)] == [f.name for f in fields(STANDARD)]
    ours, standard = inspect.signature(OURS), inspect.signature(STANDARD)
    assert list(ours.parameters) == list(standard.parameters)
    assert [p.kind for p in ours.parameters.values()] == [
        p.kind for p in standard.parameters.values()
    ]
    assert not hasattr(OURS(left=1), "__dict__")


@pytest.mark.parametrize("values", [{}, {"left": 1, "other": 2}])
def test_a_wrong_call_is_refused(values: Mapping[str, object]) -> None:
    for made in (OURS, STANDARD):
        with pytest.raises(TypeError):
            made(**values)
    with pytest.raises(TypeError):
        OURS(1)


def test_a_default_that_may_change_is_made_anew_each_time() -> None:
    one, other = OURS(left=1), OURS(left=1)
    assert one.rest == []
    assert one.rest is not other.rest


@pytest.mark.parametrize("value", [OURS(left=1), Point(1), Loose()])
def test_nothing_can_be_changed(value: object) -> None:
    name = dataclasses.fields(value)[0].name  # type: ignore[arg-type]
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(value, name, 2)
    with pytest.raises(dataclasses.FrozenInstanceError):
        delattr(value, name)


def test_a_class_takes_over_the_fields_of_its_base() -> None:
    named = Named(1, 2)
    assert (named.x, named.y, named.name) == (1, 2, "origin")
    assert named.moved() == Named(2, 2)
    assert named != Point(1, 2)
    assert not hasattr(named, "__dict__")


def test_one_without_equality_is_equal_to_itself_alone() -> None:
    one = Loose()
    assert one == one  # noqa: PLR0124 - what is tested
    assert one != Loose()
    assert len({one, Loose()}) == 2


@pytest.mark.parametrize("value", [Point(1, 2), Named(3, name="n")])
def test_values_can_be_copied_and_pickled(value: Point) -> None:
    assert copy.copy(value) == copy.deepcopy(value) == value
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - ours


def test_the_model_is_made_of_them() -> None:
    for made in (Event, Account):
        assert made.__setattr__ is Point.__setattr__


def test_a_class_that_may_change_is_refused() -> None:
    with pytest.raises(TypeError, match="standard"):
        dataclass(frozen=False)
