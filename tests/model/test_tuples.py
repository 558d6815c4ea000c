from typing import TYPE_CHECKING

import pytest

from timeline_tui.library.columns import Row
from timeline_tui.store.locate import Where

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from timeline_tui.model.tuples import NamedTuple


class Place(NamedTuple):
    """A place on a map."""

    name: str
    height: int = 0

    def told(self) -> str:
        return f"{self.name}, {self.height} m"


def test_annotations_become_fields_with_defaults() -> None:
    place = Place("Mill")
    assert place == ("Mill", 0)
    assert (place.name, place.height) == ("Mill", 0)
    assert place._replace(height=3).told() == "Mill, 3 m"
    assert Place._fields == ("name", "height")
    assert Place.__doc__ == "A place on a map."


def test_a_field_cannot_be_set_or_left_out() -> None:
    with pytest.raises(AttributeError):
        Place("Mill").name = "Dam"  # type: ignore[misc]
    with pytest.raises(TypeError):
        Place()  # type: ignore[call-arg]


def test_those_in_use_are_named_tuples_of_their_module() -> None:
    where = Where("file", "/a.toml")
    assert where.shipped is False
    assert repr(where) == "Where(kind='file', path='/a.toml', shipped=False)"
    assert Where.__module__ == "timeline_tui.store.locate"
    assert Row._fields[:3] == ("row", "id", "date")
