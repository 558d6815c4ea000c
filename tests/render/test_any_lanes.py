"""What holds of the lanes of any events, at any scale and width."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from render.opened import asked, dated, opened
from timeline_tui.model.event import Actor
from timeline_tui.render.lane_cells import Ranges, exact_cells, rows_within
from timeline_tui.render.lane_extents import Extents
from timeline_tui.render.lanes import Lanes
from timeline_tui.render.lines import width
from timeline_tui.render.scale import LEVELS, Scale

SHARP = st.dates(date(2021, 11, 1), date(2022, 4, 30)).map(date.isoformat)
WHENS = st.one_of(
    SHARP,
    SHARP.map(lambda text: text + "~"),
    SHARP.map(lambda text: text[:7]),
    st.sampled_from(["2022", "2021", "2022-33", "2021/2023", "2022-01/..", "../2022"]),
    SHARP.map(
        lambda t: f"{t}/{(date.fromisoformat(t) + timedelta(days=9)).isoformat()}"
    ),
)
SCALES = st.builds(
    lambda level, at, cells: Scale(level, LEVELS[level].number(at) - 3, cells),
    st.integers(0, 6),
    st.dates(date(2021, 10, 1), date(2022, 5, 1)).map(date.toordinal),
    st.integers(1, 60),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(SHARP | SHARP.map(lambda t: t[:7]), max_size=25), SCALES)
def test_counting_ranges_agrees_with_looking_at_rows(
    whens: list[str], scale: Scale
) -> None:
    library = opened(dated(*whens))
    rows = asked(library).timeline
    extents = Extents(library)
    counted = Ranges(extents, scale).cells(rows)
    places = extents.placed(rows_within(rows, extents.ranges(scale.window)))
    exact = exact_cells(places, scale)
    assert counted.counts == exact.counts
    assert counted.spreads.keys() == exact.spreads.keys()


@settings(max_examples=40, deadline=None)
@given(st.lists(WHENS, min_size=1, max_size=15), SCALES)
def test_what_is_at_a_cell_is_what_reaches_over_it(
    whens: list[str], scale: Scale
) -> None:
    library = opened(dated(*whens))
    lanes = Lanes(asked(library))
    events = list(library.events(range(library.count)))
    for cell in range(scale.cells):
        low, high = scale.days(cell)
        spans = [
            (row, e.date.first.toordinal(), e.date.last.toordinal())
            for row, e in enumerate(events)
        ]
        over = [row for row, a, b in spans if a <= high and b >= low]
        inside = [row for row, a, b in spans if low <= a and b <= high]
        assert lanes.rows_at(0, cell, scale) == (inside or over)


@settings(max_examples=40, deadline=None)
@given(st.lists(WHENS, max_size=12), SCALES, st.integers(1, 160))
def test_lines_are_exactly_as_wide_as_asked(
    whens: list[str], scale: Scale, columns: int
) -> None:
    lanes = Lanes(asked(opened(dated(*whens), coverage="2021-12/2022-03")))
    for seen in (scale.resized(lanes.room(columns)), lanes.whole(columns)):
        head = lanes.head(seen, columns)
        both = [
            *head,
            *lanes.lines(range(9), seen, columns, current=0 if whens else None),
        ]
        assert [width(line) for line in both] == [columns] * len(both)
        assert len(head) in (4, 5)


@settings(max_examples=60, deadline=None)
@given(st.lists(WHENS, max_size=12), st.text(max_size=60), st.integers(1, 160))
def test_names_take_only_what_all_events_leave_over(
    whens: list[str], name: str, columns: int
) -> None:
    events = dated(*whens)
    short = Lanes(asked(opened(events, actors=[Actor(id="ada", name="A")])))
    long = Lanes(asked(opened(events, actors=[Actor(id="ada", name=name)])))
    assert long.left(columns) >= short.left(columns) or not name.strip()
    assert long.whole(columns).level == short.whole(columns).level
