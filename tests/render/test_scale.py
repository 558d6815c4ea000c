from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_tui.query.periods import read_period
from timeline_tui.render.axis import axis_lines
from timeline_tui.render.lines import plain, width
from timeline_tui.render.scale import LEVELS, Scale, fitting, period_text

TODAY = date(2026, 11, 22)
days = st.dates().map(date.toordinal)
levels = st.integers(0, len(LEVELS) - 1)


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


@given(levels, days, st.integers(1, 120))
def test_a_day_is_in_the_days_of_its_cell(level: int, at: int, cells: int) -> None:
    scale = Scale(level, LEVELS[level].number(at) - cells // 2, cells)
    first, last = scale.days(scale.cell_of(at))
    assert first <= at <= last
    assert scale.start(scale.cell_of(at) + 1) == last + 1


@given(levels, days, st.integers(1, 120), st.integers(-10, 10))
def test_zooming_keeps_the_column_of_a_day(
    level: int, about: int, cells: int, by: int
) -> None:
    scale = Scale(level, LEVELS[level].number(about) - cells // 3, cells)
    zoomed = scale.zoomed(by, about)
    assert zoomed.cell_of(about) == scale.cell_of(about)
    assert zoomed.level == max(0, min(level - by, len(LEVELS) - 1))


@given(days, days, st.integers(1, 150))
def test_the_closest_scale_that_fits(one: int, other: int, cells: int) -> None:
    first, last = sorted((one, other))
    scale = fitting(first, last, cells)
    assert scale.cell_of(first) == 0
    if scale.level < len(LEVELS) - 1:
        assert scale.cell_of(last) < cells
    if scale.level:
        closer = LEVELS[scale.level - 1]
        assert closer.number(last) - closer.number(first) >= cells


@given(levels, days)
def test_a_cell_is_a_period_of_the_query_language(level: int, at: int) -> None:
    scale = Scale(level, LEVELS[level].number(at), 1)
    first, last = scale.days(0)
    period = read_period(scale.period(0), TODAY)
    last = min(last, date.max.toordinal())
    assert (period.first.toordinal(), period.last.toordinal()) == (first, last)


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ("2022-02-03", "2022-02-03", "2022-02-03"),
        ("2022-02-01", "2022-02-28", "2022-02"),
        ("2022-01-01", "2022-12-31", "2022"),
        ("2022-01-01", "2022-03-31", "2022-01..2022-03"),
        ("2020-01-01", "2024-12-31", "2020..2024"),
        ("2022-02-07", "2022-02-13", "2022-02-07..2022-02-13"),
    ],
)
def test_a_period_is_written_short(first: str, last: str, text: str) -> None:
    assert period_text(day(first), day(last)) == text


def test_a_day_is_brought_into_view_and_one_in_view_moves_nothing() -> None:
    scale = fitting(day("2022-01-01"), day("2022-12-31"), 12)
    assert scale.name == "month"
    assert scale.holding(day("2022-07-01")) == scale
    for text in ("2021-03-01", "2023-12-31"):
        moved = scale.holding(day(text))
        assert 0 <= moved.cell_of(day(text)) < 12
        assert moved.level == scale.level


@pytest.mark.parametrize(
    ("first", "last", "cells", "upper", "lower"),
    [
        ("2022-11-01", "2023-04-30", 6, "  2023", "NDJFMA"),
        ("2022-11-01", "2023-02-28", 8, "    2023", "N D J F "),
        ("2022-10-01", "2023-12-31", 6, " 2023 ", "412341"),
        ("2022-01-28", "2022-02-08", 14, "    Feb 2022  ", "    1   5     "),
        ("2022-12-19", "2023-02-01", 9, " 2023    ", " Jan  Feb"),
    ],
)
def test_the_axis(first: str, last: str, cells: int, *, upper: str, lower: str) -> None:
    scale = fitting(day(first), day(last), cells)
    assert [plain(line) for line in axis_lines(scale)] == [upper, lower]


@given(levels, days, st.integers(1, 120))
def test_an_axis_is_as_wide_as_its_cells(level: int, at: int, cells: int) -> None:
    scale = Scale(level, LEVELS[level].number(at) - cells // 2, cells)
    assert [width(line) for line in axis_lines(scale)] == [cells, cells]
    assert 0 < scale.window[0] <= scale.window[1]
    assert scale.period(0)
    assert scale.period(cells - 1)
