from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_tui.render.screen import Panes, Rect, panes


@pytest.mark.parametrize(
    ("size", "layout", "names"),
    [
        ((120, 40), "two", "query density list detail foot gap"),
        ((80, 24), "stacked", "query density list detail foot gap"),
        ((40, 12), "single", "query list foot"),
        ((200, 50), "wide", "query density list detail drawer foot gap"),
        ((150, 40), "wide", "query density list detail drawer foot gap"),
        ((149, 40), "two", "query density list detail foot gap"),
        ((20, 5), "tiny", ""),
        ((39, 40), "tiny", ""),
        ((120, 11), "tiny", ""),
    ],
)
def test_what_is_shown_at_a_size(
    size: tuple[int, int], layout: str, names: str
) -> None:
    shown = panes(*size)
    assert shown.layout == layout
    assert [name for name, _ in shown.shown()] == names.split()


def test_the_two_panes_at_120_by_40() -> None:
    shown = panes(120, 40)
    assert shown.list == Rect(0, 3, 66, 36)
    assert shown.detail == Rect(68, 3, 52, 36)


def test_where_only_one_fits_the_event_takes_the_place_of_the_list() -> None:
    opened = panes(40, 12, detail=True)
    assert opened.list is None
    assert opened.detail == panes(40, 12).list


def test_filters_lie_over_the_list_unless_they_fit_beside_it() -> None:
    over = panes(120, 40, drawer=True)
    assert over.list == panes(120, 40).list
    assert over.drawer == Rect(0, 3, 38, 36)
    closed = panes(160, 40, drawer=False)
    assert closed.drawer is None
    assert closed.list is not None
    assert closed.list.x == 0


def cells(shown: Panes) -> list[tuple[int, int]]:
    """Every cell of every pane, but for filters that lie over the others."""
    return [
        (x, y)
        for name, rect in shown.shown()
        if name != "drawer" or shown.layout == "wide"
        for x in range(rect.x, rect.x + rect.width)
        for y in range(rect.y, rect.y + rect.height)
    ]


@given(
    st.tuples(st.integers(1, 220), st.integers(1, 60)),
    st.sampled_from([None, True, False]),
    st.booleans(),
)
def test_panes_cover_the_screen_and_never_one_another(
    size: tuple[int, int],
    drawer: bool | None,  # noqa: FBT001 - it is drawn at random
    detail: bool,  # noqa: FBT001 - as above
) -> None:
    shown = panes(*size, drawer=drawer, detail=detail)
    told = cells(shown)
    assert len(set(told)) == len(told)
    if shown.layout != "tiny":
        width, height = size
        assert all(rect.width > 0 and rect.height > 0 for _, rect in shown.shown())
        beside = 2 * (height - 4) if shown.layout == "wide" and shown.drawer else 0
        assert len(told) == width * height - beside
